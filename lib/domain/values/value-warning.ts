import type { CellKey, Dimension } from "../framework/disaggregation";
import type { IndicatorRules } from "../framework/indicator";
import {
  type AssessableValue,
  hasCensoredDenominator,
  hasNoCases,
  isAssessableValue,
  rangeOf,
} from "./assessable-value";
import { type CumulativeWarning, cumulativeWarnings, type EarlierTotal } from "./cumulative-warning";
import { meanFarFrom, remarkableShare } from "./outlier";
import { checkParts, type PartsFinding } from "./parts";
import { formatDecimal, percentOfChange, type Rational, roundHalfAwayFromZero } from "./rational";
import type { Decimal, Value } from "./value";

/** Something about an indicator's values that a person should look at. It never stops a value from being stored. */
export type ValueWarning =
  | PartsFinding
  | CumulativeWarning
  /**
   * The total moved by more than half since the last approved one; per cent of that one, as `percentOfChange` rounds. Where
   * one of them is only known to be below a bound, by at least so many, which is rounded down.
   */
  | {
      code: "bigChange";
      level: "warning";
      direction: "higher" | "lower";
      percent: Decimal;
      isLeast: boolean;
      period: string;
      before: Value;
    }
  /** The total is far from what was approved so far: more than three standard deviations from the mean. */
  | {
      code: "unlikeBefore";
      level: "warning";
      /** The first and the last period of the approved totals that it was compared with, and how many they are. */
      from: string;
      to: string;
      count: number;
      lowest: Value;
      highest: Value;
      /** Rounded to one digit more than values have; a percentage's in per cent. */
      mean: Decimal;
    };

/** Whether submission waits for a comment that explains it. Notes explain themselves. */
export const needsComment = ({ level }: ValueWarning): boolean => level === "warning";

/**
 * Whether the last comment on the indicator was written after its total, and after any of its values, was changed last.
 * A comment explains the value that it was written for and none that came later.
 */
export interface Explained {
  total: boolean;
  values: boolean;
}

/** About parts and their totals; the others are about the total alone. */
export const isAboutParts = ({ code }: ValueWarning): boolean => code.startsWith("parts");

/** Whether submission waits for a comment on a warning that has none, or only one on an earlier value. */
export const isCommentMissing = (warnings: readonly ValueWarning[], explained: Explained): boolean =>
  warnings.some((warning) => needsComment(warning) && !(isAboutParts(warning) ? explained.values : explained.total));

/**
 * All warnings about an indicator in a report: parts against their totals, the total against the approved ones.
 * @param earlier what was approved for the periods before, oldest first; reasons for none may be among it
 */
export function warningsOf(
  rules: IndicatorRules,
  tables: readonly string[],
  dimensions: readonly Dimension[],
  values: ReadonlyMap<CellKey, Value>,
  earlier: readonly EarlierTotal[],
): ValueWarning[] {
  const total = values.get("total");
  const since = total ? changesSince(rules, total, earlier) : [];
  return [...since, ...checkParts(rules, tables, dimensions, values)];
}

function changesSince(rules: IndicatorRules, now: Value, earlier: readonly EarlierTotal[]): ValueWarning[] {
  if (rules.type !== "number" && rules.type !== "percentage") return [];
  if (rules.accumulation === "cumulativeToDate") return cumulativeWarnings(now, earlier, rules.decimals);
  const last = earlier.findLast(({ value }) => isAssessableValue(value));
  return [...(last?.comparable ? bigChange(now, last) : []), ...unlikeBefore(rules, now, earlier)];
}

function unlikeBefore(
  { type, decimals }: IndicatorRules,
  now: Value,
  earlier: readonly EarlierTotal[],
): ValueWarning[] {
  const present = exactValue(now);
  const history = earlier.flatMap(({ period, value, comparable }) => {
    const exact = comparable ? exactValue(value) : null;
    return exact ? [{ period, value, exact }] : [];
  });
  const [first, last] = [history[0], history.at(-1)];
  if (!present || !first || !last) return [];
  const mean = meanFarFrom(
    present,
    history.map(({ exact }) => exact),
  );
  if (!mean) return [];
  const ordered = [...history].sort((a, b) => a.exact.compare(b.exact));
  return [
    {
      code: "unlikeBefore",
      level: "warning",
      from: first.period,
      to: last.period,
      count: history.length,
      lowest: ordered[0]!.value,
      highest: ordered.at(-1)!.value,
      mean: roundHalfAwayFromZero(type === "percentage" ? mean.mul(100) : mean, decimals + 1),
    },
  ];
}

/** Between the nearest of what the two may be: a censored value may stand for what it was. A change from 0 has no share. */
function bigChange(now: Value, last: EarlierTotal): ValueWarning[] {
  const [before, present] = [measuredRange(last.value), measuredRange(now)];
  if (!before || !present) return [];
  const isHigher = present.low.gt(before.high);
  if (!isHigher && !present.high.lt(before.low)) return [];
  const share = isHigher ? remarkableShare(present.low, before.high) : remarkableShare(present.high, before.low);
  if (!share) return [];
  const isLeast = [before, present].some(({ low, high }) => !low.equals(high));
  return [
    {
      code: "bigChange",
      level: "warning",
      direction: isHigher ? "higher" : "lower",
      percent: isLeast ? formatDecimal(share.abs().mul(100).floor()) : percentOfChange(share),
      isLeast,
      period: last.period,
      before: last.value,
    },
  ];
}

const measuredRange = (value: Value) => (isAssessableValue(value) && isMeasured(value) ? rangeOf(value) : null);

function exactValue(value: Value): Rational | null {
  const range = measuredRange(value);
  return range?.low.equals(range.high) ? range.low : null;
}

const isMeasured = (value: AssessableValue) => !hasNoCases(value) && !hasCensoredDenominator(value);
