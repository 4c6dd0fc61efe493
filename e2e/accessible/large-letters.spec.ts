import { entryForm, hold, row } from "../support/entry-form";
import { expect, test } from "../support/fixtures";
import { mustFit } from "../support/look";

test.use({ readsAlone: true });

// Letters of twice the size on a phone (WCAG 1.4.4, 1.4.10): a page is read downwards, never sideways.

test.use({ viewport: { width: 360, height: 740 } });

const pages: [path: string, account?: string][] = [
  [`${entryForm}/check`, "focal.thailand"],
  [`${entryForm}/import`, "focal.thailand"],
  [`${entryForm}?goal=G1&rows=comfortable`, "focal.thailand"],
  [`${entryForm}/indicators/G5.1-a`, "focal.thailand"],
  ["/en/spaiv/review/VNM/2016", "secretariat"],
  ["/en/spaiv/2016"],
  ["/en/spaiv/2016?view=map"],
  ["/en/spaiv/goals/G5/2016"],
  ["/en/spaiv/countries/THA/2016"],
  ["/en/spaiv/indicators/G5.1-a/2016?country=THA"],
];

for (const [path, account] of pages)
  test(`${path} doesn't scroll sideways`, async ({ page, signInAs }) => {
    if (account) await signInAs(account);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    // The view that the address asks for is drawn by the browser.
    if (path.endsWith("view=map")) await expect(page.locator(".map-table")).toBeVisible();
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await mustFit(page);
    // Nor is a choice cut off within its box.
    const cut = await page
      .locator(".seg")
      .evaluateAll((all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length);
    expect(cut).toBe(0);
  });

test("parts of an indicator scroll within themselves", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G5&rows=comfortable`);
  const toggle = row(page, "G5.1-a").getByRole("button", { name: /^Open/ });
  await hold(toggle);
  await page.keyboard.press("Enter");
  await expect(page.locator("tr.sub .xt").first()).toBeVisible();
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await mustFit(page);
});

test("every tab of a review is in view", async ({ page, signInAs }) => {
  await signInAs("secretariat");
  await page.goto("/en/spaiv/review/VNM/2016?tab=all");
  const tabs = page.locator(".tabs a");
  expect(await tabs.count()).toBeGreaterThan(3);
  for (const tab of await tabs.all()) {
    const { x, width } = (await tab.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(360);
  }
});

test("how far a goal is stands before its title, which gives way to the list's arrow", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  await page.goto(`${entryForm}?goal=G3&rows=comfortable`);
  const goals = page.getByLabel("Goal", { exact: true });
  await expect(goals.locator("option:checked")).toHaveText(/^G3, \d+ of \d+: Labour migration/);
  await expect(goals).toHaveCSS("text-overflow", "ellipsis");
  expect((await goals.boundingBox())!.width).toBeLessThanOrEqual(328);
});
