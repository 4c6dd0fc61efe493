import { readQuantity } from "@/lib/schemas/values/number-text";

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
export function sumsIn(
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
