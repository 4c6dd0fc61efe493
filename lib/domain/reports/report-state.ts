export const reportStates = ["draft", "submitted", "returned", "approved"] as const;

export type ReportState = (typeof reportStates)[number];

/** Why a report can't be changed, and takes no transition now: its own state, or its period's. */
export type ReportLock = ReportState | "periodNotStarted" | "periodClosed" | "periodLocked";
