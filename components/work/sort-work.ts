import type { WorkReport } from "@/lib/views/work-view";

const workGroups = ["overdue", "returned", "due", "done"] as const;
export type WorkGroup = (typeof workGroups)[number];

/** A contributor's part is finished when every indicator of theirs has an answer; the rest is the focal point's. */
export const isPartDone = ({ maySubmit, lock, answered, total }: WorkReport): boolean =>
  !maySubmit && lock === null && answered === total;

/** Where a report stands among the actor's work; null where nothing can be done about it and nothing was. */
export function groupOf(report: WorkReport): WorkGroup | null {
  const { state, lock, due, handBack } = report;
  // Whoever is asked again isn't done.
  const isDone = isPartDone(report) && !handBack?.askedAgain;
  if (state === "submitted" || state === "approved" || isDone) return "done";
  if (lock !== null) return null;
  if (state === "returned") return "returned";
  return due.state === "overdue" ? "overdue" : "due";
}

/** What stands in a list of reports as a report's state. */
export function shownState(report: WorkReport): string {
  const { state, lock, due } = report;
  if (isPartDone(report)) return "complete";
  if (state !== "draft") return state;
  if (lock === "periodClosed") return "closed";
  if (lock === "periodLocked") return "locked";
  return due.state === "overdue" ? "late" : "draft";
}
