import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { FileRefusal } from "../import/file-refusal";
import { columnName } from "../xlsx/long-part";
import type { OpenWorkbook } from "../xlsx/read/open-workbook";
import type { SheetCell, SheetRow } from "../xlsx/read/read-sheet";
import { columnMark, columnOrder, type FieldName, fieldNames, isField, keyColumn, placeOfKey } from "./columns";
import { flawOf } from "./entered-field";
import type { ReportStamp } from "./report-file";
import type { ReportEntry, ReportUpload } from "./report-upload";
import { digest, readStamp, stampName } from "./stamp";

/** The names of columns stand this far down at most. */
const mostHeadRows = 30;
/** Characters that are read of what a row shows. */
const mostFound = 300;

/** What the hidden sheet says of a cell. */
interface StampedCell {
  revision: number;
  open: readonly FieldName[];
  digests: readonly string[];
}

interface Stamped {
  stamp: ReportStamp;
  cells: ReadonlyMap<string, StampedCell>;
  /** Codes of its indicators. */
  codes: ReadonlySet<string>;
  /** Digests of how each column is headed; none in a workbook that was made before they were noted. */
  heads: ReadonlyMap<string, readonly string[]>;
}

const broken = () => new FileRefusal("reportStampBroken", {});

export const isReportWorkbook = ({ sheets, properties }: OpenWorkbook): boolean =>
  properties.has(stampName) || sheets.some(({ name }) => name === stampName);

/**
 * Reads a report's workbook as somebody sent it back. Only what may be filled in is read; all else is compared with what the
 * hidden sheet says of it, and named where it was changed. A row that shows another cell than its hidden key names (rows were
 * sorted without that column) says so, for whoever filled it in went by what it shows.
 * @throws FileRefusal reportStampBroken, reportHeadsMoved, and what reading sheets throws
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
  const heads = new Map<string, string[]>();
  for (const row of rows) {
    const key = textOf(row, 0);
    if (key === "") continue;
    const revision = textOf(row, 1);
    if (!/^\d{1,9}$/.test(revision)) return null;
    if (key.startsWith(columnMark)) {
      heads.set(key.slice(columnMark.length), textOf(row, 3).split(" "));
      continue;
    }
    cells.set(key, {
      revision: Number(revision),
      open: textOf(row, 2).split(" ").filter(isField),
      digests: textOf(row, 3).split(" "),
    });
  }
  return { stamp, cells, codes: new Set([...cells.keys()].flatMap((key) => placeOfKey(key)?.indicator ?? [])), heads };
}

function readGrid(sheet: OpenWorkbook["sheets"][number], stamped: Stamped, upload: ReportUpload): void {
  let columns: ReadonlyMap<string, number> | null = null;
  // A sort may have put rows of the report above the one that names the columns.
  let above: SheetRow[] = [];
  sheet.read((row) => {
    if (columns) readRow(sheet.name, row, columns, stamped, upload);
    else if (row.number <= mostHeadRows) {
      columns = columnsIn(row);
      if (!columns) above.push(row);
      else {
        const key = columns.get(keyColumn) ?? -1;
        for (const row of above)
          if (stamped.cells.has(row.cells[key]?.text ?? "")) readRow(sheet.name, row, columns, stamped, upload);
          else checkHeads(sheet.name, row, columns, stamped, upload);
        above = [];
      }
    }
  });
}

/**
 * Whoever fills a workbook in goes by the heads that they see: a field under the head of another column would get that one's
 * values. One in other words is named among what was changed.
 * @returns whether it is a row of heads: it shows two or more of them
 * @throws FileRefusal reportHeadsMoved
 */
