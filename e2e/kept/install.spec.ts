import type { Page } from "@playwright/test";
import { entryForm, hold } from "../support/entry-form";
import { expect, test } from "../support/fixtures";

// A browser offers by an event that the product may be installed, which one without windows never does: it is made here.

/** As the browser offers it. @returns whether the page shows its own way, in place of the browser's banner */
const offer = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const event = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
      userChoice: Promise.resolve({ outcome: "accepted", platform: "web" }),
      prompt: async () => {
        document.body.dataset.asked = String(Number(document.body.dataset.asked ?? 0) + 1);
        return { outcome: "accepted", platform: "web" };
      },
    });
    return !window.dispatchEvent(event);
  });
const install = (page: Page) => page.getByRole("button", { name: "Install it" });

test("the product is installed where the browser offers it, and never asked for where it doesn't", async ({
  page,
  signInAs,
}) => {
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  await expect(page.getByRole("textbox").first()).toBeEnabled();
  await expect(install(page)).toHaveCount(0);

  await expect.poll(() => offer(page)).toBe(true);
  await expect(page.getByRole("status").filter({ has: install(page) })).toBeVisible();
  await install(page).click();
  await expect(page.locator("body[data-asked='1']")).toBeAttached();
  await expect(install(page)).toHaveCount(0);

  // Installed by the browser's own menu.
  expect(await offer(page)).toBe(true);
  await expect(install(page)).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event("appinstalled")));
  await expect(install(page)).toHaveCount(0);
  await expect(page.locator("body[data-asked='1']")).toBeAttached();
});

test("whoever doesn't want it is asked no more", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(entryForm);
  await expect(page.getByRole("textbox").first()).toBeEnabled();
  await expect.poll(() => offer(page)).toBe(true);
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(install(page)).toHaveCount(0);
  await page.reload();
  await hold(page.getByRole("textbox").first());
  expect(await offer(page)).toBe(false);
  await expect(install(page)).toHaveCount(0);
});
