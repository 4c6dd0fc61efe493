import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownCellText } from "@/lib/charts/shown-cell-text";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import type { Value } from "@/lib/domain/values/value";
import { correctionsCsv } from "@/lib/exchange/csv/corrections-csv";
import { publicationWords } from "@/lib/i18n/publication-words";
import { nameRelease } from "@/lib/server/commands/name-release";
import { reopenReport } from "@/lib/server/commands/reopen-report";
import { publishedPlan } from "@/lib/server/results/read/plan";
import { publicReader } from "@/lib/server/results/read/result-reader";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { makeReport } from "@/test/factories/make-report";
import { makeResultsPlan, type ResultsPlan } from "@/test/factories/make-results-plan";
import { adoptNext } from "@/test/factories/next-edition";
import { reportingTests } from "@/test/factories/reporting-plan";
import { count, type IndicatorToMake } from "@/test/factories/results-framework";
import { correctionRows, correctionsOfRelease } from "./corrections-of-release";
import { countryProgress, indicatorProgress } from "./public-progress";

const now = new Date("2018-06-11T04:00:00Z");
const on = reportingTests();
let plans = 0;

const release = { code: "june", title: "June", notes: "", titleTh: "", notesTh: "" };
const presentOf = async (code: string) =>
  (await on.database.prisma.plan.findUniqueOrThrow({ where: { code }, select: { resultsVersion: true } }))
    .resultsVersion;
async function name(code: string, planId: number) {
  const roles = [{ role: "secretariat" as const, plan: { id: planId, code }, unit: null }];
  const version = await presentOf(code);
  await nameRelease({ ...on.plan.actors.secretariat, roles }, { plan: code, version, ...release }, now);
  return version;
}
const listed = async (code: string) => (await correctionsOfRelease(code, "en", `${await presentOf(code)}~june`))!;
const parts = (female: number, male: number): Record<string, Value> => ({
  total: count(female + male),
  "sex=female": count(female),
  "sex=male": count(male),
});
async function said(code: string) {
  const { wording } = await publicationWords("en");
  const text = (cell: Parameters<typeof shownCellText>[0] | null) => cell && shownCellText(cell, wording, String);
  const { corrections, news } = await listed(code);
  const lines = corrections.map(
    ({ indicator, unit, period, cell, released, now: present, since }) =>
      `${indicator.code} ${unit.code} ${period.code} ${cell}: ${text(released)} -> ${text(present)}, ${since.version}`,
  );
  return { lines, news };
}

async function makePlan(indicator: IndicatorToMake): Promise<{ code: string; plan: ResultsPlan }> {
  const code = `corrected${++plans}`;
  return { code, plan: await makeResultsPlan(on.database.prisma, code, { "G1.1-a": indicator }) };
}

