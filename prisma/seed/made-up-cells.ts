import {
  type CellKey,
  cellsOfTable,
  type Dimension,
  dimensionsOfTable,
  parseCellKey,
} from "@/lib/domain/framework/disaggregation";
import { split } from "./random";

/** How often a category is drawn, by code; others get the last. */
const weights: Record<string, number> = {
  female: 58,
  male: 38,
  other: 0.4,
  unknown: 2,
  "0-17": 31,
  "18+": 67,
  "sexual-exploitation": 44,
  "forced-labour": 41,
  "other-forms": 13,
};

/** A made-up total, cut into the combinations of closed dimensions. */
export type Population = readonly { at: ReadonlyMap<string, string>; count: number }[];

/** The dimensions of an indicator's tables that divide people without leaving anybody out. */
export function closedDimensions(tables: readonly string[], dimensions: readonly Dimension[]): Dimension[] {
  return dimensions.filter(
    ({ code, open }) => !open && tables.some((table) => dimensionsOfTable(table).includes(code)),
  );
}

/** @param usual how often categories are drawn where that isn't as everywhere */
export function madeUpPopulation(
  total: number,
  closed: readonly Dimension[],
  random: () => number,
  usual: Readonly<Record<string, number>> = {},
): Population {
  let combinations: { at: Map<string, string>; weight: number }[] = [{ at: new Map(), weight: 1 }];
  for (const { code, categories } of closed)
    combinations = combinations.flatMap(({ at, weight }) =>
      categories.map((category) => ({
        at: new Map(at).set(code, category.code),
        weight: weight * (usual[category.code] ?? weights[category.code] ?? 1) * (0.6 + random() * 0.8),
      })),
    );
  const counts = split(
    total,
    combinations.map(({ weight }) => weight),
  );
  return combinations.map(({ at }, index) => ({ at, count: counts[index]! }));
}

/** Two groups of persons as one. Both are cut by the same dimensions. */
export const sumOf = (one: Population, other: Population): Population =>
  one.map(({ at, count }, index) => ({ at, count: count + other[index]!.count }));

/** Whom a group leaves of the population that it is a part of. */
export const differenceOf = (all: Population, part: Population): Population =>
  all.map(({ at, count }, index) => ({ at, count: count - part[index]!.count }));

/** The same persons, by fewer dimensions. */
export function populationBy(population: Population, closed: readonly Dimension[]): Population {
  const groups = new Map<string, { at: Map<string, string>; count: number }>();
  for (const { at, count } of population) {
    const kept = new Map(closed.map(({ code }) => [code, at.get(code)!]));
    const key = [...kept.values()].join();
    groups.set(key, { at: kept, count: count + (groups.get(key)?.count ?? 0) });
  }
  return [...groups.values()];
}

/** So many of a population, from nowhere more than there are; at most all of them. */
export function someOf(population: Population, wanted: number, random: () => number): Population {
  const pull = population.map(({ count }) => count * (0.85 + random() * 0.3));
  let left = wanted;
  let pullLeft = pull.reduce((sum, each) => sum + each, 0);
  let space = countOf(population);
  return population.map(({ at, count: most }, index) => {
    space -= most;
    const share = pullLeft > 0 ? Math.round((left * pull[index]!) / pullLeft) : 0;
    const count = Math.min(most, Math.max(share, left - space));
    left -= count;
    pullLeft -= pull[index]!;
    return { at, count };
  });
}

/** How many persons of a population are of all these categories; without any, all. */
export function countOf(population: Population, wanted: ReadonlyMap<string, string> = new Map()): number {
  return population
    .filter(({ at }) => [...wanted].every(([dimension, category]) => at.get(dimension) === category))
    .reduce((sum, { count }) => sum + count, 0);
}

/** The cells of an indicator's closed tables. Those that cross the same dimensions agree with one another. */
export function cellsOfPopulation(
  population: Population,
  tables: readonly string[],
  dimensions: readonly Dimension[],
): Map<CellKey, number> {
  const cells = new Map<CellKey, number>();
  const isOpen = (code: string) => dimensions.some((dimension) => dimension.code === code && dimension.open);
  for (const table of tables.filter((each) => !dimensionsOfTable(each).some(isOpen))) {
    const { interior, marginals } = cellsOfTable(table, dimensions);
    for (const key of [...interior, ...marginals]) cells.set(key, countOf(population, parseCellKey(key)!));
  }
  return cells;
}
