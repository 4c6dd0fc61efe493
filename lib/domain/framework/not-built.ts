import type { UnitRef } from "../permissions";
import type { Frequency } from "./reporting-period";

// What the framework has words for and nothing works out yet. Values of a province would be worked out, and not tied to the
// sum of its country: what is hidden of one could be computed from the other. Periods of two frequencies would count the
// same months twice.

export type NotBuilt = "province" | "otherFrequency";

interface PlanShape {
  units: readonly Pick<UnitRef, "code" | "level">[];
  /** In any order. */
  periods: readonly { code: string; frequency: Frequency; startsOn: string }[];
  /** With the frequency of each of their versions. */
  indicators: readonly { code: string; frequencies: readonly Frequency[] }[];
}

/** A plan is reported at the frequency of its first period. */
const frequencyOf = ({ periods }: Pick<PlanShape, "periods">): Frequency | undefined =>
  periods.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))[0]?.frequency;

/** The units, periods and indicators of a plan, by code, that it can't have yet, and why. */
export function notBuilt(plan: PlanShape): { code: string; reason: NotBuilt }[] {
  const frequency = frequencyOf(plan);
  const because = (reason: NotBuilt) => (part: { code: string }) => ({ code: part.code, reason });
  return [
    ...plan.units.filter(({ level }) => level === "province").map(because("province")),
    ...plan.periods.filter((period) => period.frequency !== frequency).map(because("otherFrequency")),
    ...plan.indicators
      .filter(({ frequencies }) => frequency && frequencies.some((each) => each !== frequency))
      .map(because("otherFrequency")),
  ];
}
