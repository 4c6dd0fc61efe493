import { isDecimal } from "@/lib/domain/values/rational";
import type { ShownRow, ShownValue } from "./csv/shown-row";
import { fileText } from "./file-text";

// What a value in long form says, column by column. The CSV file, the workbook's data sheet and the description of both
// are made of this one list, so that they can't differ.

interface LongColumn {
  name: LongColumnName;
  /** What a cell is where it can be: codes are texts, even those that look like numbers; a date is a day, `2017-05-12`. */
  kind: "text" | "number" | "date";
  /** As it is known, with nothing done about what a spreadsheet would make of it. */
  text: (row: ShownRow) => string;
}

/** What stands under `value` for a value. A blank is missing; `mark` and `missing_reason` say so in words as well. */
export function valueText(value: ShownValue): string {
  switch (value.state) {
    case "shown":
      return value.value;
    case "small":
      return `<${value.below}`;
    case "suppressed":
      return "suppressed";
    case "missing":
      return "";
  }
}

const part = (value: ShownValue, name: "numerator" | "denominator") => (value.state === "shown" && value[name]) || "";

const columns = [
  ["plan", "text", (row: ShownRow) => row.plan],
  ["indicator", "text", (row: ShownRow) => row.indicator],
  ["indicator_title", "text", (row: ShownRow) => row.indicatorTitle],
  ["definition_version", "number", (row: ShownRow) => String(row.definitionVersion)],
  ["unit", "text", (row: ShownRow) => row.unit],
  ["unit_name", "text", (row: ShownRow) => row.unitName],
  ["period", "text", (row: ShownRow) => row.period],
  ["cell", "text", (row: ShownRow) => row.cell],
  ["cell_name", "text", (row: ShownRow) => row.cellName],
  ["measure", "text", (row: ShownRow) => row.measure],
  ["value", "number", (row: ShownRow) => valueText(row.value)],
  ["numerator", "number", (row: ShownRow) => part(row.value, "numerator")],
  ["denominator", "number", (row: ShownRow) => part(row.value, "denominator")],
  ["mark", "text", (row: ShownRow) => row.value.state],
  ["missing_reason", "text", (row: ShownRow) => (row.value.state === "missing" && row.value.reason) || ""],
  ["target", "number", (row: ShownRow) => row.target ?? ""],
  ["status", "text", (row: ShownRow) => row.status ?? ""],
  ["status_reason", "text", (row: ShownRow) => row.statusReason ?? ""],
  ["approved_on", "date", (row: ShownRow) => row.approvedOn ?? ""],
  ["notice", "text", (row: ShownRow) => row.notice],
  ["countries_in", "number", ({ countries }: ShownRow) => (countries ? String(countries.in.length) : "")],
  ["countries_of", "number", ({ countries }: ShownRow) => (countries ? String(countries.of) : "")],
  ["target_period", "text", (row: ShownRow) => row.targetPeriod ?? ""],
  ["period_starts_on", "date", (row: ShownRow) => row.periodStartsOn],
  ["period_ends_on", "date", (row: ShownRow) => row.periodEndsOn],
  ["status_countries_in", "number", ({ statusCountries }: ShownRow) => statusCountries?.toString() ?? ""],
  [
    "carried_forward",
    "text",
    ({ carried = [] }: ShownRow) => carried.map(({ unit, from }) => `${unit} ${from}`).join("; "),
  ],
  ["rests_on", "text", ({ countries }: ShownRow) => countries?.in.join("; ") ?? ""],
  ["status_after_end", "text", (row: ShownRow) => row.afterEnd ?? ""],
] as const;

export type LongColumnName = (typeof columns)[number][0];

/** Names and order are a promise to everyone's scripts: add at the end, never move. */
export const longColumns: readonly LongColumn[] = columns.map(([name, kind, text]) => ({ name, kind, text }));
export const longColumnNames: readonly LongColumnName[] = columns.map(([name]) => name);

/** What spreadsheets take for the beginning of a formula, in either width, also behind what isn't seen. */
const beginsFormula = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u;

/** With which none does: asked first, for nearly all begin so. */
const beginsPlainly = /^[0-9A-Za-z]/;

/**
 * The text as a cell of a file holds it: without control characters and blanks at its ends, and with an apostrophe before what a spreadsheet
 * would run as a formula. A negative number begins like one, and is none.
 */
export function inertText(text: string): string {
  const trimmed = fileText(text).trim();
  if (beginsPlainly.test(trimmed)) return trimmed;
  return beginsFormula.test(trimmed) && !isDecimal(trimmed) ? `'${trimmed}` : trimmed;
}

/** One row of the file, a text a column. */
export const longCells = (row: ShownRow): string[] => longColumns.map(({ text }) => inertText(text(row)));
