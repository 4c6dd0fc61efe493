import type { PeriodState } from "./report";

/** What can be done with a reporting period; the last part of the address of the page that says what it means. */
export const periodSteps = ["open", "close", "lock", "due-dates"] as const;
export type PeriodStep = (typeof periodSteps)[number];

/** The state that each step leads to; another due date leads to none. */
export const stateAfterStep: Record<PeriodStep, PeriodState | null> = {
  open: "open",
  close: "closed",
  lock: "locked",
  "due-dates": null,
};

/** Nothing of a locked period can be changed, and no step leads where a period stands already. */
export const mayTakeStep = (step: PeriodStep, state: PeriodState): boolean =>
  step === "due-dates" ? state !== "locked" : stateAfterStep[step] !== state;
