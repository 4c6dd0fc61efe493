import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { AssessableValue } from "@/lib/domain/values/assessable-value";
import type { PartsDifference } from "@/lib/domain/values/parts";
import type { Scale } from "../public-value";
import type { DimensionView, IndicatorView, TableView } from "../report-view";

/** A value of its own that an observation carries, beside the official one. */
export interface ShadowView {
  /** Null where only its parts are told, or where it counts so few persons that it isn't shown. */
  value: AssessableValue | null;
  /** What of it isn't shown because it tells of too few persons. */
  hidden: "nothing" | "parts" | "all";
  /** Null where it has none, or where they aren't shown. */
  parts: ShadowPartsView | null;
  scale: Scale;
  /** Word for the unit in code (`persons`); null for all but numbers. */
  unit: string | null;
  /** How it came about, in its author's words. */
  method: string;
}

/** How such a value is split. */
export interface ShadowPartsView {
  /** Names of the dimensions by which it is. */
  dimensions: string[];
  /** Those that are told, in the order of categories. */
  cells: { cell: CellKey; name: string; value: AssessableValue }[];
  /** Where they don't add up to the total. */
  differ: Pick<PartsDifference, "measure" | "total" | "sum" | "difference">[];
}

/** What the fields of such a value need to know of the indicator. */
export interface ShadowIndicator extends Pick<IndicatorView, "rules" | "unit" | "steps" | "numerator" | "denominator"> {
  /** The ways in which it may be split, and the dimensions that they cross. */
  splits: TableView[];
  dimensions: DimensionView[];
}
