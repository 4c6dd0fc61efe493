import { parseCellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { collectiveCategories } from "@/lib/domain/values/parts-sum";
import type { Value } from "@/lib/domain/values/value";
import { costOfHiding } from "./cost-of-hiding";
import { isMissing } from "./counts";
import type { Earlier, Increment, LinkedValue, LinkedValues, Sum } from "./linked-values";

/** Where a value stands: a reporting unit's cell in a period. Codes and keys, as in URLs and files. */
export interface ValuePlace {
  unit: string;
  period: string;
  /** `total`, or pairs such as `sex=female;age=0-17`. */
  cell: string;
  /** The results version of a value that since gave way to another: 12. Left out for the present one. */
  version?: number;
}

export interface TableValue extends ValuePlace, Earlier {
  value: Value | undefined;
  /**
   * For a regional value: the countries that it adds up, each with the period that its value is of (an earlier one
   * where it was carried forward).
   */
  addsUp?: readonly { unit: string; period: string }[];
}

/** All values of one indicator version, for every unit and period that a reader can see. */
export interface IndicatorValues {
  countsPersons: boolean;
  /** Counted from the plan's start, so that two periods can be subtracted. */
  isCumulative: boolean;
  /** The periods in their order. A baseline that isn't 0 is a period of its own, in front. */
  periods: readonly string[];
  values: readonly TableValue[];
}

export function valueId({ unit, period, cell, version }: ValuePlace): string {
  return `${unit}|${period}|${cell}${version === undefined ? "" : `@${version}`}`;
}

/** The place that an id names. @throws {RangeError} for what is no id */
export function placeOfValue(id: string): ValuePlace {
  const [unit, period, rest, ...more] = id.split("|");
  if (!unit || !period || !rest || more.length > 0) throw new RangeError(`no value's id: ${id}`);
  const [cell = "", version] = rest.split("@");
  return { unit, period, cell, ...(version !== undefined && { version: Number(version) }) };
}

/** A cell one dimension coarser, and the category that was left out. */
interface Step {
  parent: string;
  dimension: string;
  category: string;
}

function stepsUp(cell: string): Step[] {
  const pairs = [...(parseCellKey(cell) ?? [])];
  return pairs.map(([dimension, category], left) => {
    const rest = pairs.filter((_, index) => index !== left).map(([code, value]) => `${code}=${value}`);
    return { parent: rest.join(";") || totalCell, dimension, category };
  });
}

/**
 * All cells that a unit's reported cells imply, reported or not: every combination of the categories that it uses, and
 * all coarser cells. What isn't reported ties tables together all the same.
 */
function impliedCells(cells: readonly string[]): Set<string> {
  const categories = new Map<string, Set<string>>();
  const crossed = new Map<string, string[]>();
  for (const cell of cells) {
    const pairs = [...(parseCellKey(cell) ?? [])];
    crossed.set(
      pairs.map(([dimension]) => dimension).join("*"),
      pairs.map(([dimension]) => dimension),
    );
    for (const [dimension, category] of pairs) {
      categories.set(dimension, (categories.get(dimension) ?? new Set()).add(category));
    }
  }
  const all = new Set(cells);
  for (const dimensions of crossed.values()) {
    let keys: string[][] = [[]];
    for (const dimension of dimensions) {
      keys = keys.flatMap((key) =>
        [...categories.get(dimension)!].map((category) => [...key, `${dimension}=${category}`]),
      );
    }
    for (const key of keys) all.add(key.join(";") || totalCell);
  }
  for (const cell of all) for (const { parent } of stepsUp(cell)) all.add(parent);
  return all;
}

/**
 * The sums in the cells of one unit and period: each cell along each dimension that splits it. Where a collective
 * category (abroad) stands beside what it may contain (countries), the total may be meant without the one or the other,
 * and the collective category may be the sum of the countries.
 */
function sumsOfCells(cells: ReadonlySet<string>): Sum[] {
  const splits = new Map<string, { total: string; parts: { cell: string; category: string }[] }>();
  for (const cell of cells)
    for (const { parent, dimension, category } of stepsUp(cell)) {
      const split = splits.get(`${parent} ${dimension}`) ?? { total: parent, parts: [] };
      split.parts.push({ cell, category });
      splits.set(`${parent} ${dimension}`, split);
    }
  return [...splits.values()].flatMap(({ total, parts }) => {
    const keep = (passes: (category: string) => boolean) =>
      parts.filter(({ category }) => passes(category)).map(({ cell }) => cell);
    const isCollective = (category: string) => collectiveCategories.has(category);
    const collective = keep(isCollective);
    const contained = keep((category) => !isCollective(category) && category !== "unknown");
    const apart = keep((category) => category === "unknown");
    const sums: Sum[] = [{ total, parts: parts.map(({ cell }) => cell) }];
    if (collective.length === 0 || contained.length === 0) return sums;
    return [
      ...sums,
      { total, parts: [...collective, ...apart], isTentative: true },
      { total, parts: [...contained, ...apart], isTentative: true },
      ...collective.map((each) => ({ total: each, parts: contained, isTentative: true })),
    ];
  });
}

/**
 * Ties the values of an indicator by all that a reader may add and subtract: the cells of every table, the countries
 * under a regional value, and for a cumulative indicator any two periods.
 * @throws {RangeError} for a period that isn't listed, or a regional value over a value that isn't given
 */
export function linkValues({ countsPersons, isCumulative, periods, values }: IndicatorValues): LinkedValues {
  const linked = new Map<string, LinkedValue>();
  const sums: Sum[] = [];
  const depthOf = (cell: string) => parseCellKey(cell)?.size ?? 0;
  const deepest = values.reduce((most, { cell }) => Math.max(most, depthOf(cell)), 0);
  const regions = new Set(values.flatMap(({ unit, addsUp }) => (addsUp ? [unit] : [])));
  const dimensions = [...new Set(values.flatMap(({ cell }) => [...(parseCellKey(cell)?.keys() ?? [])]))];
  const linkedAt = (place: ValuePlace, value: Value | undefined, before: Earlier = {}): LinkedValue => {
    const categories = parseCellKey(place.cell);
    const { unit, period, version } = place;
    const { earlier, bounds, toldLeast, stoodUnder, isWithheld } = before;
    return {
      id: valueId(place),
      value,
      ...costOfHiding(place.cell, deepest, regions.has(place.unit)),
      isTotal: place.cell === totalCell,
      table: version === undefined ? period : `${period}@${version}`,
      along: [regions.has(unit) ? "" : unit, ...dimensions.map((dimension) => categories?.get(dimension) ?? "")],
      ...(earlier && { earlier }),
      ...(bounds && { bounds }),
      ...(toldLeast !== undefined && { toldLeast }),
      ...(stoodUnder && { stoodUnder }),
      ...(isWithheld && { isWithheld }),
    };
  };

  const tables = new Map<string, TableValue[]>();
  for (const each of values) {
    if (!periods.includes(each.period)) throw new RangeError(`no such period: ${each.period}`);
    const table = valueId({ ...each, cell: "" });
    tables.set(table, [...(tables.get(table) ?? []), each]);
    linked.set(valueId(each), linkedAt(each, each.value, each));
  }

  for (const table of tables.values()) {
    const place = table[0]!;
    // Regional values are tied by their countries; among each other they may add up different ones.
    if (regions.has(place.unit)) continue;
    const cells = impliedCells(table.map(({ cell }) => cell));
    const idOf = (cell: string) => valueId({ ...place, cell });
    for (const cell of cells) {
      if (!linked.has(idOf(cell))) linked.set(idOf(cell), linkedAt({ ...place, cell }, undefined));
    }
    for (const sum of sumsOfCells(cells)) sums.push({ ...sum, total: idOf(sum.total), parts: sum.parts.map(idOf) });
  }

  for (const { addsUp, ...place } of values) {
    if (!addsUp) continue;
    const parts = addsUp.map((part) => valueId({ ...part, cell: place.cell }));
    sums.push({ total: valueId(place), parts });
  }

  const increments = isCumulative ? incrementsOf(periods, values) : [];
  return { countsPersons, values: [...linked.values()], sums, increments };
}

/** Any two periods, not only neighbours: a hidden year between two others leaves the increment over both. */
function incrementsOf(periods: readonly string[], values: readonly TableValue[]): Increment[] {
  const byCell = new Map<string, TableValue[]>();
  for (const each of values) {
    if (isMissing(each.value)) continue;
    const cell = valueId({ ...each, period: "" });
    byCell.set(cell, [...(byCell.get(cell) ?? []), each]);
  }
  return [...byCell.values()].flatMap((cell) => {
    const inOrder = [...cell].sort((a, b) => periods.indexOf(a.period) - periods.indexOf(b.period));
    const idOf = (index: number) => valueId(inOrder[index]!);
    return inOrder.flatMap((_, from) =>
      inOrder.slice(from + 1).map((_, gap) => ({ from: idOf(from), to: idOf(from + 1 + gap), steps: gap + 1 })),
    );
  });
}
