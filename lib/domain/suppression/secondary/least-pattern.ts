import type { Pattern } from "../audit/pattern-check";
import { narrowBounds } from "../solver/narrow-bounds";
import { SolutionSearch } from "../solver/solution-search";
import type { Effort, Wish } from "../solver/whole-numbers";
import type { PatternSearch } from "./pattern-search";

/** At least one of `any` must be hidden, wherever `where` is hidden (undefined: always). */
interface Clause {
  where: number | undefined;
  any: readonly number[];
}

/** A total costs more than all cells together. */
const totalCost = 1e6;

/**
 * The least that can be hidden beside the primary values, by cost. Each pattern that breaks a promise is turned into
 * clauses, some values of which one must be hidden in any pattern that keeps it, and the cheapest hiding that meets all
 * clauses is tried next (implicit hitting sets: Moreno-Centeno and Karp 2013).
 * @param mostValues how many values may still be hidden; with more it is given up at once, for it takes long
 * @returns undefined where nothing but the dark helps, or the effort runs out
 */
export function leastPattern(
  { settled, rules, check, costOf }: Pick<PatternSearch, "settled" | "rules" | "check" | "costOf">,
  start: Pattern,
  mostValues: number,
  effort: Effort,
): Pattern | undefined {
  const { values, counts } = settled;
  const able = [...values.keys()].filter((place) => rules.canProtect(place) && !start.hidden.has(place));
  if (able.length > mostValues) return undefined;
  const costs = new Map(able.map((place) => [place, costOf(place) + (values[place]!.isTotal ? totalCost : 0)]));
  const priceOf = (place: number) => costs.get(place)!;
  const withExtra = (extra: Iterable<number>): Pattern => ({
    hidden: new Set([...start.hidden, ...extra]),
    dark: start.dark,
  });

  const isImpossible = (open: readonly number[], wishes: readonly Wish[]): boolean => {
    const shown = new Set(open);
    const view = check.viewOf(withExtra(able.filter((place) => !shown.has(place))));
    if (!narrowBounds(view.system, view.bounds, effort)) return true;
    const search = new SolutionSearch(view, check.means, effort);
    return !wishes.some((wish) => search.solve(wish));
  };

  const clauses: Clause[] = [];
  while (effort.left > 0) {
    const extra = cheapest(clauses, priceOf, effort);
    if (!extra) return undefined;
    const pattern = withExtra(extra);
    const sums = check.tellingSums(pattern);
    for (const sum of sums) clauses.push({ where: undefined, any: check.protectorsIn(sum, pattern) });
    const broken = check.findBroken(pattern, effort);
    if (effort.left <= 0) return undefined;
    if (sums.length === 0 && broken.length === 0) return pattern;
    const open = able.filter((place) => !extra.has(place)).sort((a, b) => priceOf(a) - priceOf(b));
    for (const { count, missing } of broken) {
      const { place } = counts[count]!;
      const where = extra.has(place) ? place : undefined;
      for (const wishes of missing) {
        const any = core(open, (fewer) => isImpossible(fewer, wishes));
        if (any.length === 0 && where === undefined) return undefined;
        clauses.push({ where, any });
      }
    }
  }
  return undefined;
}

/** A subset of the open values that does already, none of which can be spared: halves of them are tried first. */
function core(open: readonly number[], isEnough: (fewer: readonly number[]) => boolean): readonly number[] {
  let kept = open;
  for (let size = Math.ceil(open.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length; ) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (isEnough(fewer)) kept = fewer;
      else from += size;
    }
  }
  return kept;
}

/** The cheapest set that meets every clause, by branch and bound; undefined if there is none or the effort runs out. */
function cheapest(
  clauses: readonly Clause[],
  priceOf: (place: number) => number,
  effort: Effort,
): ReadonlySet<number> | undefined {
  let best: { cost: number; chosen: ReadonlySet<number> } | undefined;
  const chosen = new Set<number>();
  const barred = new Set<number>();
  const isOpen = ({ where, any }: Clause) =>
    (where === undefined || chosen.has(where)) && !any.some((place) => chosen.has(place));
  const choicesOf = ({ any }: Clause) => any.filter((place) => !barred.has(place));
  const visit = (cost: number) => {
    effort.left -= clauses.length;
    if (effort.left <= 0) return;
    const choices = clauses
      .filter(isOpen)
      .map(choicesOf)
      .sort((a, b) => a.length - b.length);
    const narrowest = choices[0];
    if (narrowest?.length === 0) return;
    // Clauses that share no value each cost at least their cheapest.
    const taken = new Set<number>();
    let least = cost;
    for (const clause of choices) {
      if (clause.some((place) => taken.has(place))) continue;
      for (const place of clause) taken.add(place);
      least += Math.min(...clause.map(priceOf));
    }
    if (best && least >= best.cost) return;
    if (!narrowest) {
      best = { cost, chosen: new Set(chosen) };
      return;
    }
    const tried = [...narrowest].sort((a, b) => priceOf(a) - priceOf(b));
    for (const place of tried) {
      chosen.add(place);
      visit(cost + priceOf(place));
      chosen.delete(place);
      barred.add(place);
    }
    for (const place of tried) barred.delete(place);
  };
  visit(0);
  return effort.left > 0 ? best?.chosen : undefined;
}
