import type { Status } from "@/lib/domain/status";
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

export interface ChangesModel {
  improved: number;
  worsened: number;
  same: number;
  /** Assessed now, not assessed in the period before. */
  first: number;
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
  const model: ChangesModel = { improved: 0, worsened: 0, same: 0, first: 0, redefined: 0, largest: [] };
  for (const row of rows) {
    for (const [index, cell] of row.countries.entries()) {
      if (!cell) continue;
      const to = countedAs(cell.status);
      const from = cell.before && countedAs(cell.before);
      if (to === "notAssessed") continue;
      if (from === null || from === "notAssessed") {
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
