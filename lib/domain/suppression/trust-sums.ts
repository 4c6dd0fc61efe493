import { isUnpublished } from "./counts";
import { findSolution } from "./find-solution";
import { anything, type HidingRules } from "./hiding-rules";
import { narrowBounds } from "./narrow-bounds";
import { readerView } from "./reader-view";
import type { SettledFigures } from "./settle-sums";
import { amiss, balanceOf, copyBounds, type Effort, systemOf, withRule } from "./whole-numbers";

/**
 * Adds the sums that don't hold, but that a reader may take for true: those that nothing would contradict if only the
 * small counts were hidden. The check then protects against that reader too. It matters also against one who knows
 * these rules: of 9 + `<5` = 10, all in the open because the `<5` is 3, they would learn that it isn't 1, for then the
 * sum would hold and the 9 would be hidden.
 * @returns the same figures, with `truth` standing for values that fit these sums as well
 */
export function trustSums(settled: SettledFigures, rules: HidingRules, effort: Effort): SettledFigures {
  const { counts, countsOf } = settled;
  const isPartSmall = (figure: number) => countsOf[figure]!.some((count) => rules.isSensitive(count));
  const knownOf = (count: number) => {
    const each = counts[count]!;
    if (isUnpublished(each) || (each.role === "denominator" && isPartSmall(each.figure))) return anything;
    return rules.isSensitive(count)
      ? { low: each.below === null ? 1 : 0, high: rules.boundOf(count) - 1, gap: 0 }
      : undefined;
  };
  let { system, bounds, near } = readerView(systemOf(counts.length, settled.firm), settled.truth, knownOf);
  narrowBounds(system, bounds, effort);
  for (const sum of settled.doubtful) {
    if (sum.counts.every((count) => bounds.low[count] === bounds.high[count])) continue;
    const extended = withRule(system, sum);
    const narrower = copyBounds(bounds);
    if (!narrowBounds(extended, narrower, effort)) continue;
    if (amiss(sum, balanceOf(sum, near)) !== 0) {
      const answer = findSolution(extended, narrower, near, effort);
      if (answer.kind !== "found") continue;
      near = answer.values;
    }
    [system, bounds] = [extended, narrower];
  }
  return { ...settled, firm: system.rules, truth: near };
}
