import { readFileSync } from "node:fs";
import { expect, test } from "../support/fixtures";

test.use({ readsAlone: true });

// A visitor takes a chart along as a picture, which says by itself what the page says around it.

const indicator = "/en/spaiv/indicators/G5.1-b/2016";

/** What a picture as SVG says in words. */
const saidBy = (svg: string) => ({
  title: /<title>([^<]*)<\/title>/.exec(svg)?.[1],
  text: /<desc>([^<]*)<\/desc>/.exec(svg)?.[1]?.replaceAll("&lt;", "<") ?? "",
});

test("a chart is downloaded as PNG and as SVG, and shows what its page shows @both @quick", async ({
  page,
  complaints,
}) => {
  await page.goto(indicator);
  const value = page.locator("#countries");
  const finding = await value.getByRole("heading", { level: 2 }).textContent();
  for (const [format, starts] of [
    ["PNG", Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ["SVG", Buffer.from("<svg ")],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      value.getByRole("link", { name: format, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`spaiv-2016-g5-1-b-countries-en.${format.toLowerCase()}`);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, starts.length)).toEqual(starts);
    if (format === "PNG") continue;
    const { title, text } = saidBy(bytes.toString());
    // A picture leaves the page, and names its indicator.
    expect(title).toContain(`: ${finding}`);
    // The values of the table, a row a country.
    await value.getByText("Table", { exact: true }).click();
    for (const row of (await value.getByRole("table").getByRole("row").all()).slice(1)) {
      const name = (await row.getByRole("rowheader").textContent()) ?? "";
      const sentence = text.split(". ").find((each) => each.startsWith(`${name}: `)) ?? "";
      const [, , value] = await row.getByRole("cell").allInnerTexts();
      const said = value?.split("\n")[0]?.trim();
      expect(sentence, name).toContain(`2016 ${said}`);
    }
  }
  expect(complaints).toEqual([]);
});

test("a picture is asked for again only when something new was published", async ({ request }) => {
  for (const picture of [`${indicator}/charts/countries/png`, "/th/spaiv/2016/charts/status/svg"]) {
    const first = await request.get(picture);
    expect(first.status(), picture).toBe(200);
    expect(first.headers()["cache-control"]).toBe("public, max-age=0, must-revalidate");
    const { etag } = first.headers();
    expect(etag).toBeTruthy();
    const again = await request.get(picture, { headers: { "If-None-Match": etag! } });
    expect(again.status(), picture).toBe(304);
  }
});

test("every chart that a page shows has its pictures, and the map those of the indicator on it", async ({
  page,
  complaints,
}) => {
  const links = page.locator("main a[href*='/charts/']");
  for (const [path, charts] of [
    ["/en/spaiv/2016", 2],
    ["/en/spaiv/goals", 1],
    ["/en/spaiv/goals/G5/2016", 2],
    ["/en/spaiv/countries", 1],
    ["/en/spaiv/countries/VNM/2016", 1],
  ] as const) {
    await page.goto(path);
    await expect(links, path).toHaveCount(2 * charts);
    for (const link of await links.all()) {
      const href = await link.getAttribute("href");
      expect((await page.request.get(href!)).status(), `${path}: ${href}`).toBe(200);
    }
  }
  await page.goto("/en/spaiv/2016?view=map&indicator=G6.2-a");
  await expect(page.getByRole("link", { name: "SVG" }).first()).toHaveAttribute(
    "href",
    "/en/spaiv/indicators/G6.2-a/2016/charts/map/svg",
  );
  const map = await page.request.get("/en/spaiv/indicators/G6.2-a/2016/charts/map/svg");
  expect(saidBy(await map.text()).text).toContain("Viet Nam: Acceleration needed");
  expect(complaints).toEqual([]);
});

test("there is no picture of what isn't approved, and none without a chart", async ({ request }) => {
  for (const nothing of [
    "/en/spaiv/2018/charts/status/png",
    "/en/spaiv/2016/charts/status/gif",
    "/en/spaiv/2016/charts/constructor/svg",
    "/en/spaiv/countries/THA/2016/charts/goals/svg",
    `${indicator}/charts/breakdown-none/svg`,
  ]) {
    expect((await request.get(nothing)).status(), nothing).toBe(404);
  }
});

test("words in a small panel that have no room in one line stand in two, clear of the axis and of each other", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/th/spaiv/indicators/G4.2.2-a/2016");
  // A first visit may be in the browser's own letters.
  await page.reload();
  const blank = page.locator("text.blank");
  await expect(blank).toHaveCount(1);
  await expect(blank).toHaveText("ยังไม่มีรายงานที่ได้รับอนุมัติ");
  await expect(blank.locator("tspan")).toHaveCount(2);
  const met = await blank.evaluate((words) => {
    const own = words.getBoundingClientRect();
    const others = [...words.closest("svg")!.querySelectorAll("text")].filter((each) => each !== words);
    return others
      .filter((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        return own.left < right && left < own.right && own.top < bottom && top < own.bottom;
      })
      .map(({ textContent }) => textContent);
  });
  expect(met).toEqual([]);
});
