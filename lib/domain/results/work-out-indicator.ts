import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { Bounds } from "@/lib/domain/progress/regional-value";
import type { Status } from "@/lib/domain/progress/status";
import { type Disclosing, discloseRegion, discloseUnit } from "@/lib/domain/results/disclosure/disclose";
import { sinceOf } from "@/lib/domain/results/disclosure/former-values";
import { type Hiding, hideValues } from "@/lib/domain/results/disclosure/hide-values";
import type { IndicatorFacts, PlanFacts, UnitFacts } from "@/lib/domain/results/plan-facts";
import { formatDecimal, type Rational, rational, sum } from "@/lib/domain/values/rational";
import { afterEndsOf } from "./after-plan-end";
import { aggregateCountries, type RegionWork } from "./aggregate-countries";
import type { IndicatorApproved } from "./approved-values";
import { assessUnit } from "./assess-unit";
import { valuesOfRegion, valuesOfUnits } from "./indicator-values";
import { assessedRow, carriedFrom, type ResultRow, totalOf, valueRow } from "./result-rows";
import { type Scope, scopeOf } from "./scope";
import { resultKey, type Seen, type StoredValue, seenIn } from "./stored-values";

/** All rows of an indicator as they should stand under the new results version. */
export interface WorkedOut {
  indicator: IndicatorFacts;
  rows: ResultRow[];
  /** Parts among them that stand so already. */
  unchanged: Set<ResultRow>;
  /** Stored values that aren't any more. */
  gone: StoredValue[];
  /** Values that are hidden for the first time, with their rows. */
  newlyHidden: ResultRow[];
  /** Values that can't be protected any more, and that are hidden as a whole: see `HiddenValues`. */
  lost: string[];
  gaveUp: string[];
}

/** Whether a part is stored as it is; totals say more than their value, and the database compares them. */
function isStored(stored: StoredValue | undefined, row: ResultRow): boolean {
  return (
    stored !== undefined &&
    row.status === null &&
    row.carriedFromId === null &&
    stored.versionId === row.indicatorVersionId &&
    stored.since === row.valueSince &&
    stored.state === row.disclosureState &&
    stored.bound === row.disclosureBound &&
    stored.toldLeast === row.toldLeast &&
    stored.revision === row.revision &&
    stored.method === row.method &&
    stored.approvedAt.getTime() === row.approvedAt.getTime()
  );
}

/**
 * Where a hidden regional sum lies, as every reader can add up from the countries' values: exact ones and `<5`. null
 * where a country is suppressed, for then nobody can, and where the region's own value is shown.
 */
function publicBetween({ period, region, result, version }: RegionWork, disclosing: Disclosing): Bounds | null {
  const { plan, hidden, present } = disclosing;
  const own = hidden.states.get(resultKey({ unitId: region.id, periodId: period.id, cell: totalCell }));
  if (version.rules.aggregation !== "sum" || !result.value || own === "shown") return null;
  const ranges = result.value.restsOn.map((unit): { low: Rational; high: Rational } | null => {
    const from = result.value?.carried.find((carried) => carried.unit === unit)?.from ?? period.code;
    const key = resultKey({
      unitId: plan.units.find(({ code }) => code === unit)!.id,
      periodId: plan.periods.find(({ code }) => code === from)!.id,
      cell: totalCell,
    });
    const each = present.get(key);
    const value = each?.value;
    const state = hidden.states.get(key);
    if (state === "shown" && value?.kind === "number")
      return { low: rational(value.number), high: rational(value.number) };
    if (state !== "small" || !each || !value) return null;
    // Only an imported "<5" may be 0 as well.
    return { low: rational(value.kind === "censored" ? 0 : 1), high: rational(hidden.boundOf(each) - 1) };
  });
  const known = ranges.filter((range) => range !== null);
  if (known.length < ranges.length) return null;
  return {
    low: formatDecimal(sum(known.map(({ low }) => low))),
    high: formatDecimal(sum(known.map(({ high }) => high))),
  };
}

/**
 * Works out everything about one indicator from what was approved: units' and regional results, what the public may see of
 * them and of their status. Pure: it only reads what it is given, and takes its chance from `hiding.random`.
 */
