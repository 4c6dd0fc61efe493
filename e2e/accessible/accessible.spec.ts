import { expect, test } from "../support/fixtures";
import { chooseCountryReport, isReady, make } from "../support/publications";
import { axeOf, faultsOfAll, smallTargets } from "./faults";

// Every kind of page, wide and narrow, in light and dark: what axe finds, what scrolls sideways, and what the browser
// complains of, the content security policy among it.

const publicPages = [
  "/en/spaiv/2016",
  "/en/spaiv/goals",
  "/en/spaiv/goals/G5/2016",
  "/en/spaiv/countries",
  "/en/spaiv/countries/KHM/2016",
  "/en/spaiv/countries/THA/2016",
  "/en/spaiv/indicators",
  // A number with several breakdowns, a percentage, a milestone, words, and the secretariat's own.
  ...["G6.2-a", "G6.2.1-a", "G1.1-a", "G1.3.2-b", "G2.1-a"].map((code) => `/en/spaiv/indicators/${code}/2016`),
  "/th/spaiv/indicators/G5.1-a/2016",
  "/en/spaiv/about",
  "/th/spaiv/goals/G1/2016",
  "/en/spaiv/indicators/G9.9-z",
];

const report = "/en/spaiv/reports/THA/2016";
const ofFocalPoint = [
  "/en/account",
  "/en/spaiv/work",
  "/en/spaiv/reports",
  `${report}?goal=G5&rows=comfortable`,
  `${report}/indicators/G5.1-a`,
  `${report}/narrative`,
  `${report}/check`,
  `${report}/import`,
  `${report}/print`,
  `${report}/print/blank`,
];
/** As it is by default, a row a line. */
const compactSheet = `${report}?goal=G5`;
const review = "/en/spaiv/review";
const ofSecretariat = [
  review,
  `${review}/KHM/2017`,
  `${review}/KHM/2017?tab=narrative`,
  `${review}/KHM/2017/return`,
  `${review}/KHM/2017/approve`,
  `${review}/KHM/2016/reopen`,
  "/en/spaiv/publications",
  "/en/spaiv/publications/new",
  "/en/spaiv/publications/new?kind=goal&period=2016",
];

test("an indicator, a sheet and a review, in light and dark @quick", async ({ page, signInAs, complaints }) => {
  test.setTimeout(300_000);
  expect(await faultsOfAll(page, ["/en/spaiv/indicators/G6.2-a/2016"], [360])).toEqual([]);
  await signInAs("focal.thailand");
  expect(await faultsOfAll(page, [compactSheet], [1280])).toEqual([]);
  await signInAs("secretariat");
  expect(await faultsOfAll(page, [`${review}/KHM/2017`], [1280])).toEqual([]);
  expect(complaints).toEqual([]);
});

test("public pages", async ({ page, complaints }) => {
  test.setTimeout(300_000);
  expect(await faultsOfAll(page, publicPages, [1280, 360])).toEqual([]);
  // A choice opened, a table in place of a chart, the list of languages.
  await page.goto("/en/spaiv/indicators/G6.2-a/2016");
  await page.locator("#countries").getByRole("button", { name: "Table" }).click();
  await page.getByRole("banner").locator("summary", { hasText: "English" }).click();
  const { violations } = await axeOf(page).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a choice stays readable under the pointer, chosen or not", async ({ page }) => {
  const faults: string[] = [];
  for (const path of ["/en/spaiv/2016", "/en/spaiv/indicators/G6.2-a/2016"]) {
    await page.goto(path);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const choice of await page.locator(".seg > :is(a, button)").all()) {
        if (!(await choice.isVisible())) continue;
        await choice.hover();
        const { violations } = await axeOf(page).include(".seg").withRules(["color-contrast"]).analyze();
        for (const { nodes } of violations) faults.push(`${path}, ${colorScheme}: ${nodes[0]?.html}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test("bars of statuses tell by an icon as well what their colours tell", async ({ page }) => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto("/en/spaiv/goals/G3/2016");
    const parts = await page.locator(".track > i").evaluateAll((all) =>
      all.map((part) => {
        const icon = getComputedStyle(part, "::before");
        return {
          status: part.classList[0],
          mask: icon.maskImage,
          space: part.clientWidth - Number.parseFloat(icon.width),
        };
      }),
    );
    expect(parts.length).toBeGreaterThan(20);
    const masks = new Map(parts.map(({ status, mask }) => [status, mask]));
    expect(new Set(masks.values()).size).toBe(masks.size);
    expect(masks.get("A")).toContain("url(");
    expect(parts.filter(({ space }) => space < 0)).toEqual([]);
  }
});

test("whatever is tapped in the entry form is at least 24 px wide and high", async ({ page, signInAs }) => {
  await signInAs("focal.thailand");
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const goal of ["G1", "G5"]) {
      await page.goto(`/en/spaiv/reports/THA/2017?goal=${goal}&rows=comfortable`);
      const shut = page.locator(".under > button[aria-expanded=false]");
      await expect(page.locator("tr input").first()).not.toHaveAttribute("readonly");
      while ((await shut.count()) > 0) await shut.first().click();
      expect(await smallTargets(page), `${goal} at ${width}`).toEqual([]);
    }
  }
});

test("pages of whoever signs in", async ({ page, signInAs, browser, baseURL, complaints }) => {
  test.setTimeout(300_000);
  expect(await faultsOfAll(page, ["/en/sign-in"], [1280])).toEqual([]);
  await signInAs("focal.thailand");
  expect(await faultsOfAll(page, ofFocalPoint, [1280])).toEqual([]);
  expect(await faultsOfAll(page, [compactSheet], [1280, 360])).toEqual([]);
  const other = await (await browser.newContext({ baseURL, timezoneId: "Asia/Bangkok" })).newPage();
  other.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await signInAs("secretariat", other);
  expect(await faultsOfAll(other, ofSecretariat, [1280])).toEqual([]);
  await chooseCountryReport(other, "Thailand");
  await other.getByRole("radio", { name: "Internal, unsuppressed" }).check();
  await make(other);
  await isReady(other);
  expect(await faultsOfAll(other, [other.url(), "/en/spaiv/publications"], [1280])).toEqual([]);
  expect(complaints).toEqual([]);
});
