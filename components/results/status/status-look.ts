import type { ShownStatus } from "@/lib/views/shown-status";

/**
 * The one place where a status gets its look: the class that carries fill, ink and icon (`app/styles/results/status.css`).
 * Its word is the message `status.word.<key>`; its place in a row is the order of `shownStatuses`.
 */
export const statusClass: Record<ShownStatus, string> = {
  achieved: "s-achieved",
  maintained: "s-maintained",
  onTrack: "s-on-track",
  accelerationNeeded: "s-acceleration",
  limitedProgress: "s-limited",
  movingAway: "s-moving-away",
  pending: "s-pending",
  missed: "s-missed",
  notAssessed: "s-not-assessed",
  suppressed: "s-suppressed",
  noValue: "s-no-value",
  noReport: "s-no-report",
  notApplicable: "s-not-applicable",
  stillAchieved: "s-still-achieved",
  achievedLater: "s-achieved-later",
  noLongerAchieved: "s-no-longer-achieved",
  stillMissed: "s-still-missed",
};
