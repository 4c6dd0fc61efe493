import { PatternCheck } from "@/lib/domain/suppression/audit/pattern-check";
import { narrowBounds } from "@/lib/domain/suppression/solver/narrow-bounds";
import { PivotSearch } from "@/lib/domain/suppression/solver/pivot-search";
import { type Effort, isSmall } from "@/lib/domain/suppression/solver/whole-numbers";
import type { SettledValues } from "@/lib/domain/suppression/tables/settle-sums";
import type { HidingRules } from "./hiding-rules";

/**
 * Values that would be hidden only because their places were before, though anybody can compute them from what can't be
 * hidden: after a country's correction from 1 to 0, the region's 5 beside the other country's 5, which stood in the open.
 * Showing them tells nothing new; "suppressed" would promise what can't be kept.
 */
export function exposedValues(settled: SettledValues, rules: HidingRules, effort: Effort): ReadonlySet<number> {
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
