import type { HiddenRange } from "../audit/reader-view";
import { isSmall, unbounded } from "../solver/whole-numbers";
import { type Count, isMissing } from "../tables/counts";
import type { DisclosureState } from "../tables/linked-figures";
import type { SettledFigures } from "../tables/settle-sums";

export const anything: HiddenRange = { low: 0, high: unbounded, gap: 0 };

/**
 * How a figure is marked when it is hidden, what the state tells a reader who knows the rules, and what must stay
 * possible. All of it can be worked out from what is shown, so that the rules give nothing away:
 * - `<n` stands for 1 to n - 1; if imported, 0 too, for the source doesn't exclude it.
 * - "Suppressed" stands for n or more: a smaller count would be marked `<n`. Three kinds may be smaller: a count of
 *   which the shown zeros alone tell that it is at least two, one that was suppressed before, and all in the dark.
 * - A zero is always shown, also in the place of a figure that was hidden before: it is another figure, and tells of
 *   nobody. Only as a part of a hidden percentage is one hidden.
 */
export interface HidingRules {
  threshold: number;
  /** Figures that are hidden whatever else is. */
  primary: ReadonlySet<number>;
  /** Whether the figure may be hidden to protect others. */
  canProtect: (figure: number) => boolean;
  /** Whether it is hidden already, or may be. */
  canHide: (figure: number) => boolean;
  stateOf: (figure: number) => DisclosureState;
  /** What a reader knows of a count whose figure is hidden, or hidden in the dark. */
  rangeOf: (count: number) => HiddenRange;
  darkRangeOf: (count: number) => HiddenRange;
  /** The bound below which every value from 1 must stay possible; 0 where two possible values are enough. */
  guarded: (count: number) => number;
  /** Readers saw `<5` of it before, under this threshold: that bounds it, whatever its state is now. */
  isKnownSmall: (figure: number) => boolean;
  /** Of the figure's counts, which one is small isn't told: only that one is. */
  tellsSomeSmall: (figure: number) => boolean;
}

/**
 * @param atLeastTwo counts of plain figures that are known to be two or more from the zeros alone. If small they are
 * marked "suppressed": with female `<5` and male `<5`, a total marked `<5` would tell that neither is 4.
 */
export function hidingRules(settled: SettledFigures, atLeastTwo: ReadonlySet<number>, threshold: number): HidingRules {
  const { figures, counts, countsOf } = settled;
  const isCensored = (count: number) => counts[count]!.below !== null;
  const isSmallCount = (count: number) => {
    const { exact } = counts[count]!;
    return exact !== null && isSmall(exact, threshold);
  };
  const isSensitive = (count: number) => isSmallCount(count) || isCensored(count);
  const boundOf = (count: number) => Math.max(counts[count]!.below ?? 0, threshold);
  const isPercentage = (figure: number) => figures[figure]!.value?.kind === "ratio";
  const hasSensitive = (figure: number) => countsOf[figure]!.some(isSensitive);
  const wasHidden = (figure: number) => (figures[figure]!.earlier ?? "shown") !== "shown";
  const isKnownSmall = (figure: number) =>
    figures[figure]!.earlier === "small" && hasSensitive(figure) && !isPercentage(figure);
  const isNobody = (figure: number) =>
    countsOf[figure]!.length > 0 && countsOf[figure]!.every((count) => counts[count]!.exact === 0);

  const stateOf = (figure: number): DisclosureState => {
    const { earlier } = figures[figure]!;
    const isBound = earlier !== "small" && countsOf[figure]!.some((count) => atLeastTwo.has(count));
    return hasSensitive(figure) && !isBound && earlier !== "suppressed" ? "small" : "suppressed";
  };

  const tellsSomeSmall = (figure: number) =>
    isPercentage(figure) && stateOf(figure) === "small" && !countsOf[figure]!.some(isCensored);

  const smallRange = (count: number): HiddenRange => {
    return { low: counts[count]!.below === null ? 1 : 0, high: boundOf(count) - 1, gap: 0 };
  };

  const plainRange = (count: number, { figure, exact, below }: Count): HiddenRange => {
    if (stateOf(figure) === "small") return smallRange(count);
    if (atLeastTwo.has(count)) return { ...anything, low: below === null ? 1 : 0 };
    if (exact === null) return anything;
    return { ...anything, low: exact >= threshold ? threshold : 1 };
  };

  const partRange = (count: number, { figure, role, below }: Count): HiddenRange => {
    if (below !== null) return { low: 0, high: boundOf(count) - 1, gap: 0 };
    // Where one of the three is small, the whole can't be 0.
    if (role === "denominator" && tellsSomeSmall(figure)) return { ...anything, low: 1 };
    if (hasSensitive(figure)) return anything;
    return { ...anything, gap: threshold };
  };

  const reported = [...figures.keys()].filter((figure) => !isMissing(figures[figure]!.value));
  const primary = new Set(
    reported.filter((figure) => hasSensitive(figure) || (wasHidden(figure) && !isNobody(figure))),
  );
  const protectors = new Set(
    reported.filter(
      (figure) =>
        figures[figure]!.earlier !== "shown" &&
        countsOf[figure]!.every((count) => counts[count]!.exact !== null) &&
        countsOf[figure]!.some((count) => counts[count]!.exact !== 0),
    ),
  );
  return {
    threshold,
    primary,
    canProtect: (figure) => protectors.has(figure),
    canHide: (figure) => primary.has(figure) || protectors.has(figure),
    stateOf,
    rangeOf: (count) => {
      const each = counts[count]!;
      return isPercentage(each.figure) ? partRange(count, each) : plainRange(count, each);
    },
    darkRangeOf: (count) => {
      const { figure, exact } = counts[count]!;
      if (isKnownSmall(figure)) return smallRange(count);
      return exact === null || isPercentage(figure) ? anything : { ...anything, low: 1 };
    },
    guarded: (count) => {
      return isSensitive(count) && stateOf(counts[count]!.figure) === "small" ? boundOf(count) : 0;
    },
    isKnownSmall,
    tellsSomeSmall,
  };
}
