import { type CellKey, type Dimension, dimensionsOfTable, parseCellKey, totalCell } from "../framework/disaggregation";
import type { IndicatorType } from "../framework/indicator";
import type { AssessableValue } from "../values/assessable-value";
import { type Rational, rational, zero } from "../values/rational";
import type { Value } from "../values/value";

// A value of its own that an observation about an indicator carries: it is set beside the official one, and is part of no
// status, no aggregate and no file of values.
//
// It may be split in one way. Of persons, nothing that can be read off it, or worked out from it, counts few: no part, not the
// total, and not what the parts leave of the total. Small counts are refused rather than shown as `<5`: behind one, further
// parts would have to be hidden, and its author, who alone knows them, can leave out a part or the total as well. The parts
// divide the total without overlap (open lists hold categories that contain others, and are left out; marginals aren't typed),
// so these three are all that follows from them: a sum of parts that aren't small isn't small either.
//
// What one organisation says of a count in two observations is the same count, told twice: one is taken off the other as parts are
// taken off a total, and what lies between them mustn't be few either. Of what is counted from the plan's start, the same holds
// between periods. Beside the official value, or another organisation's, it is another count, by another method: what lies
// between the two counts nobody.

/** What it is typed as: words have no value of their own to set beside. */
export const mayBeShadowed = (type: IndicatorType): boolean => type !== "narrative";

/** How it came about is said in so many characters at most. */
export const longestMethod = 1000;

export interface ShadowFault {
  /** Only a source that hides its counts says "below 5"; and who counts few persons may tell who they are. */
  code: "notExact" | "smallCount";
  field: "number" | "numerator" | "denominator";
}

/**
 * Why a value that keeps its indicator's limits still can't be set beside the official one; null where it can.
 * @param threshold counts of persons from 1 to one below it are small
 */
export function shadowFault(value: Value, countsPersons: boolean, threshold: number): ShadowFault | null {
  if (value.kind === "censored") return { code: "notExact", field: "number" };
  if (value.kind === "ratio")
    for (const field of ["numerator", "denominator"] as const)
      if ("below" in value[field]) return { code: "notExact", field };
  const field = countsPersons ? smallCountIn(value, threshold) : null;
  return field && { code: "smallCount", field };
}

/** The parts of a value, by their cells: all of one way to split it. */
export type ShadowParts = ReadonlyMap<CellKey, Value>;

/** The ways in which it may be split: by one dimension, or as a table crosses several. */
export function shadowSplits(
  tables: readonly string[],
  dimensions: readonly Pick<Dimension, "code" | "open">[],
): string[] {
  const closed = dimensions.filter(({ open }) => !open).map(({ code }) => code);
  const single = tables.flatMap(dimensionsOfTable);
  const crossed = tables.filter((table) => dimensionsOfTable(table).length > 1);
  return [...new Set([...single, ...crossed])].filter((split) =>
    dimensionsOfTable(split).every((code) => closed.includes(code)),
  );
}

/** The same of its parts and what they leave of the total: where a fault stands, and in which cell. */
export function partsFault(
  total: Value | undefined,
  parts: ShadowParts,
  countsPersons: boolean,
  threshold: number,
): { cell: CellKey; fault: ShadowFault | { code: "smallRest"; field: ShadowFault["field"] } } | null {
  for (const [cell, value] of parts) {
    const fault = shadowFault(value, countsPersons, threshold);
    if (fault) return { cell, fault };
  }
  if (!countsPersons || !total || parts.size === 0) return null;
  const field = smallRestOf(total, [...parts.values()], threshold);
  return field && { cell: totalCell, fault: { code: "smallRest", field } };
}

/** What an organisation tells of a count. */
export interface ToldShadow {
  total: Value | undefined;
  parts: ShadowParts;
}

/** What it tells of the same count in another observation, by the number of that one. */
export interface OtherShadow extends ToldShadow {
  number: number;
}

/**
 * Where few persons lie between a value and what its organisation tells elsewhere: total and total, part and same part, a total
 * or a part and the sum of what it is split into, also of parts that several observations tell.
 * @param others of the same period; of what is counted from the plan's start, of any: a total less earlier parts is what the
 * parts leave and what came since, and both are few where the sum is
 * @returns the cell at fault, and the observation that it can be taken off, or that can be taken off it
 */
export function differenceFault(
  own: ToldShadow,
  others: readonly OtherShadow[],
  threshold: number,
): { cell: CellKey; field: ShadowFault["field"]; number: number } | null {
  for (const { cell, number, between } of differences(own, others)) {
    const field = between && (smallIn(between, threshold) ?? smallIn(negated(between), threshold));
    if (field) return { cell, field, number };
  }
  return null;
}

interface Difference {
  cell: CellKey;
  number: number;
  between: Counted | null;
}

