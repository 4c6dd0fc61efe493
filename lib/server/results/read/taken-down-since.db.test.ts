import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { correctionsCsv } from "@/lib/exchange/csv/corrections-csv";
import { nameRelease } from "@/lib/server/commands/name-release";
import { restoreTakenDown } from "@/lib/server/commands/restore-taken-down";
import { takeDown } from "@/lib/server/commands/take-down";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { correctionRows, correctionsOfRelease } from "@/lib/server/queries/results/corrections-of-release";
import { countryProgress, indicatorProgress } from "@/lib/server/queries/results/public-progress";
import { fileWords } from "@/test/factories/everything-public";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { makeResultsPlan, type ResultsPlan } from "@/test/factories/make-results-plan";
import { count } from "@/test/factories/results-framework";

let database: Database;
let reporting: Reporting;
let plan: ResultsPlan;
let code: string;
let plans = 0;

beforeAll(async () => {
  database = await testDatabase();
  reporting = await makeReporting(database.prisma);
});
afterAll(() => database.close());

const words = "A girl from a village by the river told us her story.";
/** Of so many digits that nothing else has them. */
const thai = { "2015": 731_942, "2016": 900_907 };
const others = 211_113 + 222_117;

/** Results versions: 2 and 3 others, 4 Thailand's with words, 5 the year after that, which is released, 6 its name. */
beforeEach(async () => {
  code = `downsince${++plans}`;
  plan = await makeResultsPlan(database.prisma, code, { "G1.1-a": { countsPersons: false } });
  await plan.approve("KHM", "2015", { "G1.1-a": count(211_113) });
  await plan.approve("LAO", "2015", { "G1.1-a": count(222_117) });
  await write(words);
  await approve("2015");
  await approve("2016");
  await name("june");
});

const approve = (period: keyof typeof thai) => plan.approve("THA", period, { "G1.1-a": count(thai[period]) });
async function write(text: string) {
  await plan.draft("THA", "2015", { "G1.1-a": count(thai["2015"]) });
  const { id: reportId } = await database.prisma.report.findFirstOrThrow({
    where: { unitId: plan.unitIds.THA!, periodId: plan.periodIds["2015"]! },
  });
  const { nodeId: pillarId } = await database.prisma.editionNode.findFirstOrThrow({
    where: { edition: { planId: plan.planId }, code: "P1" },
  });
  const key = { reportId, pillarId, kind: "progress" } as const;
  await database.prisma.reportNarrative.upsert({
    where: { reportId_pillarId_kind: key },
    create: { ...key, text, isPublic: true, updatedById: reporting.actors.secretariat.id },
    update: { text },
  });
}
const secretariat = (): Actor => ({
  ...reporting.actors.secretariat,
  roles: [{ role: "secretariat", plan: { id: plan.planId, code }, unit: null }],
});
const present = async () => (await database.prisma.plan.findUniqueOrThrow({ where: { code } })).resultsVersion;
async function name(release: string) {
  const said = { code: release, title: release, notes: "", titleTh: "", notesTh: "" };
  await nameRelease(secretariat(), { plan: code, version: await present(), ...said }, new Date("2018-06-01T04:00:00Z"));
}
const value = { kind: "value" as const, indicator: "G1.1-a" };
const text = { kind: "narrative" as const, pillar: "P1", narrative: "progress" as const };
const take = (part: typeof value | typeof text, day = "11") =>
  takeDown(
    secretariat(),
    { plan: code, unit: "THA", period: "2015", part, reason: "It names Somchai." },
    new Date(`2018-06-${day}T17:30:00Z`),
  );
const listed = async (release = "june") => (await correctionsOfRelease(code, "en", `${await present()}~${release}`))!;
const valuesOf = async (release?: string) =>
  (await listed(release)).takenDown.values.map(({ unit, period, released, now, since }) => [
    `${unit.code} ${period.code}`,
    released.value,
    now?.value,
    `${since.version} ${since.day} ${since.cause.kind}`,
  ]);
