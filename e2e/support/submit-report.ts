import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Gives one reason for everything that is blank in the check. */
export async function giveReasons(page: Page) {
  await page.getByRole("button", { name: "Tick all or none" }).click();
  await page.getByLabel("One reason for all that are ticked").selectOption("Not yet available");
  await page.getByRole("button", { name: "Store the reasons" }).click();
  await expect(page.getByText(/reasons? (was|were) stored/)).toBeVisible();
}

export async function declare(page: Page) {
  await page.getByLabel("Who approved it").fill("Made-up Official");
  await page.getByLabel("In which function").fill("Permanent Secretary (made up)");
}

/** Says what the check asks for, of blanks why there is no value and of warnings why they are right, then submits. */
export async function submitReport(page: Page, entryForm: string) {
  await page.goto(`${entryForm}/check`);
  if (await page.locator("#blanks").isVisible()) await giveReasons(page);
  await explainWarnings(page, entryForm);
  await declare(page);
  await page.getByRole("button", { name: "Submit the report" }).click();
  await expect(page.getByText("The report was submitted")).toBeVisible();
}

/** Writes a comment on each warning that asks for one, and comes back to the check. */
export async function explainWarnings(page: Page, entryForm: string) {
  for (;;) {
    await page.goto(`${entryForm}/check`);
    const asked = page.getByRole("link", { name: /write a comment that explains the warning/ }).first();
    if (!(await asked.isVisible())) break;
    await asked.click();
    await page.getByLabel("Add a comment").fill("Made up: the registers of two provinces were merged.");
    await page.getByRole("button", { name: "Add comment" }).click();
    await expect(page.getByText("Your comment was added.")).toBeVisible();
  }
}

/** Takes the submission back on the check, where it is asked about first. */
export async function withdrawReport(page: Page) {
  await page.getByRole("button", { name: "Withdraw the submission" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw it" }).click();
}
