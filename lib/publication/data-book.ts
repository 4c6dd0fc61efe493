import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { ShownRow } from "@/lib/exchange/csv/shown-row";

/** The values of a publication in long form, with what it takes to arrange them: what the workbook and the CSV are made of. */
export interface DataBook {
  /** Code and name of each unit with values, the region last. */
  units: { code: string; name: string }[];
  /** In the order of time; the last is the publication's own. */
  periods: { code: string; name: string; endsOn: IsoDate }[];
  goals: { code: string; title: string; pillar: string }[];
  indicators: DataIndicator[];
  rows: ShownRow[];
}

/** An indicator as rows name it. */
export interface DataIndicator {
  code: string;
  title: string;
  /** Codes. */
  goal: string;
  outcome: string;
  /** Countries report it: one that gave no value has a gap. Else the secretariat does, for the region. */
  isOfCountries: boolean;
  type: "number" | "percentage" | "yesNo" | "milestone" | "narrative";
  /** What is counted, in the publication's language; empty where nothing is. */
  measure: string;
}
