import "server-only";
import type { ReportState } from "@/lib/domain/reports/report-state";
import type { IsoMoment, QueryView } from "@/lib/views/report-view";

/** A reviewer's mark as it is stored. */
export interface StoredMark {
  indicatorId: number;
  submission: number;
  mark: "accept" | "query";
  query: string;
  reply: string;
  markedAt: Date;
  repliedAt: Date | null;
  markedBy: { name: string };
}

/** A report with its last decision. */
interface DecidedReport {
  state: ReportState;
  decisions: readonly { submission: number }[];
}

/**
 * The last submission that was decided about, 0 before the first time. The marks of one that still waits are the
 * reviewer's notes: the unit sees them when the report comes back. One that was withdrawn has none.
 */
const decidedSubmission = ({ decisions }: DecidedReport): number => decisions[0]?.submission ?? 0;

/** What the marks on one indicator tell the unit. */
export interface MarkView {
  /** Of the last decided submission. */
  query: QueryView | null;
  /** When it was accepted, unless a figure was changed since. */
  accepted: IsoMoment | null;
}

/** @param changedAt when a figure of the indicator was changed last */
export function markView(
  marks: readonly StoredMark[],
  report: DecidedReport | null,
  indicatorId: number,
  changedAt: Date | undefined,
): MarkView {
  if (!report) return { query: null, accepted: null };
  const decided = decidedSubmission(report);
  const mark = marks.findLast((mark) => mark.indicatorId === indicatorId && mark.submission <= decided);
  if (!mark) return { query: null, accepted: null };
  const changedSince = changedAt !== undefined && changedAt > mark.markedAt;
  if (mark.mark === "accept") return { query: null, accepted: changedSince ? null : mark.markedAt.toISOString() };
  if (mark.submission < decided) return { query: null, accepted: null };
  const isOpen = report.state === "returned" && mark.reply === "" && !changedSince;
  return { query: queryView(mark, changedSince, isOpen), accepted: null };
}

export const queryView = (mark: StoredMark, changedSince: boolean, isOpen: boolean): QueryView => ({
  submission: mark.submission,
  query: mark.query,
  at: mark.markedAt.toISOString(),
  by: mark.markedBy.name,
  reply: mark.reply,
  repliedAt: mark.repliedAt?.toISOString() ?? null,
  changedSince,
  isOpen,
});
