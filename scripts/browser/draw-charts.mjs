/**
 * Charts draw when they come near the window: goes to each and waits until it stands, then back to the top. What isn't
 * drawn would neither be checked nor be in a picture.
 * @param {import("@playwright/test").Page} page
 */
export async function drawCharts(page) {
  for (const place of await page.locator(".plot-place").all()) {
    if (!(await place.isVisible())) continue;
    await place.scrollIntoViewIfNeeded();
    await place.locator("svg").first().waitFor();
  }
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForLoadState("networkidle");
}
