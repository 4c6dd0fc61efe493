import "server-only";
import { type PossibleRange, possibleRange } from "@/lib/domain/suppression/audit/possible-range";
import type { RandomSource } from "@/lib/domain/suppression/secondary/random-source";
import { suppress } from "@/lib/domain/suppression/suppress";
import { figureId, placeOfFigure } from "@/lib/domain/suppression/tables/link-figures";
import type { DisclosureState, LinkedFigures } from "@/lib/domain/suppression/tables/linked-figures";
import type { PresentFigure } from "../compute/indicator-figures";
import type { IndicatorFacts, PeriodFacts, PlanFacts } from "../compute/plan-facts";
import { countsPersons } from "../compute/plan-facts";
import { figureKey, type Seen, sameFigure } from "../stored/stored-figures";
import { type Group, groupsOf, linkGroup } from "./figure-groups";

export interface Hiding {
  /** The results version that is being made. */
  resultsVersion: number;
  /** Periods whose figures are looked at. */
  periodIds: ReadonlySet<number>;
  /** Looks also at groups in which no figure changes: the setting may have. */
  looksAtAll: boolean;
  random: RandomSource;
}

export interface HiddenFigures {
  /** By `figureKey`. */
  states: Map<string, DisclosureState>;
  /** Whether the states were worked out anew, and not only read. */
  isWorkedOut: (period: PeriodFacts) => boolean;
  /** What a reader must think possible of a hidden figure; undefined where that wasn't worked out. */
  possible: (figure: PresentFigure) => PossibleRange | undefined;
  /** Figures of which the promise can't be kept any more, for earlier releases tell too much: `THA|2016|sex=other`. */
  lost: string[];
  /** Present figures that are hidden for want of a pattern that hides less: the search ended before it found one. */
  gaveUp: string[];
}

/**
 * Caps on the search, in rules visited: for a pattern by the counts that are linked, for what a reader can tell of one
 * figure. A longer search hides less, not better, and what it hides stays hidden for good.
 */
const patternEffortPerCount = 3_000;
const rangeEffort = 40_000;

/**
 * Decides how the figures of an indicator show to the public. Totals counted from the plan's start can be subtracted, so
 * that all their periods are looked at together; otherwise each period stands alone. Where no figure changes, stored states
 * stay: a pattern drawn anew would only tell more.
 */
export function hideFigures(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  present: readonly PresentFigure[],
  seen: Seen,
  hiding: Hiding,
): HiddenFigures {
  const isShown = ({ value }: PresentFigure) => value !== null && value.kind !== "missing";
  if (!countsPersons(indicator)) {
    const states = present.map((figure) => [figureKey(figure), isShown(figure) ? "shown" : "missing"] as const);
    return { states: new Map(states), isWorkedOut: () => true, possible: () => undefined, lost: [], gaveUp: [] };
  }
  const states = new Map<string, DisclosureState>();
  const ranges = new Map<string, () => PossibleRange | undefined>();
  const lost: string[] = [];
  const gaveUp: string[] = [];
  const workedOut = new Set<number>();
  for (const group of groupsOf(plan, indicator, present, seen)) {
    const isAsked = group.figures.some(({ periodId }) => hiding.periodIds.has(periodId));
    if (!isAsked || !(hiding.looksAtAll || changes(group))) {
      for (const figure of group.figures) {
        states.set(figureKey(figure), group.seen.stored.get(figureKey(figure))?.state ?? "missing");
      }
      continue;
    }
    for (const { periodId } of group.figures) workedOut.add(periodId);
    hideGroup(plan, indicator, group, hiding, { states, ranges, lost, gaveUp });
  }
  return {
    states,
    isWorkedOut: ({ id }) => workedOut.has(id),
    possible: (figure) => ranges.get(figureKey(figure))?.(),
    lost,
    gaveUp,
  };
}

function changes({ figures, seen }: Group): boolean {
  const isStored = (figure: PresentFigure) => {
    const stored = seen.stored.get(figureKey(figure));
    return stored !== undefined && sameFigure(stored.value, figure.value);
  };
  return figures.length !== seen.stored.size || !figures.every(isStored);
}

function hideGroup(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  group: Group,
  { resultsVersion, random }: Hiding,
  found: {
    states: Map<string, DisclosureState>;
    ranges: Map<string, () => PossibleRange | undefined>;
    lost: string[];
    gaveUp: string[];
  },
) {
  const linked = linkGroup(plan, indicator, group, resultsVersion);
  const { states, lost, dark, gaveUp } = suppress(linked, {
    threshold: plan.threshold,
    random,
    effort: patternEffort(linked),
  });
  found.lost.push(...lost);
  // What is lost is hidden for no want of time.
  const isPresent = (id: string) => placeOfFigure(id).version === undefined;
  if (gaveUp) found.gaveUp.push(...dark.filter((id) => isPresent(id) && !lost.includes(id)));
  for (const figure of group.figures) {
    const id = figureId({ unit: figure.unit.code, period: figure.period.code, cell: figure.cell });
    found.states.set(figureKey(figure), states.get(id)!);
    found.ranges.set(figureKey(figure), () =>
      possibleRange(linked, states, id, { threshold: plan.threshold, effort: rangeEffort }),
    );
  }
}

function patternEffort({ figures }: LinkedFigures): number {
  const counts = figures.reduce((sum, { value }) => sum + (value?.kind === "ratio" ? 3 : 1), 0);
  return patternEffortPerCount * counts;
}
