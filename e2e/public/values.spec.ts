import { expect, test } from "../support/fixtures";
import { cells, csvOf, plain, shownAs } from "./public-files";

test.use({ readsAlone: true });

// The values of public pages are those of the files beside them.

const region = "/en/spaiv/2016";
const indicator = "/en/spaiv/indicators/G6.2-a/2016";

test("an indicator's charts, the same numbers as tables and in a file @quick", async ({ page, complaints }) => {
  await page.goto(indicator);
  const value = page.locator("#countries");
  await expect(value.getByRole("heading", { level: 2 })).toContainText(
    /of the (two|three|four|five|six) countries assessed/,
  );
  await page.mouse.move(9, 9);
  await expect(value.locator(".recharts-surface")).toHaveCount(6);
  // A point is reached by the keyboard and says its value.
  await value.locator(".recharts-surface").first().focus();
  await page.keyboard.press("ArrowRight");
  const tip = value.locator(".plot-tip").first();
  await expect(tip).toBeVisible();
  // To the path's end; where it has a corner and nothing else, no empty box stands.
  for (const _ of [2017, 2018]) {
    await page.keyboard.press("ArrowRight");
    expect(await value.locator(".plot-tip").allInnerTexts()).not.toContain("");
  }

  await value.getByRole("button", { name: "Table" }).click();
  const table = value.getByRole("table", { name: /by country and period$/ });
  await expect(table).toBeVisible();
  // The choice outlives another one, and a reload.
  await table.getByRole("link", { name: "Viet Nam" }).click();
  await expect(page).toHaveURL(/country=VNM/);
  await expect(table).toBeVisible();
  await page.reload();
  await expect(table).toBeVisible();
  const heads = await table.getByRole("columnheader").allInnerTexts();
  expect(heads).toEqual(["Country", "Baseline", "2015", "2016", "Planned 2016", "Target 2018", "Status 2016"]);
  const names = await table.getByRole("rowheader").allInnerTexts();
  expect(names).toEqual(["Cambodia", "China", "Lao PDR", "Myanmar", "Thailand", "Viet Nam"]);

  const file = await csvOf(page, `${indicator}/csv`);
  const href = await page.getByRole("link", { name: "All values of G6.2-a up to 2016 (CSV)" }).getAttribute("href");
  expect(href).toBe(`${indicator}/csv`);
  const inFile = (name: string, period: string) => {
    const found = file.find((each) => each.unit_name === name && each.period === period && each.cell === "total");
    return found ? shownAs(found) : "no value";
  };
  const shown = (await cells(table)).slice(1);
  expect(shown.map((row) => row.slice(1, 3).map(plain))).toEqual(
    names.map((name) => [inFile(name, "2015"), inFile(name, "2016")]),
  );
  expect(new Set(shown.flat())).toContain("suppressed");
  // Thailand's report isn't approved: what it means to reach stands there all the same.
  const thailand = shown[names.indexOf("Thailand")]!;
  expect(thailand.at(2)).toBe("no approved report");
  const own = file.find(({ unit, period, cell }) => unit === "THA" && period === "2016" && cell === "total")!;
  expect(own).toMatchObject({ missing_reason: "noApprovedReport", target_period: "2016" });
  expect(thailand.slice(3)).toEqual([own.target, expect.stringMatching(/^\d/), "–"]);
  expect(complaints).toEqual([]);
});

