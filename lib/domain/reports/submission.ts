import type { LockFacts } from "./report";
import { transitionLock } from "./report";
import type { ReportLock } from "./report-state";

/** Why a report can't be submitted yet, and the indicator that it is about. */
export interface SubmissionBlock {
  /**
   * - `blank`: neither a value nor a reason why there is none.
   * - `valueOutsideLimits`: a value that was stored before its definition had the limits that it has now.
   * - `commentMissing`: a warning that no comment explains.
   * - `unconfirmed`: values of the period before that nobody has confirmed for this one.
   * - `replyMissing`: a query that waits for a reply or another value.
   */
  code: "blank" | "valueOutsideLimits" | "commentMissing" | "unconfirmed" | "replyMissing";
  indicator: string;
}

/** An indicator as far as submission goes. */
export interface AnsweredIndicator {
  code: string;
  /** Something stands in its total or a part of it: a value, words, or a reason for none. */
  isAnswered: boolean;
  isOutsideLimits: boolean;
  commentMissing: boolean;
  isUnconfirmed: boolean;
  queryOpen: boolean;
}

/**
 * What a report needs before it may be submitted: for every indicator, a narrative one too, a value or the reason why
 * there is none, values within their limits, words on every warning, a confirmation of what was carried over from the period
 * before, and for every query a reply or another value.
 * Nobody is made to invent a value: a reason is an answer.
 */
export function submissionBlocks(indicators: readonly AnsweredIndicator[]): SubmissionBlock[] {
  return indicators.flatMap((indicator): SubmissionBlock[] => {
    const { code, isAnswered, isOutsideLimits, commentMissing, isUnconfirmed, queryOpen } = indicator;
    return [
      ...(isAnswered ? [] : [{ code: "blank" as const, indicator: code }]),
      ...(isOutsideLimits ? [{ code: "valueOutsideLimits" as const, indicator: code }] : []),
      ...(commentMissing ? [{ code: "commentMissing" as const, indicator: code }] : []),
      ...(isUnconfirmed ? [{ code: "unconfirmed" as const, indicator: code }] : []),
      ...(queryOpen ? [{ code: "replyMissing" as const, indicator: code }] : []),
    ];
  });
}

/**
 * Why a submission can't be withdrawn now; null when it can. Once a reviewer has answered anything of it, it is theirs to
 * give back.
 * @param answers how many indicators of this submission a reviewer accepted or queried
 */
export function withdrawalBar(facts: LockFacts, answers: number): ReportLock | "reviewBegun" | null {
  return transitionLock("withdraw", facts) ?? (answers > 0 ? "reviewBegun" : null);
}
