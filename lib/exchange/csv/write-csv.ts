import { stringify } from "csv-stringify/sync";
import { isDecimal } from "@/lib/domain/rational";
import type { ShownFigure, ShownRow } from "./shown-row";

/** What stands under `value` for a figure. A blank is missing; `mark` and `missing_reason` say so in words as well. */
function valueText(figure: ShownFigure): string {
  switch (figure.mark) {
    case "shown":
      return figure.value;
    case "small":
      return `<${figure.below}`;
    case "suppressed":
      return "suppressed";
    case "missing":
      return "";
  }
}

const shown = (figure: ShownFigure, part: "numerator" | "denominator") =>
  (figure.mark === "shown" && figure[part]) || "";

/** Name and content of each column. Names and order are a promise to everyone's scripts: add at the end, never move. */
const columns: readonly [name: string, text: (row: ShownRow) => string][] = [
  ["plan", (row) => row.plan],
  ["indicator", (row) => row.indicator],
  ["indicator_title", (row) => row.indicatorTitle],
  ["definition_version", (row) => String(row.definitionVersion)],
  ["unit", (row) => row.unit],
  ["unit_name", (row) => row.unitName],
  ["period", (row) => row.period],
  ["cell", (row) => row.cell],
  ["cell_name", (row) => row.cellName],
  ["measure", (row) => row.measure],
  ["value", (row) => valueText(row.figure)],
  ["numerator", (row) => shown(row.figure, "numerator")],
  ["denominator", (row) => shown(row.figure, "denominator")],
  ["mark", (row) => row.figure.mark],
  ["missing_reason", (row) => (row.figure.mark === "missing" && row.figure.reason) || ""],
  ["target", (row) => row.target ?? ""],
  ["status", (row) => row.status ?? ""],
  ["status_reason", (row) => row.statusReason ?? ""],
  ["approved_on", (row) => row.approvedOn ?? ""],
  ["notice", (row) => row.notice],
];

/** A negative number begins like a formula, and is none. */
function asNumber(text: string) {
  const field = { value: text, escape_formulas: false };
  return field;
}

/**
 * What a page shows as CSV: long form, one row a figure, UTF-8 with a byte order mark (without it Excel misreads every
 * script but Latin). Text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function writeCsv(rows: readonly ShownRow[]): string {
  return stringify([columns.map(([name]) => name), ...rows.map((row) => columns.map(([, text]) => text(row).trim()))], {
    bom: true,
    record_delimiter: "windows",
    escape_formulas: true,
    cast: { string: (text) => (isDecimal(text) ? asNumber(text) : text) },
  });
}
