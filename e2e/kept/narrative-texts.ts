import type { Page } from "@playwright/test";
import { entryForm } from "../support/entry-form";
import { expect } from "../support/fixtures";

// The narrative of Thailand's 2017 report, whose texts save themselves.

export const narrative = `${entryForm}/narrative`;
export const textIn = (window: Page, name: string) => window.locator(`[id="text|${name}"]`);
export const conflictIn = (window: Page) => window.getByRole("alert").filter({ hasText: "Which one stays?" });
/** Why the whole narrative was refused. */
export const toldIn = (window: Page) => window.getByText(/bring the two together, then save again/).first();
export const saveAll = (window: Page) => window.getByRole("button", { name: "Save the narrative" }).first().click();

export async function store(other: Page, name: string, text: string) {
  await other.goto(narrative);
  await textIn(other, name).fill(text);
  await textIn(other, name).blur();
  await expect(other.getByText(/^Saved \d/)).toBeVisible();
}
