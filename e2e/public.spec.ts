import type { Locator, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expect, test } from "./fixtures";

// A visitor reads the results without signing in: from the regional picture to one figure and how it was judged.

const region = "/en/spaiv/2016";
const indicator = "/en/spaiv/indicators/G6.2-a/2016";

const cells = async (table: Locator) =>
  Promise.all((await table.getByRole("row").all()).map((row) => row.getByRole("cell").allInnerTexts()));

/** Figures as a page writes them, without separators of thousands. */
const plain = (text: string) => text.trim().replace(/(?<=\d),(?=\d{3})/g, "");

type CsvColumn =
  | "indicator"
  | "unit"
  | "unit_name"
  | "period"
  | "cell"
  | "value"
  | "mark"
  | "status"
  | "missing_reason";
type CsvRow = Record<CsvColumn | "target" | "target_period", string>;

async function csvOf(page: Page, path: string): Promise<CsvRow[]> {
  const response = await page.request.get(path);
  expect(response.headers()["content-type"], path).toContain("text/csv");
  expect(response.headers()["content-disposition"], path).toContain("attachment");
  return parse(await response.text(), { columns: true, bom: true });
}

/** What a page shows for a figure of a file. */
function shownAs({ mark, value, missing_reason: reason }: CsvRow): string {
  if (mark === "missing") return reason === "noApprovedReport" ? "no approved report" : "no value";
  return value || "in words";
}

