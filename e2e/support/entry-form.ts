import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

// The entry form of Thailand's 2017 report, which is empty at first, by its indicators' codes.

export const entryForm = "/en/spaiv/reports/THA/2017";
export const row = (page: Page, code: string) => page.locator(`tr[id="${code}"]`);
export const field = (page: Page, code: string) => row(page, code).getByRole("textbox").first();
export const choice = (page: Page, code: string) => row(page, code).getByRole("combobox");
export const state = (page: Page, code: string, text: string | RegExp) =>
  expect(row(page, code).locator(".state")).toContainText(text);

/** Gives a field the focus as soon as the page's script has woken it up. */
export async function hold(into: Locator) {
  await expect(into).toBeEnabled();
  await expect(into).not.toHaveAttribute("readonly");
  await into.focus();
}

export async function settled(page: Page, code: string, into: Locator, text: string) {
  await into.fill(text);
  await into.press("Enter");
  await state(page, code, /^Saved/);
}

/** Opens the list of a row, and takes what stands in it under these words. */
export async function choose(page: Page, code: string, words: string) {
  await choice(page, code).click();
  await page.getByRole("option", { name: words, exact: true }).click();
}

/** Presses keys one after another, wherever the focus is. */
export const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
