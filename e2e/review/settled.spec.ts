import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { submitReport } from "../support/submit-report";

const report = "/en/spaiv/reports/KHM/2017";
const code = "G4.2.2-b";

/** The report comes back with a query. */
async function returnWith(secretariat: Page, query: string) {
  await secretariat.goto("/en/spaiv/review/KHM/2017?tab=all");
  const item = secretariat.locator(`article[id="${code}"]`);
  await item.getByRole("radio", { name: "Query" }).check();
  await secretariat.getByLabel(`Query to Cambodia on ${code}`).fill(query);
  await expect(item.getByText("Saved", { exact: true })).toBeVisible();
  await secretariat.getByRole("button", { name: "Return with 1 query" }).click();
  await secretariat.getByRole("dialog").getByRole("button", { name: "Return with 1 query" }).click();
  await expect(secretariat.getByText("The report was returned")).toBeVisible();
}

test("a list that is cut short says on paper how many it leaves out", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto("/en/spaiv/review/KHM/2017");
  const more = page
    .locator("aside")
    .getByText(/^\d+ more$/)
    .first();
  await expect(more).toBeVisible({ timeout: 60_000 });
  await page.emulateMedia({ media: "print" });
  await expect(more).toBeVisible();
});

test("what was asked and replied before stands in the panel of the sheet, apart from what is asked now", async ({
  page,
  browser,
  signInAs,
}) => {
  const secretariat = await (await browser.newContext()).newPage();
  await signInAs("secretariat", secretariat);
  await returnWith(secretariat, "Made up: which register?");
  await signInAs("focal.cambodia");
  const panel = page.locator("#about-indicator");
  await page.goto(`${report}?indicator=${code}`);
  await expect(panel).toContainText("Who changed it in this report");
  await expect(panel.getByText(/earlier quer(y|ies)/)).toHaveCount(0);
  await page.goto(`${report}/indicators/${code}`);
  await page.getByLabel("Your reply").fill("Made up: the register of courts");
  await page.getByRole("button", { name: "Store the reply" }).click();
  await expect(page.getByText("Your reply: Made up: the register of courts")).toBeVisible();
  await submitReport(page, report);
  await returnWith(secretariat, "Made up: of courts alone?");

  await page.goto(`${report}?indicator=${code}`);
  const settled = panel.locator("details").filter({ hasText: "One earlier query" });
  await settled.getByText("One earlier query").click();
  await expect(settled).toContainText("First submission, asked by");
  await expect(settled).toContainText("Made up: which register?");
  await expect(settled).toContainText("Made up: the register of courts");
  await expect(settled).not.toContainText("of courts alone?");
  await expect(page.locator(`tr[id="${code}"] ~ tr, tbody:has(tr[id="${code}"])`).first()).toContainText(
    "of courts alone?",
  );

  // On paper nobody opens them.
  await secretariat.goto("/en/spaiv/review/KHM/2017");
  const before = secretariat.getByText("Made up: which register?").first();
  await expect(before).toBeHidden();
  await secretariat.emulateMedia({ media: "print" });
  await expect(before).toBeVisible();
  await expect(secretariat.getByText("Made up: the register of courts").first()).toBeVisible();
});
