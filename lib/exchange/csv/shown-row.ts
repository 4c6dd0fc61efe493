import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { AfterEnd } from "@/lib/domain/progress/after-end";
import type { Decimal, ShownMissingReason } from "@/lib/domain/values/value";

/** A value as a page shows it. The four disclosure states are never taken for one another, and none for 0, which is a shown value. */
export type ShownValue =
  /**
   * A number, "yes" or "no", the name of a step, or that there are words; never blank. A percentage that has no value, as
   * 0 of 0 has none, says its parts. A percentage comes with what it is made of, and a count of countries
   * with how many have a value.
   */
  | { state: "shown"; value: string; numerator?: Decimal; denominator?: Decimal; ofCountries?: number }
  /** A small count, or one that its source published so: `<5`. */
  | { state: "small"; below: number }
  /** Hidden to protect a small count; it may be small itself. */
  | { state: "suppressed" }
  | { state: "missing"; reason: ShownMissingReason | null };

/** One value of one cell, with all that it takes to understand it without the page. Texts are in the page's language. */
export interface ShownRow {
  plan: string;
  /** Code and title of the indicator, and the version of its definition. */
  indicator: string;
  indicatorTitle: string;
  definitionVersion: number;
  /** `REGION`, or the ISO 3166-1 alpha-3 code of a country. */
  unit: string;
  unitName: string;
  period: string;
  /** Its first and its last day: `2017-01-01`. */
  periodStartsOn: IsoDate;
  periodEndsOn: IsoDate;
  cell: CellKey;
  cellName: string;
  /** What is counted: persons, days, countries, %; empty where nothing is. */
  measure: string;
  value: ShownValue;
  /** For the period; where it has none of its own the next, after the last the last. */
  target: string | null;
  /** Code of the period that the target belongs to. */
  targetPeriod: string | null;
  /** Code of the progress status; null for cells and values that have none. */
  status: string | null;
  statusReason: string | null;
  /** After the plan's end, what became of the end-of-plan target since its day; left out where nothing can be told. */
  afterEnd?: AfterEnd | null;
  /** `2017-05-12` */
  approvedOn: string | null;
  /**
   * Of a value of the region: codes of the countries that it rests on, which differ from part to part, and for how many
   * the indicator applies; null of any other.
   */
  countries: { in: readonly string[]; of: number } | null;
  /**
   * Of a value of the region that is held against a plan: how many countries its status rests on, or are too few for one. null
   * of any other.
   */
  statusCountries: number | null;
  /**
   * Of a value of the region: which countries stand in it with their last approved value, by the codes of the country and of
   * that value's period; left out where none does.
   */
  carried?: readonly { unit: string; from: string }[];
  /** What every copy has to say: that the framework is not the adopted text, that values are made up. */
  notice: string;
}
