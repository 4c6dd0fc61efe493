import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { givenOf } from "@/lib/charts/axes/region-sets";
import { formulaLines } from "@/lib/charts/formula";
import { checkLines } from "@/lib/charts/formula.testing";
import { explanationsOf } from "@/lib/charts/prepare/prepare-explanation";
import { changedCountries, regionFinding } from "@/lib/charts/prepare/prepare-region-finding";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { statuses } from "@/lib/domain/progress/status";
import type { StoredInputs, StoredPublicInputs } from "@/lib/domain/results/result-rows";
import { isAssessableValue, rangeOf } from "@/lib/domain/values/assessable-value";
import { publicationWords } from "@/lib/i18n/publication-words";
import { locales } from "@/lib/i18n/routing";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { valueOfRow } from "@/lib/server/db/value-columns";
import { demoAccounts } from "@/lib/server/demo-accounts";
import { codeOf } from "@/lib/server/framework/edition";
import { indicatorViews } from "@/lib/server/results/read/indicator-views";
import { publishedPlan } from "@/lib/server/results/read/plan";
import { publicReader } from "@/lib/server/results/read/result-reader";
import { shownRows } from "@/lib/server/results/read/shown-rows";
import { seed } from "./seed";

// Seeded once for all tests here: it takes some seconds. A first start ends half-way before, in the middle of its reports.

let database: Database;
let leftByHalf: number[];
beforeAll(async () => {
  database = await testDatabase();
  const { pool, prisma } = database;
  await pool.query(`CREATE FUNCTION end_half_way() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF (SELECT count(*) FROM report) = 3 THEN RAISE 'could not extend file' USING ERRCODE = '53100'; END IF;
    RETURN NEW; END $$`);
  await pool.query("CREATE TRIGGER half BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION end_half_way()");
  await expect(seed(prisma, () => {})).rejects.toThrow("could not extend file");
  leftByHalf = [await prisma.plan.count(), await prisma.user.count(), await prisma.report.count()];
  await pool.query("DROP FUNCTION end_half_way CASCADE");
  await seed(prisma, () => {});
}, 300_000);
afterAll(() => database.close());

async function everything() {
  const { plan, user, report, value, result, auditEvent } = database.prisma;
  const counts = [await user.count(), await report.count(), await value.count(), await result.count()];
  return { plans: await plan.findMany(), counts, events: await auditEvent.count() };
}

const results = () =>
  database.prisma.result.findMany({
    where: { untilVersion: null },
    include: {
      unit: true,
      cell: true,
      period: true,
      indicatorVersion: { include: { indicator: { include: { editions: { select: { code: true } } } } } },
    },
  });

/** Every indicator in every period with results, in the order of time. */
async function* everyView() {
  const plan = (await publishedPlan("spaiv", "en", null))!;
  for (const period of plan.periods.filter(({ hasResults }) => hasResults))
    for (const view of await indicatorViews(plan, period, null, publicReader(plan), "en")) yield view;
}

