import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { drawCharts } from "../../scripts/browser/draw-charts.mjs";

// What axe finds, what scrolls sideways or is squeezed, and what is too small to be hit.

/**
 * Without frames axe needs no second page to put its findings together, and what passes needn't be described. What is smaller
 * than 24 px needs as much room around it (WCAG 2.5.8), which axe asks for only when it is told to.
 */
export const axeOf = (page: Page) =>
  new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } });

/** All rules once a width; the dark scheme changes nothing but colours. Whatever opens is open. */
async function faultsOf(page: Page, path: string, darkAt: readonly number[]): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
    if (width === 1280) {
      await page.goto(path);
      await page.locator("main details").evaluateAll((all) => {
        for (const each of all) each.setAttribute("open", "");
      });
    }
    await drawCharts(page);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (sideways > 0) faults.push(`${path} at ${width}: scrolls sideways by ${sideways} px`);
    // Columns that should stand one below the other, and don't, squeeze each other instead.
    const squeezed = await page
      .locator("main :is(section, aside, article)")
      .evaluateAll((parts) =>
        parts.filter((part) => part.checkVisibility() && part.clientWidth < 200).map(({ outerHTML }) => outerHTML),
      );
    for (const html of squeezed) faults.push(`${path} at ${width}: squeezed: ${html.slice(0, 100)}`);
    for (const colorScheme of darkAt.includes(width) ? (["light", "dark"] as const) : (["light"] as const)) {
      await page.emulateMedia({ colorScheme });
      const axe = axeOf(page);
      const { violations } = await (colorScheme === "dark" ? axe.withRules(["color-contrast"]) : axe).analyze();
      for (const { id, nodes } of violations)
        faults.push(`${path} at ${width}, ${colorScheme}: ${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 200)}`);
    }
  }
  return faults;
}

/** Of each page, narrow and wide; in the dark at the widths that are named. None is left of a page that is well. */
export async function faultsOfAll(page: Page, paths: readonly string[], darkAt: readonly number[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) faults.push(...(await faultsOf(page, path, darkAt)));
  return faults;
}

/** What is too small to be hit (WCAG 2.5.8). A box is hit on its label too; a link within a sentence is as high as it. */
export const smallTargets = (page: Page) =>
  page.locator("a[href], button, input:not([type=hidden]), select, textarea, summary").evaluateAll((all) =>
    all.flatMap((each) => {
      const isBox = each.matches("[type=checkbox], [type=radio]");
      const { width, height } = ((isBox && each.closest("label")) || each).getBoundingClientRect();
      const isSeen = each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const isInSentence =
        getComputedStyle(each).display === "inline" &&
        [...each.parentElement!.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");
      if (!isSeen || isInSentence || each.closest(".vh, .skip") || Math.min(width, height) > 23.9) return [];
      return [`${Math.round(width)} x ${Math.round(height)}: ${each.outerHTML.slice(0, 120)}`];
    }),
  );
