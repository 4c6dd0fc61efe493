import type { Status } from "@/lib/domain/progress/status";
import { type Disclosing, discloseRegion, discloseUnit } from "@/lib/domain/results/disclosure/disclose";
import { sinceOf } from "@/lib/domain/results/disclosure/former-values";
import { type Hiding, hideValues } from "@/lib/domain/results/disclosure/hide-values";
import { publicBetween } from "@/lib/domain/results/disclosure/public-between";
import type { IndicatorFacts, PlanFacts, UnitFacts } from "@/lib/domain/results/plan-facts";
import { afterEndsOf } from "./after-plan-end";
import { aggregateCountries } from "./aggregate-countries";
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