export function workOutIndicator(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  approved: IndicatorApproved,
  everSeen: Seen,
  hiding: Hiding,
): WorkedOut {
  const scope = scopeOf(plan, indicator, hiding.periodIds, everSeen);
  const seen = seenIn(everSeen, new Set(scope.periods.map(({ id }) => id)));
  const units = plan.units
    .filter(({ level }) => (level === "region") === (indicator.level === "region"))
    .map((unit) => assessUnit(plan, indicator, unit, approved, scope));
  const regional = aggregateCountries(plan, indicator, approved, scope);
  const values = [...valuesOfUnits(units.flat()), ...valuesOfRegion(regional)];
  const present = new Map(values.map((each) => [resultKey(each), each]));
  const hidden = hideValues(plan, indicator, values, seen, hiding);
  const disclosing: Disclosing = { plan, scope, hidden, present };

  const rows = new Map(
    [...present].map(([key, each]) => {
      const valueSince = sinceOf(seen, each, hiding.resultsVersion);
      const state = hidden.states.get(key)!;
      // `<5` beside a percentage would be read as per cent: it shows as suppressed.
      const bound = state === "small" && each.value?.kind !== "ratio" ? hidden.boundOf(each) : null;
      const stands = { valueSince, carriedFromId: carriedFrom(plan, each), keptMethod: hidden.keptMethod(each) };
      const toldLeast = state === "suppressed" ? hidden.toldLeast(each) : null;
      return [key, valueRow(each, { disclosureState: state, disclosureBound: bound, toldLeast }, stands)];
    }),
  );
  const assess = (key: string, given: Parameters<typeof assessedRow>[1]) =>
    rows.set(key, assessedRow(rows.get(key)!, given));
  for (const works of units) {
    const told = discloseUnit(works, disclosing);
    const exact = works.map(({ assessment }) => assessment);
    const after = bothAfterEnds(works, { exact, told }, works[0]?.unit, scope);
    for (const [index, { unit, period, assessment }] of works.entries()) {
      const key = totalOf({ unitId: unit.id, periodId: period.id });
      assess(key, { exact: assessment, disclosed: told[index]!, ...after(index) });
    }
  }
  const told = discloseRegion(regional, disclosing);
  const exact = regional.map(({ result }) => result.assessment);
  const after = bothAfterEnds(regional, { exact, told }, regional[0]?.region, scope);
  for (const [index, work] of regional.entries()) {
    const key = totalOf({ unitId: work.region.id, periodId: work.period.id });
    const between = publicBetween(work, disclosing);
    assess(key, { exact: work.result.assessment, disclosed: told[index]!, work, between, ...after(index) });
  }

  const kept = new Set([...rows].map(([key, { indicatorVersionId }]) => `${key} ${indicatorVersionId}`));
  return {
    indicator,
    rows: [...rows.values()],
    unchanged: new Set([...rows].flatMap(([key, row]) => (isStored(seen.stored.get(key), row) ? [row] : []))),
    gone: [...seen.stored].flatMap(([key, each]) => (kept.has(`${key} ${each.versionId}`) ? [] : [each])),
    newlyHidden: [...rows].flatMap(([key, row]) =>
      (row.disclosureState === "small" || row.disclosureState === "suppressed") && !seen.hidden.has(key) ? [row] : [],
    ),
    lost: hidden.lost,
    gaveUp: hidden.gaveUp,
  };
}

/** What became of the end-of-plan target, by the index of a period: as it is, and as the public may read it. */
function bothAfterEnds(
  works: Parameters<typeof afterEndsOf>[0],
  { exact, told }: Record<"exact" | "told", readonly { status: Status }[]>,
  unit: UnitFacts | undefined,
  scope: Scope,
) {
  const statusesOf = (assessments: readonly { status: Status }[]) => assessments.map(({ status }) => status);
  const unitId = unit?.id ?? 0;
  const known = afterEndsOf(works, statusesOf(exact), unitId, scope, "status");
  const shown = afterEndsOf(works, statusesOf(told), unitId, scope, "publicStatus");
  return (index: number) => ({ afterEnd: known[index]!, publicAfterEnd: shown[index]! });
}
