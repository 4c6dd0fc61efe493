import type { ValueToStore } from "@/lib/domain/results/indicator-values";
import type { IndicatorFacts, PeriodFacts, PlanFacts } from "@/lib/domain/results/plan-facts";
import { countsPersons } from "@/lib/domain/results/plan-facts";
import { resultKey, type Seen, sameValue } from "@/lib/domain/results/stored-values";
import { type PossibleRange, possibleRange } from "@/lib/domain/suppression/audit/possible-range";
import type { RandomSource } from "@/lib/domain/suppression/secondary/random-source";
import { suppress } from "@/lib/domain/suppression/suppress";
import { placeOfValue, valueId } from "@/lib/domain/suppression/tables/link-values";
import { type DisclosureState, type LinkedValues, smallBound } from "@/lib/domain/suppression/tables/linked-values";
import { type Group, groupsOf, linkGroup } from "./value-groups";

export interface Hiding {
  /** The results version that is being made. */
  resultsVersion: number;
  /** Periods whose values are looked at. */
  periodIds: ReadonlySet<number>;
  /** Looks also at groups in which no value changes: the setting may have. */
  looksAtAll: boolean;
  /** What values are held to has changed: what a status may tell is decided anew, also where no value changes. */
  judgesAnew?: boolean;
  /** Hides all values without a search: the one for less took too much time or memory. */
  isBlanket?: boolean;
  random: RandomSource;
}

export interface HiddenValues {
  /** By `resultKey`. */
  states: Map<string, DisclosureState>;
  /** The 5 of a value that shows as `<5`. */
  boundOf: (each: ValueToStore) => number;
  /** What it tells of a value that it shows as suppressed, see `StoredValue`. */
  toldLeast: (each: ValueToStore) => number | null;
  /** The method by which that was decided, for states that are taken over as they were stored. */
  keptMethod: (each: ValueToStore) => number | undefined;
  /** Whether what a status may tell is worked out anew, and not only read. */
  isWorkedOut: (period: PeriodFacts) => boolean;
  /** What a reader must think possible of a hidden value; undefined where that wasn't worked out. */
  possible: (each: ValueToStore) => PossibleRange | undefined;
  /** Values of which the promise can't be kept any more, for earlier releases tell too much: `THA|2016|sex=other`. */
  lost: string[];
  /** Present values that are hidden for want of a pattern that hides less: the search ended before it found one. */
  gaveUp: string[];
}

/**
 * Caps on the search, in rules visited: for a pattern by the counts that are linked, for what a reader can tell of one
 * value. A longer search hides less, not better, and what it hides stays hidden for good.
 */
const patternEffortPerCount = 3_000;
const rangeEffort = 40_000;

/**
 * Decides how the values of an indicator show to the public. Totals counted from the plan's start can be subtracted, so
 * that all their periods are looked at together; otherwise each period stands alone. Where no value changes, stored states
 * stay: a pattern drawn anew would only tell more.
 */
export function hideValues(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  present: readonly ValueToStore[],
  seen: Seen,
  hiding: Hiding,
): HiddenValues {
  const isShown = ({ value }: ValueToStore) => value !== null && value.kind !== "missing";
  if (!countsPersons(indicator)) {
    const states = present.map((each) => [resultKey(each), isShown(each) ? "shown" : "missing"] as const);
    const nothing = () => undefined;
    return {
      states: new Map(states),
      boundOf: ({ value }) => smallBound(value ?? undefined, plan.threshold),
      toldLeast: () => null,
      keptMethod: nothing,
      isWorkedOut: () => true,
      possible: nothing,
      lost: [],
      gaveUp: [],
    };
  }
  const states = new Map<string, DisclosureState>();
  const bounds = new Map<string, number>();
  const toldLeast = new Map<string, number>();
  const methods = new Map<string, number>();
  const ranges = new Map<string, () => PossibleRange | undefined>();
  const lost: string[] = [];
  const gaveUp: string[] = [];
  const workedOut = new Set<number>();
  for (const group of groupsOf(plan, indicator, present, seen)) {
    const isAsked = group.values.some(({ periodId }) => hiding.periodIds.has(periodId));
    if (!isAsked || !(hiding.looksAtAll || changes(group))) {
      for (const each of group.values) {
        const stored = group.seen.stored.get(resultKey(each));
        states.set(resultKey(each), stored?.state ?? "missing");
        if (stored) methods.set(resultKey(each), stored.method);
        if (stored?.bound) bounds.set(resultKey(each), stored.bound);
        if (stored?.toldLeast) toldLeast.set(resultKey(each), stored.toldLeast);
      }
      if (!hiding.judgesAnew) continue;
      for (const { periodId } of group.values) workedOut.add(periodId);
      if (hiding.isBlanket) continue;
      const linked = linkGroup(plan, indicator, group, hiding.resultsVersion);
      noteRanges(plan, group, linked, storedStates(linked, group, states), ranges);
      continue;
    }
    for (const { periodId } of group.values) workedOut.add(periodId);
    if (hiding.isBlanket) {
      const isSpoilt = wasPublic(group.seen);
      for (const each of group.values) {
        states.set(resultKey(each), isShown(each) ? "suppressed" : "missing");
        const stored = group.seen.stored.get(resultKey(each));
        const isKnown = stored !== undefined && sameValue(stored.value, each.value);
        // All of it is: so the first time tells nothing.
        const least = isKnown ? stored.toldLeast : 1;
        if (least !== null) toldLeast.set(resultKey(each), least);
        if (isShown(each)) gaveUp.push(idOf(each));
        if (isShown(each) && isSpoilt) lost.push(idOf(each));
      }
    } else hideGroup(plan, indicator, group, hiding, { states, bounds, toldLeast, ranges, lost, gaveUp });
  }
  return {
    states,
    boundOf: (each) => bounds.get(resultKey(each)) ?? smallBound(each.value ?? undefined, plan.threshold),
    toldLeast: (each) => toldLeast.get(resultKey(each)) ?? null,
    keptMethod: (each) => methods.get(resultKey(each)),
    isWorkedOut: ({ id }) => workedOut.has(id),
    possible: (each) => ranges.get(resultKey(each))?.(),
    lost,
    gaveUp,
  };
}

