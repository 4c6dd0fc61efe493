import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

test.use({ readsAlone: true });

// What somebody takes on paper into a meeting: no switch works there, so charts and tables are both printed.

/** As wide as a sheet of A4 between its margins. */
const paper = { width: 703, height: 1000 };

const sizes = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).map(({ width, height }) => [width, height]));

for (const width of [1280, 360])
  test(`an indicator opened at ${width} px prints each chart with its table`, async ({ page }) => {
    await page.setViewportSize({ width, height: 500 });
    await page.goto("/en/spaiv/indicators/G6.2-a/2016", { waitUntil: "networkidle" });
    // Also those that nobody scrolled to.
    await page.keyboard.press("Control");
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

test("from a phone too, charts are drawn for the paper", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 500 });
  await page.goto("/en/spaiv/indicators/G6.2-a/2016", { waitUntil: "networkidle" });
  await page.keyboard.press("Control");
  await expect(page.locator(".recharts-surface")).toHaveCount(8);
  const widths = () => page.locator(".recharts-surface").evaluateAll((all) => all.map((each) => each.clientWidth));
  const onScreen = await widths();
  expect(Math.max(...onScreen)).toBeLessThan(360);
  // What a browser tells before it prints and after it; nothing measures the page in between.
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const ofPaper = await widths();
  expect(ofPaper.filter((width) => width === paper.width)).toHaveLength(2);
  expect(Math.max(...ofPaper.filter((width) => width !== paper.width))).toBeLessThan(paper.width / 3);
  // Bars stand beside each other, as on a wide window, with a name under each group.
  const names = page.locator("#breakdown .one:not(.off) .recharts-xAxis-tick-labels text");
  await expect(names).toHaveCount(6);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(names).toHaveCount(0);
  expect(await widths()).toEqual(onScreen);
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

for (const width of [1280, 360])
  test(`tables of a country opened at ${width} px print an indicator a row, below their heads`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto("/en/spaiv/countries/LAO/2016");
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize(paper);
    for (const [table, rows] of [
      [page.locator("table:has(#G5)"), "#G5 tr:has(> td + td)"],
      [page.locator(".changed table").first(), "tbody tr"],
    ] as const) {
      await expect(table.getByRole("columnheader", { name: "Indicator" })).toBeVisible();
      const row = table.locator(rows).first();
      const tops = await row.locator("> *").evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
      expect(tops.length).toBeGreaterThan(1);
      expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(1);
      expect((await row.boundingBox())!.height).toBeLessThan(50);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(paper.width);
    await expect(page.getByRole("navigation", { name: "You are here" }).getByRole("listitem")).toHaveCount(3);
  });

test("the heat map prints goals' codes, countries' names and values within the sheet", async ({ page }) => {
  for (const path of ["/en/spaiv/2016", "/th/spaiv/2016", "/en/spaiv/2016?view=values"]) {
    await page.goto(path);
    const table = page.locator(path.includes("values") ? ".heat.with-values" : ".heat");
    await expect(table).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize(paper);
    const names = table.locator("thead a");
    expect(await names.count()).toBe(6);
    for (const name of await names.all()) {
      await expect(name.locator(".full")).toBeVisible();
      await expect(name.locator("abbr")).toBeHidden();
      const head = name.locator("xpath=..");
      expect(await head.evaluate((cell) => cell.scrollWidth - cell.clientWidth), path).toBe(0);
    }
    await expect(table.locator("tr.goal").first().getByText("G1", { exact: true })).toBeVisible();
    const right = await table
      .locator("tbody *:visible")
      .evaluateAll((all) => Math.max(...all.map((each) => each.getBoundingClientRect().right)));
    expect(right, path).toBeLessThanOrEqual(paper.width);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});
