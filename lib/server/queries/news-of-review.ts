import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { isWithdrawn } from "@/lib/domain/reports/report";
import { textSum } from "@/lib/schemas/forms/text-sum";
import { db } from "@/lib/server/db/client";
import { isPresentEdition } from "@/lib/server/framework/edition";
import { type LocatedReport, locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import { standingAcceptances } from "@/lib/server/reports/submissions";
import type { ReportAddress } from "@/lib/views/report-view";
import type { AcceptanceView, AnswerNews, ReviewNews, ReviewOver } from "@/lib/views/review-view";

/**
 * The answers on a submission under review as they stand, with whom its queries name, for whoever has its page open; null for everybody else.
 * @param seen the digest of those that the page knows
 */
export async function newsOfReview(
  actor: Actor,
  address: ReportAddress,
  { submission, seen }: { submission: number; seen: string },
  now: Date,
): Promise<ReviewNews | null> {
  const client = await db();
  const located = await locateReport(client, address);
  const report = located?.report;
  if (!located || !report || !can(actor, "viewReview", subjectOf(located))) return null;
  const rows = await client.$queryRaw<({ code: string } & AnswerNews)[]>`
    SELECT i.code, m.answer::text, m.query, u.name AS by, m.answered_by_id = ${actor.id} AS "isOwn",
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name, 'reviews', n.kind = 'review') ORDER BY n.id)
        FROM mention n JOIN "user" w ON w.id = n.person_id
        WHERE n.report_id = m.report_id AND n.submission = m.submission AND n.indicator_id = m.indicator_id
          AND (n.kind = 'review' OR n.told_at IS NULL)
      ), '[]') AS named
    FROM review_answer m
      JOIN "user" u ON u.id = m.answered_by_id
      JOIN edition_indicator i ON i.indicator_id = m.indicator_id
      JOIN framework_edition e ON e.id = i.edition_id AND ${isPresentEdition}
    WHERE m.report_id = ${report.id} AND m.submission = ${submission}
    ORDER BY i.code`;
  const [{ acceptances }] = await client.$queryRaw<[{ acceptances: AcceptanceView[] }]>`
    SELECT ${standingAcceptances({ reportId: report.id, submission }, actor.id)} AS acceptances`;
  const answered = rows.map(({ code, answer, query, by, named }) =>
    [code, answer, query, by, ...named.map(({ id, reviews }) => `${id} ${reviews}`)].join("\0"),
  );
  const atOnce = acceptances.map(({ id, codes }) => [id, ...codes].join("\0"));
  const digest = String(textSum([...answered, "", ...atOnce].join("\n")));
  const isSame = digest === seen;
  return {
    readAt: now.toISOString(),
    digest,
    over: overOf(report, submission),
    acceptances: isSame ? null : acceptances,
    answers: isSame ? null : Object.fromEntries(rows.map(({ code, ...answer }) => [code, answer])),
  };
}

function overOf(report: NonNullable<LocatedReport["report"]>, asked: number): ReviewOver | null {
  const { state, submission, decisions } = report;
  if (submission !== asked) return "other";
  if (state === "submitted") return null;
  return isWithdrawn(report, decisions[0]?.submission) || state === "draft" ? "withdrawn" : state;
}