test("every public page says what framework and values it shows", async ({ page, complaints }) => {
  for (const path of ["", "/2016", "/goals", "/countries", "/indicators", "/about"]) {
    await page.goto(`/en/spaiv${path}`);
    const notice = page.getByText("Reference framework, not the adopted text. All values and accounts are made up.");
    await expect(notice, path).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

test("from the regional picture to how one status was worked out @both", async ({ page, complaints }) => {
  await page.goto("/");
  await expect(page).toHaveURL("/en/spaiv");
  await page.getByRole("navigation", { name: "Reporting period" }).getByRole("link", { name: "2016" }).click();
  await expect(page).toHaveURL(region);
  await expect(page).toHaveTitle("Regional overview, 2016 – SPAIV Monitor");

  // The finding, in a sentence that the statuses below bear out, and what it rests on.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^\d+% of assessed results are achieved or on track, with 2 years left$/,
  );
  const share = page.getByText(/^In 2016, \d+ of \d+ assessed country results/);
  const [, good, assessed] = /In 2016, (\d+) of (\d+)/.exec((await share.textContent()) ?? "") ?? [];
  const counts = Object.fromEntries(
    await Promise.all(
      (
        await page
          .getByRole("list", { name: /^Statuses/ })
          .getByRole("button")
          .all()
      ).map(async (button) => {
        const [, word, count] = /^(.*?)\s*(\d+)$/s.exec(((await button.textContent()) ?? "").trim()) ?? [];
        return [word, Number(count)] as const;
      }),
    ),
  );
  const sum = (...words: string[]) => words.reduce((total, word) => total + counts[word]!, 0);
  expect(sum("Achieved", "Maintained", "On track")).toBe(Number(good));
  const judged = ["Achieved", "Maintained", "On track", "Acceleration needed", "Limited progress", "Moving away"];
  expect(sum(...judged, "Pending", "Missed")).toBe(Number(assessed));
  await expect(page.getByText("5 of 6 countries reported")).toBeVisible();
  await expect(page.getByText(/^\d+ of \d+ values reported; \d+ don’t apply$/)).toBeVisible();
  await expect(page.getByText("Approved up to 14 June 2017")).toBeVisible();

  // Every indicator by pillar and goal; a goal closes to one bar a country.
  const heat = page.getByRole("table", { name: /^Progress status of each indicator/ });
  for (const pillar of ["P1 Policy and cooperation", "P2 Prevention", "P3 Protection", "P4 Prosecution"])
    await expect(heat.getByText(pillar, { exact: true })).toBeVisible();
  const row = heat.getByRole("row", { name: /^G5\.1-b/ });
  // Thailand has no approved report, which its column says once, instead of in each of its cells.
  await expect(row.getByRole("link")).toHaveCount(7);
  await expect(heat.getByText("no approved report")).toHaveCount(1);
  await expect(heat.getByRole("columnheader", { name: /^Thailand.*no approved report$/ })).toBeVisible();
  const goal = heat.getByRole("button", { name: /^\W*G5/ });
  await goal.click();
  await expect(goal).toHaveAttribute("aria-expanded", "false");
  await expect(row).toHaveCount(0);
  await expect(heat.getByRole("img", { name: /^China: .*not assessed/ }).first()).toBeVisible();
  await goal.click();

  // One stop for the Tab key, arrows from cell to cell, and Enter opens the explanation.
  const cell = row.getByRole("cell").first().getByRole("link");
  await cell.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(cell).toBeFocused();
  const word = ((await cell.textContent()) ?? "").trim();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/en/spaiv/indicators/G5.1-b/2016?country=KHM#explanation");
  const explanation = page.getByRole("region", { name: "Cambodia, 2016" });
  await expect(explanation.getByText(word, { exact: true })).toBeVisible();
  await expect(explanation.getByText(/^R = \S+ \/ \S+ [=≈] \d\.\d+$/)).toBeVisible();
  await expect(explanation.getByRole("img", { name: `${word}.` })).toBeVisible();
  await explanation.getByRole("link", { name: "version 1.0" }).click();
  await expect(page).toHaveURL("/en/spaiv/about#method");
  expect(complaints).toEqual([]);
});

test("an indicator's charts, the same numbers as tables and in a file", async ({ page, complaints }) => {
  await page.goto(indicator);
  const figure = page.locator("#countries");
  await expect(figure.getByRole("heading", { level: 2 })).toContainText(/of (two|three|four|five|six) countries/);
  await expect(figure.locator(".recharts-surface")).toHaveCount(6);
  // A point is reached by the keyboard and says its figure.
  await figure.locator(".recharts-surface").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(figure.locator(".plot-tip").first()).toBeVisible();

  await figure.getByRole("button", { name: "Table" }).click();
  const table = figure.getByRole("table");
  await expect(table).toBeVisible();
  const heads = await table.getByRole("columnheader").allInnerTexts();
  expect(heads).toEqual(["Country", "Baseline", "2015", "2016", "Planned 2016", "Target 2018", "Status 2016"]);
  const names = await table.getByRole("rowheader").allInnerTexts();
  expect(names).toEqual(["Cambodia", "China", "Lao PDR", "Myanmar", "Thailand", "Viet Nam"]);

  const file = await csvOf(page, `${indicator}/csv`);
  const href = await page.getByRole("link", { name: "All figures of G6.2-a up to 2016 (CSV)" }).getAttribute("href");
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

  // A comparison by sex: bars, and the same figures beneath.
  const breakdown = page.locator("#breakdown");
  await breakdown.getByRole("button", { name: "Sex", exact: true }).click();
  await expect(breakdown.locator(".recharts-surface")).toHaveCount(1);
  const bySex = breakdown.getByRole("table", { name: /: Sex, 2016$/ });
  const sexes = ["female", "male", "other", "unknown"];
  // The region's figures too, worked out from the countries'.
  const units = [...names, file.find(({ unit }) => unit === "REGION")!.unit_name];
  expect(await bySex.getByRole("rowheader").allInnerTexts()).toEqual(units);
  for (const [index, row] of (await cells(bySex)).slice(1).entries()) {
    const figures = sexes.map((sex) => {
      const found = file.find(
        ({ unit_name, period, cell }) => unit_name === units[index] && period === "2016" && cell === `sex=${sex}`,
      );
      return found ? shownAs(found) : "no value";
    });
    expect(row.slice(0, 4).map(plain), units[index]).toEqual(figures);
  }
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
  for (const table of await main.getByRole("table", { name: /: indicators of Cambodia, 2016$/ }).all())
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
  const law = main.getByRole("table", { name: "G1: indicators of Thailand, 2016" });
  await expect(law.getByRole("columnheader")).toHaveText(["Indicator", "Target 2016", "Status 2015"]);
  const found = main.getByRole("table", { name: "G5: indicators of Thailand, 2016" });
  await expect(found.getByRole("row", { name: /^G5\.2\.1-a / })).toContainText("Yes by 2017");

  // What is defined anew is neither better nor worse than before.
  await page.goto(region);
  await expect(page.getByText(/results stand under a changed definition and can’t be compared/)).toBeVisible();
  const changed = page.getByRole("region", { name: "What changed since 2015" });
  await expect(changed.getByRole("table", { name: "Worsened" }).getByRole("rowheader")).toHaveCount(3);
  await expect(changed.getByRole("table", { name: "Improved" }).getByRole("rowheader")).toHaveCount(3);
  await expect(changed).not.toContainText("G1.3-a");

  // The regional file is the heat map's values, cell by cell.
  await page.getByRole("button", { name: "Values" }).click();
  const heat = page.getByRole("table", { name: /^Progress status of each indicator/ });
  await expect(heat.getByText("no value").first()).toBeAttached();
  const all = await csvOf(page, `${region}/csv`);
  const countries = ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"];
  const shown = await heat.getByRole("row").evaluateAll((rows) =>
    rows.map((row) => ({
      code: row.querySelector("th i:not(:empty)")?.textContent ?? "",
      figures: [...row.querySelectorAll("td b")].map((figure) => figure.textContent ?? ""),
    })),
  );
  const indicators = shown.filter(({ code, figures }) => /-\w$/.test(code) && figures.length === 6);
  expect(indicators.length).toBeGreaterThan(60);
  for (const { code, figures } of indicators)
    expect(figures.slice(0, 5).map(plain), code).toEqual(
      // Thailand's column is empty but for its head.
      countries
        .filter((country) => country !== "THA")
        .map((country) => {
          const found = all.find((each) => each.indicator === code && each.unit === country);
          return found ? shownAs(found).replace("in words", "–") : "no value";
        }),
    );
  expect(complaints).toEqual([]);
});

test("in Thai: the page's own language, digits that everybody reads, English where nothing is translated", async ({
  page,
  complaints,
}) => {
  await page.goto(region);
  await page.getByRole("banner").locator("summary", { hasText: "English" }).click();
  await page.getByRole("link", { name: "ไทย" }).click();
  await expect(page).toHaveURL("/th/spaiv/2016");
  await expect(page.locator("html")).toHaveAttribute("lang", "th");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/[\u0E00-\u0E7F]/);
  // A year of the Buddhist era, and the plan's code as it stands in addresses.
  await expect(
    page.getByRole("navigation", { name: "รอบการรายงาน" }).getByRole("link", { name: "2559" }),
  ).toHaveAttribute("href", "/th/spaiv/2016");
  await page.getByRole("link", { name: "จังหวัดที่มีคณะกรรมการต่อต้านการค้ามนุษย์ซึ่งจัดประชุม" }).first().click();
  await expect(page).toHaveURL("/th/spaiv/indicators/G1.3-a");
  const definition = page.getByText(/^Provinces, and cities and regions of the same rank/).first();
  await expect(definition).toHaveAttribute("lang", "en");
  await page.goto("/th/spaiv/indicators/G5.1-a/2016");
  await expect(page.locator("#countries")).toContainText("คน");
  await expect(page.locator("#countries")).not.toContainText(/persons/i);
  expect(complaints).toEqual([]);
});

test("without a script everything is there in words and tables", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(region);
  const row = page.getByRole("row", { name: /^G5\.1-b/ });
  await row.getByRole("link", { name: "Identified victims who were first found by official screening" }).click();
  await expect(page.getByRole("table", { name: /by country and period$/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Viet Nam, 2016" })).toBeVisible();
  await context.close();
});

test("an indicator in words says that its answers are internal, and leads to what countries made public", async ({
  page,
}) => {
  await page.goto("/en/spaiv/indicators/G1.3.2-b/2016");
  const figure = page.locator("#countries");
  await expect(figure.getByText("internal to each country and the secretariat")).toBeVisible();
  await figure.getByRole("listitem").getByRole("link", { name: "Cambodia" }).click();
  await expect(page).toHaveURL("/en/spaiv/countries/KHM/2016#narratives-title");
  await expect(page.getByRole("heading", { name: "In the country’s own words" })).toBeInViewport();
});
