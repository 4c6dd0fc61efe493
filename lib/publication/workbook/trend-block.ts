import { regionCode } from "@/lib/domain/publication";
import type { ShownRow } from "@/lib/exchange/csv/shown-row";
import { exactNumber } from "@/lib/exchange/xlsx/limits";
import type { CellContent, ChartSeries } from "@/lib/exchange/xlsx/workbook";
import type { DataIndicator } from "../data-book";
import { colours, pillarHues } from "../look";
import * as looks from "./cell-looks";
import { filled } from "./filled";
import type { Block, GoalParts } from "./goal-parts";
import { valueCell } from "./value-cell";

const lineColours = [...Object.values(pillarHues), colours.series, colours.path];
const markers = ["circle", "square", "diamond", "triangle", "x", "plus"] as const;
const firstPeriod = 2;

interface Candidate {
  indicator: DataIndicator;
  lines: { name: string; rows: (ShownRow | undefined)[] }[];
  points: number;
}

/**
 * One indicator's values by country over time, as a table and as lines. Lines are drawn only where they are honest: of one
 * definition, and not for the region, whose countries may differ from period to period. What isn't a number is an empty
 * cell, for a chart would draw a text as zero. Where no indicator has lines there is no block.
 */
export function trendBlock(parts: GoalParts, start: number): Block {
  const { book, words } = parts;
  const chosen = mostShown(parts);
  if (!chosen) return { rows: [], charts: [] };
  const { indicator, lines } = chosen;
  const title = filled(words.trend.title, { indicator: `${indicator.code} ${indicator.title}` });
  const rows: CellContent[][] = [
    [null, { text: title, style: looks.heading }],
    [null, { text: words.trend.note, style: looks.small }],
    [
      null,
      { text: words.counts.unit, style: looks.head },
      ...book.periods.map(({ name }) => ({ text: name, style: looks.valueHead })),
    ],
    ...lines.map((line): CellContent[] => [
      null,
      { text: line.name, style: looks.plain },
      ...line.rows.map((row) => (isPlotted(row) ? valueCell(row, words) : { text: "", style: looks.value })),
    ]),
    [],
  ];
  const head = start + 2;
  const across = (row: number) => ({
    firstRow: row,
    lastRow: row,
    firstColumn: firstPeriod,
    lastColumn: firstPeriod + book.periods.length - 1,
  });
  const first = start + rows.length;
  return {
    rows,
    charts: [
      {
        kind: "lines",
        title,
        axis: indicator.measure,
        isFromZero: lines.every(({ rows: shown }) => !shown.some(isNegative)),
        alt: lines.map((line) => `${line.name}: ${inWords(line.rows, parts)}`).join("; "),
        place: { firstRow: first, firstColumn: 1, lastRow: first + 17, lastColumn: 7 },
        categories: across(head),
        series: lines.map(
          ({ name }, index): ChartSeries => ({
            name,
            values: across(head + 1 + index),
            colour: lineColours[index % lineColours.length]!,
            marker: markers[index % markers.length],
          }),
        ),
      },
    ],
  };
}

const isPlotted = (row: ShownRow | undefined): boolean =>
  row?.value.state === "shown" && exactNumber(row.value.value) !== null;

const isNegative = (row: ShownRow | undefined): boolean =>
  row?.value.state === "shown" && row.value.value.startsWith("-");

/** The first of those with the most points; at least two countries must have a line. */
function mostShown(parts: GoalParts): Candidate | undefined {
  let best: Candidate | undefined;
  for (const indicator of parts.indicators) {
    const candidate = candidateOf(indicator, parts);
    if (candidate && candidate.points > (best?.points ?? 0)) best = candidate;
  }
  return best;
}

function candidateOf(indicator: DataIndicator, { book, totals }: GoalParts): Candidate | null {
  if (indicator.type !== "number" && indicator.type !== "percentage") return null;
  const lines = book.units
    .filter(({ code }) => code !== regionCode)
    .map(({ code, name }) => ({ name, rows: book.periods.map((period) => totals(indicator.code, code, period.code)) }))
    .filter(({ rows }) => rows.filter(isPlotted).length >= 2);
  const plotted = lines.flatMap(({ rows }) => rows.filter(isPlotted));
  const versions = new Set(plotted.map((row) => row?.definitionVersion));
  return lines.length >= 2 && versions.size === 1 ? { indicator, lines, points: plotted.length } : null;
}

/** `2015 520, 2016 suppressed, 2017 1127` */
function inWords(rows: readonly (ShownRow | undefined)[], { book, words: { marks } }: GoalParts): string {
  return rows
    .map((row, index) => {
      const period = book.periods[index]!.name;
      if (!row) return `${period} ${marks.missing.none}`;
      if (row.value.state === "missing") return `${period} ${marks.missing[row.value.reason ?? "none"]}`;
      if (row.value.state === "small") return `${period} <${row.value.below}`;
      return `${period} ${row.value.state === "suppressed" ? marks.suppressed : row.value.value}`;
    })
    .join(", ");
}
