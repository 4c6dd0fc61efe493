import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { heldScripts } from "../support/held-scripts";
import { expectStill } from "../support/layout-shift";
import { mustFit } from "../support/look";
import { titles } from "../support/table-rows";

test.use({ readsAlone: true });

// Every indicator of a country in one table, goal by goal until its reader orders them otherwise.

const country = "/en/spaiv/countries/KHM/2016";
const table = (page: Page) => page.getByRole("table", { name: "Indicators of Cambodia, 2016" });
const rows = (page: Page) => table(page).locator("tbody tr:has(> th):visible");
const head = (page: Page, name: string) => table(page).getByRole("columnheader", { name });
const awake = (page: Page) => expect(page.getByLabel("Find an indicator")).toBeVisible();

test("statuses are sorted from achieved to missed, values of many units aren't", async ({ page }) => {
  await page.goto(country);
  await awake(page);
  const all = await rows(page).count();
  for (const name of ["Value 2016", "Target 2016"]) await expect(head(page, name).getByRole("button")).toHaveCount(0);
  await head(page, "Status 2016").getByRole("button").click();
  await expect(page).toHaveURL(`${country}?sort=status`);
  await expect(head(page, "Status 2016")).toHaveAttribute("aria-sort", "ascending");
  await expect(rows(page)).toHaveCount(all);
  await expect(rows(page).first().locator("td").last()).toHaveText("Achieved");
  await expect(rows(page).last().locator("td").last()).toHaveText(/^(Not assessed|No value|Suppressed|Not applicable)/);
  // The order goes along to another period, and each row still leads to its explanation.
  await page.getByRole("navigation", { name: "Reporting period" }).getByRole("link", { name: "2015" }).click();
  await expect(page).toHaveURL("/en/spaiv/countries/KHM/2015?sort=status");
  await page.goBack();
  await awake(page);
  await expect(head(page, "Status 2016")).toHaveAttribute("aria-sort", "ascending");
  await rows(page).first().getByRole("link").click();
  await expect(page).toHaveURL(/\/indicators\/G[^/]+\/2016\?country=KHM#explanation-KHM$/);
});

test("a goal that is chosen above is found in whatever order the rows stand, and on whichever page", async ({
  page,
}) => {
  const goal = (code: string) => page.getByRole("heading", { level: 3, name: new RegExp(`^${code} `) });
  const choose = (code: string) => page.locator(`main a[href="#${code}"]`).click();
  await page.goto(country);
  await awake(page);
  const own = await titles(page);
  await choose("G5");
  await expect(goal("G5")).toBeInViewport();
  await head(page, "Status 2016").getByRole("button").click();
  await expect(goal("G5")).toHaveCount(0);
  // Where it led to no longer stands in the address, so that it leads there again.
  await expect(page).toHaveURL(`${country}?sort=status`);
  await choose("G5");
  await expect(goal("G5")).toBeInViewport();
  await expect(page).toHaveURL(country);
  expect(await titles(page)).toEqual(own);
  await page.getByLabel("Rows on a page").selectOption("25");
  await expect(goal("G8")).toBeHidden();
  await choose("G8");
  await expect(goal("G8")).toBeInViewport();
  await expect(page).toHaveURL(`${country}?rows=25&page=${Math.ceil(own.length / 25)}`);
  await page.getByLabel("Find an indicator").fill("G1.1-a");
  await expect(rows(page)).toHaveCount(1);
  await choose("G2");
  await expect(goal("G2")).toBeInViewport();
  await expect(page.getByLabel("Find an indicator")).toHaveValue("");
});

test("a narrowed table isn't seen whole first, and what stands below it stays", async ({ page }) => {
  for (const query of ["", "?find=law&sort=-status&hide=target"]) {
    const line = await heldScripts(page);
    await page.goto(country + query, { waitUntil: "commit" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const below = page.getByRole("heading", { name: "In the country’s own words" });
    for (const part of [page.locator(".of-result table"), below])
      if (query) await expect(part).toBeHidden();
      else await expect(part).toBeVisible();
    await line.open();
    await awake(page);
    await expect(below).toBeVisible();
    await expectStill(page, country + query, 0.01);
  }
});

test("without an approved report there are targets alone, in an order of their own", async ({ page }) => {
  await page.goto("/en/spaiv/countries/THA/2016?sort=status&hide=value");
  await awake(page);
  await expect(page.getByRole("columnheader")).toHaveText(["Indicator", "Target 2016", "Status 2015"]);
  await page.getByRole("button", { name: "Status 2015" }).click();
  await expect(page).toHaveURL("/en/spaiv/countries/THA/2016?sort=before");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("rows are cards that say what each line is", async ({ page }) => {
    await page.goto("/th/spaiv/countries/KHM/2016");
    const card = page.locator(".of-result tbody tr:has(> th)").first();
    await expect(page.getByLabel("ค้นหาตัวชี้วัด")).toBeVisible();
    const named = await card
      .locator("td")
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, "::before").content));
    expect(named).toEqual(['"ค่าปี 2559"', '"เป้าหมายปี 2559"', '"สถานะปี 2558"', '"สถานะปี 2559"']);
    await mustFit(page);
  });
});
