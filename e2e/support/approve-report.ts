import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** The secretariat approves the report that is reviewed there: its results are worked out and public. */
export async function approveReport(page: Page, review: string) {
  await page.goto(review);
  await page.getByRole("button", { name: "Approve report" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approve report" }).click({ timeout: 120_000 });
  await expect(page.getByText("The report is approved, and its results are public")).toBeVisible({ timeout: 60_000 });
}
