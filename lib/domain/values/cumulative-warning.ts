import { totalCell } from "../framework/disaggregation";
import { isAssessableValue, type Range } from "./assessable-value";
import { meanFarFrom, remarkableShare } from "./outlier";
import { type DecimalRange, inDecimals } from "./parts";
import { type Measure, rangesOf } from "./parts-sum";
import { formatDecimal, percentOfChange, type Rational, roundHalfAwayFromZero, zero } from "./rational";
import type { Decimal, Value } from "./value";

/** Something remarkable about a total that is counted from the plan's start: the number, or one side of a percentage. */
export type CumulativeWarning = { level: "warning"; measure: Measure } & (
  | {
      /** It is smaller than it was, whatever a censored one stands for. */
      code: "cumulativeFall";
      before: DecimalRange;
      now: DecimalRange;
      period: string;
    }
  | {
      /** It grew by half more, or half less, than it did the last time. */
      code: "increaseChanged";
      direction: "higher" | "lower";
      /** Of the growth before, as `percentOfChange` rounds. */
      percent: Decimal;
      /** The growth since `period`, and before that from `from` to `to`; null: from the start, for nothing else is known. */
      now: Decimal;
      period: string;
      before: Decimal;
      from: string | null;
      to: string;
    }
  | {
      /** It grew by what is far from all its growth so far: more than three standard deviations from the mean. */
      code: "increaseUnlike";
      now: Decimal;
      period: string;
      /** The first and the last period of the totals between which it grew before, and how often that was. */
      from: string;
      to: string;
      count: number;
      lowest: Decimal;
      highest: Decimal;
      /** Rounded to one digit more than values have. */
      mean: Decimal;
    }
);

/** A total, or one side of it, as it was approved for a period. */
interface Point {
  period: string;
  total: Rational;
}

interface Growth {
  from: string;
  to: string;
  by: Rational;
}

/**
 * What is counted from the plan's start only grows, so its last total doesn't tell what to expect, but how it grew so far
 * does: a digit too many makes a growth unlike the others.
 */
export function cumulativeWarnings(
  now: Value,
  earlier: readonly EarlierTotal[],
  decimals: number,
): CumulativeWarning[] {
  const last = earlier.findLast(({ value }) => isAssessableValue(value));
  if (!last?.comparable) return [];
  return (["number", "numerator", "denominator"] as const).flatMap((measure): CumulativeWarning[] => {
    const [before, present] = [measured(last.value, measure), measured(now, measure)];
    if (!before || !present) return [];
    if (present.high.lt(before.low)) {
      const totals = { before: inDecimals(before), now: inDecimals(present) };
      return [{ code: "cumulativeFall", level: "warning", measure, ...totals, period: last.period }];
    }
    const [from, to] = [exact(before), exact(present)];
    if (!from || !to) return [];
    const growth = { measure, since: { period: last.period, total: from }, by: to.sub(from) };
    const points = earlier.flatMap(({ period, value, comparable }): Point[] => {
      const range = comparable ? measured(value, measure) : undefined;
      const total = range ? exact(range) : null;
      return total ? [{ period, total }] : [];
    });
    return [...changed(growth, points), ...unlike(growth, points, decimals)];
  });
}

interface GrowthNow {
  measure: Measure;
  since: Point;
  by: Rational;
}

/** Growth from one approved total to the next; one that couldn't be told exactly is passed over. */
const growthsOf = (points: readonly Point[]): Growth[] =>
  points.slice(1).map(({ period, total }, index) => {
    const before = points[index]!;
    return { from: before.period, to: period, by: total.sub(before.total) };
  });

/**
 * Against the last growth; after a standstill against the last one that was any, and where it never grew against all that
 * was counted so far. The two that lie further back tell only that it grew too much.
 */
function changed({ measure, since, by }: GrowthNow, points: readonly Point[]): CumulativeWarning[] {
  const growths = growthsOf(points);
  const growth = growths.findLast((each) => each.by.gt(zero));
  const before = growth?.by ?? since.total;
  const share = remarkableShare(by, before);
  const isLast = growth !== undefined && growth === growths.at(-1);
  if (!share || (share.lt(zero) && !isLast)) return [];
  return [
    {
      code: "increaseChanged",
      level: "warning",
      measure,
      direction: share.gt(zero) ? "higher" : "lower",
      percent: percentOfChange(share),
      now: formatDecimal(by),
      period: since.period,
      before: formatDecimal(before),
      from: growth?.from ?? null,
      to: growth?.to ?? since.period,
    },
  ];
}

function unlike({ measure, since, by }: GrowthNow, points: readonly Point[], decimals: number): CumulativeWarning[] {
  const growths = growthsOf(points);
  const mean = meanFarFrom(
    by,
    growths.map((growth) => growth.by),
  );
  if (!mean) return [];
  const ordered = growths.map((growth) => growth.by).sort((a, b) => a.compare(b));
  return [
    {
      code: "increaseUnlike",
      level: "warning",
      measure,
      now: formatDecimal(by),
      period: since.period,
      from: growths[0]!.from,
      to: growths.at(-1)!.to,
      count: growths.length,
      lowest: formatDecimal(ordered[0]!),
      highest: formatDecimal(ordered.at(-1)!),
      mean: roundHalfAwayFromZero(mean, decimals + 1),
    },
  ];
}

const exact = ({ low, high }: Range): Rational | null => (low.equals(high) ? low : null);

const measured = (value: Value, measure: Measure): Range | undefined =>
  rangesOf(new Map([[totalCell, value]]), measure).get(totalCell);

/** An approved total of a period before. */
export interface EarlierTotal {
  period: string;
  value: Value;
  /** Made under a version with which a value of this period may be compared. */
  comparable: boolean;
}
