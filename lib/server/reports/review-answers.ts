import "server-only";
import type { ReportState } from "@/lib/domain/reports/report-state";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import type { PeriodIndicator } from "@/lib/server/framework/period-indicators";
import type { IsoMoment, QueryView } from "@/lib/views/report-view";
import type { HeldReport } from "./hold-report";
import { lastChanges } from "./report-values";

/** A reviewer's answer as it is stored. */
export interface StoredAnswer {
  indicatorId: number;
  submission: number;
  /** Null: taken back, so that an acceptance of a submission before isn't carried over. */
  answer: "accept" | "query" | null;
  query: string;
  reply: string;
  answeredAt: Date;
  repliedAt: Date | null;
  answeredBy: { id: number; name: string };
  /** Names of those who were told of a query when the report came back with it. */
  told: string[];
}

/** A report with its last decision. */
interface DecidedReport {
  state: ReportState;
  decisions: readonly { submission: number }[];
}

/**
 * The last submission that was decided about, 0 before the first time. The answers of one that still waits are the
 * reviewer's notes: the unit sees them when the report comes back. One that was withdrawn has none, unless it is that an
 * acceptance before was taken back.
 */
const decidedSubmission = ({ decisions }: DecidedReport): number => decisions[0]?.submission ?? 0;

/** What the answers on one indicator tell the unit. */
export interface AnswerView {
  /** Of the last decided submission. */
  query: QueryView | null;
  /** When it was accepted, unless a value was changed since. */
  accepted: IsoMoment | null;
  /** Queries of submissions that were decided about before, the first first: nothing waits for them any more. */
  settled: QueryView[];
}

/** @param changedAt when a value of the indicator was changed last */
export function answerView(
  answers: readonly StoredAnswer[],
  report: DecidedReport | null,
  indicatorId: number,
  changedAt: Date | undefined,
): AnswerView {
  if (!report) return { query: null, accepted: null, settled: [] };
  const decided = decidedSubmission(report);
  const own = answers.filter((answer) => answer.indicatorId === indicatorId && answer.submission <= decided);
  const isChangedSince = ({ answeredAt }: StoredAnswer) => changedAt !== undefined && changedAt > answeredAt;
  const settled = settledQueries(own, decided, isChangedSince);
  const answer = own.at(-1);
  if (!answer || answer.answer === null) return { query: null, accepted: null, settled };
  const changedSince = isChangedSince(answer);
  if (answer.answer === "accept")
    return { query: null, accepted: changedSince ? null : answer.answeredAt.toISOString(), settled };
  if (answer.submission < decided) return { query: null, accepted: null, settled };
  const isOpen = report.state === "returned" && answer.reply === "" && !changedSince;
  return { query: queryView(answer, changedSince, isOpen), accepted: null, settled };
}

/**
 * What stands of an indicator in a submission: what was answered in it, or else an acceptance before, `carried` over as long as no
 * value was changed since, and nobody took it back.
 * @param answers on that indicator, the first first
 * @param last the answer of the submissions before
 */
export function standingAnswer<Answer extends Pick<StoredAnswer, "submission" | "answer" | "answeredAt">>(
  answers: readonly Answer[],
  submission: number,
  changedAt: Date | undefined,
): { standing: Decided<Answer> | undefined; carried: boolean; last: Answer | undefined; wasAccepted: boolean } {
  const given = answers.find((answer) => answer.submission === submission);
  const last = answers.findLast((answer) => answer.submission < submission);
  const wasAccepted = last?.answer === "accept" && !(changedAt !== undefined && changedAt > last.answeredAt);
  const carried = !given && wasAccepted;
  const standing = given ?? (carried ? last : undefined);
  return { standing: standing && isDecided(standing) ? standing : undefined, carried, last, wasAccepted };
}

type Decided<Answer> = Answer & { answer: "accept" | "query" };
const isDecided = <Answer extends Pick<StoredAnswer, "answer">>(answer: Answer): answer is Decided<Answer> =>
  answer.answer !== null;

