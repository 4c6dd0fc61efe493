import type { Cell as HucreCell, WriteSheet } from "hucre";
import { exactNumber, numberFormat, sheetText, spelledOut } from "./limits";
import { columnName } from "./long-part";
import { rgbOf, styleOf } from "./style";
import type { Area, Cell, CellContent, DrawnSheet } from "./workbook";

/** What the library writes as an error of calculation, though it was a text. */
const errorTexts = /^#(VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

export function drawnSheet({ rows, widths, heights, filter, tab }: DrawnSheet, font: string): Partial<WriteSheet> {
  const cells: WriteSheet["cells"] = new Map();
  for (const [row, contents] of rows.entries()) {
    for (const [column, content] of contents.entries()) {
      if (content !== null) cells.set(`${row},${column}`, cellOf(content, font));
    }
  }
  return {
    columns: widths.map((width) => ({ width })),
    cells,
    ...(heights && { rowDefs: new Map([...heights].map(([row, height]) => [row, { height }])) }),
    ...(filter && { autoFilter: { range: areaName(filter) } }),
    view: { showGridLines: false, ...(tab && { tabColor: { rgb: rgbOf(tab) } }) },
  };
}

function cellOf(content: Exclude<CellContent, null>, font: string): Partial<HucreCell> {
  if (typeof content === "string") return textCell({ text: content }, font);
  if ("text" in content) return textCell(content, font);
  const exact = exactNumber(content.decimal);
  if (exact === null) return textCell({ text: content.decimal, style: { align: "right", ...content.style } }, font);
  const places = Math.max(exact.places, content.places ?? 0);
  return {
    value: exact.value,
    style: styleOf(content.style ?? {}, font, numberFormat(places, content.grouped === true)),
  };
}

function textCell({ text, style, link }: Extract<Cell, { text: string }>, font: string): Partial<HucreCell> {
  const clean = spelledOut(sheetText(text));
  return {
    ...(errorTexts.test(clean) ? { richText: [{ text: clean }] } : { value: clean === "" ? null : clean }),
    ...(style && { style: styleOf(style, font) }),
    ...(link !== undefined && { hyperlink: { target: "", location: `'${link.replaceAll("'", "''")}'!A1` } }),
  };
}

/** `B2:D9` */
const areaName = ({ firstRow, firstColumn, lastRow, lastColumn }: Area): string =>
  `${columnName(firstColumn)}${firstRow + 1}:${columnName(lastColumn)}${lastRow + 1}`;
