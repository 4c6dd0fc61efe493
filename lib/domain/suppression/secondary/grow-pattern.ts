import type { Pattern } from "../audit/pattern-check";
import { type Broken, witnessOf } from "../audit/promise";
import { SolutionSearch } from "../solver/solution-search";
import type { Wish } from "../solver/whole-numbers";
import { closestPlaces } from "../tables/neighbours";
import type { PatternSearch } from "./pattern-search";
import { pickWeighted, shuffled } from "./random-source";

/**
 * Hides more until no promise is broken. For each number that isn't possible yet, it looks for an assignment in which it
 * is, as if everything could be hidden, and hides what differs in it: after that it is possible. A value for
 * which there is none goes dark: it is marked "suppressed" whatever it is, and two possible numbers are enough.
 * @returns undefined if that isn't enough either, or the effort runs out
 */
export function growPattern(search: PatternSearch, start: Pattern): Pattern | undefined {
  const { settled, rules, neighbours, check, random, effort } = search;
  const pattern = { hidden: new Set(start.hidden), dark: new Set(start.dark) };
  const prices = Float64Array.from(settled.counts, ({ place }) => search.costOf(place) * (0.5 + random()));
  const hide = (place: number) => {
    pattern.hidden.add(place);
    for (const count of settled.countsOf[place]!) prices[count] = 0;
  };
  for (const place of pattern.hidden) hide(place);
  while (effort.left > 0) {
    for (const sum of check.tellingSums(pattern)) {
      const place = pickWeighted(check.protectorsIn(sum, pattern), (each) => 1 / search.costOf(each), random);
      if (place !== undefined) hide(place);
    }
    const broken = check.brokenBy(pattern, effort);
    if (broken.length === 0 && check.tellingSums(pattern).length === 0) return pattern;
    const hopeless = makePossible(search, pattern, broken, prices, hide);
    for (const { count } of hopeless) {
      const { place: owner, role } = settled.counts[count]!;
      // The rise into a value that stood in the open before: nothing that is hidden now makes it any more than unknown.
      if (role === "increment" && !rules.canHide(owner) && !pattern.dark.has(owner)) {
        pattern.dark.add(owner);
        continue;
      }
      const values = closestPlaces(neighbours, count, (place) => rules.canHide(place) && !pattern.dark.has(place));
      if (values.length === 0) return undefined;
      for (const place of values) {
        hide(place);
        pattern.dark.add(place);
      }
    }
  }
  return undefined;
}

/** @returns the promises that can't be kept, as far as the search can tell */
function makePossible(
  search: PatternSearch,
  pattern: Pattern,
  broken: readonly Broken[],
  prices: Float64Array,
  hide: (place: number) => void,
): Broken[] {
  const { settled, rules, check, random, effort } = search;
  const searchIn = (withTotals: boolean) =>
    new SolutionSearch(check.widestView(pattern, effort, withTotals), check.means, effort);
  const amongCells = searchIn(false);
  let amongAll: SolutionSearch | undefined;
  const solveAmongAll = (wish: Wish) => {
    amongAll ??= searchIn(true);
    return amongAll.solve(wish, prices);
  };
  const found: Float64Array[] = [];
  const isPossible = (wishes: readonly Wish[]): boolean => {
    const isMet = (values: Float64Array) =>
      wishes.some(({ count, low, high }) => values[count]! >= low && values[count]! <= high);
    if (found.some(isMet)) return true;
    const tried = shuffled(wishes, random);
    const values = firstOf(tried, (wish) => amongCells.solve(wish, prices)) ?? firstOf(tried, solveAmongAll);
    if (!values) return false;
    found.push(values);
    const witness = witnessOf(settled.truth, values);
    check.witnesses.push(witness);
    for (const { count } of witness) {
      const { place, role } = settled.counts[count]!;
      if (role !== "increment" && rules.canProtect(place)) hide(place);
    }
    return true;
  };
  return shuffled(broken, random).filter(({ missing }) => !shuffled(missing, random).every(isPossible));
}

function firstOf<T, R>(items: readonly T[], ask: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const answer = ask(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
