import { type AssessableValue, isAssessableValue, isMeasurable, quantityRange } from "../values/assessable-value";
import { aggregateRegion } from "./aggregation";
import { commonStatus } from "./assessment";
import { type AssessmentInput, assess } from "./progress";
import { allEnds, type Ends } from "./regional-members";
import type { RegionInput } from "./regional-progress";
import type { Status } from "./status";
import type { ApprovedValue, Baseline } from "./unit-path";

/** Everything from `low` to `high` that a hidden value may be, as a reader can tell. Both ends are exact. */
export interface ValueRange {
  low: AssessableValue;
  high: AssessableValue;
}

/**
 * The status if the value, the baseline or both may be anything in their ranges; null if it isn't the same everywhere.
 * Nothing hidden can be told from a status that every possible value would give.
 *
 * Looking at the ends is enough. With the baseline held, a growing value runs through the statuses one way only (for an
 * increase: missed or moving away, limited progress, acceleration needed, on track, achieved; or moving away, maintained).
 * With the value held, a growing baseline does so too: while it stays short of the target, R = (y - b) / (A - b) has no
 * turning point, for A moves with b along a straight line; once it has reached the target, only the value's distance to
 * the target counts. So what holds at both ends of a range holds between them.
 *
 * A percentage whose denominator may be 0 may have no status at all, so there the answer is always null.
 */
export function statusOverRange(
  input: AssessmentInput,
  ranges: { value?: ValueRange; baseline?: ValueRange },
): Status | null {
  if (mayHaveNoCases(ranges.value) || mayHaveNoCases(ranges.baseline)) return null;
  const values = endsOf(ranges.value).map((value) => ({ ...input, value: withValue(input.value, value) }));
  const inputs = values.flatMap((held) =>
    endsOf(ranges.baseline).map((value) => ({ ...held, baseline: withBaseline(input.baseline, value) })),
  );
  return commonStatus(inputs.map(assess));
}

/** `null` stands for what is known and stays as it is. */
function endsOf(range: ValueRange | undefined): (AssessableValue | null)[] {
  return range ? [range.low, range.high] : [null];
}

function withValue<V extends ApprovedValue | null>(approved: V, value: AssessableValue | null): V {
  return approved && value ? { ...approved, value } : approved;
}

function withBaseline(baseline: Baseline | null, value: AssessableValue | null): Baseline | null {
  return baseline && value ? { ...baseline, value } : baseline;
}

function mayHaveNoCases(range: ValueRange | undefined): boolean {
  return range !== undefined && [range.low, range.high].some((value) => !isMeasurable(value));
}

/**
 * The region's status if values or baselines of some countries may be anything in their ranges; null if it isn't the same
 * everywhere. All low and all high ends are enough: the region's y grows with every country's value and its b and A with
 * every baseline, so the reasons above hold one country after another. For a percentage they hold only while the current
 * denominators, by which everything is weighted, stay as they are; where one is hidden, the answer is null.
 */
export function regionalStatusOverRange(
  input: RegionInput,
  ranges: readonly { unit: string; value?: ValueRange; baseline?: ValueRange }[],
): Status | null {
  if (
    ranges.some(({ value, baseline }) => mayHaveNoCases(value) || mayHaveNoCases(baseline) || weighsDifferently(value))
  ) {
    return null;
  }
  const hidden = new Map(ranges.map((range) => [range.unit, range]));
  const at = ({ y, b }: Ends): RegionInput => ({
    ...input,
    countries: input.countries.map((country) => {
      const { value, baseline } = hidden.get(country.unit) ?? {};
      const end = value?.[y] ?? null;
      const own = country.value && isAssessableValue(country.value.value);
      return {
        ...country,
        value: own ? withValue(country.value, end) : country.value,
        lastApproved: own ? country.lastApproved : withValue(country.lastApproved, end),
        baseline: withBaseline(country.baseline, baseline?.[b] ?? null),
      };
    }),
  });
  return commonStatus(allEnds.map((ends) => aggregateRegion(at(ends)).assessment));
}

function weighsDifferently(range: ValueRange | undefined): boolean {
  if (range?.low.kind !== "ratio" || range.high.kind !== "ratio") return false;
  const { low, high } = range;
  return !quantityRange(low.denominator).low.equals(quantityRange(high.denominator).low);
}
