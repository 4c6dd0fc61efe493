import { regionCode } from "@/lib/domain/publication";
import type { CellContent, DrawnSheet, SheetChart } from "@/lib/exchange/xlsx/workbook";
import type { DataIndicator } from "../data-book";
import type { PublicationDocument } from "../document";
import { pillarHues, statusLooks } from "../look";
import { watermark } from "../watermark";
import * as looks from "./cell-looks";
import { countsBlock } from "./counts-block";
import { filled } from "./filled";
import { type GoalParts, statusStyle } from "./goal-parts";
import { rowHeights } from "./row-heights";
import { printOf } from "./sheet-print";
import { isGap, isNotWorkedOut, statusAt } from "./totals";
import { trendBlock } from "./trend-block";
import { typefaceOf } from "./typefaces";
import { notComputableCell, noValueCell, valueCell } from "./value-cell";

/** Columns before those of the units: code, title, measure. */
const leading = [12, 46, 14];
const widths = { value: 15, status: 18 };
/** Columns that the tables below need: the name, nine statuses, the total. */
const fewestColumns = 12;

/**
 * A goal's sheet: values and statuses of its indicators by country, how often each status occurs with a chart, and where it
 * can be drawn honestly an indicator over time.
 */
export function goalSheet(parts: GoalParts): DrawnSheet {
  const { document, book, words, goal, period, names } = parts;
  const top = [
    [{ text: `${goal.code}  ${goal.title}`, style: looks.title }],
    [{ text: filled(words.values, { period: period.name }), style: looks.subtitle }],
    warningRow(document),
    [{ text: words.back, style: looks.link, link: names.notes }],
  ];
  const table = [headRow(parts), ...parts.indicators.map((indicator) => indicatorRow(parts, indicator))];
  const head = top.length;
  const rows: CellContent[][] = [...top, ...table, ...carriedRows(parts), []];
  const charts: SheetChart[] = [];
  for (const block of [countsBlock, trendBlock]) {
    const made = block(parts, rows.length);
    rows.push(...made.rows);
    charts.push(...made.charts);
  }
  const columns = leading.length + 2 * book.units.length;
  const columnWidths = Array.from({ length: Math.max(columns, fewestColumns) }, (_, column) =>
    column < leading.length
      ? leading[column]!
      : column >= leading.length + book.units.length && column < columns
        ? widths.status
        : widths.value,
  );
  return {
    kind: "drawn",
    name: names.own,
    widths: columnWidths,
    rows,
    heights: rowHeights(rows, columnWidths, typefaceOf(document.language).line),
    frozen: { rows: head + 1, columns: 2 },
    filter: { firstRow: head, firstColumn: 0, lastRow: head + table.length - 1, lastColumn: columns - 1 },
    charts,
    tab: pillarHues[goal.pillar],
    print: printOf(document, { repeated: { first: head, last: head }, isOnePage: true }),
  };
}

/** Which countries stand in the region's values with an earlier one, and in which: the values themselves stay numbers. */
function carriedRows({ book, words, indicators, totals, period }: GoalParts): CellContent[][] {
  const nameOf = (all: readonly { code: string; name: string }[], code: string) =>
    all.find((each) => each.code === code)?.name ?? code;
  const codes = new Map<string, string[]>();
  for (const { code } of indicators) {
    for (const { unit, from } of totals(code, regionCode, period.code)?.carried ?? []) {
      const country = nameOf(book.units, unit);
      const said = filled(words.carried, { country, period: nameOf(book.periods, from) });
      codes.set(said, [...(codes.get(said) ?? []), code]);
    }
  }
  return [...codes].map(([said, of]) => [{ text: `${of.join(", ")}: ${said}`, style: looks.small }]);
}

/** A text runs over the empty cells on its right, which carry the strip on. */
function warningRow({ isInternal, notices, words }: PublicationDocument): CellContent[] {
  if (!isInternal) return [{ text: notices.join(" "), style: looks.small }];
  const style = { fill: watermark.fill, ink: watermark.ink, bold: true };
  const text = [words.internal, ...notices].join(" · ");
  return Array.from({ length: fewestColumns }, (_, column) => ({ text: column === 0 ? text : "", style }));
}

function headRow({ book, words }: GoalParts): CellContent[] {
  const { indicator, title, measure, status } = words.table;
  const names = book.units.map(({ name }) => name);
  const head = (text: string) => ({ text, style: looks.head });
  return [
    ...[indicator, title, measure].map(head),
    ...names.map((text) => ({ text, style: looks.valueHead })),
    ...names.map((unit) => ({ text: filled(status, { unit }), style: looks.statusHead })),
  ];
}

function indicatorRow({ document, book, words, totals, period }: GoalParts, indicator: DataIndicator): CellContent[] {
  const cells = book.units.map(({ code }) => ({ code, row: totals(indicator.code, code, period.code) }));
  return [
    { text: indicator.code, style: looks.plain },
    { text: indicator.title, style: looks.plain },
    { text: indicator.measure, style: looks.plain },
    ...cells.map(({ code, row }) => {
      if (isGap(row, indicator, code)) return noValueCell(words);
      return isNotWorkedOut(row, indicator, code) ? notComputableCell(words) : valueCell(row, words);
    }),
    ...cells.map(({ code, row }): CellContent => {
      const status = statusAt(row, indicator, code);
      if (status === null) return { text: "", style: looks.plain };
      return { text: document.words.statuses[status], style: statusStyle(statusLooks[status]) };
    }),
  ];
}
