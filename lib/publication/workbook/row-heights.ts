import type { Cell, CellContent } from "@/lib/exchange/xlsx/workbook";

// Heights that rows need. Programs work them out only when they show the sheet, after they have put the charts in their
// places, which then lie on the rows above them.

const usualSize = 11;
/** Characters of a column whose width nobody gave. */
const usualWidth = 10;
/** Letters with signs above and below them. */
const tall = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const tallLine = 21;
/** Letters of two columns' width, and signs of none. */
const wide = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/gu;
const widthless = /\p{Mn}/gu;

/**
 * The height of each row in points, by its number.
 * @param widths of the columns, in characters
 * @param line the points that a line of the usual size takes
 */
export function rowHeights(
  rows: readonly (readonly CellContent[])[],
  widths: readonly number[],
  line: number,
): Map<number, number> {
  const heightOf = (content: CellContent, width: number) => {
    if (content === null) return 0;
    const cell: Cell = typeof content === "string" ? { text: content } : content;
    const text = "text" in cell ? cell.text : cell.decimal;
    const size = (cell.style?.size ?? usualSize) / usualSize;
    const lines = cell.style?.wrap ? linesOf(text, (width - 1) / (cell.style.bold ? 1.1 : 1) / size) : 1;
    return Math.ceil(lines * size * (tall.test(text) ? Math.max(tallLine, line) : line));
  };
  return new Map(
    rows.map((row, index) => [
      index,
      Math.max(line, ...row.map((cell, column) => heightOf(cell, widths[column] ?? usualWidth))),
    ]),
  );
}

/** Lines that the text takes, broken between words where it has any. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let used = 0;
    lines++;
    for (const word of paragraph.split(/(?<=[\s-])/)) {
      const length = widthOf(word);
      if (used > 0 && used + length > width + 1) {
        lines++;
        used = 0;
      }
      // A word that is longer than the line is broken within.
      lines += Math.max(0, Math.ceil(length / width) - 1);
      used = used + length > width + 1 ? length % width : used + length;
    }
  }
  return lines;
}

const widthOf = (text: string) => text.length + (text.match(wide)?.length ?? 0) - (text.match(widthless)?.length ?? 0);
