import { totalCell } from "@/lib/domain/framework/disaggregation";
import { baselineState } from "@/lib/domain/progress/public-baseline";
import type { ValueToStore } from "@/lib/domain/results/indicator-values";
import type { IndicatorFacts, PlanFacts } from "@/lib/domain/results/plan-facts";
import { baselineThreshold, isCumulative, othersSince } from "@/lib/domain/results/plan-facts";
import { type Seen, seenIn } from "@/lib/domain/results/stored-values";
import { baselineFor, statingBaseline } from "@/lib/domain/results/version-for";
import type { TableValue } from "@/lib/domain/suppression/tables/link-values";
import { type LinkedValues, smallBound } from "@/lib/domain/suppression/tables/linked-values";
import { hasNoCases, rangeOf } from "@/lib/domain/values/assessable-value";
import { zero } from "@/lib/domain/values/rational";
import { earlierStates, formerTold, givingWay, sinceOf, snapshotsOf } from "./former-values";
import { linkSnapshots } from "./linked-snapshot";

/** The pseudo-period of baselines, from which a total counted since the plan's start may be subtracted. */
const baselinePeriod = "baseline";

/** Values that a reader can add and subtract, and what was seen of them before. */
export interface Group {
  values: ValueToStore[];
  seen: Seen;
}

export function groupsOf(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  present: readonly ValueToStore[],
  seen: Seen,
): Group[] {
  const spans = isCumulative(indicator) ? [plan.periods] : plan.periods.map((period) => [period]);
  return spans.map((span) => {
    const ids = new Set(span.map(({ id }) => id));
    return { values: present.filter(({ periodId }) => ids.has(periodId)), seen: seenIn(seen, ids) };
  });
}

/** Ties a group's values to one another and to all that stood before them, as a reader can who keeps every release. */
export function linkGroup(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  { values: group, seen }: Group,
  resultsVersion: number,
): LinkedValues {
  const former = formerTold([...seen.former, ...givingWay(seen, group, resultsVersion)], group);
  const knownOf = earlierStates(plan, seen, former);
  const values = group.map((each) => ({
    ...each,
    since: sinceOf(seen, each, resultsVersion),
    before: knownOf(each),
  }));
  const baselines = isCumulative(indicator) ? baselineValues(plan, indicator) : [];
  const present = [
    ...baselines,
    ...values.map(
      ({ unit, period, cell, value, before, addsUp }): TableValue => ({
        unit: unit.code,
        period: period.code,
        cell,
        value: value ?? undefined,
        ...before,
        ...(addsUp && { addsUp }),
      }),
    ),
  ];
  const shape = {
    countsPersons: true,
    isCumulative: isCumulative(indicator),
    periods: [baselinePeriod, ...plan.periods.map(({ code }) => code)],
  };
  const snapshots = snapshotsOf(plan, indicator, former, values).map(({ version, values }) => ({
    version,
    values: [...baselines.map((baseline) => ({ ...baseline, until: null })), ...values],
  }));
  return linkSnapshots(shape, present, snapshots);
}

/** Baselines that were stated and aren't zero. They show or don't by their own size, whatever stands beside them. */
function baselineValues(plan: PlanFacts, indicator: IndicatorFacts): TableValue[] {
  const version = indicator.versions.at(-1)!;
  return plan.units.flatMap((unit): TableValue[] => {
    const baseline = baselineFor(indicator, version, unit.id);
    if (!baseline || hasNoCases(baseline.value)) return [];
    const { value } = baseline;
    if (value.kind !== "ratio" && rangeOf(value).high.equals(zero)) return [];
    const since = statingBaseline(indicator, version, unit.id)?.baselinesSince.get(unit.id) ?? Number.POSITIVE_INFINITY;
    const stoodUnder = othersSince(plan, since);
    const highest = baselineThreshold(plan);
    // One that a lower threshold left in the open is known, whatever it shows as now.
    const lowest = Math.min(...stoodUnder, stoodUnder.length > 0 ? plan.threshold : highest);
    const earlier = baselineState(version.rules, value, lowest);
    const isBounded = earlier === "small" && value.kind !== "ratio" && stoodUnder.length > 0;
    return [
      {
        unit: unit.code,
        period: baselinePeriod,
        cell: totalCell,
        value,
        earlier,
        ...(isBounded && { bounds: { lowest: smallBound(value, lowest), highest: smallBound(value, highest) } }),
        ...(stoodUnder.length > 0 && { stoodUnder }),
      },
    ];
  });
}
