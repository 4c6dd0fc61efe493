import { readXlsx, type Sheet, writeXlsx } from "hucre";
import { columnMark, keyColumn } from "../columns";

/** For tests alone: what is written into a row of a report's workbook, by the key of the row and the name of the column. */
export type Filled = Readonly<Record<string, Readonly<Record<string, string | number | boolean | null>>>>;

/** A workbook as a person would send it back: read by a library of its own, some cells written, and saved. */
export async function fillWorkbook(
  bytes: Uint8Array,
  filled: Filled,
  change: (sheets: Sheet[]) => void = () => {},
  custom?: Record<string, string>,
): Promise<Uint8Array> {
  const workbook = await readXlsx(bytes);
  const left = new Set(Object.keys(filled));
  for (const sheet of workbook.sheets) {
    const head = sheet.rows.find((row) => row.some((value) => value === columnMark + keyColumn));
    if (!head) continue;
    const columnOf = (name: string) => head.indexOf(columnMark + name);
    for (const row of sheet.rows) {
      const key = String(row[columnOf(keyColumn)] ?? "");
      for (const [column, value] of Object.entries(filled[key] ?? {})) row[columnOf(column)] = value;
      left.delete(key);
    }
  }
  if (left.size > 0) throw new Error(`The workbook has no row for ${[...left].join(", ")}`);
  change(workbook.sheets);
  return writeXlsx({
    sheets: workbook.sheets.map(({ name, rows }) => ({ name, rows })),
    properties: { ...workbook.properties, ...(custom && { custom }) },
  });
}
