import "server-only";
import { missingReasons } from "@/lib/domain/values/value";
import { longColumns } from "@/lib/exchange/long-form";
import type { readWorkbook } from "@/lib/exchange/xlsx/testing/read-workbook";
import type { Comparison } from "@/lib/publication/testing/comparison";
import type { ReadRow } from "@/lib/publication/testing/read-csv";
import { plain, type Said } from "./said";

type ReadBook = Awaited<ReturnType<typeof readWorkbook>>;

/** What a row's value is in words, as the screen would say it. */
const valueIn = (row: ReadRow): string =>
  row.mark !== "missing" ? (row.value ?? "") : (missingWords.get(row.missing_reason ?? "") ?? "no value");

const missingWords = new Map([
  ["noApprovedReport", "no approved report"],
  ["notApplicable", "not applicable"],
]);

const reported: readonly string[] = missingReasons;

const isNoReport = (row: ReadRow | undefined): boolean => row?.missing_reason === "noApprovedReport";

const statusIn = ({ mark, status, status_reason: reason, missing_reason: why }: ReadRow) =>
  mark === "missing"
    ? why === "noApprovedReport"
      ? "noReport"
      : why === "notApplicable"
        ? why
        : "noValue"
    : mark === "suppressed" && reason === "hidden"
      ? "suppressed"
      : status;

/** The CSV's rows of a period against what is said: value, parts, target and status of totals, values of cells. */
export function compareRows(
  rows: readonly ReadRow[],
  period: string,
  { values, cells }: Said,
  result: Comparison,
): void {
  const byPlace = new Map(rows.map((row) => [[row.indicator, row.unit, row.period, row.cell].join(" "), row]));
  const rowAt = (indicator: string, unit: string, cell: string) =>
    byPlace.get([indicator, unit, period, cell].join(" "));
  for (const {
    indicator,
    unit,
    value,
    inFiles,
    parts,
    countries,
    of,
    carried,
    target,
    status,
    why,
    isUnreported,
    isNotComputable,
  } of values) {
    const row = rowAt(indicator, unit, "total");
    const at = `CSV ${indicator} ${unit}`;
    if (!row) throw new Error(`${at}: there is no row`);
    result.same(`${at}: no approved report`, isUnreported, isNoReport(row));
    result.same(at, plain(inFiles), valueIn(row));
    result.same(`${at}: parts`, plain(parts ?? ""), value.includes(" of ") ? "" : partsIn(row));
    const over = row.countries_in === "" ? null : { in: Number(row.countries_in), of: Number(row.countries_of) };
    result.same(`${at}: countries`, JSON.stringify(countries), JSON.stringify(over));
    result.same(`${at}: countries of the status`, of, statusOver(row));
    result.same(`${at}: earlier values`, carried, row.carried_forward ?? "");
    // A country's own page tells targets; of the region there are none.
    if (unit !== "REGION") result.same(`${at}: target`, plain(target ?? ""), targetIn(row, period));
    result.same(`${at}: status`, status.code, unit === "REGION" ? regional(statusIn(row)) : statusIn(row));
    const isReported = reported.includes(row.missing_reason ?? "");
    result.same(`${at}: reason`, why !== null, isReported);
    result.same(`${at}: not computable`, isNotComputable, row.missing_reason === "notComputable");
  }
  for (const { indicator, unit, cell, value } of cells) {
    const row = rowAt(indicator, unit, cell);
    // A unit without an approved report has a row of its total alone.
    const none = isNoReport(rowAt(indicator, unit, "total")) ? "no approved report" : "no value";
    result.same(`CSV ${indicator} ${unit} ${cell}`, plain(value), row ? valueIn(row) : none);
  }
}

/** What each row says by itself: a blank is missing and nothing else, and a name tells of which dimension a category is. */
export function compareRowsAlone(rows: readonly ReadRow[], result: Comparison): void {
  for (const { indicator, unit, cell, mark, value, cell_name: name } of rows) {
    const at = `CSV ${indicator} ${unit} ${cell}`;
    result.same(`${at}: blank`, mark === "missing", value === "");
    const pairs = cell === "total" ? 0 : (cell?.split(";").length ?? 0);
    result.same(`${at}: name`, pairs, (name?.match(/: /g) ?? []).length);
  }
}

/** The target, with the period that it belongs to where that is another one. */
const targetIn = ({ target = "", target_period: by }: ReadRow, period: string) =>
  target !== "" && by !== period ? `${target} by ${by}` : target;
/** As the heat map has it: where countries are missing from the status. */
const statusOver = ({ status_countries_in: given = "", countries_of: all = "" }: ReadRow): string | null =>
  given !== "" && Number(given) < Number(all) ? `${given}/${all}` : null;
const partsIn = ({ numerator, denominator, value }: ReadRow) =>
  value !== "" && numerator !== "" ? `${numerator} of ${denominator}` : "";
/** Without countries that report, the region's lack of a value is no gap in anyone's report. */
const regional = (status: string) => (status === "noValue" || status === "notApplicable" ? "notAssessed" : status);

/** The workbook's data sheet is the CSV cell for cell: numbers as numbers where they can be. */
export function compareDataSheet(book: ReadBook, rows: readonly ReadRow[], result: Comparison): void {
  const [head = [], ...cells] = book.sheet("Data").rows;
  result.same("Data: rows", rows.length, cells.length);
  for (const [index, row] of rows.entries()) {
    for (const { name, kind } of longColumns) {
      const found = cells[index]?.[head.indexOf(name)] ?? "";
      const isNumber = kind === "number" && typeof found === "number";
      // A day is a date there; a text would differ from it.
      const expected = kind === "date" && row[name] ? new Date(`${row[name]}T00:00:00Z`).getTime() : row[name];
      const said = found instanceof Date ? found.getTime() : found;
      result.same(`Data ${index} ${name}`, isNumber ? Number(row[name]) : expected, said);
    }
  }
}

/** The goals' sheets: value and status of each unit that the book holds. */
export function compareGoalSheets(
  book: ReadBook,
  units: readonly { code: string; name: string }[],
  { values }: Said,
  result: Comparison,
): void {
  for (const said of values) {
    const name = units.find(({ code }) => code === said.unit)?.name;
    if (name === undefined) continue;
    const { rows } = book.sheet(said.goal);
    const head = rows.find((each) => each.includes(`${name}: status`)) ?? [];
    const row = rows.find(([first]) => first === said.indicator) ?? [];
    const at = `${said.goal} ${said.indicator} ${said.unit}`;
    const found = row[head.indexOf(name)] ?? "";
    const expected = said.why ?? said.value;
    const isNumber = typeof found === "number";
    // What is below a number is text, as the CSV has it.
    const text = expected.startsWith("<") ? plain(expected) : expected;
    result.same(at, isNumber ? Number(plain(expected)) : text, found);
    const status = row[head.indexOf(`${name}: status`)] ?? "";
    result.same(`${at}: status`, said.status.word, status);
  }
}
