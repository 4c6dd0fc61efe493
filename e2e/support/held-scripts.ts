import type { Page } from "@playwright/test";

/** Keeps the page's scripts waiting until the line is open. */
export async function heldScripts(page: Page) {
  const scripts = /\/_next\/static\/.*\.js/;
  let open = () => {};
  const isOpen = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route(scripts, async (route) => {
    await isOpen;
    await route.continue();
  });
  return {
    open: async () => {
      open();
      await page.unrouteAll({ behavior: "wait" });
    },
  };
}
