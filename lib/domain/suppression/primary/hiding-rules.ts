import type { HiddenRange } from "../audit/reader-view";
import { isSmall, unbounded } from "../solver/whole-numbers";
import { type Count, isMissing } from "../tables/counts";
import { type DisclosureState, riseBound } from "../tables/linked-values";
import type { SettledValues } from "../tables/settle-sums";

export const anything: HiddenRange = { low: 0, high: unbounded, gap: 0 };

/**
 * How a value is marked when it is hidden, what the state tells a reader who knows the rules, and what must stay
 * possible. All of it can be worked out from what is shown, so that the rules give nothing away:
 * - `<n` stands for 1 to n - 1; if imported, 0 too, for the source doesn't exclude it.
 * - "Suppressed" stands for n or more: a smaller count would be marked `<n`. Three kinds may be smaller: a count of
 *   which the shown zeros alone tell that it is at least two, one that was suppressed before, and all in the dark. What it
 *   told of a value before holds still.
 * - A zero is always shown, also in the place of a value that was hidden before: it is another value, and tells of
 *   nobody. Only as a part of a hidden percentage is one hidden.
 */
export interface HidingRules {
  threshold: number;
  /** Values that are hidden whatever else is. */
  primary: ReadonlySet<number>;
  /** Whether the value may be hidden to protect others. */
  canProtect: (place: number) => boolean;
  /** Whether it is hidden already, or may be. */
  canHide: (place: number) => boolean;
  stateOf: (place: number) => DisclosureState;
  /** What a reader knows of a count whose value is hidden, or hidden in the dark. */
  rangeOf: (count: number) => HiddenRange;
  darkRangeOf: (count: number) => HiddenRange;
  /** The bound below which every value from 1 must stay possible; 0 where two possible values are enough. */
  guarded: (count: number) => number;
  /** Readers saw `<5` of it before: that bounds it, whatever its state and the threshold are now. */
  isKnownSmall: (place: number) => boolean;
  /** The bound below which a rise between two counts is small: the highest threshold under which both stood. */
  riseBound: (from: number, to: number) => number;
  /** Of the value's counts, which one is small isn't told: only that one is. */
  tellsSomeSmall: (place: number) => boolean;
  /** What "suppressed" tells of a value that shows so for the first time, and not in the dark: see `Earlier`. */
  tellsLeast: (place: number) => number;
}

/**
 * @param atLeastTwo counts of plain values that are known to be two or more from the zeros alone. If small they are
 * marked "suppressed": with female `<5` and male `<5`, a total marked `<5` would tell that neither is 4.
 */
