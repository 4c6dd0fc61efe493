import { type Cell, type WriteSheet, writeXlsx } from "hucre";
import { exactNumber, numberFormat, sheetText, spelledOut } from "../xlsx/limits";
import { columnName } from "../xlsx/long-part";
import { styleOf } from "../xlsx/style";
import type { CellStyle } from "../xlsx/workbook";
import { columnMark, fieldsOf, isField, keyColumn, rowKey } from "./columns";
import type { ReportFile, ReportFileRow, ReportSheet } from "./report-file";
import { digest, stampName, stampText } from "./stamp";
import { type ListPlaces, validationsOf } from "./validations";

/** Rows above the first cell of the report: title, lead, notice, the columns' heads, and their names out of sight. */
const headRows = 5;

const widths: Readonly<Record<string, number>> = { code: 10, title: 44, unit: 14, limits: 30, comment: 40, reason: 22 };
const usualWidth = 15;

const colours = { head: "#0f5a5e", headInk: "#ffffff", field: "#fff7d6", edge: "#8a94a0", closed: "#edf0f3" };

const protection: NonNullable<WriteSheet["protection"]> = {
  sheet: true,
  // Permissions: whoever reads may widen a column, and look at any cell.
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatColumns: true,
  formatRows: true,
};

/**
 * The report as a workbook: a sheet for each goal and each table, locked but for what may be filled in, and a hidden one that
 * says what it is and which revision each cell had.
 * @throws RangeError for a text that is longer than a cell
 */
export async function writeReportWorkbook(file: ReportFile): Promise<Uint8Array> {
  const { places, lists } = listsOf(file);
  return writeXlsx({
    sheets: [...file.sheets.map((sheet) => sheetOf(sheet, file, places)), stampSheet(file, lists)],
    properties: {
      title: sheetText(file.title),
      description: sheetText(`${file.lead} ${file.notice}`.trim()),
      creator: sheetText(file.author),
      created: new Date(`${file.createdOn}T00:00:00Z`),
      modified: new Date(`${file.createdOn}T00:00:00Z`),
      custom: { [stampName]: stampText(file.stamp) },
    },
    defaultFont: { name: file.font, size: 11 },
    workbookProtection: { lockStructure: true },
  });
}

