import { type Pattern, PatternCheck } from "../audit/pattern-check";
import { type Broken, witnessOf } from "../audit/promise";
import type { HidingRules } from "../primary/hiding-rules";
import type { Effort } from "../solver/whole-numbers";
import { neighboursOf, tiedTo } from "../tables/neighbours";
import type { SettledValues } from "../tables/settle-sums";
import { growPattern } from "./grow-pattern";
import { leastPattern } from "./least-pattern";
import type { ChosenPattern, PatternSearch } from "./pattern-search";
import { pickWeighted, type RandomSource, shuffled } from "./random-source";

/** Where no more values than so many may still be hidden, the least pattern is looked for, with an effort of its own. */
const leastValues = 80;
const leastEffort = 2_000_000;
/** Patterns found from nothing, of which the cheapest is mended. */
const attempts = 3;
/** How often a part of the pattern is dropped and searched for anew. */
const improvements = 24;

/**
 * How often the first pattern found stands, whatever it costs readers, and how often a pattern gets a value more than it
 * needs. Without the first, what is hidden would prove that nothing cheaper kept the promise; without the second, that
 * each hidden value had to be. Both would tell of the others: of `<5` + `<5` + suppressed = 10, that the first two aren't
 * 4 and 1, for these add up to 5 and would have needed no third.
 */
const whimChance = 1 / 8;
const surplusChance = 1 / 8;
/** Values drawn, of which the one joins with which least must be hidden. */
const surplusDraws = 4;

/** The effort set apart for each check of what has gone dark, beside what the search was given. */
const darkEffort = 500_000;

/**
 * The last resort: the values tied to a broken promise go dark, the finest cells first, then coarser ones, until the
 * check passes. When all but the zeros have gone dark it needs no search any more: double all hidden counts and every
 * sum still holds, so that none can be computed. Only what earlier releases told can spoil that, values in the
 * open and `<5`, and then nothing may help.
 */
