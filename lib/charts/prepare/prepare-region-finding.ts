import {
  countsCountries,
  fewerInStatus,
  givenOf,
  isAgainstPlan,
  statedOver,
  wholeValue,
} from "@/lib/charts/axes/region-sets";
import type { Status } from "@/lib/domain/progress/status";
import { parseFraction, zero } from "@/lib/domain/values/rational";
import type { IndicatorView, LinePoint, RegionLine } from "@/lib/views/indicator-view";
import { isTakenDown, plannedText, type Wording } from "@/lib/views/public-value";
import type { ResultsPeriod } from "@/lib/views/results-plan";
import { countedAs } from "@/lib/views/shown-status";
import { explainRegion } from "./prepare-explanation";

/** What is found about the region: a message's key in `public.trend` with its arguments, but for the period's name. */
type RegionFinding =
  | { key: "regionNone"; args: Record<never, never> }
  | { key: "regionTakenDown"; args: Record<never, never> }
  | { key: "regionSuppressed"; args: Record<never, never> }
  | { key: "regionFindingPlan"; args: { status: Status; value: string; planned: string; near: "yes" | "no" } }
  /** The value is the planned one. */
  | { key: "regionFindingAsPlanned"; args: { status: Status; value: string } }
  | { key: "regionNothingYet"; args: { counted: "countries" | "other"; value: string } }
  /** There is something already, and the plan asks for nothing yet. */
  | { key: "regionNothingPlanned"; args: { counted: "countries" | "other"; value: string } }
  | { key: "regionFinding"; args: { value: string } };

/** Whether the region's value is held against a plan; one for context isn't, and it only matters who gave one. */
export function isRegionJudged(region: RegionLine): boolean {
  const reason = region.assessment?.region?.reason?.code;
  return !reason || !["neutral", "noTarget", "narrative", "noApprovedValue"].includes(reason);
}

/**
 * @returns with the codes of the countries that the finding is over, where it is held against a plan that fewer have than a
 * value; null where it is over all that have one
 */
export function regionFinding(
  view: IndicatorView,
  region: RegionLine,
  wording: Wording,
): RegionFinding & { over: readonly string[] | null } {
  const isCount = countsCountries(view, region);
  const whole = wholeValue(view, region, wording);
  const value = region.points.at(-1)?.value;
  if (value && isTakenDown(value)) return { key: "regionTakenDown", args: {}, over: null };
  if (!whole) return { key: "regionNone", args: {}, over: null };
  const { facts } = explainRegion(region, view, wording);
  const { direction } = view.indicator;
  const letters = (region.assessment?.region ?? region.assessment?.unit)?.letters;
  // Both over the countries of the status: the value over all that have one can't be held against their plan.
  if (letters && isAgainstPlan(letters) && facts.y !== null && facts.A !== null) {
    const args = { status: countedAs(region.status), value: facts.y };
    const over = fewerInStatus(region);
    const isZero = (letter: string) => parseFraction(letter).equals(zero);
    const isOnTrack = region.status === "onTrack";
    const counted = (isThat: boolean) => (isThat ? ("countries" as const) : ("other" as const));
    if (letters.y !== letters.A) {
      const isBelow = parseFraction(letters.y).lt(parseFraction(letters.A));
      // On track is also who lacks a little: beside both values it would look like a mistake.
      const near = isBelow === (direction === "increase") ? ("yes" as const) : ("no" as const);
      const plan = { planned: plannedText(facts.A, direction, wording), near };
      // Held against nothing, anything would be a merit; but nothing is what is wanted of what is to decrease.
      return isOnTrack && isZero(letters.A) && direction !== "decrease"
        ? { key: "regionNothingPlanned", args: { counted: counted(isCount), value: facts.y }, over }
        : { key: "regionFindingPlan", args: { ...args, ...plan }, over };
    }
    // Nothing yet, or still the baseline, where nothing more was to be expected yet, is no merit.
    const isNothing = isZero(letters.y) && direction !== "decrease";
    return isOnTrack && (isNothing || letters.y === letters.b)
      ? { key: "regionNothingYet", args: { counted: counted(isCount && isNothing), value: facts.y }, over }
      : { key: "regionFindingAsPlanned", args, over };
  }
  if (value?.state === "suppressed") return { key: "regionSuppressed", args: {}, over: null };
  return { key: "regionFinding", args: { value: whole.value }, over: null };
}

/** Countries that came to the stated value or left it since the last one stated: a rise or fall may only be they. */
interface ChangedCountries {
  lost: string[];
  gained: string[];
  since: ResultsPeriod;
}

/** null where the set is the same, or there is no value to compare with. */
export function changedCountries(region: RegionLine): ChangedCountries | null {
  const { points, statedBefore, assessment } = region;
  const now = points.at(-1);
  const over = now ? statedOver(now.value, givenOf(region), assessment?.region ?? null) : [];
  return changeTo(over, region, ({ period }) => statedBefore[period.code] ?? []);
}

/** The same of the values that the chart draws, each over all with a value; null too where the finding has said it. */
export function changedInDrawing(region: RegionLine): ChangedCountries | null {
  const over = region.points.at(-1)?.value.state === "missing" ? [] : givenOf(region);
  const drawn = changeTo(over, region, ({ period, value }) =>
    value.state === "missing" ? [] : (region.restsOn[period.code] ?? []),
  );
  return JSON.stringify(drawn) === JSON.stringify(changedCountries(region)) ? null : drawn;
}

function changeTo(
  over: readonly string[],
  { points }: RegionLine,
  countriesOf: (point: LinePoint) => readonly string[],
): ChangedCountries | null {
  const last = points.slice(0, -1).findLast((point) => countriesOf(point).length > 0);
  if (!last || over.length === 0) return null;
  const before = countriesOf(last);
  const lost = before.filter((unit) => !over.includes(unit));
  const gained = over.filter((unit) => !before.includes(unit));
  return lost.length + gained.length === 0 ? null : { lost, gained, since: last.period };
}
