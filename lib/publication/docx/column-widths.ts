import { type Cell, type DocumentWords, plainText, type TableBlock } from "../document";
import { scriptRuns } from "./scripts";

// Word breaks a word that is wider than its column in the middle, without a hyphen. Widths are in twips.

/** Size of the letters of each place in points, as the styles have it. */
const letterSizes = { head: 8.5, heatHead: 7, text: 8.5, heat: 7, detail: 7 } as const;
/** Room beside the letters: the margins of a cell, and what the guess may be wrong. */
const beside = 190;
const besideHeat = 170;
/** Widths of letters as shares of their size: those of Noto Sans, rounded up. */
const widthOf = (letter: string) => (/[mwMW@%]/.test(letter) ? 0.95 : /[iljtfrI.,:;()|!']/.test(letter) ? 0.4 : 0.62);
const bold = 1.08;
/** Scripts without spaces break between words of about this many letters. */
const lettersWithoutSpaces = 9;

/** Widths of the table's columns, as their shares have it but none narrower than its longest word; they add up to the whole. */
export function columnWidths(table: TableBlock, words: DocumentWords, whole: number): number[] {
  const shares = partsOf(
    table.columns.map(({ width }) => width),
    whole,
  );
  const needs = table.columns.map((_, index) => needOf(table, index, words));
  if (needs.reduce((sum, need) => sum + need, 0) >= whole) return partsOf(needs, whole);
  const missing = shares.reduce((sum, share, index) => sum + Math.max(0, needs[index]! - share), 0);
  const spare = shares.map((share, index) => Math.max(0, share - needs[index]!));
  const allSpare = spare.reduce((sum, space) => sum + space, 0);
  // What narrow columns need, the others give in the measure in which they have it.
  const wanted = shares.map(
    (share, index) => Math.max(share, needs[index]!) - missing * (spare[index]! / allSpare || 0),
  );
  return partsOf(wanted, whole);
}

function needOf(table: TableBlock, index: number, words: DocumentWords): number {
  const isHeat = table.look === "heat" && index > 0;
  const { name, detail = "" } = table.columns[index]!;
  const head = longestWord(name) * bold * (isHeat ? letterSizes.heatHead : letterSizes.head);
  const cells = table.rows.map((row) => {
    const cell = row.kind === "cells" ? row.cells[index] : undefined;
    return cell === undefined ? 0 : needOfCell(cell, isHeat, words);
  });
  return (
    Math.ceil(Math.max(head, longestWord(detail) * letterSizes.detail, ...cells) * 20) + (isHeat ? besideHeat : beside)
  );
}

function needOfCell({ text, status, detail }: Cell, isHeat: boolean, words: DocumentWords): number {
  const size = isHeat ? letterSizes.heat : letterSizes.text;
  const statusSize = isHeat ? letterSizes.heat : letterSizes.detail;
  return Math.max(
    longestWord(plainText(text)) * size,
    status === undefined ? 0 : longestWord(words.statuses[status]) * statusSize,
    detail === undefined ? 0 : longestWord(detail) * letterSizes.detail,
  );
}

/** Width of the longest piece that can't be broken, in sizes of a letter. */
function longestWord(text: string): number {
  const pieces = text.split(/[\s\u200b-]+/).flatMap((word) => scriptRuns(word));
  return Math.max(
    0,
    ...pieces.map(({ text: piece, script }) =>
      script === "latin"
        ? [...piece].reduce((width, letter) => width + widthOf(letter), 0)
        : Math.min(piece.length, lettersWithoutSpaces) * widthOf(""),
    ),
  );
}

/** Whole parts that add up to the whole. */
function partsOf(parts: number[], whole: number): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  let used = 0;
  let past = 0;
  return parts.map((part) => {
    past += part;
    const end = Math.round((past / total) * whole);
    const width = end - used;
    used = end;
    return width;
  });
}
