/** The sample document's words for each status that a cell can have. */
export const sampleStatuses = {
  achieved: "Achieved",
  maintained: "Maintained",
  onTrack: "On track",
  accelerationNeeded: "Acceleration needed",
  limitedProgress: "Limited progress",
  movingAway: "Moving away",
  pending: "Pending",
  missed: "Missed",
  notAssessed: "Not assessed",
  suppressed: "Suppressed",
  noValue: "No value",
  notApplicable: "Not applicable",
  noReport: "No approved report",
} as const;
