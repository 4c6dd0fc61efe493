import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { heldScripts } from "../support/held-scripts";
import { expectStill } from "../support/layout-shift";
import { mustFit } from "../support/look";
import { rows, titles } from "../support/table-rows";

test.use({ readsAlone: true });

// A reader sorts, narrows and pages a table; what was asked for stands in the address.

const list = "/en/spaiv/indicators";
const awake = (page: Page) => expect(page.getByLabel("Find an indicator")).toBeVisible();

test("a head sorts, from its first, from its last, and then no more @quick", async ({ page }) => {
  await page.goto(list);
  await awake(page);
  const own = await titles(page);
  const head = page.getByRole("columnheader", { name: "Indicator" });
  await expect(head).not.toHaveAttribute("aria-sort");
  await head.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(page).toHaveURL(`${list}?sort=title`);
  const { compare } = new Intl.Collator("en", { numeric: true });
  const sorted = [...own].sort(compare);
  expect(await titles(page)).toEqual(sorted);
  // In another order no goal stands above its indicators.
  await expect(page.getByRole("heading", { name: /^G5/ })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "descending");
  expect((await titles(page))[0]).toBe(sorted.at(-1));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(list);
  expect(await titles(page)).toEqual(own);
  await expect(page.getByRole("heading", { name: /^G5/ })).toHaveCount(1);
});

test("what isn't assessed stands last, from whichever end statuses are sorted", async ({ page }) => {
  await page.goto(`${list}?sort=region`);
  await awake(page);
  const statuses = rows(page).locator("td:last-child");
  await expect(statuses.first()).toHaveText("Achieved");
  const last = /^(Not assessed|no value for the region|No value|Suppressed)$/;
  await expect(statuses.last()).toHaveText(last);
  await page.goto(`${list}?sort=-region`);
  await awake(page);
  await expect(statuses.first()).not.toHaveText(last);
  await expect(statuses.last()).toHaveText(last);
});

