import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

test.use({ readsAlone: true });

// The regional picture and the charts by keyboard: one stop each, arrows inside.

const region = "/en/spaiv/2016";

/** How often Tab is pressed from the first of these places until the focus is beyond it. */
async function stopsIn(page: Page, selector: string): Promise<number> {
  const isInside = () => page.locator(selector).evaluate((place) => place.contains(document.activeElement));
  let stops = 0;
  while (await isInside()) {
    stops++;
    await page.keyboard.press("Tab");
  }
  return stops;
}

test("the heat map is one stop for the Tab key, and arrows reach all of it", async ({ page }) => {
  await page.goto(region);
  const heat = page.getByRole("table", { name: /^Progress status of each indicator/ });
  // The last part of the legend stands before it.
  const before = page
    .getByRole("list", { name: /^Statuses/ })
    .getByRole("button")
    .last();
  // Until the page's script runs, each link of its heads is a stop of its own.
  await expect(heat.locator('td > a[tabindex="0"]')).toHaveCount(1);
  await before.focus();
  await page.keyboard.press("Tab");
  expect(await stopsIn(page, ".heat-scroll")).toBe(1);

  await before.focus();
  await page.keyboard.press("Tab");
  const row = heat.getByRole("row", { name: /^G1\.1-a/ });
  await expect(row.getByRole("cell").first().getByRole("link")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(row.getByRole("rowheader").getByRole("link")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  const goal = heat.getByRole("button", { name: /^\W*G1/ });
  await expect(goal).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(goal).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  await expect(heat.getByRole("columnheader", { name: "Viet Nam" }).getByRole("link")).toBeFocused();
  // Left and come back to, it is where it was.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(heat.getByRole("columnheader", { name: "Viet Nam" }).getByRole("link")).toBeFocused();
});

for (const [width, height] of [
  [1280, 720],
  [360, 640],
] as const)
  test(`at ${width} px what arrows reach in the regional picture isn't under its heads`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(region);
    // One stop for the whole table: it is live to its last goal.
    await page.locator(".heat td > a[tabindex='0']").focus();
    for (let step = 0; step < 40; step++) await page.keyboard.press("ArrowDown");
    const hidden = () =>
      page.evaluate(() => {
        const focused = document.activeElement!.getBoundingClientRect();
        const heads = document.querySelector(".heat thead th")!.getBoundingClientRect();
        return Math.max(0, Math.round(heads.bottom - focused.top));
      });
    for (let step = 0; step < 39; step++) {
      await page.keyboard.press("ArrowUp");
      await expect.poll(hidden, `at step ${step}`).toBe(0);
    }
  });

test("on a phone what arrows reach in a row isn't under the rows' heads", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(region);
  await page.locator(".heat td > a[tabindex='0']").focus();
  for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowRight");
  const hidden = () =>
    page.evaluate(() => {
      const cell = document.activeElement!;
      const head = cell.closest("tr")!.querySelector("th")!.getBoundingClientRect();
      return Math.max(0, Math.round(head.right - cell.getBoundingClientRect().left));
    });
  for (let step = 0; step < 5; step++) {
    await page.keyboard.press("ArrowLeft");
    await expect.poll(hidden, `at step ${step}`).toBe(0);
  }
});

test("who comes into the heat map before all of it is live keeps their place", async ({ page }) => {
  // The parts of the table become live in the browser's free moments: here it has none until it is told.
  await page.addInitScript(() => {
    const waiting: IdleRequestCallback[] = [];
    window.requestIdleCallback = (callback) => waiting.push(callback);
    const deadline = { didTimeout: true, timeRemaining: () => 0 };
    Object.assign(window, { beIdle: () => waiting.splice(0).map((callback) => callback(deadline)) });
  });
  await page.goto(region);
  const beIdle = () => page.evaluate(() => (window as unknown as { beIdle(): void }).beIdle());
  await expect(page.getByRole("group", { name: "View" }).getByRole("button", { name: "Status" })).toBeVisible();
  const link = page.locator(".heat tbody th > a").nth(3);
  await link.focus();
  await expect
    .poll(async () => {
      await beIdle();
      return page.locator('.heat td > a[tabindex="-1"]').count();
    })
    .toBeGreaterThan(500);
  await expect(link).toBeFocused();
  await expect(link).toHaveAttribute("tabindex", "0");
  await expect(page.locator('.heat [tabindex="0"]')).toHaveCount(1);
});

test("a chart is one stop, arrows go from point to point, and each is said", async ({ page }) => {
  await page.goto("/en/spaiv/indicators/G6.2-a/2016");
  const charts = page.locator("#countries .as-chart");
  await page.mouse.move(9, 9);
  await expect(charts.locator(".recharts-surface")).toHaveCount(6);
  await charts.locator(".recharts-surface").first().focus();
  const said = charts.getByRole("status").first();
  // The baseline, what was reported, and the target: no stop has nothing to say, none but the baseline is called so.
  const points = [/^Baseline 2014: \S/, /^2015: \S/, /^2016: \S/, /^Target 2018: \S/];
  await expect(said).toHaveText(points[0]!);
  for (const point of points.slice(1)) {
    await page.keyboard.press("ArrowRight");
    await expect(said).toHaveText(point);
  }
  await page.keyboard.press("Home");
  await expect(said).toHaveText(points[0]!);
  await page.keyboard.press("End");
  await expect(said).toHaveText(points.at(-1)!);
  await charts.locator(".recharts-surface").first().focus();
  expect(await stopsIn(page, "#countries .as-chart .smalls")).toBe(6);
});
