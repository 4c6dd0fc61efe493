import type { LinearRule } from "../solver/whole-numbers";
import type { SettledValues } from "../tables/settle-sums";

/**
 * The counts that are two or more for all who see only which cells are zero: a total of two parts that aren't zero, a
 * part that alone makes up such a total, a later count of a cumulative indicator. The meant sums are taken as they are,
 * whether they hold or not. So the answer depends on no hidden value, and everyone may know it.
 * Percentages are left out, for their three counts are marked as one.
 */
export function findAtLeastTwo({ counts, sums, increments, knownZero }: SettledValues): ReadonlySet<number> {
  const isZero = (count: number) => counts[count]!.exact === 0 || knownZero.has(count);
  const isReported = (count: number) => counts[count]!.role === "count" && counts[count]!.exact !== null;
  /** 0, 1, or 2 for "two or more". */
  const least: number[] = counts.map((_, count) => (isReported(count) && !isZero(count) ? 1 : 0));
  let isRising = true;
  const raise = (count: number, to: number) => {
    if (isZero(count) || least[count] === 2 || to <= least[count]!) return;
    least[count] = Math.min(to, 2);
    isRising = true;
  };
  const total = (rule: LinearRule) => rule.counts.at(-1)!;
  const parts = (rule: LinearRule) => rule.counts.slice(0, -1);
  while (isRising) {
    isRising = false;
    for (const { all, isTentative } of sums) {
      if (isTentative) continue;
      raise(
        total(all),
        parts(all).reduce((sum, part) => sum + least[part]!, 0),
      );
      const [only, ...others] = parts(all).filter((part) => !isZero(part));
      if (only !== undefined && others.length === 0) raise(only, least[total(all)]!);
    }
    for (const { rule } of increments) raise(total(rule), least[rule.counts[0]!]!);
  }
  return new Set(least.flatMap((value, count) => (value === 2 && counts[count]!.role === "count" ? [count] : [])));
}
