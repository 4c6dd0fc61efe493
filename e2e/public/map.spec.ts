import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { mustFit } from "../support/look";

test.use({ readsAlone: true });

const region = "/en/spaiv/2016";
const countries = ["Cambodia", "China", "Lao PDR", "Myanmar", "Thailand", "Viet Nam"];

const heat = (page: Page) => page.getByRole("region", { name: /^Status of every indicator/ });
const table = (page: Page) =>
  heat(page)
    .getByRole("table")
    .filter({ has: page.getByRole("columnheader", { name: "Country" }) });
const map = (page: Page) => page.getByRole("group", { name: /^Map of the sub-region/ });

/** "Cambodia: On track", a country. */
const inTable = (page: Page) =>
  table(page)
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent).join(": ")));

async function onMap(page: Page): Promise<string[]> {
  const names = await map(page)
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("aria-label") ?? ""));
  return names.sort();
}

test("the map and its table say the same of the chosen indicator @quick", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(region, { waitUntil: "networkidle" });
  expect(asked.filter((url) => url.endsWith("/map-words"))).toEqual([]);
  await page.getByRole("button", { name: "Map" }).click();
  await expect(map(page)).toBeVisible();
  await expect(
    page.getByRole("figure").getByText(/^Shapes: Natural Earth.* endorsement or acceptance by the United Nations\.$/),
  ).toBeVisible();

  const choice = page.getByLabel("Indicator on the map");
  // What only the region reports isn't offered.
  const offered = await choice.getByRole("option").allInnerTexts();
  expect(offered.length).toBeGreaterThan(60);
  expect(offered.filter((text) => text.startsWith("G2.1-a "))).toEqual([]);

  const different = new Set<string>();
  for (const code of ["G5.1-b", "G6.2-a", "G1.1-a", "G3.1-a"]) {
    await choice.selectOption(code);
    await expect(table(page).getByRole("caption")).toContainText(code);
    const said = await inTable(page);
    expect(said.map((text) => text.split(": ")[0])).toEqual(countries);
    expect(await onMap(page)).toEqual(said);
    // The legend counts this map's countries, not every indicator's.
    const counts = await page
      .getByRole("list", { name: /^Statuses: counts/ })
      .getByRole("button")
      .evaluateAll((items) => items.map((item) => item.textContent?.match(/^(.*) (\d+)$/)?.slice(1) ?? []));
    for (const [word, count] of counts) {
      const there = said.map((text) => text.split(": ")[1]);
      const reasons = ["Suppressed", "No value", "No approved report", "Not applicable"];
      const having = (status = "") => there.filter((each) => each === status).length;
      const also = word === "Not assessed" ? reasons.reduce((sum, reason) => sum + having(reason), 0) : 0;
      expect(`${word} ${count}`).toBe(`${word} ${having(word) + also}`);
    }
    different.add(said.join());
    // And the heat map's own row says it too, but for a country without a report, whose column's head does.
    await page.getByRole("button", { name: "Status", exact: true }).click();
    const cells = await page
      .getByRole("row", { name: new RegExp(`^${code} `) })
      .locator("td")
      .allInnerTexts();
    const onPage = said.map((text) => text.split(": ")[1]);
    expect(cells.slice(0, 6).map((cell) => cell || "No approved report")).toEqual(onPage);
    await page.getByRole("button", { name: "Map" }).click();
    await expect(choice).toHaveValue(code);
  }
  expect(different.size).toBeGreaterThan(1);
});

test("a country leads to its explanation, by keyboard too, and back to the same map", async ({ page }) => {
  await page.goto(region);
  await page.getByRole("button", { name: "Map" }).click();
  await page.getByLabel("Indicator on the map").selectOption("G5.1-b");
  const thailand = map(page).getByRole("link", { name: /^Thailand: / });
  const shown = await thailand.getAttribute("aria-label");
  await page.getByLabel("Indicator on the map").press("Tab");
  for (
    let step = 1;
    step < countries.length && !(await thailand.evaluate((link) => link === document.activeElement));
    step++
  )
    await page.keyboard.press("Tab");
  await expect(thailand).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/en/spaiv/indicators/G5.1-b/2016?country=THA#explanation-THA");
  await expect(page.getByRole("heading", { name: "How the status is worked out" })).toBeVisible();
  await page.goBack();
  await expect(thailand).toHaveAccessibleName(shown!);
  // A name beside its country is part of what leads there.
  await page.locator(".map-names > *", { hasText: "Viet Nam" }).click({ force: true });
  await expect(page).toHaveURL("/en/spaiv/indicators/G5.1-b/2016?country=VNM#explanation-VNM");
  // Passed on as an address, it opens alike.
  await page.goto(`${region}?view=map&indicator=G6.2-a`);
  await expect(page.getByLabel("Indicator on the map")).toHaveValue("G6.2-a");
});

