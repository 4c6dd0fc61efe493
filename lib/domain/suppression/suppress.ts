import { PatternCheck } from "@/lib/domain/suppression/audit/pattern-check";
import { narrowBounds } from "@/lib/domain/suppression/solver/narrow-bounds";
import { PivotSearch } from "@/lib/domain/suppression/solver/pivot-search";
import { findAtLeastTwo } from "./primary/at-least-two";
import { type HidingRules, hidingRules } from "./primary/hiding-rules";
import { choosePattern } from "./secondary/choose-pattern";
import type { RandomSource } from "./secondary/random-source";
import { type Effort, isSmall } from "./solver/whole-numbers";
import { countValues } from "./tables/count-values";
import { isMissing } from "./tables/counts";
import type { DisclosureState, LinkedValues } from "./tables/linked-values";
import { type SettledValues, settleSums } from "./tables/settle-sums";

interface SuppressionSettings {
  /** Counts of persons from 1 to `threshold - 1` are small: 5 as UNODC publishes, 11 as the counter-trafficking data collaborative. */
  threshold: number;
  /** Decides between patterns that serve equally. It must not be guessable: see `seededRandom`. */
  random: RandomSource;
  /** A cap on the search, in rules visited; a million is roughly half a second. */
  effort?: number;
}

export interface Suppression {
  /** How each value shows to the public, by its id. */
  states: ReadonlyMap<string, DisclosureState>;
  /** What "suppressed" tells of each value that shows so, or told when it first did; see `Earlier`. */
  toldLeast: ReadonlyMap<string, number>;
  /** Values marked "suppressed" for want of anything better: whatever they are, nothing follows from the state. */
  dark: readonly string[];
  /** No pattern of states that tell something was found within the effort, so that more is hidden than it might take. */
  gaveUp: boolean;
  /** Values of which the promise can't be kept any more: earlier releases tell too much. Hiding all has been done. */
  lost: readonly string[];
}

/** Some for every value, with a cap. */
const defaultEffort = (values: number) => Math.min(1_000_000 + 12_000 * values, 30_000_000);

/**
 * Decides what the public may see of an indicator, so that
 * (a) each count shown as `<5` could still be any of 1, 2, 3, 4, and
 * (b) no suppressed value can be computed,
 * for a reader who sees all values given here at once and knows these rules.
 *
 * 1. `countValues`: values become counts; sums, percentages and increments become rules between them.
 * 2. `settleSums`: which of the sums hold.
 * 3. `findAtLeastTwo`, `hidingRules`: what must be hidden, and what each state tells.
 *    `exposedValues`: what stays in the open though its place was hidden before.
 * 4. `choosePattern`: what else is hidden, at random among small patterns that pass the check; a total only where no
 *    pattern of cells passes;
 *    `readerView` and `brokenPromises` are that check; `isTelling` looks after sums that don't hold.
 *
 * An imported `<5` that its source's own totals make 0 stays `<5` and protects nothing. One that they make another single
 * value is small like a typed one: its neighbours are hidden until it could be 1 to 4 again.
 * @throws {RangeError} for a threshold below 2, or a sum or increment of a value that isn't given
 */
export function suppress(linked: LinkedValues, settings: SuppressionSettings): Suppression {
  const { threshold, random } = settings;
  if (!Number.isInteger(threshold) || threshold < 2) throw new RangeError(`no threshold: ${threshold}`);
  const { values } = linked;
  const effort: Effort = { left: settings.effort ?? defaultEffort(values.length) };
  const { settled, rules } = prepareToHide(linked, threshold, effort);
  const pattern = choosePattern(settled, rules, random, effort);
  const stateOf = (index: number): DisclosureState => {
    if (isMissing(values[index]!.value)) return "missing";
    if (!pattern.hidden.has(index)) return "shown";
    return pattern.dark.has(index) ? "suppressed" : rules.stateOf(index);
  };
  // Once a value was suppressed it stays so, whatever it is: only the first time tells.
  const toldLeast = (index: number) => {
    const { earlier = "hidden", toldLeast } = values[index]!;
    if (earlier !== "hidden") return toldLeast;
    return pattern.dark.has(index) ? 1 : rules.tellsLeast(index);
  };
  const suppressed = [...values.keys()].filter((index) => stateOf(index) === "suppressed");
  const lost = new Set(pattern.lost);
  for (const index of rules.primary) if (values[index]!.earlier === "shown") lost.add(index);
  const ids = (indexes: Iterable<number>) => [...indexes].map((index) => values[index]!.id);
  return {
    states: new Map(values.map(({ id }, index) => [id, stateOf(index)])),
    toldLeast: new Map(
      suppressed.flatMap((index) => {
        const least = toldLeast(index);
        return least === undefined ? [] : [[values[index]!.id, least] as const];
      }),
    ),
    dark: ids(pattern.dark),
    gaveUp: pattern.gaveUp,
    lost: ids(lost),
  };
}

/**
 * Values that would be hidden only because their places were before, though anybody can compute them from what can't be
 * hidden: after a country's correction from 1 to 0, the region's 5 beside the other country's 5, which stood in the open.
 * Showing them tells nothing new; "suppressed" would promise what can't be kept.
 */
function exposedValues(settled: SettledValues, rules: HidingRules, effort: Effort): ReadonlySet<number> {
  const { values, counts, countsOf } = settled;
  const isHarmless = (count: number) => {
    const { exact } = counts[count]!;
    return exact !== null && !isSmall(exact, rules.threshold);
  };
  const asked = [...rules.primary].filter(
    (place) => values[place]!.earlier === "hidden" && countsOf[place]!.length > 0 && countsOf[place]!.every(isHarmless),
  );
  if (asked.length === 0) return new Set();
  const all = new Set([...values.keys()].filter(rules.canHide));
  const check = new PatternCheck(settled, rules);
  const view = check.viewOf({ hidden: all, dark: all });
  narrowBounds(view.system, view.bounds, effort);
  const search = new PivotSearch(view, effort, check.means.tableaus);
  const isFixed = (count: number) => view.bounds.low[count] === view.bounds.high[count] || search.isFixed(count);
  return new Set(asked.filter((place) => countsOf[place]!.every(isFixed)));
}

/** What the values say of one another before a pattern is chosen: see 1 to 3 above. */
export function prepareToHide(linked: LinkedValues, threshold: number, effort: Effort) {
  const { values } = linked;
  const counted = settleSums(countValues(linked, threshold), effort);
  const atLeastTwo = findAtLeastTwo(counted);
  const exposed = exposedValues(counted, hidingRules(counted, atLeastTwo, threshold), effort);
  const settled = {
    ...counted,
    values: values.map((each, index) => (exposed.has(index) ? { ...each, earlier: "shown" as const } : each)),
  };
  const rules = hidingRules(settled, atLeastTwo, threshold);
  return { settled, rules };
}