describe("what was corrected since a release", () => {
  it("is every value that shows otherwise now, with both sides as they were public, and nothing that is new", async () => {
    const { code, plan } = await makePlan({ countsPersons: false });
    await plan.approve("THA", "2015", { "G1.1-a": count(40) });
    await plan.approve("KHM", "2015", { "G1.1-a": count(30) });
    await plan.approve("LAO", "2015", { "G1.1-a": count(8) });
    await name(code, plan.planId);
    expect(await said(code)).toEqual({ lines: [], news: 0 });
    await plan.approve("THA", "2015", { "G1.1-a": count(41) });
    await plan.approve("THA", "2016", { "G1.1-a": count(50) });
    // Approved once more as it stands: since when it shows so doesn't change.
    await plan.approve("THA", "2015", { "G1.1-a": count(41) });
    await plan.approve("LAO", "2015", {});
    const { lines, news } = await said(code);
    // The region's was corrected twice.
    expect(lines).toEqual([
      "G1.1-a LAO 2015 total: 8 -> notReported, 9",
      "G1.1-a REGION 2015 total: 78 -> 71, 9",
      "G1.1-a THA 2015 total: 40 -> 41, 6",
    ]);
    // The country's, and the region's, of another period.
    expect(news).toBe(2);
    const [first] = (await listed(code)).corrections;
    expect(first?.since.cause).toMatchObject({
      kind: "approval",
      unit: "LAO",
      period: { code: "2015" },
      isAgain: true,
      reason: "",
    });
  });

  it("stands in a file, and is counted on the pages that show it", async () => {
    const { code, plan } = await makePlan({ countsPersons: false, tables: [["sex"]] });
    await plan.approve("THA", "2015", { "G1.1-a": parts(30, 10) });
    await name(code, plan.planId);
    await plan.approve("THA", "2015", { "G1.1-a": parts(30, 11) });
    const version = `${await presentOf(code)}~june`;
    // The total and one part of two units; a country's page shows the total alone.
    expect((await indicatorProgress(code, "G1.1-a", "2015", "en", version))?.plan.release?.corrected).toBe(4);
    expect((await countryProgress(code, "THA", "2015", "en", version))?.plan.release?.corrected).toBe(1);
    expect((await countryProgress(code, "KHM", "2015", "en", version))?.plan.release?.corrected).toBe(0);
    expect((await countryProgress(code, "THA", "2015", "en", String(await presentOf(code))))?.plan.release).toBeNull();
    const words = { total: "Total", yes: "Yes", no: "No", inWords: "", unit: String, notice: "", of: String };
    const file = correctionsCsv(correctionRows(await listed(code), words)).split("\r\n");
    expect(file).toHaveLength(6);
    expect(file[1]).toMatch(/^\S*,june,2,4,G1.1-a,.*,THA,THA,2015,total,Total,40,,,shown,,\w*,41,,,shown,,\w*,4,/);
  });

  it("is of the page's indicator alone, also under another edition, and not listed any more without it", async () => {
    const code = `corrected${++plans}`;
    const indicators = { "G1.1-a": { countsPersons: false }, "G1.1-b": { countsPersons: false } };
    const plan = await makeResultsPlan(on.database.prisma, code, indicators);
    const actor = {
      ...on.plan.actors.secretariat,
      roles: [{ role: "secretariat" as const, plan: { id: plan.planId, code }, unit: null }],
    };
    const of = { planId: plan.planId, code };
    const { prisma } = on.database;
    await plan.approve("THA", "2015", { "G1.1-a": count(40), "G1.1-b": count(7) });
    await name(code, plan.planId);
    await adoptNext(prisma, actor, of);
    await plan.approve("THA", "2015", { "G1.1-a": count(41), "G1.1-b": count(8) });
    const pageOf = async (indicator: string) =>
      (await indicatorProgress(code, indicator, "2015", "en", `${await presentOf(code)}~june`))?.plan.release
        ?.corrected;
    expect(await pageOf("G1.1-a")).toBe(2);
    // Redefined and approved so, then left out: its last definition is neither edition's.
    const redefine = async (editionId: number) => {
      const had = { indicator: { editions: { some: { editionId, code: "G1.1-b" } } } };
      const { id: _, ...rules } = await prisma.indicatorVersion.findFirstOrThrow({ where: had });
      const { id } = await prisma.indicatorVersion.create({
        data: { ...rules, version: 2, validFrom: new Date("2015-01-01") },
      });
      await prisma.editionDefinition.create({ data: { editionId, indicatorVersionId: id } });
    };
    await adoptNext(prisma, actor, of, redefine);
    await plan.approve("THA", "2015", { "G1.1-a": count(42), "G1.1-b": count(9) });
    const last = await adoptNext(prisma, actor, of, async (editionId) => {
      await prisma.editionDefinition.deleteMany({
        where: { editionId, indicatorVersion: { indicator: { editions: { some: { editionId, code: "G1.1-b" } } } } },
      });
      await prisma.editionIndicator.deleteMany({ where: { editionId, code: "G1.1-b" } });
    });
    expect(await pageOf("G1.1-a")).toBe(2);
    expect(
      (await countryProgress(code, "THA", "2015", "en", `${await presentOf(code)}~june`))?.plan.release?.corrected,
    ).toBe(2);
    expect((await said(code)).lines).toEqual([
      `G1.1-b THA 2015 total: 7 -> null, ${last}`,
      `G1.1-b REGION 2015 total: 7 -> null, ${last}`,
      "G1.1-a THA 2015 total: 40 -> 42, 7",
      "G1.1-a REGION 2015 total: 40 -> 42, 7",
    ]);
  });

  it("says what readers were told when the report was reopened, and not what its unit was told", async () => {
    const { code, actors } = on.plan;
    const address = on.plan.address("THA", "2016");
    const { id } = await makeReport(on.database.prisma, on.plan, {
      unit: "THA",
      period: "2016",
      state: "submitted",
      values: { "G1.1-a": { total: count(40) } },
    });
    const rowVersion = async () => (await on.database.prisma.report.findUniqueOrThrow({ where: { id } })).rowVersion;
    const approve = async () => approveAsShown(actors.secretariat, address, { rowVersion: await rowVersion() }, now);
    await approve();
    await name(code, on.plan.planId);
    const why = { reason: "Somchai miscounted.", readersReason: "One province sent a corrected count." };
    await reopenReport(actors.secretariat, address, { rowVersion: await rowVersion(), ...why }, now);
    expect((await listed(code)).corrections).toEqual([]);
    await on.database.prisma.value.updateMany({ where: { reportId: id }, data: { number: "41", revision: 2 } });
    const resubmitted = { state: "submitted", submission: 2, rowVersion: { increment: 1 } } as const;
    await on.database.prisma.report.update({ where: { id }, data: resubmitted });
    await approve();
    const view = await listed(code);
    expect(view.corrections[0]?.since.cause).toMatchObject({ reason: why.readersReason, isAgain: true });
    expect(JSON.stringify(view)).not.toContain("Somchai");
  });

  it("is no page without a release", async () => {
    expect(await correctionsOfRelease(on.plan.code, "en", "1")).toBeNull();
    expect(await correctionsOfRelease(on.plan.code, "en", "1~nothing")).toBeNull();
  });

  it("says nothing that isn't read in the two versions, or in the one since which it stands", {
    tags: ["long"],
    timeout: 120_000,
  }, async () => {
    const step = fc.record({
      unit: fc.constantFrom("THA", "KHM"),
      female: fc.integer({ min: 0, max: 9 }),
      male: fc.integer({ min: 0, max: 9 }),
    });
    const history = fc.array(step, { minLength: 3, maxLength: 5 });
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(history, fc.integer(), async (steps, seed) => {
        const { code, plan } = await makePlan({ tables: [["sex"]] });
        const random = seededRandom(seed);
        let released = 0;
        for (const [index, { unit, female, male }] of steps.entries()) {
          await plan.approve(unit, "2015", { "G1.1-a": parts(female, male) }, random);
          if (index === 1) released = await name(code, plan.planId);
        }
        const present = await presentOf(code);
        const read = new Map<number, Map<string, string>>();
        for (let version = released; version <= present; version++) {
          const results = await publicReader((await publishedPlan(code, "en", String(version)))!).results({});
          read.set(version, new Map(results.map((row) => [`${row.unitId} ${row.cell}`, JSON.stringify(row.value)])));
        }
        const { corrections } = await listed(code);
        seen += corrections.length;
        const places = corrections.map(({ unit, cell, released: was, now: is, since }) => {
          const place = `${plan.unitIds[unit.code]} ${cell}`;
          expect(read.get(released)!.get(place)).toBe(JSON.stringify(was.value));
          for (let version = since.version; version <= present; version++)
            expect(read.get(version)!.get(place)).toBe(is ? JSON.stringify(is.value) : undefined);
          return was.value.state === is?.value.state && JSON.stringify(was.value) === JSON.stringify(is.value)
            ? []
            : [place];
        });
        const differing = [...read.get(released)!].filter(([place, text]) => read.get(present)!.get(place) !== text);
        expect(places.flat().sort()).toEqual(differing.map(([place]) => place).sort());
      }),
      { numRuns: 12, seed: 3 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});
