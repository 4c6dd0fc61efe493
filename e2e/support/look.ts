import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

// What journeys ask of a page in passing: that it fits its screen, and that axe finds nothing.

/** What stands between the head and the foot of a page. */
export const main = (page: Page) => page.getByRole("main");

/**
 * Shows the page in its own fonts, however late they come: a first visit on a busy machine keeps the machine's, which are wider
 * or narrower. For journeys that measure letters.
 */
export async function inOwnFonts(page: Page): Promise<void> {
  await page.route(/\.css$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()).replaceAll("font-display:optional", "font-display:block"),
    });
  });
}

/** Nothing scrolls sideways. A page that is only beginning to arrive is waited for: it has nothing to measure yet. */
export async function mustFit(page: Page): Promise<void> {
  await page.waitForLoadState();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** The focus is somewhere: whoever works by keyboard or hears the page goes on where they were. */
export const mustHoldFocus = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");

/** axe finds nothing; where it does, the first place of each fault is told. */
export async function mustBeAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