/** Whether readers were told anything of a group. Hiding all of it may then not do, and nobody looks whether it does. */
function wasPublic({ stored, former }: Seen): boolean {
  const tells = (state: DisclosureState) => state === "shown" || state === "small";
  return former.some(({ state }) => tells(state)) || [...stored.values()].some(({ seen }) => tells(seen));
}

function changes({ values, seen }: Group): boolean {
  const isStored = (each: ValueToStore) => {
    const stored = seen.stored.get(resultKey(each));
    return stored !== undefined && sameValue(stored.value, each.value);
  };
  return values.length !== seen.stored.size || !values.every(isStored);
}

const idOf = ({ unit, period, cell }: ValueToStore) => valueId({ unit: unit.code, period: period.code, cell });

function hideGroup(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  group: Group,
  { resultsVersion, random }: Hiding,
  found: {
    states: Map<string, DisclosureState>;
    bounds: Map<string, number>;
    toldLeast: Map<string, number>;
    ranges: Map<string, () => PossibleRange | undefined>;
    lost: string[];
    gaveUp: string[];
  },
) {
  const linked = linkGroup(plan, indicator, group, resultsVersion);
  const { states, toldLeast, lost, dark, gaveUp } = suppress(linked, {
    threshold: plan.threshold,
    random,
    effort: patternEffort(linked),
  });
  found.lost.push(...lost);
  // What is lost is hidden for no want of time.
  const isPresent = (id: string) => placeOfValue(id).version === undefined;
  if (gaveUp) found.gaveUp.push(...dark.filter((id) => isPresent(id) && !lost.includes(id)));
  const linkedOf = new Map(linked.values.map((each) => [each.id, each]));
  for (const each of group.values) {
    const { value, bounds } = linkedOf.get(idOf(each))!;
    found.states.set(resultKey(each), states.get(idOf(each))!);
    found.bounds.set(resultKey(each), smallBound(value, plan.threshold, bounds));
    const least = toldLeast.get(idOf(each));
    if (least !== undefined) found.toldLeast.set(resultKey(each), least);
  }
  noteRanges(plan, group, linked, states, found.ranges);
}

/** How a group's values show where nothing is hidden anew. What else ties them, such as former values, shows as it was seen. */
function storedStates({ values }: LinkedValues, group: Group, states: ReadonlyMap<string, DisclosureState>) {
  const present = new Map(group.values.map((each) => [idOf(each), states.get(resultKey(each))!]));
  const seen = ({ earlier = "hidden" }: LinkedValues["values"][number]) =>
    earlier === "hidden" ? "suppressed" : earlier;
  return new Map(values.map((each) => [each.id, present.get(each.id) ?? seen(each)]));
}

/** What a reader can tell of each value under these states, worked out where somebody asks. */
function noteRanges(
  { threshold }: PlanFacts,
  { values }: Group,
  linked: LinkedValues,
  states: ReadonlyMap<string, DisclosureState>,
  ranges: Map<string, () => PossibleRange | undefined>,
) {
  for (const each of values)
    ranges.set(resultKey(each), () => possibleRange(linked, states, idOf(each), { threshold, effort: rangeEffort }));
}

function patternEffort({ values }: LinkedValues): number {
  const counts = values.reduce((sum, { value }) => sum + (value?.kind === "ratio" ? 3 : 1), 0);
  return patternEffortPerCount * counts;
}
