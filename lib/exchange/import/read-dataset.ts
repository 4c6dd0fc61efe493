import type { ReadSoFar } from "@/lib/views/import-view";
import { flawOf } from "../report/entered-field";
import type { OpenWorkbook } from "../xlsx/read/open-workbook";
import type { SheetRow } from "../xlsx/read/read-sheet";
import { FileRefusal } from "./file-refusal";
import { type Columns, headerOf, listed } from "./find-header";
import type { ImportFormat } from "./import-format";

/** Titles and dates may stand above the header, as in UNODC's file. */
const rowsSearched = 30;
/** Rows after which it is told how far the reading is. */
const rowsAtOnce = 2_000;

/**
 * Reads a dataset, or a report's CSV that a spreadsheet saved so, out of a workbook: the rows below the first row, of whichever sheet, that names the columns of a format.
 * @param read told how far the reading is
 * @throws FileRefusal unknownFormat, columnsMissing, columnsTwice, tooManyRows, noRows, and what reading sheets throws
 */
export function readDataset<Row>(
  { sheets }: OpenWorkbook,
  formats: readonly ImportFormat<Row>[],
  mostRows: number,
  read: (soFar: ReadSoFar) => void = () => {},
): { format: string; rows: Row[] } {
  let first = "";
  for (const sheet of sheets) {
    const found: { header: Columns<Row> | null; rows: Row[] } = { header: null, rows: [] };
    sheet.read((row) => {
      const { header, rows } = found;
      if (!header) {
        if (row.number > rowsSearched) return;
        const names = textsOf(row);
        first ||= names.filter((name) => name !== "").join(", ");
        found.header = headerOf(names, formats);
        return;
      }
      if (rows.length >= mostRows) throw new FileRefusal("tooManyRows", { rows: mostRows });
      const { format, columns } = header;
      const cellOf = (column: string) => row.cells[columns.get(column) ?? -1];
      const flaw = (column: string) => {
        const cell = cellOf(column);
        return cell ? flawOf(cell) : null;
      };
      rows.push(format.rowOf((column) => cellOf(column)?.text.trim() ?? "", row.number, flaw));
      if (rows.length % rowsAtOnce === 0) read({ rows: rows.length, share: row.share });
    });
    const { header, rows } = found;
    if (!header) continue;
    if (rows.length === 0) throw new FileRefusal("noRows", { format: header.format.code });
    read({ rows: rows.length, share: 1 });
    return { format: header.format.code, rows };
  }
  throw new FileRefusal("unknownFormat", { found: listed([first.slice(0, 200)]) });
}

const textsOf = ({ cells }: SheetRow): string[] => Array.from(cells, (cell) => cell?.text ?? "");
