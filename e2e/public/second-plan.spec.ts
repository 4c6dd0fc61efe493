import path from "node:path";
import { count, type IndicatorToMake, sixCountries } from "@/test/factories/results-framework";
import { expect, test as onServer } from "../support/fixtures";
import { filledPlace, type Place, type Running, startServer } from "../support/server";
import { signInByForm } from "../support/sign-in";

// The demonstration's plan and a small one with the same codes, which is carried on by a year after its end, on one server.

const fifth = "/en/fifth";
const targets: IndicatorToMake = {
  countsPersons: false,
  paths: { each: { baseline: count(100), targets: [null, null, null, 180] } },
};
/** The code of an indicator of the demonstration too. */
const indicator = "G1.1-a";

/** Cambodia still achieves, Thailand still misses, Viet Nam achieved later, and China no longer does. */
const reached: Record<string, [atEnd: number, later: number]> = {
  KHM: [180, 190],
  THA: [150, 160],
  VNM: [150, 185],
  CHN: [185, 150],
};

async function addPlan({ env }: Place) {
  const { openDatabase } = await import("@/lib/server/db/client");
  const { makeResultsPlan } = await import("@/test/factories/make-results-plan");
  const database = await openDatabase(
    env.DATABASE_URL ? { url: env.DATABASE_URL } : { folder: path.join(env.SPAIV_DATA_DIR!, "pglite") },
  );
  const plan = await makeResultsPlan(database.prisma, "fifth", { [indicator]: targets });
  const values = (at: 0 | 1) =>
    Object.fromEntries(sixCountries.map((unit) => [unit, { [indicator]: count(reached[unit]?.[at] ?? 150) }]));
  await plan.approveTogether("2018", values(0));
  await plan.carryOn("2019");
  await plan.approveTogether("2019", values(1));
  await database.close();
}

const test = onServer.extend<object, { both: Running }>({
  both: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that this one needs from the pattern
    async ({}, use) => {
      const place = await filledPlace();
      await addPlan(place);
      const server = await startServer(place.env);
      await use(server);
      await server.stop();
      await place.remove();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ both }, use) => use(both.address),
});

test("each plan shows its own results at its own addresses @quick", async ({ page, request }) => {
  await page.goto(`${fifth}/indicators/${indicator}/2018`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Indicator ${indicator}`);
  await page.goto(`/en/spaiv/indicators/${indicator}/2017`);
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText(`Indicator ${indicator}`);
  for (const [address, status] of [
    [`${fifth}/2019`, 200],
    ["/en/spaiv/2019", 404],
    [`${fifth}/countries/THA/2019`, 200],
    ["/en/spaiv/countries/THA/2019", 404],
    ["/en/spaiv/goals/G8", 200],
    [`${fifth}/goals/G8`, 404],
  ] as const)
    expect((await request.get(address)).status(), address).toBe(status);
  const rows = (await (await request.get(`${fifth}/2018/csv`)).text()).split("\r\n").slice(1);
  expect(rows.filter((row) => row.startsWith("spaiv,"))).toEqual([]);
  expect(rows.filter((row) => row.startsWith("fifth,")).length).toBeGreaterThan(6);
});

test("whoever works in one plan finds no report of the other", async ({ page }) => {
  await signInByForm(page, "focal.thailand");
  await expect(page).toHaveURL(/\/en\/spaiv\//);
  const own = await page.goto("/en/spaiv/reports/THA/2016");
  expect(own?.status()).toBe(200);
  for (const address of ["reports/THA/2016", "reports/THA/2018/check", "publications"])
    expect((await page.goto(`${fifth}/${address}`))?.status(), address).toBe(404);
});

test("after the plan's end pages say what became of each target", async ({ page, request }) => {
  await page.goto(`${fifth}/2019`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("after the plan’s end");
  const row = page.locator("table.heat").getByRole("row", { name: new RegExp(`^${indicator}`) });
  await expect(row.getByRole("cell")).toHaveText([
    "Still achieved",
    "No longer achieved",
    "Still missed",
    "Still missed",
    "Still missed",
    "Achieved later",
    /Still missed/,
  ]);
  const legend = page.getByRole("list", { name: /^Statuses/ });
  await expect(legend).toContainText("after the plan’s end");
  await legend.getByRole("button", { name: /^Achieved 2/ }).click();
  // The statuses that it counts stay bright.
  await expect(row.locator("td:not(.dim)")).toHaveText(["Still achieved", "Achieved later"]);

  await page.goto(`${fifth}/countries/THA/2019`);
  await expect(page.getByRole("row", { name: new RegExp(indicator) })).toContainText("Still missed");
  await expect(page.getByRole("row", { name: new RegExp(indicator) })).toContainText("180");

  await page.goto(`${fifth}/indicators/${indicator}/2019?country=VNM#explanation-VNM`);
  const panel = page.getByRole("region", { name: "VNM, 2019" });
  await expect(panel).toContainText("Achieved later");
  await expect(panel).toContainText("the target was missed on its date and is reached now");

  await page.goto(`${fifth}/about`);
  await expect(page.getByRole("rowheader", { name: "No longer achieved" })).toBeVisible();

  const csv = await (await request.get(`${fifth}/2019/csv`)).text();
  expect(
    csv.split("\r\n").filter((line) => /,(stillAchieved|stillMissed|achievedLater|noLongerAchieved)$/.test(line)),
  ).toHaveLength(7);
  expect((await request.get(`${fifth}/2019/charts/status/svg`)).status()).toBe(200);
  await page.goto("/th/fifth/2019");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("หลังสิ้นสุดแผน");
});
