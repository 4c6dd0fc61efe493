import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";

test.use({ readsAlone: true });

// Thai counts years in the Buddhist era: a page that says 2016 of a period beside a day of 2559 has two calendars.

/** Years of the common era in what names things: words that people wrote, and titles of releases, may have any. */
const commonYears = (page: Page): Promise<string[]> =>
  page
    .locator("main :is(h1, h2, th, caption, dt, .kicker, .crumbs, nav, label, option)")
    .evaluateAll((all) => all.map((each) => each.textContent ?? "").filter((text) => /\b20[012]\d\b/.test(text)));

const report = "/th/spaiv/reports/THA/2016";
const pages = {
  "focal.thailand": [
    "/th/spaiv/work",
    "/th/spaiv/reports",
    `${report}/indicators/G5.1-a`,
    `${report}/narrative`,
    `${report}/check`,
  ],
  secretariat: ["/th/spaiv/work", "/th/spaiv/completeness", "/th/spaiv/assignments?unit=THA&period=2016"],
};

for (const [account, addresses] of Object.entries(pages))
  test(`pages of ${account} in Thai name periods in the calendar of their days`, async ({ page, signInAs }) => {
    await signInAs(account);
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.locator("main")).toContainText(/25[56]\d/);
      expect(await commonYears(page), address).toEqual([]);
    }
  });

test("a file that says a period's code has it beside the period's name", async ({ page }) => {
  await page.goto("/th/spaiv/indicators/G5.1-a/2016");
  await expect(page.getByRole("link", { name: /2559 \(2016\)/ })).toHaveAttribute("href", /csv/);
});
