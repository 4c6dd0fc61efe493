import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

// While a report is reviewed, an @ in a query names a colleague, who hears of it at once, and people of the unit, who hear of
// it when the report comes back.

const review = "/en/spaiv/review/KHM/2017";
const work = "/en/spaiv/work";
const code = "G4.2.2-b";
const query = "Made up: not one vessel of 168?";

const addressed = (page: Page) => page.getByRole("region", { name: "Addressed to you" });
const item = (page: Page) => page.getByRole("article").filter({ has: page.locator(`[id="of-${code}"]`) });

test("an @ in a query names a colleague at once, and a focal point for the return", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  test.setTimeout(120_000);
  const colleague = await anotherBrowser();
  await signInAs("secretariat.second", colleague);
  await signInAs("secretariat");
  await page.goto(`${review}?tab=warnings`);
  await page
    .getByRole("group", { name: `Decision on ${code}` })
    .getByRole("radio", { name: "Query" })
    .check();
  const box = page.getByLabel(`Query to Cambodia on ${code}`);
  // Named before there are words: they are told once it is a query.
  await box.press("@");
  // Enter chooses nobody before there is a letter or an arrow, and nobody is marked.
  await expect(page.getByRole("option")).not.toHaveCount(0);
  await expect(page.getByRole("option", { selected: true })).toHaveCount(0);
  await expect(box).not.toHaveAttribute("aria-activedescendant");
  await box.pressSequentially("second");
  await expect(page.getByRole("option", { selected: true })).toHaveCount(1);
  const option = page.getByRole("option", { name: /Secretariat, second officer/ });
  await expect(option).toHaveCount(1);
  expect((await new AxeBuilder({ page }).include(".telling").analyze()).violations).toEqual([]);
  await box.press("Enter");
  await expect(option).toHaveCount(0);
  await expect(box).toHaveValue("");
  await expect(box).toBeFocused();
  await expect(item(page).getByRole("listitem").filter({ hasText: "told at once" })).toHaveCount(1);
  await colleague.goto(work);
  await expect(addressed(colleague)).toHaveCount(0);

  const isStored = page.waitForResponse((response) => response.url().endsWith("/review-answers/named"));
  await box.pressSequentially(`${query} @focal`);
  await page.getByRole("option", { name: /Focal point, Cambodia/ }).click();
  await expect(box).toHaveValue(`${query} `);
  await isStored;
  await expect(item(page).getByRole("listitem").filter({ hasText: "when the report comes back" })).toHaveCount(1);

  await colleague.reload();
  await expect(addressed(colleague)).toContainText(query);
  await addressed(colleague)
    .getByRole("link", { name: new RegExp(code) })
    .click();
  await expect(colleague).toHaveURL(new RegExp(`/review/KHM/2017.*#${code.replaceAll(".", "\\.")}$`));
  await expect(item(colleague).getByText("told at once")).toBeVisible();

  // Who is named, and who no longer is, arrives there without a reload.
  const later = item(colleague).getByRole("listitem").filter({ hasText: "when the report comes back" });
  await expect(later).toHaveCount(1);
  const named = () => page.waitForResponse((response) => response.url().endsWith("/review-answers/named"));
  const look = () => colleague.evaluate(() => window.dispatchEvent(new Event("online")));
  const isRemoved = named();
  await item(page)
    .getByRole("button", { name: /^Remove Focal point, Cambodia/ })
    .click();
  await isRemoved;
  await look();
  await expect(later).toHaveCount(0, { timeout: 40_000 });
  const isNamedAgain = named();
  await box.pressSequentially("@focal");
  await page.getByRole("option", { name: /Focal point, Cambodia/ }).click();
  await isNamedAgain;
  await look();
  await expect(later).toHaveCount(1, { timeout: 40_000 });
  await colleague.goto(work);
  await addressed(colleague)
    .getByRole("button", { name: `Seen: query under review on ${code}` })
    .click();
  await expect(addressed(colleague)).toHaveCount(0);

  // Nobody of the unit hears of it yet.
  await signInAs("focal.cambodia", colleague);
  await colleague.goto(work);
  await expect(addressed(colleague)).toHaveCount(0);

  // Who was named stands, and is ticked where the report is returned.
  await page.reload();
  await expect(item(page).getByRole("listitem").filter({ hasText: "told" })).toHaveCount(2);
  await page.getByRole("button", { name: "Return with 1 query" }).click();
  const people = page.getByRole("dialog").getByRole("group", { name: `Tell of the query on ${code}` });
  await expect(people.getByLabel(/Focal point, Cambodia/)).toBeChecked();
  await expect(people.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await item(page)
    .getByRole("button", { name: /^Remove Focal point, Cambodia/ })
    .click();
  await page.getByRole("button", { name: "Return with 1 query" }).click();
  await expect(people.getByRole("checkbox", { checked: true })).toHaveCount(0);
});