test("goals, countries and periods, each page with what it shows as a file", async ({ page, complaints }) => {
  await page.goto(region);
  const main = page.getByRole("main");
  await main.getByRole("link", { name: "Victims are identified early and referred" }).last().click();
  await expect(page).toHaveURL("/en/spaiv/goals/G5/2016");
  await expect(page.getByText(/^\d+% of assessed results of this goal/)).toBeVisible();
  const activities = page.getByRole("list", { name: "Indicative activities of G5.1.1" });
  await expect(activities.getByText(/^Agree one national checklist of signs/)).toBeVisible();
  const periods = page.getByRole("navigation", { name: "Reporting period" });
  await periods.getByRole("link", { name: "2015" }).click();
  await expect(page).toHaveURL("/en/spaiv/goals/G5/2015");
  await expect(periods.getByRole("link", { name: "2015" })).toHaveAttribute("aria-current", "page");

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Countries" }).click();
  await main.getByRole("link", { name: "Cambodia" }).click();
  await expect(page).toHaveURL("/en/spaiv/countries/KHM/2016");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Cambodia: \d+% of assessed indicators/);
  // Two statuses that stand beside each other though the definition changed in between.
  await expect(main.getByRole("row", { name: /^G1\.3-a / })).toContainText("new definition, not comparable");
  const file = await csvOf(page, "/en/spaiv/countries/KHM/2016/csv");
  let met = 0;
  const table = main.getByRole("table", { name: "Indicators of Cambodia, 2016" });
  for (const text of await table.getByRole("row").allInnerTexts()) {
    const parts = text.split("\t").map((part) => part.trim());
    const found = file.find((each) => parts[0]?.startsWith(`${each.indicator} `));
    if (!found) continue;
    met++;
    if (found.mark === "missing") expect(parts[1], text).toMatch(/^no value|^not applicable/);
    else expect(plain(parts[1]!), text).toBe(shownAs(found));
  }
  expect(met).toBe(file.length);

  // Without an approved report a country's page has its targets.
  await page.goto("/en/spaiv/countries/THA/2016");
  await expect(page.getByText("No report of Thailand for 2016 is approved.")).toBeVisible();
  const targets = main.getByRole("table", { name: "Indicators of Thailand, 2016" });
  await expect(targets.getByRole("columnheader")).toHaveText(["Indicator", "Target 2016", "Status 2015"]);
  await expect(targets.getByRole("row", { name: /^G5\.2\.1-a / })).toContainText("Yes by 2017");

  // What is defined anew is neither better nor worse than before.
  await page.goto(region);
  await expect(page.getByText(/results stand under a changed definition and can’t be compared/)).toBeVisible();
  const changed = page.getByRole("region", { name: "What changed since 2015" });
  await expect(changed.getByRole("table", { name: "Worsened" }).getByRole("rowheader")).toHaveCount(3);
  await expect(changed.getByRole("table", { name: "Improved" }).getByRole("rowheader")).toHaveCount(3);
  await expect(changed).not.toContainText("G1.3-a");

  // The regional file is the heat map's values, cell by cell.
  const countsStatuses = page.getByText("these counts are of the countries’ statuses");
  await expect(countsStatuses).toBeHidden();
  await page.getByRole("button", { name: "Values" }).click();
  await expect(countsStatuses).toBeVisible();
  const heat = page.getByRole("table", { name: /^Progress status of each indicator/ });
  await expect(heat.getByText("no value").first()).toBeAttached();
  const all = await csvOf(page, `${region}/csv`);
  const countries = ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"];
  const shown = await heat.getByRole("row").evaluateAll((rows) =>
    rows.map((row) => ({
      code: row.querySelector("th i:not(:empty)")?.textContent ?? "",
      values: [...row.querySelectorAll("td b")].map((value) => value.textContent ?? ""),
    })),
  );
  const indicators = shown.filter(({ code, values }) => /-\w$/.test(code) && values.length === 6);
  expect(indicators.length).toBeGreaterThan(60);
  for (const { code, values } of indicators)
    expect(values.slice(0, 5).map(plain), code).toEqual(
      // Thailand's column is empty but for its head.
      countries
        .filter((country) => country !== "THA")
        .map((country) => {
          const found = all.find((each) => each.indicator === code && each.unit === country);
          return found ? shownAs(found) : "no value";
        }),
    );
  expect(complaints).toEqual([]);
});

test("a country's sentence says apart what isn't assessed because it doesn't apply, as its bars count it", async ({
  page,
}) => {
  await page.goto("/en/spaiv/countries/LAO/2016");
  const said = (await page.locator(".lead").textContent())!;
  const [, notAssessed] = /; (\d+) are not assessed, one of them because it doesn’t apply\./.exec(said)!;
  const bars = await page.locator(".track i.I").allInnerTexts();
  expect(bars.reduce((sum, count) => sum + Number(count), 0)).toBe(Number(notAssessed));
  await expect(page.locator(".meta")).toContainText("; 1 doesn’t apply");
  // What changed names of better and worse how many there are, and how many stand here.
  const changes = page.locator("section", { has: page.locator("#changes-title") });
  await expect(changes).toContainText(
    /Listed below are \d of the (\d+) results that improved and \d of the (\d+) that worsened: those/,
  );
});

test("a region's value says over how many countries it is, where that isn't all", async ({ page }) => {
  await page.goto(`${region}?view=values`);
  const last = (code: string) => page.locator(".heat tr", { hasText: code }).locator("td:last-child");
  // Reported for context: there is no status that would say it.
  await expect(last("G5.1-a").locator("b")).toHaveText("1,938");
  await expect(last("G5.1-a").locator(".over")).toHaveText("5 of 6 countries");
  // A count of countries says it itself.
  await expect(last("G1.1.1-b").locator("b")).toHaveText("5 of 5");
  await expect(last("G1.1.1-b").locator(".over")).toHaveText("status: 5 of 6");
});