describe("the seed", () => {
  it("leaves nothing where it ends half-way, and the next one makes everything", async () => {
    expect(leftByHalf).toEqual([0, 0, 0]);
    const { prisma } = database;
    const demo = await prisma.user.findMany({ where: { isDemo: true }, select: { email: true } });
    expect(demo.map(({ email }) => email).sort()).toEqual(demoAccounts.map(({ email }) => email).sort());
    expect(await prisma.report.count()).toBe(17);
  });

  it("changes nothing the second time", async () => {
    const before = await everything();
    await seed(database.prisma, () => {});
    expect(await everything()).toEqual(before);
  });

  it("publishes every approved report under one results version, and no draft", async () => {
    const { prisma } = database;
    const [plan] = await prisma.plan.findMany({
      include: { editions: true, versions: { orderBy: { version: "asc" } } },
    });
    expect(plan).toMatchObject({ isDemonstration: true, resultsVersion: 2 });
    expect(plan?.editions).toMatchObject([{ number: 1, isReference: true, fromVersion: 1, untilVersion: null }]);
    expect(plan?.versions.map(({ cause }) => cause)).toEqual(["framework", "approval"]);
    const approved = await prisma.report.findMany({
      where: { state: "approved" },
      include: { unit: true, period: true },
    });
    const own = (await results()).filter(
      ({ unit, indicatorVersion }) => unit.level === indicatorVersion.indicator.level,
    );
    const placesOf = (rows: { unit: { code: string }; period: { code: string } }[]) =>
      [...new Set(rows.map(({ unit, period }) => `${unit.code} ${period.code}`))].sort();
    expect(placesOf(own)).toEqual(placesOf(approved));
    expect(approved).toHaveLength(13);
  });

  it("shows every status, small and suppressed values, and gaps, in believable shares", async () => {
    const totals = (await results()).filter(({ status, unit }) => status !== null && unit.level === "country");
    const share = (status: string) => totals.filter((row) => row.publicStatus === status).length / totals.length;
    for (const status of statuses) expect([status, share(status) > 0]).toEqual([status, true]);
    expect(share("onTrack")).toBeGreaterThan(0.15);
    expect(share("onTrack")).toBeLessThan(0.45);
    expect(share("notAssessed")).toBeLessThan(0.45);
    const hidden = totals.filter(({ disclosureState: state }) => state === "suppressed" || state === "small");
    expect(hidden.length / totals.length).toBeGreaterThan(0.01);
    expect(hidden.length / totals.length).toBeLessThan(0.2);
    const missing = totals.filter(({ disclosureState }) => disclosureState === "missing");
    expect(missing.length / totals.length).toBeGreaterThan(0.01);
    expect(missing.length / totals.length).toBeLessThan(0.12);
  });
});

describe("every status", () => {
  it("adds up as its panel prints it, in every language", { tags: ["long"], timeout: 60_000 }, async () => {
    const languages = await Promise.all(locales.map((locale) => publicationWords(locale)));
    let lines = 0;
    for await (const view of everyView()) {
      for (const { wording } of languages) {
        for (const told of explanationsOf(view, wording)) {
          if (told.R === null) continue;
          lines += 1;
          const where = `${view.indicator.code} ${told.unit.code} ${view.period.code} ${wording.locale}`;
          const wrong = told.formula ? checkLines(formulaLines(told.formula), wording.locale) : ["no line"];
          expect([where, ...wrong]).toEqual([where]);
        }
      }
    }
    expect(lines).toBeGreaterThan(250 * languages.length);
  });
});

describe("every finding about the region", () => {
  it("names the countries by which its value differs from the one that the period before finds", async () => {
    const { wording } = await publicationWords("en");
    const before = new Map<string, { since: string; over: readonly string[] }>();
    const changes = { ofAll: 0, ofOthers: 0 };
    for await (const view of everyView()) {
      const { region, indicator, period } = view;
      if (!region) continue;
      const { key, over: fewer } = regionFinding(view, region, wording);
      const over = key === "regionNone" || key === "regionSuppressed" ? [] : (fewer ?? givenOf(region));
      const last = over.length > 0 ? before.get(indicator.code) : undefined;
      const lost = last?.over.filter((code) => !over.includes(code)) ?? [];
      const gained = last ? over.filter((code) => !last.over.includes(code)) : [];
      const isSame = lost.length + gained.length === 0;
      const changed = changedCountries(region);
      expect([indicator.code, period.code, changed && { ...changed, since: changed.since.code }]).toEqual([
        indicator.code,
        period.code,
        isSame ? null : { lost, gained, since: last?.since },
      ]);
      if (!isSame) changes[fewer ? "ofOthers" : "ofAll"] += 1;
      if (over.length > 0) before.set(indicator.code, { since: period.code, over });
    }
    expect(Object.values(changes).every((count) => count > 0)).toBe(true);
  });
});