/** Of these indicators, those whose acceptance in a submission before would be carried over into one where nothing is stored. */
export async function acceptedBefore(
  tx: Transaction,
  { reportId, submission }: { reportId: number; submission: number },
  indicatorIds: readonly number[],
): Promise<number[]> {
  const before = await tx.reviewAnswer.findMany({
    where: { reportId, submission: { lt: submission }, indicatorId: { in: [...indicatorIds] } },
    select: { indicatorId: true, answer: true },
    orderBy: { submission: "asc" },
  });
  const last = new Map(before.map(({ indicatorId, answer }) => [indicatorId, answer]));
  return indicatorIds.filter((id) => last.get(id) === "accept");
}

/** Takes back what stands of these indicators in a held submission: nothing is carried over in its place. */
export async function takeBackAnswers(
  tx: Transaction,
  at: { reportId: number; submission: number },
  indicatorIds: readonly number[],
  taken: { answeredAt: Date; answeredById: number },
): Promise<void> {
  const ended = await acceptedBefore(tx, at, indicatorIds);
  await tx.reviewAnswer.deleteMany({ where: { ...at, indicatorId: { in: [...indicatorIds] } } });
  await tx.reviewAnswer.createMany({
    data: ended.map((indicatorId) => ({ ...at, indicatorId, answer: null, ...taken })),
  });
}

/** Codes of those of a held report's indicators on which nothing stands, neither an acceptance nor a query, in their order. */
export async function undecidedOf(
  tx: Transaction,
  { id: reportId, periodId, submission }: HeldReport,
  indicators: readonly PeriodIndicator[],
): Promise<string[]> {
  const changes = (await lastChanges(tx, [{ id: reportId, periodId }])).get(reportId);
  const answers = await tx.reviewAnswer.findMany({
    where: { reportId, submission: { lte: submission } },
    select: { indicatorId: true, submission: true, answer: true, answeredAt: true },
    orderBy: { submission: "asc" },
  });
  const isUndecided = ({ id, versionId }: PeriodIndicator) => {
    const own = answers.filter(({ indicatorId }) => indicatorId === id);
    return standingAnswer(own, submission, changes?.get(versionId)?.at).standing === undefined;
  };
  return indicators.filter(isUndecided).map(({ view: { code } }) => code);
}

/** The queries among these answers of submissions before that one: what was asked, and what was replied. */
export const settledQueries = (
  answers: readonly StoredAnswer[],
  submission: number,
  isChangedSince: (answer: StoredAnswer) => boolean,
): QueryView[] =>
  answers
    .filter((answer) => answer.answer === "query" && answer.submission < submission)
    .map((answer) => queryView(answer, isChangedSince(answer), false));

/**
 * SQL: whether the review answer `a` is a query that still waits, by the rule of `answerView`: its report came back with it and
 * is with the unit, nobody replied, and no value of the indicator was changed since.
 */
export const isOpenQuery = Prisma.sql`(a.answer = 'query' AND a.reply = '' AND EXISTS (
  SELECT FROM report back WHERE back.id = a.report_id AND back.state = 'returned'
    AND a.submission = (SELECT d.submission FROM review_decision d WHERE d.report_id = back.id ORDER BY d.id DESC LIMIT 1)
    AND NOT EXISTS (SELECT FROM value_revision v JOIN indicator_version w ON w.id = v.indicator_version_id
      WHERE v.period_id = back.period_id AND v.report_id = back.id AND w.indicator_id = a.indicator_id
        AND v.created_at > a.answered_at)))`;

/** SQL: whether the review answer `a` is a query of the submission that is being reviewed. */
export const isUnderReview = Prisma.sql`(a.answer = 'query' AND EXISTS (
  SELECT FROM report sent WHERE sent.id = a.report_id AND sent.state = 'submitted' AND sent.submission = a.submission))`;

export const queryView = (answer: StoredAnswer, changedSince: boolean, isOpen: boolean): QueryView => ({
  submission: answer.submission,
  query: answer.query,
  at: answer.answeredAt.toISOString(),
  by: answer.answeredBy.name,
  reply: answer.reply,
  repliedAt: answer.repliedAt?.toISOString() ?? null,
  told: answer.told,
  changedSince,
  isOpen,
});
