import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

// What somebody takes on paper into a meeting: no switch works there, so charts and tables are both printed.

/** As wide as a sheet of A4 between its margins. */
const paper = { width: 703, height: 1000 };

const sizes = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).map(({ width, height }) => [width, height]));

for (const width of [1280, 360])
  test(`an indicator opened at ${width} px prints each chart with its table`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto("/en/spaiv/indicators/G6.2-a/2016");
    // Also those that nobody scrolled to.
    await expect(page.locator(".recharts-surface")).toHaveCount(8);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize(paper);
    for (const [chartWidth, height] of await sizes(page, ".recharts-surface")) {
      expect(chartWidth).toBeGreaterThan(180);
      expect(height).toBeGreaterThan(100);
    }
    const right = await page
      .locator(".recharts-surface")
      .evaluateAll((all) => Math.max(...all.map((each) => each.getBoundingClientRect().right)));
    expect(right).toBeLessThanOrEqual(paper.width);
    await expect(page.getByRole("table", { name: /by country and period$/ })).toBeVisible();
    await expect(page.getByRole("table", { name: /for the region/i }).or(page.locator("#region table"))).toBeVisible();
    for (const name of ["Sex", "Age"])
      await expect(page.getByRole("table", { name: new RegExp(`: ${name}, 2016$`) })).toBeVisible();
    // No column is cut off.
    for (const table of await page.locator("main table:visible").all())
      expect((await table.boundingBox())!.x + (await table.boundingBox())!.width).toBeLessThanOrEqual(paper.width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(paper.width);
  });

test("an indicator prints the chosen country's name, and no control or heading of what isn't on paper", async ({
  page,
}) => {
  await page.goto("/en/spaiv/indicators/G6.2-a/2016?country=VNM");
  const explanation = page.locator("aside .panel");
  await expect(explanation.getByRole("combobox")).toHaveValue("VNM");
  await expect(explanation.getByRole("heading", { name: "Viet Nam, 2016" })).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(explanation.getByRole("heading", { name: "Viet Nam, 2016" })).toBeVisible();
  await expect(explanation.getByRole("heading", { level: 3 })).toHaveCount(1);
  await expect(page.locator("select:visible")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Downloads" })).toBeHidden();
});
