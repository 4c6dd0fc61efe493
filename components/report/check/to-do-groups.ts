import type { SubmissionBlock } from "@/lib/domain/reports/submission";

/** What is done indicator by indicator, in the order in which it is best done; blanks and what was carried over come after. */
export const toDoGroups = [
  "valueOutsideLimits",
  "commentMissing",
  "replyMissing",
] as const satisfies readonly SubmissionBlock["code"][];
