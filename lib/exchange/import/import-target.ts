import type { CellKey, Dimension } from "@/lib/domain/framework/disaggregation";
import type { Value } from "@/lib/domain/values/value";
import type { EntryRules } from "@/lib/domain/values/value-limits";

/** A dimension with the ways in which files write its categories: names and aliases, in any language. */
export interface ImportDimension extends Dimension {
  categories: readonly { code: string; spellings: readonly string[] }[];
}

/** A cell's present value. A cell that was cleared has a revision and no value. */
export interface PresentValue {
  value: Value | undefined;
  /** 0 where the cell never had a value. */
  revision: number;
  /** It was carried over and nobody has confirmed it: whoever gives the same value does. */
  carried?: true;
}

export interface ImportIndicator {
  code: string;
  rules: EntryRules;
  /** The names under which the file's format publishes it. */
  series: readonly string[];
  /** Codes of its disaggregation tables. */
  tables: readonly string[];
  /** Whether this person may enter it; false for a contributor to whom it isn't assigned. */
  mayImport: boolean;
  cells: ReadonlyMap<CellKey, PresentValue>;
}

/** The report that is to be imported, as plain data. */
export interface ImportTarget {
  /** ISO 3166-1 alpha-3 of the country, and the names by which files may call it. */
  country: { code: string; names: readonly string[] };
  year: number;
  /** All of the plan's dimensions, in their order. */
  dimensions: readonly ImportDimension[];
  indicators: readonly ImportIndicator[];
}
