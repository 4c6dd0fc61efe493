import type { Pattern } from "../audit/pattern-check";
import { type Broken, witnessOf } from "../audit/promise";
import { tiedTo } from "../tables/neighbours";
import type { ChosenPattern, PatternSearch } from "./pattern-search";

/** The effort set apart for each check of what has gone dark, beside what the search was given. */
export const darkEffort = 500_000;

/**
 * The last resort: the values tied to a broken promise go dark, the finest cells first, then coarser ones, until the
 * check passes. When all but the zeros have gone dark it needs no search any more: double all hidden counts and every
 * sum still holds, so that none can be computed. Only what earlier releases told can spoil that, values in the
 * open and `<5`, and then nothing may help.
 */
export function darkPattern({ settled, rules, neighbours, check }: PatternSearch, start: Pattern): ChosenPattern {
  const { values, counts, truth } = settled;
  const placesOf = (broken: readonly Broken[]) => [...new Set(broken.map(({ count }) => counts[count]!.place))];
  const open = check.findBroken(start, { left: darkEffort });
  const tied = tiedTo(
    neighbours,
    open.map(({ count }) => count),
  );
  const able = [...new Set([...tied].map((count) => counts[count]!.place))].filter(rules.canHide);
  const doubled = truth.map((value, count) => (tied.has(count) ? 2 * value : value));
  check.witnesses.push(witnessOf(truth, doubled));
  const levels = [...new Set(able.map((place) => values[place]!.level))].sort((a, b) => a - b);
  let result: ChosenPattern = { ...start, lost: placesOf(open), gaveUp: true };
  for (const level of levels) {
    const isLast = level === levels.at(-1);
    const dark = new Set(able.filter((place) => values[place]!.level <= level));
    const pattern = { hidden: new Set([...start.hidden, ...dark]), dark };
    result = { ...pattern, lost: placesOf(check.findBroken(pattern, { left: darkEffort }, !isLast)), gaveUp: true };
    if (result.lost.length === 0 && check.tellingSums(pattern).length === 0) break;
  }
  return result;
}

/**
 * Everything but the zeros, where it couldn't even be found out which sums hold: doubling all hidden counts keeps every
 * sum, known or not. That argument fails where earlier releases showed a value or `<5`.
 */
export function allDark({ settled, rules }: PatternSearch): ChosenPattern {
  const all = new Set([...settled.values.keys()].filter(rules.canHide));
  const isSpoilt = settled.values.some(({ earlier }) => earlier === "shown" || earlier === "small");
  return { hidden: all, dark: all, lost: isSpoilt ? [...all] : [], gaveUp: true };
}
