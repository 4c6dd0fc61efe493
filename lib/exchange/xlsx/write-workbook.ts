import { type CellStyle as HucreStyle, type NamedRange, type WriteSheet, writeXlsx } from "hucre";
import { chartOf, fixedArea } from "./chart";
import { drawnSheet } from "./drawn-sheet";
import { dateFormat, mostPlaces, mostRows, numberFormat, sheetText } from "./limits";
import { columnName } from "./long-part";
import { packWorkbook } from "./pack-workbook";
import { styleOf } from "./style";
import type { LongSheet, Sheet, SheetPrint, Workbook } from "./workbook";

/**
 * The workbook as an XLSX file. The same workbook gives the same bytes. Names of sheets are to be ones that sheets can have
 * (`sheetNames`).
 * @throws RangeError for a text that is longer than a cell, a sheet that has more rows than there can be
 */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const day = new Date(`${workbook.createdOn}T00:00:00Z`);
  const bytes = await writeXlsx({
    sheets: workbook.sheets.map((sheet) => ({ ...headOf(sheet), ...bodyOf(sheet, workbook) })),
    properties: {
      title: sheetText(workbook.title),
      description: sheetText(workbook.description),
      creator: sheetText(workbook.author),
      created: day,
      modified: day,
    },
    defaultFont: { name: workbook.font, size: 11 },
    namedRanges: workbook.sheets.flatMap((sheet) => [...repeatedRows(sheet), ...printedArea(sheet)]),
  });
  return packWorkbook(bytes, workbook);
}

const bodyOf = (sheet: Sheet, { language, font }: Workbook) =>
  sheet.kind === "long"
    ? longSheet(sheet, font)
    : { ...drawnSheet(sheet, font), charts: sheet.charts?.map((chart) => chartOf(chart, sheet.name, language)) };

function headOf({ name, frozen, print }: Sheet): WriteSheet {
  return {
    name,
    ...(frozen && { freezePane: frozen }),
    ...(print && {
      pageSetup: {
        paperSize: "a4",
        orientation: print.landscape ? "landscape" : "portrait",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: print.isOnePage ? 1 : 0,
        margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.7, header: 0.3, footer: 0.3 },
      },
      headerFooter: { oddFooter: footerOf(print) },
    }),
  };
}

/** A sheet with its head and one row, of an empty cell in each number format and in that of days, in whose place the rows come. */
function longSheet(sheet: LongSheet, font: string): Partial<WriteSheet> {
  if (sheet.rowCount >= mostRows)
    throw new RangeError(`The sheet "${sheet.name}" would have ${sheet.rowCount} rows; there can be ${mostRows - 1}`);
  const cells: WriteSheet["cells"] = new Map();
  const headStyle = styleOf(sheet.headStyle, font);
  for (const [index, { name }] of sheet.columns.entries()) cells.set(`0,${index}`, { value: name, style: headStyle });
  for (let places = 0; places <= mostPlaces; places++) {
    const style: HucreStyle = { numFmt: numberFormat(places, false) };
    cells.set(`1,${places}`, { value: null, style });
  }
  cells.set(`1,${mostPlaces + 1}`, { value: null, style: { numFmt: dateFormat } });
  return {
    columns: sheet.columns.map(({ width }) => ({ width })),
    cells,
    autoFilter: { range: `A1:${columnName(sheet.columns.length - 1)}${sheet.rowCount + 1}` },
  };
}

/** The library would leave the name of the sheet without its quotes. */
const inSheet = (name: string, range: string) => `'${name.replaceAll("'", "''")}'!${range}`;

function repeatedRows({ name, print }: Sheet): NamedRange[] {
  if (!print?.repeated) return [];
  const { first, last } = print.repeated;
  return [{ name: "_xlnm.Print_Titles", range: inSheet(name, `$${first + 1}:$${last + 1}`), scope: name }];
}

/** The columns of a drawn sheet and the rows of all that is on it: a long text that runs on would else make the print small. */
function printedArea(sheet: Sheet): NamedRange[] {
  if (sheet.kind !== "drawn" || !sheet.print) return [];
  const lastRow = Math.max(sheet.rows.length - 1, ...(sheet.charts ?? []).map(({ place }) => place.lastRow));
  const area = { firstRow: 0, firstColumn: 0, lastRow, lastColumn: sheet.widths.length - 1 };
  return [{ name: "_xlnm.Print_Area", range: inSheet(sheet.name, fixedArea(area)), scope: sheet.name }];
}

/** Characters that the foot of a page can hold, with the marks for its parts. */
const mostOfFooter = 255;

function footerOf({ footer, page }: SheetPrint): string {
  const plain = (text: string) => sheetText(text).replaceAll("&", "&&");
  const right = `&R${plain(page).replace("{page}", "&P").replace("{pages}", "&N")}`;
  const left = plain(footer).slice(0, mostOfFooter - right.length - 2);
  // Half of a doubled "&" would make an instruction of what follows.
  return `&L${left.replace(/&+$/, (signs) => (signs.length % 2 ? signs.slice(1) : signs))}${right}`;
}
