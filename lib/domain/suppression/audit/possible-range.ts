import type { Decimal, Value } from "@/lib/domain/values/value";
import { anything } from "../primary/hiding-rules";
import { findSolution } from "../solver/find-solution";
import { narrowBounds } from "../solver/narrow-bounds";
import { type Effort, systemOf } from "../solver/whole-numbers";
import { type CountedValues, countValues } from "../tables/count-values";
import { isUnpublished, type Role } from "../tables/counts";
import { type DisclosureState, type LinkedValues, smallBound } from "../tables/linked-values";
import { settleSums } from "../tables/settle-sums";
import { type HiddenRange, type ReaderView, readerView } from "./reader-view";

type Measured = Extract<Value, { kind: "number" | "ratio" }>;

/** From the lowest to the highest that a reader must think possible. A value that nothing bounds goes up to 10^12. */
export interface PossibleRange {
  low: Measured;
  high: Measured;
}

/** Questions asked to narrow one end; a wider range is never wrong, for it only holds back more. */
const questionLimit = 48;

interface Ends {
  low: number;
  high: number;
}

/**
 * What a reader can tell of a hidden value from everything shown: no value outside the range is possible, so a status
 * that holds all over it may be published. A percentage's ends are its smallest and largest quotient.
 * @param states the states of all values, as `suppress` gave them or as they were stored
 * @returns undefined for a value that isn't hidden, or has no whole count
 */
export function possibleRange(
  linked: LinkedValues,
  states: ReadonlyMap<string, DisclosureState>,
  id: string,
  settings: { threshold: number; effort?: number },
): PossibleRange | undefined {
  const isHidden = (state: DisclosureState | undefined) => state === "small" || state === "suppressed";
  if (!isHidden(states.get(id))) return undefined;
  const effort: Effort = { left: settings.effort ?? 1_000_000 };
  const counted = countValues(linked, settings.threshold);
  const settled = settleSums(counted, effort);
  const rangeOf = (count: number): HiddenRange | undefined => {
    const { place, role, below } = counted.counts[count]!;
    const { id, value, bounds } = linked.values[place]!;
    const state = states.get(id);
    if (isUnpublished(counted.counts[count]!)) return anything;
    if (!isHidden(state)) return undefined;
    if (state === "suppressed" || role !== "count") return anything;
    return { low: below === null ? 1 : 0, high: smallBound(value, settings.threshold, bounds) - 1, gap: 0 };
  };
  // Only sums that hold count here: a reader's mistaken trust in the others must not narrow the range.
  const view = readerView(systemOf(counted.counts.length, settled.firm), settled.truth, rangeOf);
  narrowBounds(view.system, view.bounds, effort);
  const endsOf = (role: Role) => {
    const count = countOf(counted, id, role);
    return count === undefined ? undefined : ends(view, count, effort);
  };
  const single = endsOf("count");
  if (single) return { low: number(single.low), high: number(single.high) };
  const [above, below] = [endsOf("numerator"), endsOf("denominator")];
  return above && below && { low: ratio(above.low, below.high), high: ratio(above.high, below.low) };
}

const number = (value: number): Measured => ({ kind: "number", number: decimal(value) });
const ratio = (numerator: number, denominator: number): Measured => ({
  kind: "ratio",
  numerator: { exact: decimal(numerator) },
  denominator: { exact: decimal(denominator) },
});
const decimal = (value: number): Decimal => String(value);

function countOf({ values, counts, countsOf }: CountedValues, id: string, role: Role): number | undefined {
  const place = values.findIndex((each) => each.id === id);
  return countsOf[place]?.find((count) => counts[count]!.role === role);
}

/** The outermost solutions, by halving what lies between the bounds and the solutions known. */
function ends({ system, bounds, near }: ReaderView, count: number, effort: Effort): Ends {
  const outer = { low: bounds.low[count]!, high: bounds.high[count]! };
  const inner = { low: near[count]!, high: near[count]! };
  const ask = (low: number, high: number) => findSolution(system, bounds, near, effort, { count, low, high });
  for (let question = 0; question < questionLimit && outer.low < inner.low; question++) {
    const middle = Math.floor((outer.low + inner.low) / 2);
    const answer = ask(outer.low, middle);
    if (answer.kind === "gaveUp") break;
    if (answer.kind === "found") inner.low = answer.values[count]!;
    else outer.low = middle + 1;
  }
  for (let question = 0; question < questionLimit && outer.high > inner.high; question++) {
    const middle = Math.ceil((outer.high + inner.high) / 2);
    const answer = ask(middle, outer.high);
    if (answer.kind === "gaveUp") break;
    if (answer.kind === "found") inner.high = answer.values[count]!;
    else outer.high = middle - 1;
  }
  return outer;
}
