import { type Cell, readXlsx, type Sheet, writeXlsx } from "hucre";
import { columnMark, keyColumn } from "../columns";

/** For tests alone: what is written into a row of a report's workbook, by the key of the row and the name of the column. */
export type Filled = Readonly<Record<string, Readonly<Record<string, string | number | boolean | null | Formula>>>>;

/** Without a result, nobody worked it out yet. */
interface Formula {
  formula: string;
  result?: string | number;
}

/** A workbook as a person would send it back: read by a library of its own, some cells written, and saved. */
export async function fillWorkbook(
  bytes: Uint8Array,
  filled: Filled,
  change: (sheets: Sheet[]) => void = () => {},
  custom?: Record<string, string>,
): Promise<Uint8Array> {
  const workbook = await readXlsx(bytes);
  const left = new Set(Object.keys(filled));
  const formulas = new Map<Sheet, Map<string, Partial<Cell>>>();
  for (const sheet of workbook.sheets) {
    const head = sheet.rows.find((row) => row.some((value) => value === columnMark + keyColumn));
    if (!head) continue;
    const columnOf = (name: string) => head.indexOf(columnMark + name);
    const own = new Map<string, Partial<Cell>>();
    formulas.set(sheet, own);
    for (const [number, row] of sheet.rows.entries()) {
      const key = String(row[columnOf(keyColumn)] ?? "");
      for (const [column, value] of Object.entries(filled[key] ?? {}))
        if (typeof value !== "object" || value === null) row[columnOf(column)] = value;
        else own.set(`${number},${columnOf(column)}`, { formula: value.formula, formulaResult: value.result ?? null });
      left.delete(key);
    }
  }
  if (left.size > 0) throw new Error(`The workbook has no row for ${[...left].join(", ")}`);
  change(workbook.sheets);
  return writeXlsx({
    sheets: workbook.sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows, cells: formulas.get(sheet) })),
    properties: { ...workbook.properties, ...(custom && { custom }) },
  });
}