const textsOf = async (release?: string) =>
  (await listed(release)).takenDown.texts.map(
    ({ unit, period, pillar, kind, on }) => `${unit.code} ${period.code} ${pillar.code} ${kind} ${on}`,
  );

it("tells what a release had of values and shows as taken down, and when that was, but neither a value nor why", async () => {
  expect(await valuesOf()).toEqual([]);
  await take(value);
  const takenDown = { state: "missing", reason: "takenDown" };
  const shown = (number: number) => ({ state: "shown", value: count(number) });
  // 12 June where the region is. What may tell it went from the release too, and stands now without it.
  const at = "7 2018-06-12 takeDown";
  expect(await valuesOf()).toEqual([
    ["THA 2015", takenDown, takenDown, at],
    ["THA 2016", takenDown, shown(thai["2016"]), at],
    ["REGION 2015", takenDown, shown(others), at],
    ["REGION 2016", takenDown, shown(thai["2016"]), at],
  ]);
  const view = await listed();
  expect(view.corrections).toEqual([]);
  for (const secret of [`${thai["2015"]}`, `${others + thai["2015"]}`, "Somchai"])
    expect(JSON.stringify(view)).not.toContain(secret);
  const file = correctionsCsv(correctionRows(view, fileWords())).split("\r\n");
  expect(file[1]).toMatch(/,G1.1-a,.*,THA,THA,2015,total,Total,,,,missing,takenDown,/);
  expect(file[1]).toMatch(/,7,2018-06-12,takeDown,/);
});

it("is said with its day by the pages that show it", async () => {
  const days = async (unit: string, period: string, version: string | null) => {
    const country = await countryProgress(code, unit, period, "en", version);
    const indicator = await indicatorProgress(code, "G1.1-a", period, "en", version);
    return [
      country?.goals.flatMap(({ rows }) => rows.map(({ cell }) => cell.takenDownOn)),
      indicator?.countries.find((each) => each.code === unit)?.points.map(({ takenDownOn }) => takenDownOn),
      indicator?.region?.points.map(({ takenDownOn }) => takenDownOn),
    ];
  };
  const none = [undefined, undefined];
  expect(await days("THA", "2016", null)).toEqual([[undefined], none, none]);
  await take(value);
  const on = "2018-06-12";
  expect(await days("THA", "2015", null)).toEqual([[on], [on], [undefined]]);
  expect(await days("THA", "2016", null)).toEqual([[undefined], [on, undefined], none]);
  expect(await days("THA", "2016", `${await present()}~june`)).toEqual([[on], [on, on], [on, on]]);
  expect(await days("KHM", "2015", null)).toEqual([[undefined], [undefined], [undefined]]);
});

it("tells nothing that is public again, nor what wasn't there in the release", async () => {
  const down = await take(value);
  // Released without the value, it has nothing that was taken down since; nor of what is reported later.
  await plan.approve("VNM", "2015", {});
  await name("july");
  expect(await valuesOf("july")).toEqual([]);
  await restoreTakenDown(secretariat(), code, down, new Date("2018-06-20T04:00:00Z"));
  for (const release of ["june", "july"]) expect(await valuesOf(release), release).toEqual([]);
  await plan.approve("VNM", "2015", { "G1.1-a": count(9) });
  await takeDown(
    secretariat(),
    { plan: code, unit: "VNM", period: "2015", part: value, reason: "Made up." },
    new Date("2018-06-21T04:00:00Z"),
  );
  for (const release of ["june", "july"]) expect(await valuesOf(release), release).toEqual([]);
});

it("tells which texts a release had and shows as taken down, and when that was", async () => {
  expect(await textsOf()).toEqual([]);
  await take(text);
  await name("july");
  await write("Shelters opened in two provinces.");
  await approve("2015");
  await name("august");
  await take(text, "14");
  expect(await textsOf("june")).toEqual(["THA 2015 P1 progress 2018-06-12"]);
  expect(await textsOf("july")).toEqual([]);
  expect(await textsOf("august")).toEqual(["THA 2015 P1 progress 2018-06-15"]);
  expect(JSON.stringify(await listed("june"))).not.toMatch(/Somchai|village|Shelters/);
});