export function hidingRules(settled: SettledValues, atLeastTwo: ReadonlySet<number>, threshold: number): HidingRules {
  const { values, counts, countsOf } = settled;
  const isCensored = (count: number) => counts[count]!.below !== null;
  const isSmallCount = (count: number) => {
    const { exact, place } = counts[count]!;
    return exact !== null && isSmall(exact, Math.max(threshold, values[place]!.bounds?.highest ?? 0));
  };
  const isSensitive = (count: number) => isSmallCount(count) || isCensored(count);
  const boundOf = (count: number) => {
    const { below, place } = counts[count]!;
    return values[place]!.bounds?.lowest ?? Math.max(below ?? 0, threshold);
  };
  const isPercentage = (place: number) => values[place]!.value?.kind === "ratio";
  const hasSensitive = (place: number) => countsOf[place]!.some(isSensitive);
  /**
   * What "suppressed" told when the value first stood bounds it for good: the mark tells less in the dark, and once parts
   * show that it is two or more, but a reader who kept the first version doesn't know less. Where it wasn't stored, it is what
   * the mark says by itself.
   */
  const leastTold = (count: number) => {
    const { place, exact } = counts[count]!;
    const { earlier, toldLeast, stoodUnder = [] } = values[place]!;
    if (exact === null || earlier !== "suppressed") return 0;
    if (toldLeast !== undefined) return toldLeast;
    const perhaps = atLeastTwo.has(count) ? stoodUnder : [...stoodUnder, threshold];
    return Math.max(0, ...perhaps.filter((each) => each <= exact));
  };
  /** The same of a percentage's parts: 0, or so many or more. */
  const gapTold = (place: number) => {
    const { earlier, toldLeast = hasSensitive(place) ? 1 : threshold } = values[place]!;
    return earlier === "suppressed" && toldLeast > 1 ? toldLeast : 0;
  };
  const wasHidden = (place: number) =>
    (values[place]!.earlier ?? "shown") !== "shown" || values[place]!.isWithheld === true;
  const isKnownSmall = (place: number) =>
    values[place]!.earlier === "small" && hasSensitive(place) && !isPercentage(place);
  const isNobody = (place: number) =>
    countsOf[place]!.length > 0 && countsOf[place]!.every((count) => counts[count]!.exact === 0);

  const stateOf = (place: number): DisclosureState => {
    const { earlier } = values[place]!;
    const isBound = earlier !== "small" && countsOf[place]!.some((count) => atLeastTwo.has(count));
    return hasSensitive(place) && !isBound && earlier !== "suppressed" ? "small" : "suppressed";
  };

  const tellsSomeSmall = (place: number) =>
    isPercentage(place) && stateOf(place) === "small" && !countsOf[place]!.some(isCensored);

  const smallRange = (count: number): HiddenRange => {
    return { low: counts[count]!.below === null ? 1 : 0, high: boundOf(count) - 1, gap: 0 };
  };

  const plainRange = (count: number, each: Count): HiddenRange => {
    const { place, exact, below } = each;
    if (stateOf(place) === "small") return smallRange(count);
    if (atLeastTwo.has(count)) return { ...anything, low: Math.max(below === null ? 1 : 0, leastTold(count)) };
    if (exact === null) return anything;
    return { ...anything, low: Math.max(exact >= threshold ? threshold : 1, leastTold(count)) };
  };

  const partRange = (count: number, { place, role, below }: Count): HiddenRange => {
    if (below !== null) return { low: 0, high: boundOf(count) - 1, gap: 0 };
    // Where one of the three is small, the whole can't be 0.
    if (role === "denominator" && tellsSomeSmall(place)) return { ...anything, low: 1 };
    return { ...anything, gap: hasSensitive(place) ? gapTold(place) : Math.max(threshold, gapTold(place)) };
  };

  const reported = [...values.keys()].filter((place) => !isMissing(values[place]!.value));
  const primary = new Set(reported.filter((place) => hasSensitive(place) || (wasHidden(place) && !isNobody(place))));
  const protectors = new Set(
    reported.filter(
      (place) =>
        values[place]!.earlier !== "shown" &&
        countsOf[place]!.every((count) => counts[count]!.exact !== null) &&
        countsOf[place]!.some((count) => counts[count]!.exact !== 0),
    ),
  );
  return {
    threshold,
    primary,
    canProtect: (place) => protectors.has(place),
    canHide: (place) => primary.has(place) || protectors.has(place),
    stateOf,
    rangeOf: (count) => {
      const each = counts[count]!;
      return isPercentage(each.place) ? partRange(count, each) : plainRange(count, each);
    },
    darkRangeOf: (count) => {
      const { place, exact } = counts[count]!;
      if (isKnownSmall(place)) return smallRange(count);
      if (exact === null) return anything;
      if (isPercentage(place)) return { ...anything, gap: gapTold(place) };
      return { ...anything, low: Math.max(1, leastTold(count)) };
    },
    guarded: (count) => {
      return isSensitive(count) && stateOf(counts[count]!.place) === "small" ? boundOf(count) : 0;
    },
    isKnownSmall,
    riseBound: (from, to) => riseBound(values[counts[from]!.place]!, values[counts[to]!.place]!, threshold),
    tellsSomeSmall,
    tellsLeast: (place) =>
      hasSensitive(place) || countsOf[place]!.some((count) => atLeastTwo.has(count)) ? 1 : threshold,
  };
}
