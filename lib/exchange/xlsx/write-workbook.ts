import { strFromU8, strToU8, unzipSync } from "fflate";
import {
  type Cell as HucreCell,
  type SheetChart as HucreChart,
  type ChartSeries as HucreSeries,
  type CellStyle as HucreStyle,
  type NamedRange,
  type WriteSheet,
  writeXlsx,
} from "hucre";
import { fixedZip, type ZipPart } from "../fixed-zip";
import { dateFormat, exactNumber, mostPlaces, mostRows, numberFormat, sheetText, spelledOut } from "./limits";
import { columnName, longPart } from "./long-part";
import { rgbOf, styleOf } from "./style";
import type {
  Area,
  Cell,
  CellContent,
  ChartSeries,
  DrawnSheet,
  LongSheet,
  Sheet,
  SheetChart,
  SheetPrint,
  Workbook,
} from "./workbook";

/**
 * The library's file packed afresh: with the rows of the long sheets, which are compressed as they are written, and with the
 * language among its properties and the lines of charts, for which the library has no words.
 */
function packWorkbook(bytes: Uint8Array, workbook: Workbook): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => ({
    name,
    content: filled(name, part, workbook),
  }));
  return fixedZip(parts, workbook.createdOn);
}

function filled(name: string, part: Uint8Array, workbook: Workbook): ZipPart["content"] {
  const sheet = workbook.sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]) - 1];
  if (sheet?.kind === "long") return longPart(strFromU8(part), sheet);
  if (name === "docProps/core.xml") return withLanguage(part, workbook.language);
  return name.startsWith("xl/charts/chart") ? withLines(part, workbook) : part;
}

function withLanguage(part: Uint8Array, language: string): Uint8Array {
  const end = "</cp:coreProperties>";
  const xml = strFromU8(part);
  if (!xml.includes(end)) throw new Error("The properties have no place for the language");
  return strToU8(xml.replace(end, `<dc:language>${language.replace(/[^A-Za-z0-9-]/g, "")}</dc:language>${end}`));
}

function withLines(part: Uint8Array, { grid, sheets }: Workbook): Uint8Array {
  const fill = (colour: string) => `<a:solidFill><a:srgbClr val="${rgbOf(colour)}"/></a:solidFill>`;
  let xml = strFromU8(part).replace(
    "<c:majorGridlines/>",
    `<c:majorGridlines><c:spPr><a:ln w="9525">${fill(grid)}</a:ln></c:spPr></c:majorGridlines>`,
  );
  for (const { colour, edge } of sheets.flatMap(seriesOf)) {
    if (!edge) continue;
    const frame = (line: string) => `<c:spPr>${fill(colour)}<a:ln>${fill(line)}</a:ln></c:spPr>`;
    xml = xml.replaceAll(frame(colour), frame(edge));
  }
  return strToU8(xml);
}

const seriesOf = (sheet: Sheet) => (sheet.kind === "drawn" ? (sheet.charts ?? []).flatMap(({ series }) => series) : []);

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

/** The chart as the library takes it. Empty cells are gaps: a line never runs through what isn't known. */
function chartOf(chart: SheetChart, sheetName: string, language: string): HucreChart {
  const range = (area: Area) => `'${sheetName.replaceAll("'", "''")}'!${fixedArea(area)}`;
  const isBars = chart.kind === "stackedBars";
  const { place } = chart;
  return {
    type: isBars ? "bar" : "line",
    title: sheetText(chart.title),
    titleFontSize: 12,
    titleBold: true,
    legend: isBars ? "bottom" : "right",
    legendFontSize: 10,
    altText: sheetText(chart.alt),
    frameTitle: sheetText(chart.title),
    lang: language,
    roundedCorners: false,
    dispBlanksAs: "gap",
    anchor: {
      from: { row: place.firstRow, col: place.firstColumn },
      to: { row: place.lastRow + 1, col: place.lastColumn + 1 },
    },
    series: chart.series.map((series) => ({
      name: sheetText(series.name),
      values: range(series.values),
      categories: range(chart.categories),
      color: rgbOf(series.colour),
      ...(isBars ? barLook(series) : lineLook(series)),
    })),
    ...(isBars && { barGrouping: "stacked", overlap: 100, gapWidth: 40 }),
    axes: {
      // Bars are counted from the bottom; read they are from the top.
      x: { ...(isBars && { reverse: true }), majorTickMark: "none", minorTickMark: "none" },
      y: {
        title: sheetText(chart.axis),
        gridlines: { major: true },
        majorTickMark: "none",
        minorTickMark: "none",
        ...(chart.isFromZero && { scale: { min: 0 } }),
        ...(isBars && { numberFormat: { formatCode: "0" }, crosses: "max" as const }),
      },
    },
  };
}

const barLook = ({ ink }: ChartSeries): Partial<HucreSeries> => ({
  // A status that nothing has would be labelled 0.
  dataLabels: { showValue: true, numberFormat: { formatCode: "0;;" }, ...(ink && { fontColor: rgbOf(ink) }) },
});

const lineLook = ({ colour, marker = "circle" }: ChartSeries): Partial<HucreSeries> => ({
  stroke: { width: 2 },
  marker: { symbol: marker, size: 7, fill: rgbOf(colour), line: rgbOf(colour) },
});

/** `$B$2:$D$9` */
const fixedArea = ({ firstRow, firstColumn, lastRow, lastColumn }: Area): string =>
  `$${columnName(firstColumn)}$${firstRow + 1}:$${columnName(lastColumn)}$${lastRow + 1}`;

/** What the library writes as an error of calculation, though it was a text. */
const errorTexts = /^#(VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

function drawnSheet({ rows, widths, heights, filter, tab }: DrawnSheet, font: string): Partial<WriteSheet> {
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
