import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

test.use({ readsAlone: true });

// What opens over a page closes as everywhere else: on Escape, which gives the focus back, and on a press elsewhere.

async function opensAndCloses(page: Page, button: ReturnType<Page["locator"]>, inside: ReturnType<Page["locator"]>) {
  // A page that isn't awake yet doesn't answer.
  await expect(async () => {
    if (!(await inside.isVisible())) await button.click();
    await expect(inside).toBeVisible();
    await inside.focus();
    await page.keyboard.press("Escape");
    await expect(inside).toBeHidden({ timeout: 500 });
  }).toPass();
  await expect(button).toBeFocused();
  await button.click();
  await expect(inside).toBeVisible();
  await inside.press("Tab");
  await expect(inside).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(inside).toBeHidden();
}

test("the menus of a public page close", async ({ page }) => {
  await page.goto("/en/spaiv/2016");
  const thai = page.getByRole("link", { name: "ไทย" });
  await opensAndCloses(page, page.locator("summary", { hasText: "English" }), thai);
});

test("a phone's list of places pushes the page down, and lets go on Escape, not from under a finger", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/en/spaiv/2016");
  const places = page.getByRole("navigation", { name: "Main" });
  const menu = places.locator("summary");
  const goals = places.getByRole("link", { name: "Goals" });
  // A page that isn't awake yet doesn't answer.
  await expect(async () => {
    if (!(await goals.isVisible())) await menu.click();
    await goals.focus();
    await page.keyboard.press("Escape");
    await expect(goals).toBeHidden({ timeout: 500 });
  }).toPass();
  await expect(menu).toBeFocused();
  await menu.click();
  await expect(goals).toBeVisible();
  await page.getByRole("link", { name: "2015", exact: true }).click();
  await expect(page).toHaveURL("/en/spaiv/2015");
});

test("so does the menu of the account", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  for (const path of ["/en/spaiv/work", "/en/spaiv/2016"]) {
    await page.goto(path);
    await opensAndCloses(page, page.locator(".bar summary").last(), page.getByRole("link", { name: "Account" }));
  }
});