test("an address that asks for a map that there is none of is told so, until a reader chooses", async ({ page }) => {
  const asked = [
    ["G2.1-a", /^G2\.1-a .+ has no map: it is not reported by country\. Shown instead: (\S+) /],
    ["XXX", /^There is no map of the indicator in this page’s address\. Shown instead: (\S+) /],
  ] as const;
  for (const [code, sentence] of asked) {
    await page.goto(`${region}?view=map&indicator=${code}`);
    const choice = page.getByLabel("Indicator on the map");
    const said = page.getByText(sentence);
    await expect(said).toBeVisible();
    await expect(choice).toHaveValue((await said.textContent())?.match(sentence)?.[1] ?? "");
    await choice.selectOption("G6.2-a");
    await expect(said).toHaveCount(0);
  }
  for (const address of [`${region}?view=map`, `${region}?view=map&indicator=G6.2-a`]) {
    await page.goto(address);
    await expect(map(page)).toBeVisible();
    await expect(page.getByText("Shown instead:")).toHaveCount(0);
  }
});

test("land without a value isn't taken for sea, nor is the land around the six countries", async ({ page }) => {
  await page.goto(`${region}?view=map&indicator=G6.2-a`);
  await expect(map(page)).toBeVisible();
  const colourOf = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((place, name) => getComputedStyle(place).getPropertyValue(name), property);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const sea = await colourOf(".map", "background-color");
    const lands = [
      await colourOf(".map .other", "fill"),
      await colourOf(".map :is(.s-no-value, .s-no-report) .land", "fill"),
    ];
    expect(new Set([sea, ...lands]).size, colorScheme).toBe(3);
  }
});

test("axe finds nothing on the map, wide and narrow, light and dark, nor does it scroll sideways", async ({ page }) => {
  await page.goto(`${region}?view=map`);
  await expect(map(page)).toBeVisible();
  for (const width of [1280, 360])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        `${width} ${colorScheme}`,
      ).toEqual([]);
      await mustFit(page);
    }
});

test("a map that can't be loaded says so, keeps the table, and comes when asked again", async ({ page }) => {
  await page.route("**/map-words", (route) => route.fulfill({ status: 404 }));
  await page.goto(region);
  await page.getByRole("button", { name: "Map" }).click();
  await expect(page.getByText("This could not be loaded. Choose it again")).toBeVisible();
  await expect(page.getByRole("table", { name: /^Progress status of each indicator/ })).toBeVisible();
  await page.unroute("**/map-words");
  await page.getByRole("button", { name: "Map" }).click();
  await expect(map(page)).toBeVisible();
});

test("under the map stands no note about the table's column of the region", async ({ page }) => {
  await page.goto(`${region}?view=map`);
  await expect(map(page)).toBeVisible();
  const note = page.getByText("(5/6: five of six)");
  await expect(note).toBeHidden();
  await page.getByRole("button", { name: "Values" }).click();
  await expect(note).toBeVisible();
  // An answer in words is called what its page and the file call it.
  await expect(
    page
      .locator(".heat.with-values td")
      .filter({ hasText: /in words$/ })
      .first(),
  ).toBeVisible();
});

test("on a phone the table is where it was when its reader comes back", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const view of ["", "?view=values"]) {
    await page.goto(`${region}${view}`);
    const box = page.locator(".heat-scroll");
    const link = box.locator("td > a").nth(200);
    await expect(link).toBeAttached();
    if (view) await expect(page.locator(".heat.with-values")).toBeVisible();
    await box.evaluate((each) => each.scrollTo({ left: 150, top: 900, behavior: "instant" }));
    const place = () => box.evaluate(({ scrollLeft, scrollTop }) => [scrollLeft, scrollTop]);
    const before = await place();
    await expect
      .poll(() => page.evaluate(() => sessionStorage.getItem(`spaiv-scroll${location.pathname}`)))
      .toBe(before.join(" "));
    await page.goto("/en/spaiv/indicators/G5.1-a/2016");
    await page.goBack();
    await expect.poll(place).toEqual(before);
    // Another visit begins at the top.
    await page.goto("/en/spaiv/about");
    await page.goto(`${region}${view}`);
    await expect(page.locator(".heat td > a").first()).toBeAttached();
    expect(await place()).toEqual([0, 0]);
  }
});