function sheetOf(sheet: ReportSheet, file: ReportFile, places: ListPlaces): WriteSheet {
  const { columns, rows } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  const put = (row: number, column: number, text: string, style: CellStyle = {}, more: Partial<Cell> = {}) =>
    cells.set(`${row},${column}`, { value: plainText(text), style: styleOf(style, file.font), ...more });
  put(0, 0, sheet.title, { bold: true, size: 14 });
  put(1, 0, file.lead);
  put(2, 0, file.notice, { italic: true });
  for (const [column, name] of columns.entries()) {
    put(3, column, sheet.heads[name] ?? file.heads[name] ?? "", {
      bold: true,
      fill: colours.head,
      ink: colours.headInk,
      wrap: true,
    });
    put(4, column, columnMark + name);
  }
  for (const [index, row] of rows.entries())
    for (const [column, name] of columns.entries())
      cells.set(`${index + headRows},${column}`, cellOf(row, name, file.font));
  return {
    name: sheet.name,
    columns: columns.map((name) => ({
      width: widths[name] ?? usualWidth,
      ...(name === keyColumn && { hidden: true }),
    })),
    cells,
    rowDefs: new Map([[4, { hidden: true }]]),
    freezePane: { rows: headRows, columns: 2 },
    dataValidations: validationsOf(sheet, file.words, places, headRows),
    protection,
    view: { showGridLines: false },
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function cellOf(row: ReportFileRow, column: string, font: string): Partial<Cell> {
  if (column === keyColumn) return { value: rowKey(row.indicator, row.cell) };
  if (!isField(column)) {
    const cell: Partial<Cell> = {
      value: plainText(row.shown[column] ?? ""),
      style: styleOf({ wrap: true, top: true, edge: colours.closed }, font),
    };
    return column === "title" && row.note !== "" ? { ...cell, comment: { text: sheetText(row.note) } } : cell;
  }
  const text = row.fields[column] ?? "";
  if (!isOpen(row, column))
    return { value: plainText(text), style: styleOf({ fill: colours.closed, edge: colours.closed, top: true }, font) };
  const isWords = row.rules.type === "narrative" && column === "value";
  const look: CellStyle = { fill: colours.field, edge: colours.edge, top: true, wrap: isWords || column === "reason" };
  const number = isWords ? null : exactNumber(text);
  const style = { ...styleOf(look, font, numberFormatOf(row, column)), protection: { locked: false } };
  return { value: number ? number.value : plainText(text), style };
}

/** Typed numbers stay what they are; a text stays one, so that no date is made of `1/5`. */
function numberFormatOf({ rules }: ReportFileRow, column: string): string {
  if (column === "reason" || rules.type === "narrative" || rules.type === "yesNo" || rules.type === "milestone")
    return "@";
  return rules.decimals === 0 ? "#,##0" : `${numberFormat(0, true)}.${"#".repeat(Math.min(rules.decimals, 14))}`;
}

const plainText = (text: string): string | null => (text === "" ? null : spelledOut(sheetText(text)));

const isOpen = ({ mayEnter, rules }: ReportFileRow, column: string): boolean =>
  mayEnter && fieldsOf(rules.type).some((name) => name === column);

/** Answers to choose from stand in the hidden sheet, behind what it says of each cell. */
const firstList = 6;

function listsOf({ words, sheets }: ReportFile): { places: ListPlaces; lists: string[][] } {
  const lists: string[][] = [];
  const place = (answers: readonly string[]): string => {
    let index = lists.findIndex((known) => JSON.stringify(known) === JSON.stringify(answers));
    if (index < 0) index = lists.push([...answers]) - 1;
    const letter = columnName(firstList + index);
    return `'${stampName}'!$${letter}$1:$${letter}$${answers.length}`;
  };
  const places: ListPlaces = {
    yesNo: place([words.yes, words.no]),
    reasons: place(words.reasons),
    steps: new Map(),
  };
  for (const { indicator, steps } of sheets.flatMap(({ rows }) => rows))
    if (steps.length > 0 && !places.steps.has(indicator)) places.steps.set(indicator, place(steps));
  return { places, lists };
}

/** How each column is headed, on whichever sheets it stands: heads that changed places would lead to the wrong fields. */
function headRowsOf({ sheets, heads }: ReportFile): string[][] {
  const marks = new Map<string, Set<string>>();
  for (const sheet of sheets)
    for (const name of sheet.columns)
      marks.set(name, (marks.get(name) ?? new Set()).add(digest(sheet.heads[name] ?? heads[name] ?? "")));
  return [...marks].map(([name, own]) => [columnMark + name, "0", "", [...own].join(" ")]);
}

function stampSheet(file: ReportFile, lists: readonly string[][]): WriteSheet {
  const rows = file.sheets.flatMap(({ columns, rows }) =>
    rows.map((row): string[] => {
      const open = columns.filter((column) => isOpen(row, column));
      const closed = columns.filter((column) => column !== keyColumn && !open.includes(column));
      const digests = closed.map((column) => digest((isField(column) ? row.fields[column] : row.shown[column]) ?? ""));
      return [rowKey(row.indicator, row.cell), String(row.revision), open.join(" "), digests.join(" ")];
    }),
  );
  const all = [[stampName, stampText(file.stamp)], ...headRowsOf(file), ...rows];
  const length = Math.max(all.length, ...lists.map((list) => list.length));
  const cells = new Map<string, Partial<Cell>>();
  for (let row = 0; row < length; row++) {
    for (const [column, text] of (all[row] ?? []).entries()) cells.set(`${row},${column}`, { value: plainText(text) });
    for (const [column, list] of lists.entries())
      if (row < list.length) cells.set(`${row},${firstList + column}`, { value: plainText(list[row] ?? "") });
  }
  // One that is only hidden is a click away in Excel.
  return { name: stampName, cells, veryHidden: true, protection };
}
