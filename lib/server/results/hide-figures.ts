import "server-only";
import { totalCell } from "@/lib/domain/disaggregation";
import { hasNoCases, rangeOf } from "@/lib/domain/figure";
import { baselineMark } from "@/lib/domain/public-baseline";
import { zero } from "@/lib/domain/rational";
import { suppress } from "@/lib/domain/suppression";
import { figureId, type TableFigure } from "@/lib/domain/suppression/link-figures";
import type { PublicMark } from "@/lib/domain/suppression/linked-figures";
import { type PossibleRange, possibleRange } from "@/lib/domain/suppression/possible-range";
import type { RandomSource } from "@/lib/domain/suppression/random-source";
import { earlierMark, givingWay, sinceOf, snapshotsOf } from "./former-figures";
import type { PresentFigure } from "./indicator-figures";
import { linkSnapshots } from "./linked-snapshot";
import type { IndicatorFacts, PeriodFacts, PlanFacts } from "./plan-facts";
import { figureKey, type Seen } from "./stored-figures";
import { pathFor } from "./version-for";

export interface Hiding {
  /** The publication version that is being made. */
  publication: number;
  /** Periods in which figures change. */
  periodIds: ReadonlySet<number>;
  random: RandomSource;
}

export interface HiddenFigures {
  /** By `figureKey`. */
  marks: Map<string, PublicMark>;
  /** Whether the marks were worked out anew, and not only read. */
  isWorkedOut: (period: PeriodFacts) => boolean;
  /** What a reader must think possible of a hidden figure; undefined where that wasn't worked out. */
  possible: (figure: PresentFigure) => PossibleRange | undefined;
}

/** Caps on the search, in rules visited, for one indicator in one period. A longer search hides less, not better. */
const patternEffort = 300_000;
const rangeEffort = 40_000;

/** The pseudo-period of baselines, from which a total counted since the plan's start may be subtracted. */
const baselinePeriod = "baseline";

export const isCumulative = ({ versions }: IndicatorFacts): boolean =>
  versions.some(({ rules }) => rules.accumulation === "cumulativeToDate");
export const countsPersons = ({ versions }: IndicatorFacts): boolean =>
  versions.some(({ rules }) => rules.countsPersons);

/**
 * Decides how the figures of an indicator show to the public. Totals counted from the plan's start can be subtracted, so
 * that all their periods are looked at together; otherwise each period stands alone. Where nothing changes, stored marks
 * stay.
 */
export function hideFigures(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  present: readonly PresentFigure[],
  seen: Seen,
  hiding: Hiding,
): HiddenFigures {
  const all = isCumulative(indicator);
  const isWorkedOut = ({ id }: PeriodFacts) => all || hiding.periodIds.has(id);
  const marks = new Map<string, PublicMark>();
  const ranges = new Map<string, () => PossibleRange | undefined>();
  const isShown = ({ value }: PresentFigure) => value !== null && value.kind !== "missing";
  if (!countsPersons(indicator)) {
    for (const figure of present) marks.set(figureKey(figure), isShown(figure) ? "shown" : "missing");
    return { marks, isWorkedOut, possible: () => undefined };
  }
  const groups = new Map<number, PresentFigure[]>();
  for (const figure of present) {
    if (!isWorkedOut(figure.period)) {
      marks.set(figureKey(figure), seen.stored.get(figureKey(figure))?.mark ?? "missing");
      continue;
    }
    const group = all ? 0 : figure.periodId;
    groups.set(group, [...(groups.get(group) ?? []), figure]);
  }
  for (const [group, figures] of groups) {
    const known: Seen = { ...seen, former: seen.former.filter(({ periodId }) => all || periodId === group) };
    hideGroup(plan, indicator, figures, known, hiding, { marks, ranges });
  }
  return { marks, isWorkedOut, possible: (figure) => ranges.get(figureKey(figure))?.() };
}

function hideGroup(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  group: readonly PresentFigure[],
  seen: Seen,
  { publication, random }: Hiding,
  found: { marks: Map<string, PublicMark>; ranges: Map<string, () => PossibleRange | undefined> },
) {
  const periods = new Set(group.map(({ periodId }) => periodId));
  const ofGroup: Seen = { ...seen, stored: new Map([...seen.stored].filter(([, at]) => periods.has(at.periodId))) };
  const former = [...seen.former, ...givingWay(ofGroup, group, publication)];
  const figures = group.map((figure) => ({
    ...figure,
    since: sinceOf(seen, figure, publication),
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
  const linked = linkSnapshots(shape, present, snapshots);
  const { marks } = suppress(linked, { threshold: plan.threshold, random, effort: patternEffort });
  for (const figure of group) {
    const id = figureId({ unit: figure.unit.code, period: figure.period.code, cell: figure.cell });
    found.marks.set(figureKey(figure), marks.get(id)!);
    found.ranges.set(figureKey(figure), () =>
      possibleRange(linked, marks, id, { threshold: plan.threshold, effort: rangeEffort }),
    );
  }
}

/** Baselines that were stated and aren't zero. They show or don't by their own size, whatever stands beside them. */
function baselineFigures(plan: PlanFacts, indicator: IndicatorFacts): TableFigure[] {
  const version = indicator.versions.at(-1)!;
  return plan.units.flatMap((unit): TableFigure[] => {
    const { baseline } = pathFor(indicator, version, unit.id);
    if (!baseline || hasNoCases(baseline.figure)) return [];
    const { figure } = baseline;
    if (figure.kind !== "ratio" && rangeOf(figure).high.equals(zero)) return [];
    const earlier = baselineMark(version.rules, figure, plan.threshold);
    return [{ unit: unit.code, period: baselinePeriod, cell: totalCell, value: figure, earlier }];
  });
}
