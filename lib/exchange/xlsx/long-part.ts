import { dayNumber, exactNumber, mostPlaces, sheetText, spelledOut } from "./limits";
import type { LongSheet } from "./workbook";

// The rows of a long sheet as XML, piece by piece. A library that builds the whole sheet first takes 600 MB for 100,000 rows.

/** Size of a piece, in characters. */
const pieceLength = 1 << 18;

/**
 * The part of a sheet with its rows in place of the pattern row, which has one empty cell a number of places, and one
 * for days: from those come the numbers of the styles.
 * @throws RangeError if the part has no pattern row
 */
export function* longPart(part: string, sheet: LongSheet): Generator<string> {
  const pattern = /<row r="2"[^>]*>(.*?)<\/row>/s.exec(part);
  const styles = [...(pattern?.[1] ?? "").matchAll(/ s="(\d+)"/g)].map(([, style]) => style!);
  if (!pattern || styles.length !== mostPlaces + 2)
    throw new RangeError(`The sheet "${sheet.name}" has no pattern row`);
  const letters = sheet.columns.map((_, index) => columnName(index));
  let piece = part.slice(0, pattern.index);
  for (let index = 0; index < sheet.rowCount; index++) {
    piece += rowXml(sheet, index, letters, styles);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield piece + part.slice(pattern.index + pattern[0].length);
}

function rowXml(sheet: LongSheet, index: number, letters: string[], styles: string[]): string {
  const number = index + 2;
  let xml = `<row r="${number}">`;
  const cells = sheet.row(index);
  for (let column = 0; column < letters.length; column++) {
    const text = sheetText(cells[column] ?? "");
    if (text === "") continue;
    const exact = numberIn(text, sheet.columns[column]!.kind);
    xml += exact
      ? `<c r="${letters[column]}${number}" s="${styles[exact.style]}"><v>${exact.value}</v></c>`
      : `<c r="${letters[column]}${number}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

/** The number that a text becomes in a column of its kind, and the style's place in the pattern row. */
function numberIn(text: string, kind: LongSheet["columns"][number]["kind"]): { value: number; style: number } | null {
  if (kind === "number") {
    const exact = exactNumber(text);
    return exact && { value: exact.value, style: exact.places };
  }
  const day = kind === "date" ? dayNumber(text) : null;
  return day === null ? null : { value: day, style: mostPlaces + 1 };
}

const special: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string) => spelledOut(text).replace(/[&<>]/g, (character) => special[character]!);

/** `A`, `Z`, `AA` */
export function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
}
