import { expect, test } from "../support/fixtures";
import { submitReport, withdrawReport } from "../support/submit-report";

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

  test("a ratio is never cut off, also where the percent is a word", async ({ page, signInAs }) => {
    await signInAs("secretariat");
    await page.goto(review.replace("/en/", "/th/"));
    await page.evaluate(() => document.fonts.ready);
    const ratios = page.locator("article.item.folded .delta .now").filter({ hasText: "(" });
    await expect(ratios).not.toHaveCount(0);
    const cut = await ratios.evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
    );
    expect(cut).toEqual([]);
  });
});

test("on a phone, what the unit or the reviewer said of an indicator stands in its row", async ({
  page,
  signInAs,
  anotherBrowser,
}) => {
  const words = "Made up: two registers were merged.";
  const unit = await anotherBrowser();
  await signInAs("focal.cambodia", unit);
  await signInAs("secretariat");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(review);
  const clean = page.locator("article.item.folded");
  await expect(clean).toHaveCount(80);
  const [noted, said] = await clean.evaluateAll(([one, other]) => [one!.id, other!.id]);
  const row = (code: string) => page.locator(`article[id="${code}"]`);
  await row(noted!)
    .getByRole("button", { name: `Show ${noted}` })
    .click();
  await row(noted!).getByText("Note for yourself").click();
  await row(noted!).getByLabel(`Your note on ${noted}`).fill(words);
  await row(noted!).getByRole("button", { name: "Keep the note" }).click();
  await expect(row(noted!).getByText("Kept.")).toBeVisible();
  await page.goto(review);
  await expect(row(noted!).getByText("Your note")).toBeVisible();

  await unit.goto("/en/spaiv/reports/KHM/2017/check");
  await withdrawReport(unit);
  await expect(unit).toHaveURL(/done=withdrawn/);
  await unit.goto(`/en/spaiv/reports/KHM/2017/indicators/${said}`);
  await unit.getByLabel("Add a comment").fill(words);
  await unit.getByRole("button", { name: "Add comment" }).click();
  await expect(unit.getByText("Your comment was added.")).toBeVisible();
  await submitReport(unit, "/en/spaiv/reports/KHM/2017");

  await page.goto(review);
  await expect(row(said!).getByText(words)).toBeVisible();
  for (const code of [noted!, said!]) await expect(row(code).getByRole("radio", { name: "Accept" })).toBeVisible();
});

test("where there are keys, the page says so", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto(review);
  await expect(page.locator(hint)).toBeVisible();
});
