// What moves under a reader's eyes: the cumulative layout shift (https://web.dev/articles/cls) of a page from its first
// paint until three seconds after it has loaded, with nothing kept by the browser.
const widths = [1280, 360];

/** @param {import("@playwright/test").Browser} browser  @param {string[]} paths */
export async function layoutShifts(browser, address, paths) {
  const rows = [];
  for (const path of paths) {
    const shifts = {};
    for (const width of widths) {
      const context = await browser.newContext({ viewport: { width, height: width > 600 ? 800 : 740 } });
      const page = await context.newPage();
      await page.addInitScript(() => {
        window.shifts = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      // Fonts come late on a slow line.
      await page.route("**/*.woff2", async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue();
      });
      await page.goto(address + path, { waitUntil: "load" });
      await page.waitForTimeout(3000);
      shifts[`at ${width} px`] = Number((await page.evaluate(() => window.shifts)).toFixed(3));
      await context.close();
    }
    rows.push({ what: path, ...shifts });
  }
  return rows;
}
