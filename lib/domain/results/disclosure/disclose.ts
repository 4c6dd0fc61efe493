import { totalCell } from "@/lib/domain/framework/disaggregation";
import {
  type PublicRegionalAssessment,
  type PublicUnitAssessment,
  publicRegionalAssessment,
  publicUnitAssessment,
  yFollows,
} from "@/lib/domain/progress/public-assessment";
import { baselineState, smallBaselineRange } from "@/lib/domain/progress/public-baseline";
import type { Status } from "@/lib/domain/progress/status";
import { regionalStatusOverRange, statusOverRange, type ValueRange } from "@/lib/domain/progress/status-over-range";
import type { Baseline } from "@/lib/domain/progress/unit-path";
import type { RegionWork } from "@/lib/domain/results/aggregate-countries";
import type { UnitWork } from "@/lib/domain/results/assess-unit";
import type { ValueToStore } from "@/lib/domain/results/indicator-values";
import { baselineThreshold, type PlanFacts, type UnitFacts, type VersionFacts } from "@/lib/domain/results/plan-facts";
import { lastStatusBefore, type Scope } from "@/lib/domain/results/scope";
import { resultKey } from "@/lib/domain/results/stored-values";
import type { HiddenValues } from "./hide-values";

/** What the public may read is worked out from these. */
export interface Disclosing {
  plan: PlanFacts;
  scope: Scope;
  hidden: HiddenValues;
  /** By `resultKey`. */
  present: ReadonlyMap<string, ValueToStore>;
}

/** A unit's assessments as the public may read them, in the order of time. */
export function discloseUnit(works: readonly UnitWork[], disclosing: Disclosing): PublicUnitAssessment[] {
  const [first] = works;
  let lastStatus = first ? lastStatusBefore(disclosing.scope, first.unit.id, "publicStatus") : null;
  return works.map(({ unit, period, approved, previousPeriod, input, assessment }) => {
    const own = { unitId: unit.id, periodId: period.id, cell: totalCell };
    const isBaselineHidden = hidesBaseline(disclosing, approved.version, assessment.inputs.baseline);
    const isValueHidden = isHidden(disclosing, own);
    const disclosed = publicUnitAssessment(assessment, {
      value: isValueHidden,
      previous: previousPeriod !== undefined && isHidden(disclosing, { ...own, periodId: previousPeriod.id }),
      baseline: isBaselineHidden,
      lastStatus,
      statusOverRange: () => {
        if (!disclosing.hidden.isWorkedOut(period)) return storedStatus(disclosing, own);
        const value = isValueHidden ? rangeAt(disclosing, own) : null;
        if (value === undefined) return null;
        const baseline = isBaselineHidden ? baselineRange(disclosing, assessment.inputs.baseline) : null;
        return statusOverRange(input, { ...(value && { value }), ...(baseline && { baseline }) });
      },
    });
    if (disclosed.status !== "notAssessed") lastStatus = { status: disclosed.status, periodEndsOn: period.endsOn };
    return disclosed;
  });
}

/** The region's assessments as the public may read them, in the order of time. */
export function discloseRegion(works: readonly RegionWork[], disclosing: Disclosing): PublicRegionalAssessment[] {
  const [first] = works;
  let lastStatus = first ? lastStatusBefore(disclosing.scope, first.region.id, "publicStatus") : null;
  return works.map((work) => {
    const { region, period, previousPeriod, version, input, result } = work;
    const own = { unitId: region.id, periodId: period.id, cell: totalCell };
    const members = new Map(
      result.assessment.inputs.members.map(({ unit, carriedFrom, baseline }) => {
        const at = placeOfMember(disclosing, work, unit, carriedFrom);
        return [unit, { at, value: isHidden(disclosing, at), baseline: hidesBaseline(disclosing, version, baseline) }];
      }),
    );
    const value = isHidden(disclosing, own);
    const others = othersOf(work).some(({ unit, from }) =>
      isHidden(disclosing, placeOfMember(disclosing, work, unit, from)),
    );
    const disclosed = publicRegionalAssessment(result.assessment, result.value, {
      value,
      others,
      previous: previousPeriod !== undefined && isHidden(disclosing, { ...own, periodId: previousPeriod.id }),
      members,
      lastStatus,
      statusOverRange: () => {
        if (!disclosing.hidden.isWorkedOut(period)) return storedStatus(disclosing, own);
        // Hidden denominators are weights that nobody knows.
        const hidesWeight =
          version.rules.aggregation === "ratioOfSums" && [...members.values()].some(({ value }) => value);
        if (hidesWeight) return null;
        // Where the sum is known, it doesn't matter how it is made up.
        const isSumKnown = version.rules.aggregation === "sum" && yFollows(result.value, { value, others });
        const ranges = result.assessment.inputs.members.map(({ unit, baseline }) => {
          const hidden = members.get(unit)!;
          const value = hidden.value && !isSumKnown ? rangeAt(disclosing, hidden.at) : null;
          return { unit, value, baseline: hidden.baseline ? baselineRange(disclosing, baseline) : null };
        });
        const known = ranges.flatMap(({ unit, value, baseline }) =>
          value === undefined ? [] : [{ unit, ...(value && { value }), ...(baseline && { baseline }) }],
        );
        return known.length < ranges.length ? null : regionalStatusOverRange(input, known);
      },
    });
    if (disclosed.status !== "notAssessed") lastStatus = { status: disclosed.status, periodEndsOn: period.endsOn };
    return disclosed;
  });
}

/** Countries with a value that have no part in the status, and of which earlier period it is, if of one. */
function othersOf({ result: { value, assessment } }: RegionWork): { unit: string; from: string | null }[] {
  const members = new Set(assessment.inputs.members.map(({ unit }) => unit));
  return (value?.restsOn ?? []).flatMap((unit) => {
    const from = value?.carried.find((carried) => carried.unit === unit)?.from ?? null;
    return members.has(unit) ? [] : [{ unit, from }];
  });
}

interface Total {
  unitId: number;
  periodId: number;
  cell: typeof totalCell;
}

function placeOfMember({ plan }: Disclosing, { period }: RegionWork, unit: string, carriedFrom: string | null): Total {
  const country: UnitFacts = plan.units.find(({ code }) => code === unit)!;
  const from = plan.periods.find(({ code }) => code === carriedFrom) ?? period;
  return { unitId: country.id, periodId: from.id, cell: totalCell };
}

function isHidden({ hidden, scope }: Disclosing, at: Total): boolean {
  const key = resultKey(at);
  const state = hidden.states.get(key) ?? scope.seen.stored.get(key)?.state;
  return state === "small" || state === "suppressed";
}

function hidesBaseline({ plan }: Disclosing, { rules }: VersionFacts, baseline: Baseline | null): boolean {
  return baseline !== null && baselineState(rules, baseline.value, baselineThreshold(plan)) === "small";
}

function baselineRange({ plan }: Disclosing, baseline: Baseline | null): ValueRange | null {
  return baseline && smallBaselineRange(baseline.value, baselineThreshold(plan));
}

function rangeAt({ hidden, present }: Disclosing, at: Total): ValueRange | undefined {
  const value = present.get(resultKey(at));
  return value && hidden.possible(value);
}

/** What was decided when the values were last looked at, and still holds; null where it was that nothing can be told. */
function storedStatus({ scope }: Disclosing, at: Total): Status | null {
  const stored = scope.seen.stored.get(resultKey(at));
  return stored === undefined || stored.publicStatusReason === "hidden" ? null : stored.publicStatus;
}
