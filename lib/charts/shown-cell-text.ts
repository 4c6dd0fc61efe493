import type { ShownCell } from "../views/corrections-view";
import { partsText, reportedReason, type Wording } from "../views/public-value";
import { valueWithUnit } from "./count-of-countries";

/** A value in words and digits, with what a percentage is made of and why there is none, as far as somebody said. */
export function shownCellText(
  { value, countOf, scale }: ShownCell,
  wording: Wording,
  why: (reason: NonNullable<ReturnType<typeof reportedReason>>) => string,
): string {
  const reason = reportedReason(value);
  if (reason) return why(reason);
  const text = valueWithUnit(value, countOf, scale, wording);
  const parts = partsText(value, wording);
  return parts === null || parts === text ? text : `${text} (${parts})`;
}
