import { type Status, statuses } from "@/lib/domain/progress/status";
import { countedAs, type ShownStatus } from "../views/shown-status";

/** How often each status occurs, in the order of `statuses`: one number a status. A mean of statuses means nothing. */
export type Distribution = readonly number[];

export function distributionOf(shown: readonly ShownStatus[]): number[] {
  const counts = statuses.map(() => 0);
  for (const status of shown) counts[statuses.indexOf(countedAs(status))]! += 1;
  return counts;
}

export const countIn = (distribution: Distribution, status: Status): number => distribution[statuses.indexOf(status)]!;
export const totalOf = (distribution: Distribution): number => distribution.reduce((sum, count) => sum + count, 0);
export const assessedIn = (distribution: Distribution): number =>
  totalOf(distribution) - countIn(distribution, "notAssessed");
