import {
  type CellKey,
  cellsOfTable,
  type Dimension,
  dimensionsOfTable,
  parseCellKey,
} from "@/lib/domain/disaggregation";
import { randomFor, split } from "./random";

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
  khm: 9,
  chn: 4,
  lao: 8,
  mmr: 16,
  tha: 9,
  vnm: 9,
};
const OPEN_LIST_LENGTH = 7;

/**
 * Cuts a made-up total into the cells of an indicator's tables. Tables that cross the same dimensions agree with one
 * another; open lists name a few countries and leave a rest out, as real files do.
 */
export function madeUpCells(
  seed: string,
  total: number,
  tables: readonly string[],
  dimensions: readonly Dimension[],
): Map<CellKey, number> {
  const random = randomFor(seed);
  const cells = new Map<CellKey, number>();
  const used = dimensions.filter((dimension) =>
    tables.some((table) => dimensionsOfTable(table).includes(dimension.code)),
  );
  const closed = used.filter((dimension) => !dimension.open);
  const joint = closed.length > 0 ? jointCounts(total, closed, random) : [];
  for (const table of tables) {
    const [only] = dimensionsOfTable(table);
    const open = used.find((dimension) => dimension.open && dimension.code === only);
    if (open) {
      const listed = open.categories.slice(0, OPEN_LIST_LENGTH);
      const parts = split(
        Math.round(total * (0.9 + random() * 0.1)),
        listed.map(({ code }) => (weights[code] ?? 1) * (0.2 + random())),
      );
      for (const [index, { code }] of listed.entries())
        if (parts[index]! > 0) cells.set(`${open.code}=${code}`, parts[index]!);
      continue;
    }
    const { interior, marginals } = cellsOfTable(table, dimensions);
    for (const key of [...interior, ...marginals]) {
      const wanted = parseCellKey(key)!;
      const count = joint
        .filter(({ at }) => [...wanted].every(([dimension, category]) => at.get(dimension) === category))
        .reduce((sum, { count }) => sum + count, 0);
      if (count > 0 || wanted.size < 3) cells.set(key, count);
    }
  }
  return cells;
}

function jointCounts(total: number, dimensions: readonly Dimension[], random: () => number) {
  let combinations: { at: Map<string, string>; weight: number }[] = [{ at: new Map(), weight: 1 }];
  for (const { code, categories } of dimensions)
    combinations = combinations.flatMap(({ at, weight }) =>
      categories.map((category) => ({
        at: new Map(at).set(code, category.code),
        weight: weight * (weights[category.code] ?? 1) * (0.6 + random() * 0.8),
      })),
    );
  const counts = split(
    total,
    combinations.map(({ weight }) => weight),
  );
  return combinations.map(({ at }, index) => ({ at, count: counts[index]! }));
}
