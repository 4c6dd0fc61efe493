import { FileRefusal } from "../import/file-refusal";
import { columnName } from "../xlsx/long-part";
import type { OpenWorkbook } from "../xlsx/read/open-workbook";
import type { SheetCell, SheetRow } from "../xlsx/read/read-sheet";
import { columnMark, type FieldName, fieldNames, isField, keyColumn, placeOfKey } from "./columns";
import type { ReportStamp } from "./report-file";
import type { EnteredField, ReportEntry, ReportUpload } from "./report-upload";
import { digest, readStamp, stampName } from "./stamp";

/** The names of columns stand this far down at most. */
const mostHeadRows = 30;

/** What the hidden sheet says of a cell. */
interface StampedCell {
  revision: number;
  open: readonly FieldName[];
  digests: readonly string[];
}

interface Stamped {
  stamp: ReportStamp;
  cells: ReadonlyMap<string, StampedCell>;
}

const broken = () => new FileRefusal("reportStampBroken", {});

export const isReportWorkbook = ({ sheets, properties }: OpenWorkbook): boolean =>
  properties.has(stampName) || sheets.some(({ name }) => name === stampName);

/**
 * Reads a report's workbook as somebody sent it back. Only what may be filled in is read; all else is compared with what the
 * hidden sheet says of it, and named where it was changed.
 * @throws FileRefusal reportStampBroken, and what reading sheets throws
 */
export function readReportWorkbook({ sheets, properties }: OpenWorkbook): ReportUpload {
  const hidden = sheets.find(({ name }) => name === stampName);
  const stamped = hidden && stampedOf(rowsOf(hidden));
  const property = properties.get(stampName);
  if (!stamped || (property !== undefined && !isSame(readStamp(property), stamped.stamp))) throw broken();
  const upload: ReportUpload = { stamp: stamped.stamp, entries: [], touched: [] };
  for (const sheet of sheets) if (sheet !== hidden) readGrid(sheet, stamped, upload);
  return upload;
}

function rowsOf(sheet: OpenWorkbook["sheets"][number]): SheetRow[] {
  const rows: SheetRow[] = [];
  sheet.read((row) => rows.push(row));
  return rows;
}

const isSame = (one: ReportStamp | null, other: ReportStamp): boolean =>
  one !== null && JSON.stringify(one) === JSON.stringify(other);

function stampedOf([head, ...rows]: readonly SheetRow[]): Stamped | null {
  const textOf = (row: SheetRow | undefined, column: number) => row?.cells[column]?.text ?? "";
  const stamp = textOf(head, 0) === stampName ? readStamp(textOf(head, 1)) : null;
  if (!stamp) return null;
  const cells = new Map<string, StampedCell>();
  for (const row of rows) {
    const key = textOf(row, 0);
    if (key === "") continue;
    const revision = textOf(row, 1);
    if (!/^\d{1,9}$/.test(revision)) return null;
    cells.set(key, {
      revision: Number(revision),
      open: textOf(row, 2).split(" ").filter(isField),
      digests: textOf(row, 3).split(" "),
    });
  }
  return { stamp, cells };
}

function readGrid(sheet: OpenWorkbook["sheets"][number], stamped: Stamped, upload: ReportUpload): void {
  let columns: ReadonlyMap<string, number> | null = null;
  sheet.read((row) => {
    if (columns) readRow(sheet.name, row, columns, stamped, upload);
    else if (row.number <= mostHeadRows) columns = columnsIn(row);
  });
}

/** Where each column stands, wherever somebody moved it; null for a row that doesn't say so. */
function columnsIn({ cells }: SheetRow): Map<string, number> | null {
  const columns = new Map<string, number>();
  for (const [index, cell] of cells.entries())
    if (cell?.text.startsWith(columnMark)) {
      const name = cell.text.slice(columnMark.length);
      if (columns.has(name)) throw broken();
      columns.set(name, index);
    }
  return columns.has(keyColumn) ? columns : null;
}

function readRow(
  sheet: string,
  { number, cells }: SheetRow,
  columns: ReadonlyMap<string, number>,
  { cells: known }: Stamped,
  { entries, touched }: ReportUpload,
): void {
  const cellOf = (column: string): SheetCell | undefined => cells[columns.get(column) ?? -1];
  const placeOf = (column: string) => `${columnName(columns.get(column) ?? 0)}${number}`;
  const key = cellOf(keyColumn)?.text ?? "";
  const place = placeOfKey(key);
  const stamped = known.get(key);
  if (!place || !stamped) {
    const filled = fieldNames.find((field) => cellOf(field));
    if (filled || key !== "") touched.push({ sheet, at: filled ? placeOf(filled) : placeOf(keyColumn) });
    return;
  }
  const closed = [...columns.keys()].filter((name) => name !== keyColumn && !stamped.open.includes(name as FieldName));
  for (const [index, column] of closed.entries())
    if (digest(cellOf(column)?.text ?? "") !== stamped.digests[index]) touched.push({ sheet, at: placeOf(column) });
  if (stamped.open.length === 0) return;
  const fields: ReportEntry["fields"] = {};
  for (const field of stamped.open) {
    const cell = cellOf(field);
    if (cell && (cell.formula !== null || cell.text.trim() !== "")) fields[field] = fieldOf(cell, placeOf(field));
  }
  const at = placeOf(stamped.open[0] ?? keyColumn);
  entries.push({ ...place, revision: stamped.revision, sheet, at, fields, open: stamped.open });
}

/** Formulas that reach beyond the workbook, to another file or a program. */
const reachingOut = /[[\]|]|\b(dde|webservice|call|hyperlink|indirect|rtd)\s*\(/i;

function fieldOf({ text, kind, formula }: SheetCell, at: string): EnteredField {
  if (formula !== null)
    return { text, at, flaw: kind === "number" && !reachingOut.test(formula) ? "formula" : "formulaBroken" };
  return { text, at, flaw: kind === "error" || kind === "date" ? kind : null };
}
