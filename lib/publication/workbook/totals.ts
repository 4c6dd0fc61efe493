import { totalCell } from "@/lib/domain/framework/disaggregation";
import { statuses } from "@/lib/domain/progress/status";
import { regionCode } from "@/lib/domain/publication";
import type { ShownRow } from "@/lib/exchange/csv/shown-row";
import { regionStatusOf, type ShownStatus, shownStatusOf } from "@/lib/views/shown-status";
import type { DataBook, DataIndicator } from "../data-book";

/** Finds the row of an indicator's total; undefined where there is no result. */
export type Totals = (indicator: string, unit: string, period: string) => ShownRow | undefined;

export function totalsOf(book: DataBook): Totals {
  const key = (...codes: string[]) => codes.join("\n");
  const rows = new Map<string, ShownRow>();
  for (const row of book.rows) {
    if (row.cell === totalCell) rows.set(key(row.indicator, row.unit, row.period), row);
  }
  return (...codes) => rows.get(key(...codes));
}

/** A country that has no result of what countries report: nothing of its was approved, which is a gap like any other. */
export const isGap = (row: ShownRow | undefined, { isOfCountries }: DataIndicator, unit: string): boolean =>
  !row && isOfCountries && unit !== regionCode;

/** The region has no value from the countries' values, which is no gap in anyone's report, and which nobody took down. */
export const isNotWorkedOut = (row: ShownRow | undefined, { isOfCountries }: DataIndicator, unit: string): boolean =>
  row?.value.state === "missing" && row.value.reason !== "takenDown" && isOfCountries && unit === regionCode;

/** The status of what a unit has to report, or has anyway; null where there is nothing of the kind. */
export function statusAt(row: ShownRow | undefined, indicator: DataIndicator, unit: string): ShownStatus | null {
  if (row) return statusOf(row, indicator);
  return isGap(row, indicator, unit) ? "noValue" : null;
}

/** The status as pages show it: of what is missing and what is hidden, the reason. */
function statusOf({ status, unit, ...row }: ShownRow, { isOfCountries }: DataIndicator): ShownStatus {
  const shown = shownStatusOf({ ...row, status: statuses.find((each) => each === status) ?? null });
  return unit === regionCode ? regionStatusOf(shown, !isOfCountries) : shown;
}
