import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { IndicatorView } from "@/lib/views/report-view";

/** What the plain form gives the field of each type. Fields are named by `cellField`. */
export interface FieldProps {
  cell: CellKey;
  label: string;
  indicator: Pick<IndicatorView, "rules" | "unit" | "steps" | "numerator" | "denominator">;
  /** What stands in a field, by its name. */
  typed: (field: string) => string;
  /** Words that are stored, where others were refused and stand in their field. */
  stored?: string;
  errorOf: (field: string) => string | null;
  /** In a table: the label is read out only. */
  compact?: boolean;
}