function darkPattern({ settled, rules, neighbours, check }: PatternSearch, start: Pattern): ChosenPattern {
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
function allDark({ settled, rules }: PatternSearch): ChosenPattern {
  const all = new Set([...settled.values.keys()].filter(rules.canHide));
  const isSpoilt = settled.values.some(({ earlier }) => earlier === "shown" || earlier === "small");
  return { hidden: all, dark: all, lost: isSpoilt ? [...all] : [], gaveUp: true };
}

/**
 * Chooses what to hide beside the primary values, until the check finds every promise kept. Where it can't within the
 * effort, everything tied to the open promise goes dark.
 */
export function choosePattern(
  settled: SettledValues,
  rules: HidingRules,
  random: RandomSource,
  effort: Effort,
): ChosenPattern {
  const check = new PatternCheck(settled, rules);
  const isWhim = random() < whimChance;
  const costOf = (place: number) => settled.values[place]![isWhim ? "level" : "cost"];
  const search: PatternSearch = { settled, rules, neighbours: neighboursOf(settled), check, random, effort, costOf };
  const start: Pattern = { hidden: rules.primary, dark: new Set() };
  if (!settled.isSettled) return allDark(search);
  const small = isWhim ? anyPattern(search, start) : (least(search, start) ?? cheapPattern(search, start));
  const chosen = small ? { ...withSurplus(search, small), lost: [], gaveUp: false } : darkPattern(search, start);
  return {
    ...chosen,
    lost: [...chosen.lost, ...check.spoiltPlaces(), ...check.lostSmall(chosen, { left: darkEffort })],
  };
}

/** Patterns that cost nearly the same are equals: between them chance decides. */
function least(search: PatternSearch, start: Pattern): Pattern | undefined {
  const noise = search.settled.values.map(() => 1 + search.random() / 100);
  const costOf = (place: number) => search.costOf(place) * noise[place]!;
  return leastPattern({ ...search, costOf }, start, leastValues, { left: leastEffort });
}

function anyPattern(search: PatternSearch, primary: Pattern): Pattern | undefined {
  const grown = growPattern(search, primary);
  return grown && prune(search, grown, primary, search.effort.left / 2);
}

/** The cheapest of several that keep every promise. It is sought further only while that takes little. */
function cheapPattern(search: PatternSearch, primary: Pattern): Pattern | undefined {
  const { effort } = search;
  const whole = effort.left;
  let start = primary;
  let best: Pattern | undefined;
  for (let attempt = 0; attempt < attempts && (!best || effort.left > (2 * whole) / 3); attempt++) {
    const grown = growPattern(search, start);
    if (!grown) break;
    // What has no way out but the dark has none the next time either.
    start = { hidden: new Set([...start.hidden, ...grown.dark]), dark: grown.dark };
    const pattern = prune(search, grown, start, whole / 4);
    if (!best || isCheaper(search, pattern, best)) best = pattern;
    if (pattern.hidden.size === start.hidden.size) break;
  }
  if (!best) return undefined;
  for (let round = 0; round < improvements && effort.left > whole / 4; round++) {
    const other = improved(search, start, best);
    if (other && isCheaper(search, other, best)) best = other;
  }
  return best;
}

function isCheaper({ settled, costOf }: PatternSearch, one: Pattern, other: Pattern): boolean {
  const totalsIn = ({ hidden }: Pattern) => [...hidden].filter((place) => settled.values[place]!.isTotal).length;
  const sum = ({ hidden }: Pattern) => [...hidden].reduce((all, place) => all + costOf(place), 0);
  return (totalsIn(one) - totalsIn(other) || sum(one) - sum(other)) < 0;
}

/** Drops one of the values that cost most, with what is hidden around it, and grows the pattern again without it. */
function improved(search: PatternSearch, start: Pattern, best: Pattern): Pattern | undefined {
  const { settled, neighbours, random, effort, costOf } = search;
  const extra = [...best.hidden].filter((place) => !start.hidden.has(place));
  const dropped = pickWeighted(extra, costOf, random);
  if (dropped === undefined) return undefined;
  const near = new Set(
    settled.countsOf[dropped]!.flatMap((count) => neighbours.rulesOf[count]!.flat()).map(neighbours.placeOf),
  );
  const kept = extra.filter((place) => place !== dropped && !(near.has(place) && random() < 1 / 2));
  const begun = { hidden: new Set([...start.hidden, ...kept]), dark: start.dark };
  const dearer = (place: number) => costOf(place) * (place === dropped ? 16 : 1);
  const grown = growPattern({ ...search, costOf: dearer }, begun);
  return grown && grown.dark.size === start.dark.size ? prune(search, grown, start, effort.left / 4) : undefined;
}

/** Shows again what needn't be hidden, the dearest first. */
function prune(search: PatternSearch, pattern: Pattern, start: Pattern, reserve: number): Pattern {
  const { check, random, effort, costOf } = search;
  const extra = shuffled(
    [...pattern.hidden].filter((place) => !start.hidden.has(place)),
    random,
  );
  extra.sort((a, b) => costOf(b) - costOf(a));
  const kept = new Set(pattern.hidden);
  for (const place of extra) {
    if (effort.left <= reserve) break;
    kept.delete(place);
    if (!check.keeps({ hidden: kept, dark: pattern.dark }, effort)) kept.add(place);
  }
  return { hidden: kept, dark: pattern.dark };
}

/** A total joins only where totals are hidden already: only there could the lack of one tell anything. */
function withSurplus(search: PatternSearch, pattern: Pattern): Pattern {
  let result = pattern;
  while (search.random() < surplusChance) {
    let best: Pattern | undefined;
    for (let draw = 0; draw < surplusDraws; draw++) {
      const grown = grownBySurplus(search, result);
      if (grown && (!best || isCheaper(search, grown, best))) best = grown;
    }
    if (!best) break;
    result = best;
  }
  return result;
}

function grownBySurplus(search: PatternSearch, { hidden, dark }: Pattern): Pattern | undefined {
  const { settled, rules, neighbours, random, costOf } = search;
  const hidesTotal = [...hidden].some((place) => settled.values[place]!.isTotal);
  const counts = [...hidden].flatMap((place) => settled.countsOf[place]!);
  const near = new Set(counts.flatMap((count) => neighbours.rulesOf[count]!.flat()));
  const values = [...new Set([...near].map((count) => settled.counts[count]!.place))];
  const isAble = (place: number) =>
    !hidden.has(place) && rules.canProtect(place) && (hidesTotal || !settled.values[place]!.isTotal);
  const surplus = pickWeighted(values.filter(isAble), (place) => 1 / costOf(place), random);
  return surplus === undefined ? undefined : growPattern(search, { hidden: new Set([...hidden, surplus]), dark });
}
