import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { withdrawReport } from "../support/submit-report";

// Once a page knows that somebody ended the review, nothing on it seems as if it could still be decided.

const list = "/en/spaiv/review/KHM/2017?tab=all";
const bar = (page: Page) => page.getByRole("region", { name: "Decision on the report" });
const dialog = (page: Page) => page.getByRole("dialog");
const act = (page: Page) => bar(page).getByRole("button", { name: /^(Approve|Return)/ });

async function withdraw(page: Page) {
  await page.goto("/en/spaiv/reports/KHM/2017/check");
  await withdrawReport(page);
  await expect(page).toHaveURL(/done=withdrawn/);
}

test("a withdrawal is told in the dialog that was open, and leaves nothing to approve", async ({
  page,
  browser,
  signInAs,
}) => {
  const unit = await (await browser.newContext()).newPage();
  await signInAs("secretariat");
  await signInAs("focal.cambodia", unit);
  await page.goto(list);
  await bar(page).getByRole("button", { name: "Approve report" }).click();
  const approve = dialog(page).getByRole("button", { name: "Approve report" });
  await expect(approve).toBeVisible();
  await withdraw(unit);
  await approve.click();
  await expect(dialog(page).getByRole("alert")).toContainText("This submission was withdrawn");
  await expect(approve).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(act(page)).toHaveCount(0);
  await expect(bar(page)).toContainText("Nothing can be decided here any more");
});

test("two who reopen a report at once: the other is told, and finds no button for it", async ({
  page,
  browser,
  signInAs,
}) => {
  const second = await (await browser.newContext()).newPage();
  await signInAs("secretariat");
  await signInAs("secretariat.second", second);
  for (const each of [page, second]) {
    await each.goto("/en/spaiv/review/KHM/2016");
    await bar(each).getByRole("link", { name: "Reopen report" }).click();
    await dialog(each).getByLabel("Why").fill("Made up: a province sent corrected counts.");
    await dialog(each).getByLabel("What readers are told").fill("One province sent corrected counts");
  }
  await dialog(page).getByRole("button", { name: "Reopen report" }).click();
  await expect(page.getByText("The report was reopened")).toBeVisible();
  await dialog(second).getByRole("button", { name: "Reopen report" }).click();
  await expect(dialog(second).getByRole("alert")).toContainText("This report has been returned");
  await expect(dialog(second).getByRole("button", { name: "Reopen report" })).toHaveCount(0);
  await dialog(second).getByRole("button", { name: "Cancel" }).click();
  await expect(bar(second).getByRole("link", { name: "Reopen report" })).toHaveCount(0);
});
