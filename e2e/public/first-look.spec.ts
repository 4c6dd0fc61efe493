import { expect, test } from "../support/fixtures";
import { expectStill } from "../support/layout-shift";

test.use({ readsAlone: true });

// What a reader meets first: a page that stays where it is, and says in a search engine what it is about.

const pages = [
  "/en/spaiv/2016",
  "/th/spaiv/2016",
  "/en/spaiv/indicators/G5.1-a/2016",
  "/en/spaiv/countries/LAO/2016",
  "/en/spaiv/goals/G5/2016",
];

for (const width of [1280, 360])
  test(`at ${width} px a page stays where it is when its letters come late`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const path of pages) {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route("**/*.woff2", async (route) => {
        await released;
        await route.continue();
      });
      await page.goto(path, { waitUntil: "domcontentloaded" });
      // A browser waits a tenth of a second for letters before it shows its own, and a busy one longer: what is painted
      // first may be a picture alone.
      await expect
        .poll(() =>
          page.evaluate(() => {
            const [painted] = performance.getEntriesByName("first-contentful-paint");
            return painted ? performance.now() - painted.startTime : 0;
          }),
        )
        .toBeGreaterThan(500);
      const came = page.waitForResponse("**/*.woff2");
      release();
      await came;
      await page.evaluate(() => document.fonts.ready);
      await expectStill(page, path, 0.01);
      await page.unroute("**/*.woff2");
    }
  });

// Higher than a reader's window, so that what moves on a narrow page moves in sight.
for (const [width, height] of [
  [1280, 900],
  [360, 1600],
] as const)
  for (const rate of [1, 4])
    test(`at ${width} px a view that the address asks for takes no other's place, ${rate} times as slow`, async ({
      page,
      context,
    }) => {
      await page.setViewportSize({ width, height });
      const devtools = await context.newCDPSession(page);
      await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
      await devtools.send("Emulation.setCPUThrottlingRate", { rate });
      // Ten seconds are the longest that a reader waits for the view (heat-views.css), not what a busy machine may need.
      await devtools.send("Animation.enable");
      await devtools.send("Animation.setPlaybackRate", { playbackRate: 0.01 });
      for (const place of ["/en/spaiv/2016", "/en/spaiv/goals/G5/2016"])
        for (const [view, drawn] of [
          ["values", ".heat.with-values td a"],
          ["map", ".map-view"],
        ] as const) {
          await page.goto(`${place}?view=${view}`);
          await expect(page.locator(drawn).first()).toBeVisible();
          // Nobody waits any more.
          await expect(page.locator("html[data-view]")).toHaveCount(0);
          await expectStill(page, `${place} ${view}`, 0.01);
        }
    });

test("a view that can't come leaves the statuses", async ({ page }) => {
  await page.route("**/figures", (route) => route.abort());
  await page.goto("/en/spaiv/2016?view=values");
  await expect(page.getByText("This could not be loaded. Choose it again")).toBeVisible();
  await expect(page.getByRole("table", { name: /^Progress status of each indicator/ })).toBeVisible();
});

test("each page says in a sentence of its own what it is about", async ({ page }) => {
  const told = new Set<string>();
  const all = [
    ...pages,
    ...["", "/about", "/goals", "/countries", "/indicators", "/2016/changes"].map((path) => `/en/spaiv${path}`),
    "/en/sign-in",
  ];
  for (const path of all) {
    await page.goto(path);
    const description = await page.locator("meta[name=description]").getAttribute("content");
    expect(description, path).toMatch(/^.{40,300}$/);
    told.add(description ?? "");
  }
  // The latest period's overview is the period's own page under another address.
  expect(told.size).toBe(all.length - 1);
});
