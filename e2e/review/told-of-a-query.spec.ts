import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { mustBeAccessible } from "../support/look";

// A reviewer returns a report with a query, and tells somebody of it by name.

const review = "/en/spaiv/review/KHM/2017";
const work = "/en/spaiv/work";
const code = "G4.2.2-b";
const query = "Made up: not one vessel of 168?";

const addressed = (page: Page) => page.getByRole("region", { name: "Addressed to you" });

test("a colleague and the focal point are told of a query once the report comes back", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  const colleague = await anotherBrowser();
  await signInAs("secretariat.second", colleague);
  await signInAs("secretariat");
  await page.goto(`${review}?tab=warnings`);
  await page
    .getByRole("group", { name: `Decision on ${code}` })
    .getByRole("radio", { name: "Query" })
    .check();
  await page.getByLabel(`Query to Cambodia on ${code}`).fill(query);
  await page.getByRole("button", { name: "Return with 1 query" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Tell somebody of it").click();
  const people = dialog.getByRole("group", { name: `Tell of the query on ${code}` });
  await people.getByLabel(/Focal point, Cambodia/).check();
  await people.getByLabel(/Secretariat, second officer/).check();
  await mustBeAccessible(page);

  // Nobody hears of it before, and whom one chose stays chosen.
  await colleague.goto(work);
  await expect(addressed(colleague)).toHaveCount(0);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  // As the list was read before somebody left.
  const left = { id: 999_999, name: "Made-up officer", organisation: "Made up", of: null, named: [] };
  await page.route("**/KHM/2017/people", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: [left, ...(await response.json())] });
  });
  await page.reload();
  await page.getByRole("button", { name: "Return with 1 query" }).click();
  await expect(people.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await people.getByLabel(/Made-up officer/).check();
  await dialog.getByLabel(/^Words to go with/).fill("Made up: thank you.");
  await page.unroute("**/KHM/2017/people");
  await dialog.getByRole("button", { name: "Return with 1 query" }).click();
  await expect(dialog.getByText(/can’t be told of a query any more/)).toBeVisible();
  await expect(people.getByLabel(/Made-up officer/)).toHaveCount(0);
  await expect(people.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await expect(dialog.getByLabel(/^Words to go with/)).toHaveValue("Made up: thank you.");
  // The next click goes through, with everybody else who was chosen.
  await dialog.getByRole("button", { name: "Return with 1 query" }).click();
  await expect(page.getByText("The report was returned")).toBeVisible();

  await colleague.reload();
  await expect(addressed(colleague)).toContainText(query);
  await addressed(colleague)
    .getByRole("button", { name: `Seen: query on ${code}` })
    .click();
  await expect(addressed(colleague)).toHaveCount(0);

  await signInAs("focal.cambodia");
  await page.goto(work);
  // Whoever has to reply to it anyway finds it there alone.
  await expect(addressed(page)).toHaveCount(0);
  await page
    .getByRole("region", { name: "Queries to reply to" })
    .getByRole("link", { name: new RegExp(code) })
    .click();
  await page.getByLabel("Your reply").fill("Made up: the log was missing.");
  await page.getByRole("button", { name: "Store the reply" }).click();
  await expect(page.getByText("Your reply: Made up: the log was missing.")).toBeVisible();
  await page.goto(work);
  await expect(page.getByRole("region", { name: "Queries to reply to" })).toHaveCount(0);
});
