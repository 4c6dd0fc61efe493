import { readQuantity } from "@/lib/schemas/values/number-text";
import type { NotPasted } from "@/lib/schemas/values/tab-memory";
import { isValueText, isWord, sidesOfShare } from "./paste";

/** What a line or a column of sums is called, in either language of a page: a table may come from a colleague's. */
export const sumNames = ["Sum", "Total", "Grand total", "All", "ผลรวม", "รวม", "รวมทั้งหมด", "รวมทั้งสิ้น", "ทั้งหมด"];

/** What the rows and columns of a table of parts go by: names on this page, and codes. */
export interface PartNames {
  rows: readonly (readonly string[])[];
  columns: readonly (readonly string[])[];
}

interface PartsPlan<Cell> {
  filled: { cell: Cell; text: string }[];
  not: NotPasted[];
}

/** NaN for what is no plain number. */
function amountOf(text: string): number {
  const read = readQuantity(text, { decimals: 9 });
  if (!read) return 0;
  return "quantity" in read && "exact" in read.quantity ? Number(read.quantity.exact) : Number.NaN;
}

/** The last of them is the sum of those before it; a blank one at the corner of a table isn't asked. */
function addsUp(texts: readonly string[], isCorner: boolean): boolean {
  const last = texts.at(-1) ?? "";
  const sum = texts.slice(0, -1).reduce((before, text) => before + amountOf(text), 0);
  return (isCorner && last === "") || Math.abs(sum - amountOf(last)) < 1e-6;
}

/** Of two numbers at least that aren't 0: a sum of one repeats it, which is nothing unusual. */
const isTrueSum = (texts: readonly string[]): boolean =>
  texts.slice(0, -1).filter((text) => amountOf(text) > 0).length > 1;

/**
 * Where the sums of a range without their names stand: its last line and its last column, where both add up; or one of them
 * alone, where it does so all along, and twice at least of numbers that aren't 0. Once may be a category's own numbers that
 * happen to add up. Sums that come to stand on the table's own have their place.
 * @param perCell columns that one cell takes
 * @returns the line, and the first column, that go nowhere
 */
function sumsIn(
  lines: readonly (readonly string[])[],
  grid: readonly (readonly unknown[])[],
  [row, column]: readonly [number, number],
  perCell: number,
): { line: number; column: number } {
  const height = lines.length;
  const width = Math.max(...lines.map(({ length }) => length));
  const edge = width - perCell;
  const none = { line: -1, column: width };
  // Numbers of a single part are repeated by a sum, which nobody can tell from the next part's.
  if (height < 2 || edge < perCell || width % perCell > 0 || (height === 2 && edge === perCell)) return none;
  const across = Array.from({ length: width }, (_, at) => lines.map((columns) => columns[at] ?? ""));
  const along = lines.map((_, at) =>
    Array.from({ length: perCell }, (_, side) =>
      across.filter((_, index) => index % perCell === side).map((texts) => texts[at]!),
    ),
  );
  const areSums =
    across.every((texts, at) => addsUp(texts, at >= edge)) &&
    along.every((sides, at) => sides.every((texts) => addsUp(texts, at === height - 1))) &&
    across.some((texts) => amountOf(texts.at(-1)!) > 0);
  const isAlone = (all: readonly (readonly string[])[]) =>
    all.every((texts) => addsUp(texts, false)) && all.filter(isTrueSum).length > 1;
  const hasLine = areSums || isAlone(across);
  const hasColumn = areSums || isAlone(along.flat());
  const [first = [], last = first] = [grid[0], grid.at(-1)];
  // The table's own sums have no field at their corner.
  const hasEdges = last.length < first.length;
  return {
    line: !hasLine || (hasEdges && row + height === grid.length) ? none.line : height - 1,
    column: !hasColumn || (hasEdges && column + width === first.length) ? none.column : edge,
  };
}

/**
 * Where a range brings the names of rows or columns, what goes where by these: counted off from the hand, numbers would stand
 * under another sex or age. A name that the table doesn't have leaves all of it out.
 * @param grid the fields, `perCell` of them a cell
 * @returns null where it brings none
 */
