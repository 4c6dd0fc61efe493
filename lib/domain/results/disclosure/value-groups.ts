import { totalCell } from "@/lib/domain/framework/disaggregation";
import { baselineState } from "@/lib/domain/progress/public-baseline";
import type { ValueToStore } from "@/lib/domain/results/indicator-values";
import type { IndicatorFacts, PlanFacts } from "@/lib/domain/results/plan-facts";
import { isCumulative } from "@/lib/domain/results/plan-facts";
import { type Seen, seenIn } from "@/lib/domain/results/stored-values";
import { baselineFor } from "@/lib/domain/results/version-for";
import type { TableValue } from "@/lib/domain/suppression/tables/link-values";
import type { LinkedValues } from "@/lib/domain/suppression/tables/linked-values";
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
  const stateBefore = earlierStates(seen, former);
  const values = group.map((each) => ({
    ...each,
    since: sinceOf(seen, each, resultsVersion),
    earlier: stateBefore(each),
  }));
  const baselines = isCumulative(indicator) ? baselineValues(plan, indicator) : [];
  const present = [
    ...baselines,
    ...values.map(
      ({ unit, period, cell, value, earlier, addsUp }): TableValue => ({
        ...{ unit: unit.code, period: period.code, cell, value: value ?? undefined },
        ...(earlier && { earlier }),
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
    const earlier = baselineState(version.rules, value, plan.threshold);
    return [{ unit: unit.code, period: baselinePeriod, cell: totalCell, value, earlier }];
  });
}
