import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { MissingReason, Value } from "@/lib/domain/values/value";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import type { ImportDimension } from "../import/import-target";
import type { ReportStamp } from "./report-file";

/** A cell's present value, and every one that it had. */
export interface CellHistory {
  value: Value | undefined;
  /** 0 where the cell never had a value. */
  revision: number;
  /** It was carried over and nobody has confirmed it: whoever gives the same value does. */
  carried?: true;
  /** By revision; undefined where it was cleared then. */
  revisions: ReadonlyMap<number, Value | undefined>;
}

export interface TargetIndicator {
  code: string;
  rules: EntryRules;
  tables: readonly string[];
  mayImport: boolean;
  /** Whether this person sees what it has: of what they don't, nothing is compared with what they send. */
  maySee: boolean;
  cells: ReadonlyMap<CellKey, CellHistory>;
  /** What each step of a milestone may be called, step 0 first: its title in every language. */
  steps: readonly (readonly string[])[];
}

/** The report that its own file is to be imported into, as plain data. */
export interface ReportTarget {
  stamp: ReportStamp;
  /** Names of units by code, in the language of whoever asks. */
  units: Readonly<Record<string, string>>;
  dimensions: readonly ImportDimension[];
  indicators: readonly TargetIndicator[];
  /** The answers as the product writes them, in every language. */
  words: { yes: readonly string[]; no: readonly string[]; reasons: readonly (readonly [MissingReason, string])[] };
}
