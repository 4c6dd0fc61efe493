import { type CellKey, type Dimension, dimensionsOfTable, totalCell } from "../framework/disaggregation";
import { quantityRange, type Range } from "./assessable-value";
import { zero } from "./rational";
import type { Quantity, Value } from "./value";

/** Which quantity of a value is meant: the number itself, or a percentage's numerator or denominator. */
export type Measure = "number" | "numerator" | "denominator";

/** The parts given for one cell along one choice of dimensions. */
export interface Parts {
  /** The dimensions that split the cell, in the plan's order. */
  by: string[];
  given: number;
  sum: Range;
}

/** These may contain countries that stand beside them, so the two don't simply add up. */
export const collectiveCategories = new Set(["nationals", "foreigners", "abroad"]);

/** Sums kept apart: collective categories, what they may contain, and what they can't. */
interface Shares {
  collective: Range;
  contained: Range;
  apart: Range;
}
const none: Range = { low: zero, high: zero };

/** Exact numbers, which nearly all are, are added once: a save waits for this. */
function add(a: Range, b: Range): Range {
  if (a === none) return b;
  const low = a.low.add(b.low);
  return { low, high: a.low === a.high && b.low === b.high ? low : a.high.add(b.high) };
}

function quantityOf(value: Value, measure: Measure): Quantity | undefined {
  switch (value.kind) {
    case "number":
      return measure === "number" ? { exact: value.number } : undefined;
    case "censored":
      return measure === "number" ? { below: value.below } : undefined;
    case "ratio":
      return measure === "number" ? undefined : value[measure];
    case "yesNo":
    case "step":
    case "narrative":
    case "missing":
      return undefined;
  }
}

/** The ranges of the cells that have one. A value that is missing, for whatever reason, is none. */
export function rangesOf(values: ReadonlyMap<CellKey, Value>, measure: Measure): Map<CellKey, Range> {
  const ranges = new Map<CellKey, Range>();
  for (const [key, value] of values) {
    const quantity = quantityOf(value, measure);
    if (quantity) ranges.set(key, quantityRange(quantity));
  }
  return ranges;
}

/** @param categories those of open lists; the others divide people without overlap */
function shareOf(categories: readonly string[]): keyof Shares {
  if (categories.some((category) => collectiveCategories.has(category))) return "collective";
  return categories.includes("unknown") ? "apart" : "contained";
}

/** Where a collective category stands beside countries, the parts are at least the larger of the two, at most both. */
function sumOf({ collective, contained, apart }: Shares): Range {
  if (collective === none) return add(apart, contained);
  const larger = collective.low.compare(contained.low) >= 0 ? collective.low : contained.low;
  return { low: apart.low.add(larger), high: apart.high.add(collective.high).add(contained.high) };
}

/** Every choice of one or more of the dimensions. */
const choicesOf = <T>(codes: readonly T[]): T[][] =>
  codes.flatMap((code, at) => [[code], ...choicesOf(codes.slice(at + 1)).map((others) => [code, ...others])]);

/** The choices among a cell's pairs by their places, which are the same for all cells of as many dimensions. */
const choicesAmong = [0, 1, 2, 3].map((dimensions) => choicesOf([0, 1, 2].slice(0, dimensions)));

/** A part of a cell, as its key says it. */
interface PartOf {
  /** The cell that it is a part of. */
  cell: CellKey;
  by: string[];
  /** Cell and dimensions in one. */
  name: string;
  /** Where in the part's key the dimensions stand that split the cell. */
  choice: readonly number[];
}

/** A key as it is cut: its dimensions, its pairs, and every cell that it is a part of. */
interface CutKey {
  codes: string[];
  pairs: string[];
  partOf: PartOf[];
}

/** A framework has a few thousand keys, which every save reads again: they are cut once. Whoever invents keys fills no memory. */
const CUT_KEYS = 10_000;
const cutKeys = new Map<CellKey, CutKey>();

function cutKey(key: CellKey): CutKey {
  const known = cutKeys.get(key);
  if (known) return known;
  const pairs = key.split(";");
  const codes = pairs.map((pair) => pair.slice(0, pair.indexOf("=")));
  const partOf = (choicesAmong[pairs.length] ?? []).map((choice): PartOf => {
    const cell = pairs.filter((_, at) => !choice.includes(at)).join(";") || totalCell;
    const by = choice.map((at) => codes[at]!);
    return { cell, by, name: `${cell} ${by.join("*")}`, choice };
  });
  const cut = { codes, pairs, partOf };
  if (cutKeys.size >= CUT_KEYS) cutKeys.clear();
  cutKeys.set(key, cut);
  return cut;
}

/**
 * For each marginal and the total of a table: its given parts, once for every choice of dimensions that splits it. A save
 * waits for it once for every cell that the indicator has: keys are canonical, and are cut and joined without being read.
 */
export function partsInTable(
  table: string,
  dimensions: readonly Dimension[],
  ranges: ReadonlyMap<CellKey, Range>,
): { cell: CellKey; parts: Parts }[] {
  const crossed = dimensionsOfTable(table);
  const open = new Set(dimensions.flatMap(({ code, open }) => (open ? [code] : [])));
  const places = new Map<string, { cell: CellKey; by: string[]; given: number; shares: Shares }>();
  for (const [key, range] of ranges) {
    if (key === totalCell) continue;
    const { codes, pairs, partOf } = cutKey(key);
    if (!codes.every((code) => crossed.includes(code))) continue;
    for (const { cell, by, name, choice } of partOf) {
      let place = places.get(name);
      if (!place) {
        place = { cell, by, given: 0, shares: { collective: none, contained: none, apart: none } };
        places.set(name, place);
      }
      const listed = choice.filter((at) => open.has(codes[at]!));
      const share = shareOf(listed.map((at) => pairs[at]!.slice(codes[at]!.length + 1)));
      place.given++;
      place.shares[share] = add(place.shares[share], range);
    }
  }
  return [...places.values()].map(({ cell, by, given, shares }) => ({
    cell,
    parts: { by, given, sum: sumOf(shares) },
  }));
}