test("whoever is named and can be told again by the time of a refusal is ticked: nobody left them out", async ({
  page,
  signInAs,
}) => {
  await signInAs("secretariat");
  await page.goto(`${review}?tab=warnings`);
  await page
    .getByRole("group", { name: `Decision on ${code}` })
    .getByRole("radio", { name: "Query" })
    .check();
  const isNamed = page.waitForResponse((response) => response.url().endsWith("/review-answers/named") && response.ok());
  await page.getByLabel(`Query to Cambodia on ${code}`).pressSequentially(`${query} @focal`);
  await page.getByRole("option", { name: /Focal point, Cambodia/ }).click();
  await isNamed;
  // As the list was read while one of them couldn't be told, and before somebody else left.
  const left = { id: 999_999, name: "Made-up officer", organisation: "Made up", of: null, named: [] };
  await page.route("**/KHM/2017/people", async (route) => {
    const response = await route.fetch();
    const people = (await response.json()) as { name: string }[];
    await route.fulfill({ response, json: [left, ...people.filter(({ name }) => !/^Focal point/.test(name))] });
  });
  await page.reload();
  await page.getByRole("button", { name: "Return with 1 query" }).click();
  const dialog = page.getByRole("dialog");
  const people = dialog.getByRole("group", { name: `Tell of the query on ${code}` });
  await dialog.getByText("Tell somebody of it").click();
  await people.getByLabel(/Made-up officer/).check();
  await expect(people.getByLabel(/Focal point, Cambodia/)).toHaveCount(0);
  await expect(dialog.getByText(/^Focal point, Cambodia can’t be told/)).toBeVisible();
  await expect(dialog.locator("input[name=named]")).toHaveValue("");
  await page.unroute("**/KHM/2017/people");
  await dialog.getByRole("button", { name: "Return with 1 query" }).click();
  await expect(dialog.getByText(/can’t be told of a query any more/)).toBeVisible();
  await expect(people.getByLabel(/Focal point, Cambodia/)).toBeChecked();
  await expect(dialog.getByText(/^Focal point, Cambodia can’t be told/)).toHaveCount(0);
  await expect(people.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await expect(dialog.locator("input[name=named]")).toHaveValue(new RegExp(`^${code.replaceAll(".", "\\.")}:\\d+$`));
  await dialog.getByRole("button", { name: "Cancel" }).click();
  const isRemoved = page.waitForResponse((response) => response.url().endsWith("/review-answers/named"));
  await item(page)
    .getByRole("button", { name: /^Remove Focal point, Cambodia/ })
    .click();
  await isRemoved;
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a colleague is chosen beside a stored query, and hears of it at once", async ({
    page,
    signInAs,
    anotherBrowser,
  }) => {
    const own = "G1.3-a";
    const colleague = await anotherBrowser();
    await signInAs("secretariat.second", colleague);
    await signInAs("secretariat");
    await page.goto(`${review}?tab=all`);
    await page
      .getByRole("group", { name: `Decision on ${own}` })
      .getByRole("radio", { name: "Query" })
      .check();
    await page.getByLabel(`Query to Cambodia on ${own}`).fill("Made up: which of them?");
    await page.getByRole("button", { name: "Save the decisions" }).click();
    await page
      .getByLabel(`A colleague who is told at once on ${own}`)
      .selectOption({ label: "Secretariat, second officer" });
    await page.getByRole("button", { name: "Save the decisions" }).click();
    const asked = page.getByRole("article").filter({ has: page.locator(`[id="of-${own}"]`) });
    await expect(asked.getByRole("listitem").filter({ hasText: "told at once" })).toHaveCount(1);
    await colleague.goto(work);
    await expect(addressed(colleague)).toContainText("Made up: which of them?");
    await page
      .getByRole("group", { name: `Decision on ${own}` })
      .getByRole("radio", { name: "Accept" })
      .check();
    await page.getByRole("button", { name: "Save the decisions" }).click();
    await colleague.reload();
    await expect(colleague.getByText("Made up: which of them?")).toHaveCount(0);
  });
});

test("a name that nobody could store is sent once the line is back, and a return by then keeps whoever is named", async ({
  page,
  signInAs,
}) => {
  await signInAs("secretariat");
  await page.goto(`${review}?tab=warnings`);
  await page.route("**/review-answers", (route) => route.abort());
  await page
    .getByRole("group", { name: `Decision on ${code}` })
    .getByRole("radio", { name: "Query" })
    .check();
  const box = page.getByLabel(`Query to Cambodia on ${code}`);
  await box.pressSequentially(`${query} @focal`);
  await page.getByRole("option", { name: /Focal point, Cambodia/ }).click();
  await expect(item(page).getByText("Not stored yet.", { exact: true })).toBeVisible();
  const isNamed = page.waitForResponse((response) => response.url().endsWith("/review-answers/named") && response.ok());
  await page.unroute("**/review-answers");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await isNamed;
  await expect(item(page).getByText("Not stored yet.", { exact: true })).toHaveCount(0);

  // Taken off, which the server never hears: their box says what is wanted, and nothing tells them.
  await page.route("**/review-answers/named", (route) => route.abort());
  await item(page)
    .getByRole("button", { name: /^Remove Focal point, Cambodia/ })
    .click();
  await expect(item(page).getByText("the server can’t be reached")).toBeVisible();
  await page.getByRole("button", { name: "Return with 1 query" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator("input[name=named]")).toHaveValue(new RegExp(`^${code.replaceAll(".", "\\.")}:\\d+$`));
  await expect(dialog.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  // Without the list of people there are no boxes: nobody who is named was unticked.
  await page.route("**/KHM/2017/people", (route) => route.abort());
  await page.reload();
  await page.getByRole("button", { name: "Return with 1 query" }).click();
  await expect(dialog.locator("input[name=named]")).toHaveValue("");
  await dialog.getByRole("button", { name: "Return with 1 query" }).click();
  await expect(page.getByText("The report was returned")).toBeVisible();
});
