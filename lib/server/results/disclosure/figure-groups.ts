import "server-only";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { baselineState } from "@/lib/domain/progress/public-baseline";
import type { TableFigure } from "@/lib/domain/suppression/tables/link-figures";
import type { LinkedFigures } from "@/lib/domain/suppression/tables/linked-figures";
import { hasNoCases, rangeOf } from "@/lib/domain/values/figure";
import { zero } from "@/lib/domain/values/rational";
import type { PresentFigure } from "../compute/indicator-figures";
import type { IndicatorFacts, PlanFacts } from "../compute/plan-facts";
import { isCumulative } from "../compute/plan-facts";
import { pathFor } from "../compute/version-for";
import { type Seen, seenIn } from "../stored/stored-figures";
import { earlierMark, givingWay, sinceOf, snapshotsOf } from "./former-figures";
import { linkSnapshots } from "./linked-snapshot";

/** The pseudo-period of baselines, from which a total counted since the plan's start may be subtracted. */
const baselinePeriod = "baseline";

/** Figures that a reader can add and subtract, and what was seen of them before. */
export interface Group {
  figures: PresentFigure[];
  seen: Seen;
}

export function groupsOf(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  present: readonly PresentFigure[],
  seen: Seen,
): Group[] {
  const spans = isCumulative(indicator) ? [plan.periods] : plan.periods.map((period) => [period]);
  return spans.map((span) => {
    const ids = new Set(span.map(({ id }) => id));
    return { figures: present.filter(({ periodId }) => ids.has(periodId)), seen: seenIn(seen, ids) };
  });
}

/** Ties a group's figures to one another and to all that stood before them, as a reader can who keeps every release. */
export function linkGroup(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  { figures: group, seen }: Group,
  resultsVersion: number,
): LinkedFigures {
  const former = [...seen.former, ...givingWay(seen, group, resultsVersion)];
  const figures = group.map((figure) => ({
    ...figure,
    since: sinceOf(seen, figure, resultsVersion),
    earlier: earlierMark(seen, figure),
  }));
  const baselines = isCumulative(indicator) ? baselineFigures(plan, indicator) : [];
  const present = [
    ...baselines,
    ...figures.map(
      ({ unit, period, cell, value, earlier, addsUp }): TableFigure => ({
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
  const snapshots = snapshotsOf(plan, indicator, former, figures).map(({ version, figures }) => ({
    version,
    figures: [...baselines.map((baseline) => ({ ...baseline, until: null })), ...figures],
  }));
  return linkSnapshots(shape, present, snapshots);
}

/** Baselines that were stated and aren't zero. They show or don't by their own size, whatever stands beside them. */
function baselineFigures(plan: PlanFacts, indicator: IndicatorFacts): TableFigure[] {
  const version = indicator.versions.at(-1)!;
  return plan.units.flatMap((unit): TableFigure[] => {
    const { baseline } = pathFor(indicator, version, unit.id);
    if (!baseline || hasNoCases(baseline.figure)) return [];
    const { figure } = baseline;
    if (figure.kind !== "ratio" && rangeOf(figure).high.equals(zero)) return [];
    const earlier = baselineState(version.rules, figure, plan.threshold);
    return [{ unit: unit.code, period: baselinePeriod, cell: totalCell, value: figure, earlier }];
  });
}
