import type { IsoDate } from "../framework/reporting-period";
import { Refusal } from "../refusal";
import type { ReportLock, ReportState } from "./report-state";

export const reportTransitions = ["submit", "withdraw", "return", "approve", "reopen"] as const;
export type ReportTransition = (typeof reportTransitions)[number];

/**
 * The whole life of a report. A transition absent from its row is refused. A submission that is withdrawn becomes what it was:
 * a draft, or the returned report that it was before (`stateAfter`).
 * Reopening gives an approved report back to its unit; the results of the last approval stay public until the next one.
 */
const reportLife: Record<ReportState, Partial<Record<ReportTransition, ReportState>>> = {
  draft: { submit: "submitted" },
  submitted: { withdraw: "draft", return: "returned", approve: "approved" },
  returned: { submit: "submitted" },
  approved: { reopen: "returned" },
};

/** Transitions that send a report back; the unit must be told why. */
const transitionsWithReason: readonly ReportTransition[] = ["return", "reopen"];

export const periodStates = ["open", "closed", "locked"] as const;
export type PeriodState = (typeof periodStates)[number];

export interface LockFacts {
  state: ReportState;
  period: { state: PeriodState; startsOn: IsoDate };
  today: IsoDate;
  /** An earlier submission of it was decided about. */
  wasDecided?: boolean;
}

/**
 * Why values, narratives, comments and evidence of a report can't be changed now; null when they can.
 * A closed period takes no more drafts, but a report that the secretariat returned can still be put right;
 * a locked period takes nothing at all.
 */
export function reportLock({ state, period, today }: LockFacts): ReportLock | null {
  if (period.state === "locked") return "periodLocked";
  if (state === "submitted" || state === "approved") return state;
  if (period.state === "closed" && state === "draft") return "periodClosed";
  if (today < period.startsOn) return "periodNotStarted";
  return null;
}

/** Why the transition is refused now; null when it may be made. What can't be edited can't be submitted either. */
export function transitionLock(transition: ReportTransition, facts: LockFacts): ReportLock | null {
  if (facts.period.state === "locked") return "periodLocked";
  if (reportLife[facts.state][transition] === undefined) return facts.state;
  if (transition === "submit") return reportLock(facts);
  // Nobody takes back what they couldn't submit again.
  return transition === "withdraw" ? reportLock({ ...facts, state: withdrawnTo(facts) }) : null;
}

/**
 * The last submission was taken back: it waits for nobody, and nobody decided about it.
 * @param decided the last submission that was decided about
 */
export const isWithdrawn = ({ state, submission }: { state: ReportState; submission: number }, decided = 0): boolean =>
  (state === "draft" || state === "returned") && submission > decided;

const withdrawnTo = ({ wasDecided }: LockFacts): ReportState => (wasDecided ? "returned" : "draft");

/**
 * The state after the transition.
 * @throws Refusal `locked` when the transition may not be made now, `reasonMissing` when it needs a reason and has none.
 */
export function stateAfter(transition: ReportTransition, facts: LockFacts, reason = ""): ReportState {
  const lock = transitionLock(transition, facts);
  const next = reportLife[facts.state][transition];
  if (lock !== null || next === undefined) throw new Refusal("locked", { lock: lock ?? facts.state });
  if (transitionsWithReason.includes(transition) && reason.trim() === "") throw new Refusal("reasonMissing");
  return transition === "withdraw" ? withdrawnTo(facts) : next;
}
