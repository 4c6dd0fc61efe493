import type { HidingRules } from "../hiding-rules";
import { narrowBounds } from "../narrow-bounds";
import { PatternCheck } from "../pattern-check";
import type { Pattern } from "../pattern-search";
import type { SettledFigures } from "../settle-sums";
import { SolutionSearch } from "../solution-search";
import type { Wish } from "../whole-numbers";

/** At least one of `any` must be hidden, wherever `where` is hidden (undefined: always). */
interface Clause {
  where: number | undefined;
  any: readonly number[];
}

/** Search steps after which the cheapest hiding that meets all clauses is given up. */
const stepLimit = 400_000;
const roundLimit = 400;

/**
 * The least that can be hidden beside the primary figures, by cost: what the search of the product is measured by. Each
 * pattern that breaks a promise is turned into a clause, some figures of which one must be hidden in any pattern that
 * keeps it, and the cheapest hiding that meets all clauses is tried next (implicit hitting sets). Slow.
 * @returns undefined where nothing but the dark helps, or where it takes too long
 */
export function leastPattern(settled: SettledFigures, rules: HidingRules): ReadonlySet<number> | undefined {
  const { figures, counts } = settled;
  const check = new PatternCheck(settled, rules);
  const able = [...figures.keys()].filter((figure) => rules.canProtect(figure) && !rules.primary.has(figure));
  const costOf = (figure: number) => figures[figure]!.cost + (figures[figure]!.isTotal ? 1e6 : 0);
  const patternOf = (extra: Iterable<number>): Pattern => ({
    hidden: new Set([...rules.primary, ...extra]),
    dark: new Set(),
  });
  const effort = { left: 3e8 };

  const isPossible = (extra: readonly number[], wishes: readonly Wish[]): boolean => {
    const view = check.viewOf(patternOf(extra));
    if (!narrowBounds(view.system, view.bounds, effort)) return false;
    const search = new SolutionSearch(view, check.means, effort);
    return wishes.some((wish) => search.solve(wish) !== undefined);
  };
  /** As few open figures as keep the wishes impossible with all others hidden. */
  const core = (open: readonly number[], wishes: readonly Wish[]): number[] => {
    let left = [...open];
    for (const each of [...open].sort((a, b) => costOf(a) - costOf(b))) {
      const fewer = left.filter((figure) => figure !== each);
      const inOpen = new Set(fewer);
      if (
        !isPossible(
          able.filter((figure) => !inOpen.has(figure)),
          wishes,
        )
      )
        left = fewer;
    }
    return left;
  };

  const clauses: Clause[] = [];
  for (let round = 0; round < roundLimit; round++) {
    const extra = cheapest(clauses, costOf);
    if (!extra) return undefined;
    const pattern = patternOf(extra);
    const sums = check.tellingSums(pattern);
    for (const sum of sums) clauses.push({ where: undefined, any: check.protectorsIn(sum, pattern) });
    const broken = check.findBroken(pattern, effort);
    if (sums.length === 0 && broken.length === 0) return extra;
    if (effort.left <= 0) return undefined;
    const open = able.filter((figure) => !extra.has(figure));
    for (const { count, missing } of broken) {
      const { figure } = counts[count]!;
      const where = extra.has(figure) ? figure : undefined;
      for (const wishes of missing) {
        const any = core(open, wishes);
        if (any.length === 0 && where === undefined) return undefined;
        clauses.push({ where, any });
      }
    }
  }
  return undefined;
}

/** The cheapest set that meets every clause; undefined if that takes too long. */
function cheapest(clauses: readonly Clause[], costOf: (figure: number) => number): ReadonlySet<number> | undefined {
  let best: { cost: number; chosen: ReadonlySet<number> } | undefined;
  let steps = 0;
  const chosen = new Set<number>();
  const barred = new Set<number>();
  const isOpen = ({ where, any }: Clause) =>
    (where === undefined || chosen.has(where)) && !any.some((figure) => chosen.has(figure));
  const choicesOf = ({ any }: Clause) => any.filter((figure) => !barred.has(figure));
  const visit = (cost: number) => {
    if (steps++ > stepLimit) return;
    const open = clauses.filter(isOpen);
    const taken = new Set<number>();
    let least = cost;
    let narrowest: readonly number[] | undefined;
    for (const clause of open.map(choicesOf).sort((a, b) => a.length - b.length)) {
      if (clause.length === 0) return;
      narrowest ??= clause;
      if (clause.some((figure) => taken.has(figure))) continue;
      for (const figure of clause) taken.add(figure);
      least += Math.min(...clause.map(costOf));
    }
    if (best && least >= best.cost) return;
    if (!narrowest) {
      best = { cost, chosen: new Set(chosen) };
      return;
    }
    const order = [...narrowest].sort((a, b) => costOf(a) - costOf(b));
    for (const [index, figure] of order.entries()) {
      chosen.add(figure);
      visit(cost + costOf(figure));
      chosen.delete(figure);
      barred.add(figure);
      if (index === order.length - 1) for (const each of order) barred.delete(each);
    }
  };
  visit(0);
  return steps > stepLimit ? undefined : best?.chosen;
}
