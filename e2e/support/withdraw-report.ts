import type { Page } from "@playwright/test";

/** Takes the submission back on the check, where it is asked about first. */
export async function withdrawReport(page: Page) {
  await page.getByRole("button", { name: "Withdraw the submission" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw it" }).click();
}
