import { expect, type Page } from "@playwright/test";

/** Opens the builder and chooses a country report; what else is chosen stays as it is at first. */
export async function chooseCountryReport(page: Page, country: string) {
  await page.goto("/en/spaiv/publications/new");
  await page.getByRole("radio", { name: "Country report" }).check();
  await page.getByRole("group", { name: "About" }).getByRole("radio", { name: country }).check();
}

/** Sends the builder's form, and gives the number of the publication that it leads to. */
export async function make(page: Page): Promise<number> {
  await page.getByRole("button", { name: "Make publication" }).click();
  // Without a script, the part of the page that was shown stays in the address.
  await page.waitForURL(/\/publications\/\d+(#preview)?$/);
  return Number(/\d+/.exec(new URL(page.url()).pathname)?.[0]);
}

export const isReady = (page: Page) =>
  expect(page.getByRole("listitem").filter({ hasText: /^Ready$/ })).toBeVisible({ timeout: 60_000 });
