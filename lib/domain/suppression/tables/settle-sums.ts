import { findSolution } from "../solver/find-solution";
import { narrowBounds } from "../solver/narrow-bounds";
import {
  amiss,
  type Bounds,
  balanceOf,
  copyBounds,
  type Effort,
  type LinearRule,
  type System,
  systemOf,
  unbounded,
  withRule,
} from "../solver/whole-numbers";
import type { CountedValues } from "./count-values";

/** What is known inside, before anything is hidden: which sums hold, and values that fit everything. */
export interface SettledValues extends CountedValues {
  /** What holds: sums that add up, `parts <= total` where they fall short, complements, increments that don't fall. */
  firm: readonly LinearRule[];
  /** Sums that don't add up, or not together with others. A reader who can't see that may take one for true. */
  doubtful: readonly LinearRule[];
  /** For each count its exact value, or one that fits where the source gives none. */
  truth: Float64Array;
  /** False if the effort ran out over a sum: what is said of the sums above is then not the whole truth. */
  isSettled: boolean;
  /** Censored counts that must be 0, for their source's own totals leave nothing else. */
  knownZero: ReadonlySet<number>;
}

const upperEnd = (below: number | null) => (below === null ? unbounded : below - 1);

/**
 * Finds out which of the meant sums hold. Exact values are simply added. Where something isn't known exactly, a sum
 * holds if it can hold together with those before it: first with unknown parts, then without them. Parts that fall short
 * say "at most the total"; parts that exceed their total say nothing.
 */
export function settleSums(counted: CountedValues, effort: Effort): SettledValues {
  const { counts } = counted;
  const bounds: Bounds = {
    low: Float64Array.from(counts, ({ exact }) => exact ?? 0),
    high: Float64Array.from(counts, ({ exact, below }) => exact ?? upperEnd(below)),
  };
  let truth: Float64Array = bounds.low.slice();
  let system = systemOf(counts.length, []);
  let isSettled = true;
  /** Takes the rule in, if it can hold together with those taken in before. */
  const admit = (rule: LinearRule, matters = true): boolean => {
    const isKept = amiss(rule, balanceOf(rule, truth)) === 0;
    if (!isKept && rule.counts.every((count) => bounds.low[count] === bounds.high[count])) return false;
    const extended = withRule(system, rule);
    if (!isKept) {
      const narrower = copyBounds(bounds);
      if (!narrowBounds(extended, narrower, effort, rule.counts)) return false;
      const answer = findSolution(extended, narrower, truth, effort);
      if (answer.kind === "gaveUp" && matters) isSettled = false;
      if (answer.kind !== "found") return false;
      truth = answer.values;
    }
    system = extended;
    return true;
  };

  const sums = counted.sums.filter(({ isTentative }) => !isTentative);
  const isExact = (rule: LinearRule) => rule.counts.every((count) => counts[count]!.exact !== null);
  const exact = new Set(sums.filter(({ given }) => isExact(given) && amiss(given, balanceOf(given, truth)) === 0));
  for (const rule of [...counted.complements, ...[...exact].map(({ given }) => given)]) admit(rule);
  const open = sums.filter((sum) => !exact.has(sum));
  const isAdmitted = new Set(open.filter(({ all }) => admit(all)));
  const doubtful = open.filter((sum) => !(isAdmitted.has(sum) && (sum.all === sum.given || admit(sum.given))));
  for (const sum of doubtful) if (!isAdmitted.has(sum)) admit({ ...sum.given, least: Number.NEGATIVE_INFINITY });
  for (const { given, isTentative } of counted.sums) if (isTentative) admit(given, false);
  for (const { rule } of counted.increments) admit(rule);
  return {
    ...counted,
    firm: system.rules,
    doubtful: doubtful.map(({ given }) => given),
    truth,
    isSettled,
    knownZero: zeros(counted, system, bounds, truth, effort),
  };
}

function zeros(
  { counts }: CountedValues,
  system: System,
  bounds: Bounds,
  truth: Float64Array,
  effort: Effort,
): ReadonlySet<number> {
  const narrowed: Bounds = { low: bounds.low.slice(), high: bounds.high.slice() };
  narrowBounds(system, narrowed, effort);
  const censored = counts.flatMap(({ below }, count) => (below !== null && truth[count] === 0 ? [count] : []));
  return new Set(
    censored.filter((count) => {
      const wish = { count, low: 1, high: unbounded };
      return findSolution(system, narrowed, truth, effort, wish).kind === "none";
    }),
  );
}
