import type { Status } from "@/lib/domain/status";
import { countryResults } from "./country-results";
import type { RegionalView } from "./regional-view";
import { countedAs, type ShownStatus } from "./shown-status";

export interface StatusChangeModel {
  indicator: { code: string; title: string };
  country: { code: string; name: string };
  from: ShownStatus;
  to: ShownStatus;
  /** Above 0 is better. */
  steps: number;
}

/** All country results of the period, each under one of the counts. */
export interface ChangesModel {
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
  /** Those across most steps, in the framework's order where they tie; never "not assessed" on either side. */
  largest: StatusChangeModel[];
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
export function prepareChanges({ rows, countries }: RegionalView, limit = 6): ChangesModel {
  const model: ChangesModel = {
    ...{ total: countryResults(rows).length, improved: 0, worsened: 0, same: 0 },
    ...{ first: 0, lost: 0, never: 0, redefined: 0, largest: [] as StatusChangeModel[] },
  };
  for (const row of rows) {
    for (const [index, cell] of row.countries.entries()) {
      if (!cell) continue;
      const to = countedAs(cell.status);
      const from = cell.before && countedAs(cell.before);
      const wasAssessed = from !== null && from !== "notAssessed";
      if (to === "notAssessed") {
        model[wasAssessed ? "lost" : "never"] += 1;
        continue;
      }
      if (!wasAssessed) {
        model.first += 1;
        continue;
      }
      if (cell.isRedefined) {
        model.redefined += 1;
        continue;
      }
      const steps = rank[to] - rank[from];
      if (steps > 0) model.improved += 1;
      else if (steps < 0) model.worsened += 1;
      else model.same += 1;
      if (steps === 0) continue;
      const { code, title } = row;
      model.largest.push({ indicator: { code, title }, country: countries[index]!, from, to, steps });
    }
  }
  model.largest = model.largest.toSorted((one, other) => Math.abs(other.steps) - Math.abs(one.steps)).slice(0, limit);
  return model;
}
