import { expect, test } from "../support/fixtures";

// A review on a phone: no longer than needed, and nothing about keys that a phone doesn't have.

const review = "/en/spaiv/review/KHM/2017?tab=all";
const hint = ".review-keys > .note";

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("92 indicators, of which 80 are clean, take a line each where nothing speaks against them", async ({
    page,
    signInAs,
  }) => {
    await signInAs("secretariat");
    await page.goto(review);
    const items = page.locator("article.item");
    await expect(items).toHaveCount(92);
    await page.evaluate(() => document.fonts.ready);
    const heights = (folded: boolean) =>
      items.evaluateAll(
        (all, folded) =>
          all
            .filter((item) => item.classList.contains("folded") === folded)
            .map((item) => item.getBoundingClientRect().height),
        folded,
      );
    const clean = await heights(true);
    expect(clean).toHaveLength(80);
    // As high as a finger needs, and a little for another font.
    expect(Math.max(...clean)).toBeLessThanOrEqual(48);
    expect(Math.max(...(await heights(false)))).toBeLessThanOrEqual(580);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(12_500);
    await expect(page.locator(hint)).toBeHidden();
  });
});

test("where there are keys, the page says so", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto(review);
  await expect(page.locator(hint)).toBeVisible();
});
