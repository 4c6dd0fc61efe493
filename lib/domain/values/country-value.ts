import type { IndicatorRules } from "../framework/indicator";
import type { PeriodSpan } from "../framework/reporting-period";
import type { ApprovedValue } from "../progress/unit-path";
import { type AssessableValue, isAssessableValue, valueFits } from "./assessable-value";

export interface NamedPeriod extends PeriodSpan {
  code: string;
}

/** What a country has approved for one cell of an indicator. */
export interface CountryValue {
  /** The reporting unit's code. */
  unit: string;
  /** For the period itself; null: nothing approved. */
  value: ApprovedValue | null;
  /** The latest approved value of an earlier period; null: none. */
  lastApproved: (ApprovedValue & { period: NamedPeriod }) | null;
}

/** The value that a country brings into the region's. */
export interface Contribution {
  unit: string;
  value: AssessableValue;
  version: number;
  /** The earlier period that a total counted from the plan's start was carried forward from. */
  carriedFrom: NamedPeriod | null;
}

/** It said itself that the indicator doesn't apply there in this period. */
export function appliesTo({ value }: CountryValue): boolean {
  return !(value?.value.kind === "missing" && value.value.reason === "notApplicable");
}

/**
 * The country's own value of the period. Without one, the last approved total counted from the plan's start carries
 * forward: what was counted stays counted. Nothing else does, and nothing stands in for a value: null.
 */
export function contributionOf(
  { type, accumulation }: Pick<IndicatorRules, "type" | "accumulation">,
  country: CountryValue,
): Contribution | null {
  if (!appliesTo(country)) return null;
  const { unit, value, lastApproved } = country;
  const own = value && { ...value, period: null };
  for (const approved of [own, accumulation === "cumulativeToDate" ? lastApproved : null]) {
    if (approved && isAssessableValue(approved.value) && valueFits(type, approved.value)) {
      return { unit, value: approved.value, version: approved.version, carriedFrom: approved.period };
    }
  }
  return null;
}