export function planByNames<Cell>(
  lines: readonly (readonly string[])[],
  grid: readonly (readonly Cell[])[],
  [row, column]: readonly [number, number],
  code: string,
  names: PartNames,
  perCell: number,
): PartsPlan<Cell> | null {
  const indexIn = (all: PartNames["rows"], text: string) =>
    all.findIndex((each) => each.some((name) => isWord(name, text)));
  const isName = (text: string) => {
    if (text === "" || /^[\p{Nd}\s.,]+$/u.test(text)) return false;
    const isKnown = indexIn(names.rows, text) >= 0 || indexIn(names.columns, text) >= 0;
    return isKnown || !(isValueText(text) || sidesOfShare(text));
  };
  const [head = []] = lines;
  const isSingle = lines.every(({ length }) => length < 2);
  const hasHead = isSingle ? isName(head[0] ?? "") : head.slice(1).some(isName);
  const body = lines.slice(hasHead ? 1 : 0);
  const hasSide = !isSingle && body.some(([first = ""]) => isName(first));
  if (!hasHead && !hasSide) return null;
  const side = hasSide ? 1 : 0;
  const numbers = body.map((columns) => columns.slice(side));
  const sums = sumsIn(numbers, grid, [row, column], perCell);
  const unknown: string[] = [];
  const place = (all: PartNames["rows"], text: string, taken: readonly (number | null)[], space: number) => {
    const at = indexIn(all, text) * space;
    if (at < 0 || taken.includes(at)) unknown.push(text);
    return at;
  };
  const across: (number | null)[] = [];
  for (const [index, text] of head.slice(side).entries()) {
    const before = across[index - 1] ?? null;
    if (!hasHead) across.push(column + index);
    else if (text !== "") across.push(place(names.columns, text, across, perCell));
    // The name of a share stands over both of its numbers.
    else across.push(before !== null && before % perCell < perCell - 1 ? before + 1 : null);
  }
  const down: (number | null)[] = [];
  for (const [index, [first = "", ...others]] of body.entries()) {
    if (!hasSide) down.push(index === sums.line ? null : row + index);
    else if (first !== "" || others.some(Boolean)) down.push(place(names.rows, first, down, 1));
    else down.push(null);
  }
  const line = hasHead ? 2 : 1;
  if (unknown.length > 0)
    return { filled: [], not: [{ line: 1, text: unknown.filter(Boolean).join(" | "), code, because: "noCategory" }] };
  const plan: PartsPlan<Cell> = { filled: [], not: [] };
  for (const [index, columns] of numbers.entries()) {
    const cells = grid[down[index] ?? -1];
    const over: string[] = [];
    for (const [at, text] of columns.entries()) {
      const target = hasHead ? (across[at] ?? -1) : at < sums.column ? column + at : -1;
      const sides = (perCell > 1 && target % perCell === 0 && sidesOfShare(text)) || [text];
      const isPlace = cells?.[target + sides.length - 1] !== undefined;
      if (text === "") continue;
      if (isPlace) plan.filled.push(...sides.map((each, side) => ({ cell: cells[target + side]!, text: each })));
      else over.push(text);
    }
    if (over.length === 0) continue;
    const isSum = (!hasSide && index === sums.line) || (!hasHead && sums.column < columns.length);
    const because = isSum ? "sum" : cells ? "noColumn" : "noPart";
    plan.not.push({ line: index + line, text: over.join(" | "), code, because });
  }
  return plan;
}

/**
 * Which text of a range goes where in a table of parts, from the corner where the hand is. Blank ones change nothing;
 * those outside have no place, and nor have the range's own sums.
 */
export function planParts<Cell>(
  lines: readonly string[][],
  grid: readonly (readonly Cell[])[],
  [row, column]: readonly [number, number],
  code: string,
  perCell = 1,
): PartsPlan<Cell> {
  const sums = sumsIn(lines, grid, [row, column], perCell);
  const filled: { cell: Cell; text: string }[] = [];
  const not: NotPasted[] = [];
  lines.forEach((columns, down) => {
    const cells = down === sums.line ? undefined : grid[row + down];
    const over: string[] = [];
    columns.forEach((text, across) => {
      const cell = across < sums.column ? cells?.[column + across] : undefined;
      if (text === "") return;
      if (cell === undefined) over.push(text);
      else filled.push({ cell, text });
    });
    if (over.length === 0) return;
    const isSum = down === sums.line || sums.column < columns.length;
    not.push({ line: down + 1, text: over.join(" | "), code, because: isSum ? "sum" : cells ? "noColumn" : "noPart" });
  });
  return { filled, not };
}