function differences(own: ToldShadow, others: readonly OtherShadow[]): Difference[] {
  const [firstCell] = own.parts.keys();
  const at = own.total || !firstCell ? totalCell : firstCell;
  const total = countedOf(own.total);
  return others.flatMap((other) => {
    const compare = (cell: CellKey, one: Counted | null, another: Counted | null): Difference[] =>
      one && another ? [{ cell, number: other.number, between: less(one, another) }] : [];
    const isOtherSplit = splitOf(other) !== splitOf(own);
    // All parts told so far, its own as it tells them now.
    const ofOther = togetherOf(others, splitOf(other), isOtherSplit ? null : own);
    const ofOwn = togetherOf(others, splitOf(own), own);
    return [
      ...compare(totalCell, total, countedOf(other.total)),
      ...compare(totalCell, total, sumOf(ofOther)),
      ...(own.parts.size > 0 ? compare(at, countedOf(other.total), sumOf(ofOwn)) : []),
      ...(isOtherSplit ? compare(at, sumOf(own.parts), sumOf(other.parts)) : []),
      ...cellsOf(own).flatMap(([cell, value]) => compare(cell, countedIn(value), sumOf(within(cell, other.parts)))),
      ...cellsOf(other).flatMap(([cell, value]) => compare(at, sumOf(within(cell, own.parts)), countedIn(value))),
    ];
  });
}

const cellsOf = ({ total, parts }: ToldShadow): [CellKey, Value][] => [
  ...(total ? [[totalCell, total] satisfies [CellKey, Value]] : []),
  ...parts,
];

/** The parts that a cell is split into, or is itself: of the total, all. */
function within(cell: CellKey, parts: ShadowParts): ShadowParts {
  const categories = [...(parseCellKey(cell) ?? [])];
  const isWithin = (part: CellKey) => {
    const own = parseCellKey(part);
    return categories.every(([dimension, category]) => own?.get(dimension) === category);
  };
  return new Map([...parts].filter(([part]) => isWithin(part)));
}

/** The dimensions by which it is split; empty without parts. */
function splitOf({ parts }: Pick<ToldShadow, "parts">): string {
  const [first] = parts.keys();
  return first === undefined ? "" : [...(parseCellKey(first)?.keys() ?? [])].join("*");
}

/** All parts of a split that observations tell, each once. */
const togetherOf = (others: readonly OtherShadow[], split: string, own: ToldShadow | null): ShadowParts =>
  new Map(
    [...others.filter((other) => splitOf(other) === split), ...(own ? [own] : [])].flatMap(({ parts }) => [...parts]),
  );

/**
 * What of it tells of so few persons that it isn't shown: the threshold may have risen since it was said. A part that is
 * small is hidden with all others, or they would tell it.
 */
export function hiddenOfShadow(
  total: AssessableValue | undefined,
  parts: ShadowParts,
  countsPersons: boolean,
  threshold: number,
): "nothing" | "parts" | "all" {
  if (countsPersons && total && smallCountIn(total, threshold)) return "all";
  return partsFault(total, parts, countsPersons, threshold) ? "parts" : "nothing";
}

/** Where few persons are left once the parts are taken off the total; more parts than total are counted twice, and tell nobody. */
function smallRestOf(total: Value, parts: readonly Value[], threshold: number): ShadowFault["field"] | null {
  const rest = parts.reduce((left: Counted | null, part) => left && less(left, countedIn(part)), countedIn(total));
  return rest && smallIn(rest, threshold);
}

/** Counts of a value: one, or the part of persons in a share and all of them. */
type Counted = { number: Rational } | { part: Rational; whole: Rational };

function countedIn(value: Value): Counted | null {
  if (value.kind === "number") return { number: rational(value.number) };
  if (value.kind !== "ratio" || !("exact" in value.numerator && "exact" in value.denominator)) return null;
  return { part: rational(value.numerator.exact), whole: rational(value.denominator.exact) };
}

const countedOf = (value: Value | undefined): Counted | null => (value ? countedIn(value) : null);

/** Null without parts. */
function sumOf(parts: ShadowParts): Counted | null {
  const [first, ...more] = [...parts.values()].map(countedIn);
  return more.reduce((sum: Counted | null, part) => sum && part && less(sum, negated(part)), first ?? null);
}

const negated = (counted: Counted): Counted =>
  "number" in counted ? { number: counted.number.neg() } : { part: counted.part.neg(), whole: counted.whole.neg() };

function less(one: Counted, other: Counted | null): Counted | null {
  if (!other) return null;
  if ("number" in one) return "number" in other ? { number: one.number.sub(other.number) } : null;
  return "part" in other ? { part: one.part.sub(other.part), whole: one.whole.sub(other.whole) } : null;
}

/** Where a count of few persons stands, or can be worked out: those in a share, and those who are left. */
function smallIn(counted: Counted, threshold: number): ShadowFault["field"] | null {
  const isSmall = (count: Rational) => count.gt(zero) && count.lt(rational(`${threshold}`));
  if ("number" in counted) return isSmall(counted.number) ? "number" : null;
  const { part, whole } = counted;
  if (isSmall(whole)) return "denominator";
  return isSmall(part) || isSmall(whole.sub(part)) ? "numerator" : null;
}

function smallCountIn(value: Value, threshold: number): ShadowFault["field"] | null {
  const counted = countedIn(value);
  return counted && smallIn(counted, threshold);
}
