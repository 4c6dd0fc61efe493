import type { Message } from "@/lib/schemas/forms/form-state";

/** Rows that are meant for other reports. */
interface IgnoredArgs {
  otherCountry: { country: string };
  otherYear: { year: string };
}

/** Rows that are meant for this report, or may be, and find no place in it. */
interface UnmatchedArgs {
  /** A cell too many or too few: nothing in the row can be trusted. */
  rowIncomplete: Record<never, never>;
  countryBlank: Record<never, never>;
  yearUnreadable: { text: string };
  /** A rate or a share, not a count. */
  otherUnit: { unit: string };
  /** No indicator of the framework takes values of this series. */
  seriesUnknown: { series: string };
  dimensionUnknown: { text: string };
  categoryBlank: { dimension: string };
  /** `open`: the list grows, and an alias for this spelling can be added. */
  categoryUnknown: { dimension: string; text: string; open: "yes" | "no" };
  /** `dimensions` joined by `*`: what the row is narrowed by, and no table of the indicator crosses. */
  tableNotKept: { indicator: string; dimensions: string };
  /** The indicator is no plain number (a definition that changed, say). */
  notNumeric: { indicator: string };
  notAssigned: { indicator: string };
  valueBlank: Record<never, never>;
  /** `problem` says what is wrong with the value, in the namespace `errors`. */
  valueUnreadable: { text: string; problem: Message };
}

/** Why a row imports nothing. The code is a key of the namespace `import`, under `reason`. */
export type RowReason<Args = IgnoredArgs & UnmatchedArgs> = {
  [C in keyof Args]: { code: C; args: Args[C] };
}[keyof Args];
export type IgnoredReason = RowReason<IgnoredArgs>;
export type UnmatchedReason = RowReason<UnmatchedArgs>;