test("what was asked for survives a reload, the way back, another language and another reader @quick", async ({
  page,
  anotherBrowser,
}) => {
  await page.goto(list);
  await awake(page);
  const all = await rows(page).count();
  await page.getByLabel("Find an indicator").fill("G5");
  await page.locator("summary", { hasText: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Aim" }).uncheck();
  await page.keyboard.press("Escape");
  await page.getByRole("columnheader", { name: "What is reported" }).getByRole("button").click();
  const address = `${list}?find=G5&hide=aim&sort=measure`;
  const expectAsked = async (reader: Page) => {
    await awake(reader);
    await expect(reader.getByRole("columnheader", { name: "Aim" })).toHaveCount(0);
    await expect(reader.getByRole("columnheader", { name: "What is reported" })).toHaveAttribute(
      "aria-sort",
      "ascending",
    );
    await expect(reader.getByLabel("Find an indicator")).toHaveValue("G5");
    const found = await rows(reader).count();
    expect(found).toBeGreaterThan(2);
    expect(found).toBeLessThan(all);
    await expect(reader.getByRole("status")).toHaveText(`${found} of ${all} indicators`);
  };
  await expectAsked(page);
  expect(new URL(page.url()).searchParams).toEqual(new URL(address, page.url()).searchParams);
  await page.reload();
  await expectAsked(page);
  await rows(page).locator("th a").first().click();
  await expect(page).toHaveURL(/\/indicators\/G/);
  await page.goBack();
  await expectAsked(page);
  const other = await anotherBrowser();
  await other.goto(page.url());
  await expectAsked(other);
  await page.getByText("English", { exact: true }).first().click();
  await page.getByRole("link", { name: "ไทย" }).click();
  await expect(page).toHaveURL(/\/th\/spaiv\/indicators\?.*sort=measure/);
  // Codes are the same in every language.
  await expect(page.getByRole("columnheader")).toHaveCount(3);
  await expect(page.getByRole("columnheader", { name: "สิ่งที่รายงาน" })).toHaveAttribute("aria-sort", "ascending");
});

test("an address that can't be meant shows the whole table", async ({ page }) => {
  await page.goto(list);
  await awake(page);
  const all = await rows(page).count();
  await page.goto(`${list}?sort=__proto__&hide=title&rows=7&page=99&find=${"x".repeat(200)}`);
  await awake(page);
  await expect(rows(page)).toHaveCount(all);
  // There are fewer pages: the last is shown.
  await page.goto(`${list}?rows=50&page=99`);
  await awake(page);
  await expect(rows(page)).toHaveCount(all % 50);
});

test("words that nothing has are told, and all rows are a press away", async ({ page }) => {
  await page.goto(`${list}?find=zzzz`);
  await expect(page.getByText("No indicator has these words.")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByLabel("Find an indicator")).toBeFocused();
  await expect(page).toHaveURL(list);
  expect(await rows(page).count()).toBeGreaterThan(80);
});

test("pages turn on the screen; paper has every row and no control", async ({ page }) => {
  await page.goto(list);
  await awake(page);
  const own = await titles(page);
  await page.getByLabel("Rows on a page").selectOption("25");
  await expect(rows(page)).toHaveCount(25);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("status")).toHaveText(`Page 2 of ${Math.ceil(own.length / 25)}`);
  expect(await titles(page)).toEqual(own.slice(25, 50));
  await expect(page.getByRole("table")).toBeInViewport();
  await page.reload();
  await awake(page);
  expect(await titles(page)).toEqual(own.slice(25, 50));
  await page.emulateMedia({ media: "print" });
  await expect(rows(page)).toHaveCount(own.length);
  await expect(page.getByLabel("Find an indicator")).toBeHidden();
  await expect(page.getByRole("button", { name: "Next" })).toBeHidden();
});

test("paper says which rows were asked for, and not which page was shown", async ({ page }) => {
  await page.goto(`${list}?find=law&rows=25`);
  await awake(page);
  const told = page.getByRole("status");
  await page.emulateMedia({ media: "print" });
  await expect(told).toBeVisible();
  await expect(told).toHaveText(/^\d of \d+ indicators$/);
  expect(await told.evaluate((each) => getComputedStyle(each, "::after").content)).toContain("law");
  await page.emulateMedia({ media: null });
  await page.getByLabel("Find an indicator").fill("i");
  await expect(told).toContainText("Page 1 of");
  await page.emulateMedia({ media: "print" });
  await expect(told.getByText("Page 1 of")).toBeHidden();
});

test("words pasted with marks that nobody sees are found", async ({ page }) => {
  await page.goto(list);
  await awake(page);
  await page.getByLabel("Find an indicator").fill("traf\u00adficking\u200b \u202alaw\u202c");
  await expect(rows(page).filter({ hasText: "Trafficking law in line" })).toHaveCount(1);
});

test("a narrowed table isn't seen whole first, and nothing moves when its scripts come", async ({ page }) => {
  for (const query of ["", "?find=law&sort=-region&hide=aim", "?rows=25&page=2"]) {
    const line = await heldScripts(page);
    await page.goto(list + query, { waitUntil: "commit" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    if (query) await expect(page.locator("table")).toBeHidden();
    else await expect(page.locator("table")).toBeVisible();
    await line.open();
    await awake(page);
    await expectStill(page, list + query, 0.01);
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("rows are cards that say what each line is, and are sorted by a choice", async ({ page }) => {
    await page.goto(list);
    await awake(page);
    await expect(page.locator("main thead")).toBeHidden();
    await page.getByLabel("Sort by").selectOption("Region 2016: missed first");
    await expect(page).toHaveURL(`${list}?sort=-region`);
    const card = rows(page).first();
    const [name, cell] = [await card.locator("th").boundingBox(), await card.locator("td").first().boundingBox()];
    expect(cell!.y).toBeGreaterThanOrEqual(name!.y + name!.height);
    const label = card.locator("td").last();
    expect(await label.evaluate((cell) => getComputedStyle(cell, "::before").content)).toContain("Region 2016");
    await mustFit(page);
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the table stands whole under its goals, with nothing that can't be used", async ({ page }) => {
    await page.goto(`${list}?find=law&sort=-region&rows=25`);
    await expect(page.getByRole("heading", { name: /^G5/ })).toBeVisible();
    expect(await rows(page).count()).toBeGreaterThan(80);
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
    await expect(page.getByLabel("Find an indicator")).toBeHidden();
    await expect(page.locator("summary", { hasText: "Columns" })).toBeHidden();
  });
});
