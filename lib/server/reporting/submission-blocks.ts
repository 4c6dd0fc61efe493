import "server-only";
import type { SubmissionBlock } from "@/lib/schemas/entry-view";
import type { ReportedIndicator } from "./report-figures";

/**
 * What a report needs before it may be submitted: an answer at all, words on every warning, and for every query a reply
 * or another figure. An indicator without an answer stays without one; nobody is made to invent a figure.
 */
export function submissionBlocks(
  indicators: readonly Pick<ReportedIndicator, "view" | "isAnswered" | "commentMissing" | "query">[],
): SubmissionBlock[] {
  if (!indicators.some(({ isAnswered }) => isAnswered)) return [{ code: "nothingEntered" }];
  return indicators.flatMap(({ view, commentMissing, query }): SubmissionBlock[] => [
    ...(commentMissing ? [{ code: "commentMissing" as const, indicator: view.code }] : []),
    ...(query?.isOpen ? [{ code: "replyMissing" as const, indicator: view.code }] : []),
  ]);
}
