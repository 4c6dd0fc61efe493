import type { Status } from "./status";

/**
 * What became of an end-of-plan target after its day. Periods after it are held to the same T, so that only "achieved" and
 * "missed" (or, for a level to keep, "maintained" and "moving away") are left; these say how it stood on the day itself.
 */
export const afterEnds = ["stillAchieved", "achievedLater", "noLongerAchieved", "stillMissed"] as const;
export type AfterEnd = (typeof afterEnds)[number];

/**
 * @param atEnd the status of the period that ended on the day of the end-of-plan target
 * @returns null where there is nothing to compare: it wasn't assessed then or isn't now, or the level is one to keep
 */
export function afterEnd(status: Status, atEnd: Status | null): AfterEnd | null {
  if (status === "achieved")
    return atEnd === "achieved" ? "stillAchieved" : atEnd === "missed" ? "achievedLater" : null;
  if (status === "missed") return atEnd === "missed" ? "stillMissed" : atEnd === "achieved" ? "noLongerAchieved" : null;
  return null;
}

/** The status that each is one of. */
export const statusAfterEnd: Record<AfterEnd, Status> = {
  stillAchieved: "achieved",
  achievedLater: "achieved",
  noLongerAchieved: "missed",
  stillMissed: "missed",
};
