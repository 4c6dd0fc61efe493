/** A dimension as its cells need it. The plan's order of dimensions is their order in a cell's key. */
export interface Dimension {
  code: string;
  /** Open lists (citizenship, country of repatriation) never hold every category. */
  open: boolean;
  categories: readonly { code: string }[];
}

/** `total`, or `dimension=category` pairs in the dimensions' order: `sex=female;age=0-17`. */
export type CellKey = string;
export const totalCell: CellKey = "total";

/** Category code by dimension code; empty for the total. */
type CellCategories = ReadonlyMap<string, string>;

const dimensionCode = "[a-z][a-zA-Z]*";
/** What can be the code of a dimension. */
export const dimensionPattern = new RegExp(`^${dimensionCode}$`);
/** What can be the code of a table: one to three dimensions, joined. */
export const tablePattern = new RegExp(`^${dimensionCode}(\\*${dimensionCode}){0,2}$`);
const pairPattern = new RegExp(`^(${dimensionCode})=([A-Za-z0-9][A-Za-z0-9+_-]*)$`);

/** The categories of a cell; undefined for what is no cell key. Whether dimensions and categories exist is not asked. */
export function parseCellKey(key: string): CellCategories | undefined {
  if (key === totalCell) return new Map();
  const categories = new Map<string, string>();
  for (const pair of key.split(";")) {
    const [, dimension, category] = pairPattern.exec(pair) ?? [];
    if (dimension === undefined || category === undefined || categories.has(dimension)) return undefined;
    categories.set(dimension, category);
  }
  return categories;
}

/**
 * The one key of a combination of categories, whatever order they are given in.
 * @throws {RangeError} for a category of a dimension that isn't among `dimensions`
 */
export function formatCellKey(categories: CellCategories, dimensions: readonly Pick<Dimension, "code">[]): CellKey {
  const pairs = dimensions.flatMap(({ code }) => {
    const category = categories.get(code);
    return category === undefined ? [] : [`${code}=${category}`];
  });
  if (pairs.length !== categories.size) throw new RangeError(`no such dimension: ${[...categories.keys()].join(", ")}`);
  return pairs.join(";") || totalCell;
}

/** The dimensions that a table crosses, in the order in which it shows them: `form*sex` gives form, sex. */
export const dimensionsOfTable = (table: string): string[] => table.split("*");

/** The cells of a table: one category of each dimension (interior), of some (marginals), of none (the total). */
interface TableCells {
  interior: CellKey[];
  marginals: CellKey[];
  total: CellKey;
}

/** @throws {RangeError} for a table of a dimension that isn't among `dimensions` */
export function cellsOfTable(table: string, dimensions: readonly Dimension[]): TableCells {
  const codes = dimensionsOfTable(table);
  let combinations: Map<string, string>[] = [new Map()];
  for (const code of codes) {
    const dimension = dimensions.find((candidate) => candidate.code === code);
    if (!dimension) throw new RangeError(`no such dimension: ${code}`);
    combinations = combinations.flatMap((cell) => [
      ...dimension.categories.map((category) => new Map(cell).set(code, category.code)),
      cell,
    ]);
  }
  const keysOf = (cells: Map<string, string>[]) => cells.map((cell) => formatCellKey(cell, dimensions));
  return {
    interior: keysOf(combinations.filter((cell) => cell.size === codes.length)),
    marginals: keysOf(combinations.filter((cell) => cell.size > 0 && cell.size < codes.length)),
    total: totalCell,
  };
}

/** Every cell that an indicator's tables have, the total first; cells that two tables share stand once. */
export function admittedCells(tables: readonly string[], dimensions: readonly Dimension[]): CellKey[] {
  const cells = tables.flatMap((table) => {
    const { marginals, interior } = cellsOfTable(table, dimensions);
    return [...marginals, ...interior];
  });
  return [...new Set([totalCell, ...cells])];
}

/** The first table that crosses all of a cell's dimensions; undefined where no table keeps the cell. Every table keeps the total. */
export function tableOfCell(categories: CellCategories, tables: readonly string[]): string | undefined {
  return tables.find((table) => {
    const crossed = dimensionsOfTable(table);
    return [...categories.keys()].every((dimension) => crossed.includes(dimension));
  });
}

/** Whether an indicator with these tables may have a value in the cell: a canonical key of known categories that a table keeps. */
export function admitsCell(key: string, tables: readonly string[], dimensions: readonly Dimension[]): boolean {
  const categories = parseCellKey(key);
  if (!categories) return false;
  if (categories.size === 0) return true;
  for (const [code, category] of categories) {
    const dimension = dimensions.find((candidate) => candidate.code === code);
    if (!dimension?.categories.some((known) => known.code === category)) return false;
  }
  return tableOfCell(categories, tables) !== undefined && formatCellKey(categories, dimensions) === key;
}
