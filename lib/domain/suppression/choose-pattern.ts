import { allDark, darkEffort, darkPattern } from "./dark-pattern";
import { growPattern } from "./grow-pattern";
import type { HidingRules } from "./hiding-rules";
import { neighboursOf } from "./neighbours";
import { PatternCheck } from "./pattern-check";
import type { ChosenPattern, Pattern, PatternSearch } from "./pattern-search";
import { pickWeighted, type RandomSource, shuffled } from "./random-source";
import type { SettledFigures } from "./settle-sums";
import type { Effort } from "./whole-numbers";

/** Among this many patterns, each found at random, the smallest is taken. */
const attempts = 3;

/**
 * How often a pattern gets a figure more than it needs. Without that, each hidden figure would prove that it had to be
 * hidden, and so tell of the others: of `<5` + `<5` + suppressed = 10, that the first two aren't 4 and 1, for these
 * add up to 5 and would have needed no third.
 */
const surplusChance = 1 / 8;

/**
 * Chooses what to hide beside the primary figures, until the check finds every promise kept. Where it can't within the
 * effort, everything tied to the open promise goes dark.
 */
export function choosePattern(
  settled: SettledFigures,
  rules: HidingRules,
  random: RandomSource,
  effort: Effort,
): ChosenPattern {
  const check = new PatternCheck(settled, rules);
  const search: PatternSearch = { settled, rules, neighbours: neighboursOf(settled), check, random, effort };
  const start: Pattern = { hidden: rules.primary, dark: new Set() };
  if (!settled.isSettled) return allDark(search);
  const small = smallPattern(search, start);
  const chosen = small ? { ...small, lost: [] } : darkPattern(search, start);
  return { ...chosen, lost: [...chosen.lost, ...check.lostSmall(chosen, { left: darkEffort })] };
}

/** The smallest of several that keep every promise. Further attempts are made only while they cost little. */
function smallPattern(search: PatternSearch, primary: Pattern): Pattern | undefined {
  const { settled, effort } = search;
  const costOf = ({ hidden }: Pattern) => [...hidden].reduce((sum, figure) => sum + settled.figures[figure]!.cost, 0);
  const totalsIn = ({ hidden }: Pattern) => [...hidden].filter((figure) => settled.figures[figure]!.isTotal).length;
  const byTotalsAndCost = (one: Pattern, other: Pattern) =>
    totalsIn(one) - totalsIn(other) || costOf(one) - costOf(other);
  const whole = effort.left;
  let start = primary;
  let best: Pattern | undefined;
  for (let attempt = 0; attempt < attempts && effort.left > whole / 2; attempt++) {
    const grown = growPattern(search, start);
    if (!grown) break;
    // What has no way out but the dark has none the next time either.
    start = { hidden: new Set([...start.hidden, ...grown.dark]), dark: grown.dark };
    const pattern = prune(search, grown, start, effort.left - whole / (2 * attempts));
    if (!best || byTotalsAndCost(pattern, best) < 0) best = pattern;
    if (pattern.hidden.size === start.hidden.size) break;
  }
  return best && withSurplus(search, best);
}

/** Shows again what needn't be hidden, the dearest first. */
function prune(search: PatternSearch, pattern: Pattern, start: Pattern, reserve: number): Pattern {
  const { settled, check, random, effort } = search;
  const extra = shuffled(
    [...pattern.hidden].filter((figure) => !start.hidden.has(figure)),
    random,
  );
  extra.sort((a, b) => settled.figures[b]!.cost - settled.figures[a]!.cost);
  const kept = new Set(pattern.hidden);
  for (const figure of extra) {
    if (effort.left <= reserve) break;
    kept.delete(figure);
    if (!check.keeps({ hidden: kept, dark: pattern.dark }, effort)) kept.add(figure);
  }
  return { hidden: kept, dark: pattern.dark };
}

/** A total joins only where totals are hidden already: only there could the lack of one tell anything. */
function withSurplus(search: PatternSearch, pattern: Pattern): Pattern {
  const { settled, rules, neighbours, random } = search;
  const hidesTotal = [...pattern.hidden].some((figure) => settled.figures[figure]!.isTotal);
  let result = pattern;
  while (random() < surplusChance) {
    const counts = [...result.hidden].flatMap((figure) => settled.countsOf[figure]!);
    const near = new Set(counts.flatMap((count) => neighbours.rulesOf[count]!.flat()));
    const figures = [...new Set([...near].map((count) => settled.counts[count]!.figure))];
    const isAble = (figure: number) =>
      !result.hidden.has(figure) && rules.canProtect(figure) && (hidesTotal || !settled.figures[figure]!.isTotal);
    const able = figures.filter(isAble);
    const surplus = pickWeighted(able, (figure) => 1 / settled.figures[figure]!.cost, random);
    if (surplus === undefined) break;
    const grown = growPattern(search, { ...result, hidden: new Set([...result.hidden, surplus]) });
    if (!grown) break;
    result = grown;
  }
  return result;
}
