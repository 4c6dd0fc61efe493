import { countryResults } from "@/lib/charts/country-results";
import type { Status } from "@/lib/domain/progress/status";
import type { ChangeDirection, ChangesFilter } from "@/lib/schemas/addresses/changes-filter";
import type { RegionalCell, RegionalView } from "@/lib/views/regional-view";
import { countedAs } from "@/lib/views/shown-status";

export interface StatusChangeModel {
  indicator: { code: string; title: string; goal: string };
  country: { code: string; name: string };
  from: Status;
  to: Status;
  direction: ChangeDirection;
  /** Above 0 is better. */
  steps: number;
}

/** All country results of the period, each under one of the counts. */
interface ChangesModel {
  /** What the legend counts as well. */
  total: number;
  improved: number;
  worsened: number;
  same: number;
  /** Assessed now, not assessed in the period before. */
  first: number;
  /** Assessed in the period before, not assessed now. */
  lost: number;
  /** Assessed in neither period. */
  never: number;
  /** Assessed in both periods, under definitions that can't be compared: neither better nor worse. */
  redefined: number;
  /** Every result that improved, worsened or was redefined, in the framework's order. */
  changes: StatusChangeModel[];
}

/** How far along a status is. "Pending" is what "limited progress" is elsewhere: nothing reached, nothing lost. */
const rank: Record<Exclude<Status, "notAssessed">, number> = {
  achieved: 6,
  maintained: 6,
  onTrack: 5,
  accelerationNeeded: 4,
  limitedProgress: 3,
  pending: 3,
  movingAway: 2,
  missed: 1,
};

/** The statuses of countries against the period before. */
export function prepareChanges({ rows, countries }: Pick<RegionalView, "rows" | "countries">): ChangesModel {
  const model: ChangesModel = {
    total: countryResults(rows).length,
    improved: 0,
    worsened: 0,
    same: 0,
    first: 0,
    lost: 0,
    never: 0,
    redefined: 0,
    changes: [],
  };
  for (const { code, title, goal, countries: cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      const change = cell && changeOf(cell);
      if (!change) continue;
      if (typeof change === "string") {
        model[change] += 1;
        continue;
      }
      model[change.direction] += 1;
      model.changes.push({ indicator: { code, title, goal }, country: countries[index]!, ...change });
    }
  }
  return model;
}

type Change = Pick<StatusChangeModel, "from" | "to" | "direction" | "steps">;

function changeOf(cell: RegionalCell): Change | "same" | "first" | "lost" | "never" {
  const to = countedAs(cell.status);
  const from = cell.before && countedAs(cell.before);
  const wasAssessed = from !== null && from !== "notAssessed";
  if (to === "notAssessed") return wasAssessed ? "lost" : "never";
  if (!wasAssessed) return "first";
  const steps = rank[to] - rank[from];
  if (cell.isRedefined) return { from, to, steps, direction: "redefined" };
  return steps === 0 ? "same" : { from, to, steps, direction: steps > 0 ? "improved" : "worsened" };
}

/**
 * The changes of one direction across most steps. Where they tie, the goal, then the indicator, then the country that is
 * named least so far comes first, so that the head of the framework doesn't take every place.
 */
export function largestChanges(
  changes: readonly StatusChangeModel[],
  direction: ChangeDirection,
  limit: number,
): StatusChangeModel[] {
  const left = changes.filter((change) => change.direction === direction);
  const chosen: StatusChangeModel[] = [];
  const named = (of: (change: StatusChangeModel) => string, change: StatusChangeModel) =>
    chosen.filter((each) => of(each) === of(change)).length;
  while (chosen.length < limit && left.length > 0) {
    const [next] = left.toSorted(
      (one, other) =>
        Math.abs(other.steps) - Math.abs(one.steps) ||
        named(goalOf, one) - named(goalOf, other) ||
        named(codeOf, one) - named(codeOf, other) ||
        named(countryOf, one) - named(countryOf, other),
    );
    chosen.push(next!);
    left.splice(left.indexOf(next!), 1);
  }
  return chosen;
}

/** The changes that a reader asked for, in the framework's order. */
export function filteredChanges(
  changes: readonly StatusChangeModel[],
  { direction, goal, country }: ChangesFilter,
): StatusChangeModel[] {
  return changes.filter(
    (change) =>
      (direction === null || change.direction === direction) &&
      (goal === null || goalOf(change) === goal) &&
      (country === null || countryOf(change) === country),
  );
}

const goalOf = ({ indicator }: StatusChangeModel) => indicator.goal;
const codeOf = ({ indicator }: StatusChangeModel) => indicator.code;
const countryOf = ({ country }: StatusChangeModel) => country.code;
