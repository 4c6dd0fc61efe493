import "server-only";
import type { LongColumnName } from "@/lib/exchange/long-form";
import type { ChartBlock, TableBlock } from "@/lib/publication/document";
import type { ReadRow } from "@/lib/publication/testing/read-csv";
import { nameIn, type ReadTable, saidUnder, squeezed } from "@/lib/publication/testing/read-tables";
import type { Place } from "./attacked-plan";
import { hearCharts } from "./hear-charts";
import type { Knowledge } from "./knowledge";
import type { ReadFiles } from "./read-files";

/** Everything that a publication's files tell of values. `period` is the publication's own. */
export function hearFiles(files: ReadFiles, name: string, period: string, knowledge: Knowledge): void {
  const { document } = files.content;
  const blocks = document.chapters.flatMap((chapter) => chapter.blocks);
  const tables = blocks.filter((block): block is TableBlock => block.kind === "table");
  const charts = blocks.filter((block): block is ChartBlock => block.kind === "chart");
  hearRows(files.csv.rows, `${name} CSV`, knowledge);
  const [head = [], ...cells] = files.xlsx.sheet("Data").rows;
  const dataRows = cells.map(
    (row) =>
      Object.fromEntries(head.map((column, index) => [column as LongColumnName, String(row[index] ?? "")])) as ReadRow,
  );
  hearRows(dataRows, `${name} workbook's data`, knowledge);
  hearGoalSheet(files, name, period, knowledge);
  for (const [format, read] of Object.entries({ DOCX: files.docx, HTML: files.html, PDF: files.pdf })) {
    for (const table of read.tables ?? []) {
      const block = tables.find(({ caption }) => squeezed(caption) === squeezed(table.caption));
      if (!block) throw new Error(`${format} has a table of its own: ${table.caption}`);
      hearTable(table, block, `${name} ${format}`, period, knowledge);
    }
  }
  hearCharts(charts, name, knowledge);
}

function hearRows(rows: readonly ReadRow[], source: string, knowledge: Knowledge): void {
  for (const { indicator, unit, period, cell, mark, value, numerator, denominator } of rows) {
    const parts = numerator === "" ? null : `${numerator} of ${denominator}`;
    const said = value || (parts ?? "");
    // The mark is told twice, in its own column and in the value's place.
    if ((mark === "missing") !== (said === "")) throw new Error(`${source}: "${said}" is marked ${mark}`);
    knowledge.hear({ indicator, unit, period, cell }, source, said, parts);
  }
}

const unitOf = (name: string) => (name === "Region" ? "REGION" : name);
const codeIn = (text: string) => /G1\.1-[a-z]\b/.exec(text)?.[0];
/** The last line that can be a value: statuses and what a value is over stand beside it. */
const valueIn = (cell: string) =>
  cell
    .split("\n")
    .find((line) =>
      /^(<?[−\d][\d,.]*|suppressed|no value.*|no approved report|not applicable|\d+ of \d+|–)$/.test(line),
    ) ?? "";
const partsIn = (cell: string) => /^[\d,]+ of [\d,]+$/m.exec(cell.replace(/ of \n/g, " of "))?.[0] ?? null;

/** By what the table is of: countries across, or one country's values, or categories down. */
function hearTable(table: ReadTable, { id }: TableBlock, source: string, period: string, knowledge: Knowledge) {
  const { head, rows } = table;
  const unitAt = (column: number) => unitOf(nameIn(head[column]!));
  const country = /^values-(khm|lao|tha)-/.exec(id)?.[1]?.toUpperCase();
  const split = /^table-g1-1-([a-z])-(.+)$/.exec(id);
  for (const [row, [name = "", ...cells]] of rows.entries()) {
    const hear = (place: Place, cell: string) => knowledge.hear(place, source, valueIn(cell), partsIn(cell));
    const indicator = codeIn(name);
    if (country && indicator) hear({ indicator, unit: country, period, cell: "total" }, cells[0]!);
    else if (id.startsWith("values-") && indicator) {
      for (const index of cells.keys()) {
        const said = saidUnder(table, row, index + 1);
        hear({ indicator, unit: unitAt(index + 1), period, cell: "total" }, said);
      }
    } else if (split) {
      const dimensions = split[2]!.split("-");
      const categories = name === "Total" ? [] : name.split(/,\s*/);
      const cell = categories.map((category, axis) => `${dimensions[axis]}=${category}`).join(";") || "total";
      for (const index of cells.keys()) {
        const said = saidUnder(table, row, index + 1);
        hear({ indicator: `G1.1-${split[1]}`, unit: unitAt(index + 1), period, cell }, said);
      }
    }
  }
}

/** Values of the period, and the one indicator that is shown over time. */
function hearGoalSheet({ xlsx, content }: ReadFiles, name: string, period: string, knowledge: Knowledge) {
  const { rows } = xlsx.sheet("G1");
  const source = `${name} workbook's goal`;
  const text = (cell: unknown) => (cell === null || cell === undefined ? "" : String(cell));
  const head = rows.find((row) => row.some((cell) => text(cell).endsWith(": status"))) ?? [];
  for (const row of rows) {
    const indicator = codeIn(text(row[0]));
    if (!indicator) continue;
    for (const unit of content.book.units) {
      const cell = text(row[head.indexOf(unit.name)]);
      knowledge.hear({ indicator, unit: unit.code, period, cell: "total" }, source, cell);
    }
  }
  const way = rows.findIndex((row) => row[1] === "Country" && /^\d{4}$/.test(text(row[2])));
  if (way < 0) return;
  const indicator = codeIn(text(rows[way - 2]?.[1]))!;
  for (const row of rows.slice(way + 1)) {
    if (!row[1]) break;
    for (const [index, when] of rows[way]!.slice(2).entries()) {
      if (!when) continue;
      const place = { indicator, unit: text(row[1]), period: text(when), cell: "total" };
      knowledge.hear(place, `${source} over time`, text(row[index + 2]));
    }
  }
  for (const [part, xml] of Object.entries(xlsx.parts)) {
    if (!part.startsWith("xl/drawings/drawing")) continue;
    for (const [, alt = ""] of xml.matchAll(/ descr="([^"]*)"/g)) {
      for (const [, unit = "", points = ""] of alt.replaceAll("&lt;", "<").matchAll(/([A-Z]{3}): (\d{4} [^;]*)/g)) {
        for (const point of points.split(", ")) {
          const place = { indicator, unit, period: point.slice(0, 4), cell: "total" };
          knowledge.hear(place, `${source}'s chart in words`, point.slice(5));
        }
      }
    }
  }
}

/** Every text of the document, for whoever looks for a number in it. */
export const textsOf = (value: unknown): string[] =>
  typeof value === "string" || typeof value === "number"
    ? [String(value)]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];