function checkHeads(
  sheet: string,
  { number, cells }: SheetRow,
  columns: ReadonlyMap<string, number>,
  { heads }: Stamped,
  { touched }: ReportUpload,
): boolean {
  const known = new Set([...heads.values()].flat());
  known.delete(digest(""));
  const shown = [...columns].map(([name, index]) => ({ name, index, text: cells[index]?.text ?? "" }));
  if (shown.filter(({ text }) => known.has(digest(text))).length < 2) return false;
  for (const { name, index, text } of shown) {
    if (!isField(name) || digest(text) === digest("") || heads.get(name)?.includes(digest(text))) continue;
    const at = `${columnName(index)}${number}`;
    if (known.has(digest(text))) throw new FileRefusal("reportHeadsMoved", { sheet, at, head: text.trim() });
    touched.push({ sheet, at });
  }
  return true;
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
  row: SheetRow,
  columns: ReadonlyMap<string, number>,
  known: Stamped,
  upload: ReportUpload,
): void {
  const { number, cells } = row;
  const { entries, touched } = upload;
  const cellOf = (column: string): SheetCell | undefined => cells[columns.get(column) ?? -1];
  const textOf = (column: string): string => cellOf(column)?.text ?? "";
  const placeOf = (column: string) => `${columnName(columns.get(column) ?? 0)}${number}`;
  const found = () => rowNames.map(textOf).filter(Boolean).join(", ").slice(0, mostFound);
  const key = textOf(keyColumn);
  const place = placeOfKey(key);
  const stamped = known.cells.get(key);
  if (!place || !stamped) {
    if (number <= mostHeadRows && checkHeads(sheet, row, columns, known, upload)) return;
    const filled = fieldNames.find((field) => cellOf(field));
    const indicator = textOf("code").trim();
    const fields = fieldsIn(fieldNames, cellOf, placeOf);
    const [first] = Object.values(fields);
    if (first && known.codes.has(indicator)) {
      const at = first.at;
      entries.push({ indicator, cell: "", revision: 0, sheet, at, fields, open: fieldNames, found: found() });
    } else if (filled || key !== "") touched.push({ sheet, at: filled ? placeOf(filled) : placeOf(keyColumn) });
    return;
  }
  const closed = columnOrder.filter((name) => columns.has(name) && !stamped.open.includes(name as FieldName));
  const changed = closed.filter((column, index) => digest(textOf(column)) !== stamped.digests[index]);
  const fields = fieldsIn(stamped.open, cellOf, placeOf);
  const [first] = Object.values(fields);
  const isOther = namesOf(place.cell, stamped).some((name, index) => name !== digest(textOf(rowNames[index]!)));
  if (isOther && first) {
    entries.push({
      ...place,
      revision: stamped.revision,
      sheet,
      at: first.at,
      fields,
      open: stamped.open,
      found: found(),
    });
    return;
  }
  touched.push(...changed.map((column) => ({ sheet, at: placeOf(column) })));
  if (isOther || stamped.open.length === 0) return;
  const at = placeOf(stamped.open[0] ?? keyColumn);
  entries.push({ ...place, revision: stamped.revision, sheet, at, fields, open: stamped.open });
}

/** What a row shows of the cell that it is of. */
const rowNames = ["code", "category1", "category2", "category3"] as const;

/** What the hidden sheet says of these: of a total its code, of a part its categories too. */
function namesOf(cell: CellKey, { open, digests }: StampedCell): readonly string[] {
  const [code = ""] = digests;
  const closedFields = fieldNames.length - open.length;
  // The title stands between them.
  return cell === totalCell ? [code] : [code, ...digests.slice(2, digests.length - closedFields)];
}

/** What stands in the fields; blank ones are left out. */
function fieldsIn(
  names: readonly FieldName[],
  cellOf: (column: string) => SheetCell | undefined,
  placeOf: (column: string) => string,
): ReportEntry["fields"] {
  const fields: ReportEntry["fields"] = {};
  for (const name of names) {
    const cell = cellOf(name);
    if (cell && (cell.formula !== null || cell.text.trim() !== ""))
      fields[name] = { text: cell.text, at: placeOf(name), flaw: flawOf(cell) };
  }
  return fields;
}
