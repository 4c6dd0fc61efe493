import { distributionOf } from "@/lib/charts/distribution";
import { statuses } from "@/lib/domain/progress/status";
import type { CellContent } from "@/lib/exchange/xlsx/workbook";
import { colours, statusLooks } from "../look";
import * as looks from "./cell-looks";
import { filled } from "./filled";
import { type Block, type GoalParts, statusStyle } from "./goal-parts";
import { statusAt } from "./totals";

/** Columns of the table: the name, a measure's width left free, then the statuses. */
const nameColumn = 1;
const firstStatus = 2;

/**
 * How many of a goal's indicators have each status, by unit, as a table and as bars. A country without a report has none
 * assessed. Where nobody has anything to report there is no block.
 */
export function countsBlock(parts: GoalParts, start: number): Block {
  const { document, words, goal, period } = parts;
  const units = unitsWithStatuses(parts);
  if (units.length === 0) return { rows: [], charts: [] };
  const title = filled(words.counts.title, { goal: goal.code, period: period.name });
  const statusWords = statuses.map((status) => document.words.statuses[status]);
  const rows: CellContent[][] = [
    [null, { text: title, style: looks.heading }],
    [
      null,
      { text: words.counts.unit, style: looks.head },
      ...statuses.map((status, index) => ({
        text: statusWords[index]!,
        style: { ...statusStyle(statusLooks[status]), bold: true },
      })),
      { text: words.counts.total, style: looks.valueHead },
    ],
    ...units.map(({ name, counts, total }) => [
      null,
      { text: name, style: looks.plain },
      ...[...counts, total].map((count) => ({ decimal: String(count), style: looks.value })),
    ]),
    [],
  ];
  const [firstRow, lastRow] = [start + 2, start + 1 + units.length];
  const column = (index: number) => ({ firstRow, lastRow, firstColumn: index, lastColumn: index });
  const height = 8 + 2 * units.length;
  const place = {
    firstRow: start + rows.length,
    firstColumn: 1,
    lastRow: start + rows.length + height - 1,
    lastColumn: 7,
  };
  return {
    rows: [...rows, ...Array.from({ length: height + 1 }, () => [])],
    charts: [
      {
        kind: "stackedBars",
        title,
        place,
        axis: words.counts.axis,
        isFromZero: true,
        alt: units.map(({ name, counts }) => `${name}: ${countsText(counts, statusWords)}`).join("; "),
        categories: column(nameColumn),
        series: statuses.flatMap((status, index) => {
          if (units.every(({ counts }) => counts[index] === 0)) return [];
          const { fill, ink, edge } = statusLooks[status];
          // A pale bar would be lost on the paper.
          return {
            name: statusWords[index]!,
            values: column(firstStatus + index),
            colour: fill,
            ink,
            edge: edge && colours.ruleHeavy,
          };
        }),
      },
    ],
  };
}

function unitsWithStatuses({ book, indicators, totals, period }: GoalParts) {
  return book.units.flatMap(({ code, name }) => {
    const shown = indicators.flatMap(
      (indicator) => statusAt(totals(indicator.code, code, period.code), indicator, code) ?? [],
    );
    return shown.length === 0 ? [] : { name, counts: distributionOf(shown), total: shown.length };
  });
}

const countsText = (counts: number[], words: string[]) =>
  counts.flatMap((count, index) => (count === 0 ? [] : `${words[index]} ${count}`)).join(", ");
