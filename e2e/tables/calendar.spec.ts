import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

test.use({ readsAlone: true });

// The sheet says who has it open, which a database that is only read doesn't take.
test.beforeEach(({ page }) => page.route("**/presence", (route) => route.abort()));

// Thai counts years in the Buddhist era: a page that says 2016 of a period beside a day of 2559 has two calendars.

const common = /\b20[012]\d\b/;
const buddhist = /\b25[56]\d\b/;

/**
 * Years of an era in what names things: words that people wrote, those in another language, and titles of releases, may have
 * any; and a period's code stands beside its name where files have it.
 */
async function yearsOf(era: RegExp, page: Page): Promise<string[]> {
  const names = await page
    .locator("title, main :is(h1, h2, th, caption, dt, .kicker, .crumbs, nav, label, option)")
    .evaluateAll((all) =>
      all.map((each) => {
        const own = each.cloneNode(true) as Element;
        for (const words of own.querySelectorAll("[lang]")) words.remove();
        return own.textContent ?? "";
      }),
    );
  return names.filter((text) => era.test(text.replace(/(25[56]\d) \(20[012]\d\)/g, "$1")));
}

const report = "/th/spaiv/reports/THA/2016";
const pages = {
  "focal.thailand": [
    "/th/spaiv/work",
    "/th/spaiv/reports",
    `${report}/indicators/G5.1-a`,
    `${report}/narrative`,
    `${report}/check`,
    report,
    `${report}?columns=before.earlier.target.limits.state.comment.who&rows=comfortable`,
    `${report}/import`,
    `${report}/print`,
    `${report}/print/blank`,
  ],
  secretariat: [
    "/th/spaiv/work",
    "/th/spaiv/completeness",
    "/th/spaiv/assignments?unit=THA&period=2016",
    "/th/spaiv/review",
    "/th/spaiv/review/KHM/2017",
    "/th/spaiv/review/KHM/2017?tab=all",
    "/th/spaiv/review/KHM/2017/return",
    "/th/spaiv/review/KHM/2017/approve",
  ],
};

for (const [account, addresses] of Object.entries(pages))
  test(`pages of ${account} in Thai name periods in the calendar of their days`, async ({ page, signInAs }) => {
    await signInAs(account);
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.locator("main")).toContainText(buddhist);
      expect(await yearsOf(common, page), address).toEqual([]);
    }
  });

for (const language of ["en", "vi"])
  for (const [account, addresses] of Object.entries(pages))
    test(`the same pages of ${account} have no year of the Buddhist era (${language})`, async ({ page, signInAs }) => {
      await signInAs(account);
      for (const thai of addresses) {
        const address = thai.replace("/th/", `/${language}/`);
        await page.goto(address);
        await expect(page.locator("main")).toContainText(common);
        expect(await yearsOf(buddhist, page), address).toEqual([]);
      }
    });

test("a file that says a period's code has it beside the period's name", async ({ page }) => {
  await page.goto("/th/spaiv/indicators/G5.1-a/2016");
  await expect(page.getByRole("link", { name: /2559 \(2016\)/ })).toHaveAttribute("href", /csv/);
});