test("an earlier value that stands in the region's is marked wherever that is, and its country named", async ({
  page,
}) => {
  const file = await csvOf(page, `${region}/csv`);
  const carried = file.filter(({ carried_forward: from }) => from !== "").map(({ indicator: code }) => code);
  expect(carried.length).toBeGreaterThan(5);
  expect(carried).toContain("G3.2.2-a");
  expect(new Set(file.map(({ carried_forward: from }) => from))).toEqual(
    new Set(["", "THA 2015", "LAO 2015; THA 2015"]),
  );

  await page.goto(region);
  const note = page.locator("#heat .src").filter({ hasText: /last approved value stands for .*Thailand \(2015\)/ });
  await expect(note).toBeVisible();
  const marked = page.locator(".heat td").filter({ hasText: /with the last approved value of .*Thailand \(2015\)/ });
  await expect(marked).toHaveCount(carried.length);
  await expect(marked.first().locator("b")).toContainText("*");
  await page.getByRole("button", { name: "Values" }).click();
  await expect(page.locator(".heat.with-values")).toBeVisible();
  await expect(marked).toHaveCount(carried.length);
  await page.goto("/en/spaiv/goals/G3/2016");
  await expect(note).toBeVisible();

  await page.goto("/en/spaiv/indicators/G3.2.2-a/2016?country=REGION#explanation");
  await expect(page.locator("#region h2")).toContainText("with values of 2015 for Thailand");
  const panel = page.getByRole("region", { name: "Region, 2016" });
  await expect(panel).toContainText("Thailand stands with its value of 2015.");
});

test("a target of a later definition is drawn beside no value, and the table says whose it is", async ({ page }) => {
  await page.goto("/en/spaiv/indicators/G3.2.1-a/2016?countries=table");
  const value = page.locator("#countries");
  await expect(value.locator(".fig-sub")).toHaveText("Persons, baseline to 2016, with the planned path to 2016");
  await expect(value.getByRole("row", { name: /^Thailand/ })).toContainText("600 by 2018");
  await expect(value).toContainText("The target for 2018 belongs to a later definition of the indicator");
  // The region's table has what its chart has.
  await page.goto("/en/spaiv/indicators/G5.2-a/2016?region=table");
  const heads = page.locator("#region").getByRole("columnheader");
  await expect(heads).toHaveText(["Region", "Baseline", "2015", "2016", "Planned 2016", "Target 2018", "Status 2016"]);
  // Above stands that they are in per cent, once for the columns of what was and of what was planned.
  await page.goto("/en/spaiv/indicators/G5.2-a/2016?region=table&countries=table");
  for (const id of ["region", "countries"]) {
    // What civil society says stands under it in a table of its own, each value with its parts.
    const table = page.locator(`#${id}`).getByRole("table").first();
    await expect(table).toContainText(/\d\.\d/);
    await expect(table).not.toContainText("%");
  }
});

test("a region's value that is not assessed says why where it stands", async ({ page }) => {
  await page.goto("/en/spaiv/indicators/G6.2.2-a/2016");
  const value = page.locator("#region");
  await expect(value).toContainText("5 of 6 countries have a value, a baseline and targets");
  await expect(value).toContainText("Not assessed");
  await expect(value).toContainText("A value that the status rests on is suppressed");
});

test("on a phone an indicator's title has the whole width of its card on a country's page", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/en/spaiv/countries/KHM/2016");
  const widths = await page
    .locator(".of-result tbody tr:has(> th)")
    .evaluateAll((rows) => rows.map((row) => [row.clientWidth, row.querySelector("th")?.clientWidth]));
  for (const [card, title] of widths) expect(title).toBe(card);
});

test("a chart that can't be loaded leaves the page as it is, and its table", async ({ page, complaints }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(indicator, { waitUntil: "networkidle" });
  await page.route("**/_next/static/chunks/**", (route) => route.abort());
  await page.mouse.move(9, 9);
  const countries = page.locator("#countries");
  await expect(countries.getByText("The chart could not be loaded.").first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await countries.getByText("Table", { exact: true }).click();
  await expect(countries.getByRole("table", { name: /by country and period$/ })).toBeVisible();
  // Each chart complains once, and nothing else does.
  await expect.poll(() => complaints.length).toBe(await page.locator(".plot-place").count());
  expect(complaints.splice(0).filter((complaint) => !complaint.startsWith("ChunkLoadError"))).toEqual([]);
});