describe("every result", () => {
  it("names its revision, a total its status, and the two its explanation", { tags: ["long"] }, async () => {
    const rows = await results();
    expect(rows.length).toBeGreaterThan(5000);
    for (const row of rows) {
      const isRegional = row.unit.level === "region" && row.indicatorVersion.indicator.level === "country";
      const isTotal = row.cell.key === totalCell;
      expect(row.status !== null).toBe(isTotal);
      expect(row.publicStatus !== null).toBe(isTotal);
      if (isRegional || row.kind === "missing") expect(row.countriesIn !== null).toBe(isRegional && isTotal);
      else expect(row.revision).toBe(1);
      if (!isTotal) continue;
      const inputs = row.inputs as unknown as StoredInputs;
      const exact = inputs.unit ?? inputs.region.assessment;
      expect([exact.status, exact.reason?.code ?? null]).toEqual([row.status, row.statusReason]);
      const open = row.publicInputs as unknown as StoredPublicInputs;
      const disclosed = open.unit ?? open.region.assessment;
      expect([disclosed.status, disclosed.reason?.code ?? null]).toEqual([row.publicStatus, row.publicStatusReason]);
      expect(disclosed.R).toBe(row.publicRatio?.toFixed(6) ?? null);
    }
  });

  it("of the region is the sum of the countries' in the same cell", async () => {
    const rows = (await results()).filter(({ indicatorVersion: { aggregation, accumulation } }) => {
      return aggregation === "sum" && accumulation !== "cumulativeToDate";
    });
    const sums = new Map<string, number>();
    const keyOf = (row: (typeof rows)[number]) => `${row.periodId} ${row.indicatorVersionId} ${row.cell.key}`;
    for (const row of rows) {
      const value = row.unit.level === "country" && row.kind !== "missing" ? valueOfRow(row) : null;
      if (value && isAssessableValue(value)) {
        sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + rangeOf(value).low.valueOf());
      }
    }
    const regional = rows.filter(({ unit, indicatorVersion: { indicator } }) => {
      return unit.level === "region" && indicator.level === "country";
    });
    expect(regional.length).toBeGreaterThan(100);
    for (const row of regional) expect(row.number?.toNumber()).toBeCloseTo(sums.get(keyOf(row))!, 6);
  });

  it("of the region, total or part, rests on the countries that its file names, whose values add up to it", async () => {
    const plan = (await publishedPlan("spaiv", "en", null))!;
    const { wording, t, unit } = await publicationWords("en");
    const words = { ...wording, total: t("public.breakdown.total"), unit, notice: "" };
    const all = [...plan.countries, plan.region!];
    const asked = { indicators: null, totals: false, unitIds: new Set(all.map(({ id }) => id)) };
    const shown = await shownRows(plan, { ...asked, periods: plan.periods }, words, publicReader(plan), "en");
    const keyOf = (...place: string[]) => place.join(" ");
    const exact = new Map(
      (await results()).map((row) => {
        const { indicator, aggregation } = row.indicatorVersion;
        const value = row.kind === "missing" ? null : valueOfRow(row);
        const low = aggregation === "sum" && value && isAssessableValue(value) ? rangeOf(value).low.valueOf() : null;
        return [keyOf(codeOf(indicator), row.unit.code, row.period.code, row.cell.key), low] as const;
      }),
    );
    let partial = 0;
    for (const { indicator, unit, period, cell, countries, carried = [] } of shown) {
      const whole = exact.get(keyOf(indicator, unit, period, cell)) ?? null;
      if (countries === null || whole === null) continue;
      const parts = countries.in.map((code) => {
        const from = carried.find((each) => each.unit === code)?.from ?? period;
        return exact.get(keyOf(indicator, code, from, cell)) ?? Number.NaN;
      });
      expect([indicator, period, cell, parts.reduce((one, other) => one + other, 0).toFixed(6)]).toEqual([
        indicator,
        period,
        cell,
        whole.toFixed(6),
      ]);
      if (cell !== totalCell && countries.in.length < countries.of) partial += 1;
    }
    expect(partial).toBeGreaterThan(20);
  });

  it("is public only as far as its small counts allow", async () => {
    const threshold = 5;
    const small = (count: number | undefined) => count !== undefined && count >= 1 && count < threshold;
    for (const row of await results()) {
      if (!row.indicatorVersion.countsPersons || row.disclosureState !== "shown") continue;
      const [numerator, denominator] = [row.numerator?.toNumber(), row.denominator?.toNumber()];
      const complement = numerator !== undefined && denominator !== undefined ? denominator - numerator : undefined;
      const counts = [row.number?.toNumber(), numerator, denominator, complement];
      expect([row.unit.code, row.cell.key, counts.some(small)]).toEqual([row.unit.code, row.cell.key, false]);
    }
  });
});
