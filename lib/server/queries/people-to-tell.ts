import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { db } from "@/lib/server/db/client";
import { isPresentEdition } from "@/lib/server/framework/edition";
import { findIndicator } from "@/lib/server/reports/hold-report";
import { locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import { type AskedAbout, peopleToAsk, peopleToTell } from "@/lib/server/reports/people-to-tell";
import type { PersonToTell, PersonWithNamed, ReportAddress } from "@/lib/views/report-view";

/** Whom the actor may tell of a comment on an indicator; null where they may not comment on it themselves. */
export async function peopleToTellOf(
  actor: Actor,
  address: ReportAddress,
  code: string,
): Promise<PersonToTell[] | null> {
  const client = await db();
  const located = await locateReport(client, address);
  const indicator = located && areCodes(code) ? await findIndicator(client, located, code) : null;
  if (!located || !indicator) return null;
  const subject = { ...subjectOf(located), indicatorId: indicator.id };
  return can(actor, "addComment", subject) ? peopleToTell(client, actor, subject) : null;
}

/** Whom the actor may tell of queries on a report that they review, and which name them; null where they don't. */
export async function peopleToAskOf(actor: Actor, address: ReportAddress): Promise<PersonWithNamed[] | null> {
  const client = await db();
  const located = await locateReport(client, address);
  if (!located?.report || located.report.submission === 0) return null;
  const { id: reportId, submission, submittedById } = located.report;
  const subject = { ...subjectOf(located), submittedById };
  if (!can(actor, "reviewReport", subject)) return null;
  const indicators = await client.$queryRaw<(AskedAbout & { named: number[] })[]>`
    SELECT i.indicator_id AS id, i.code, a.answered_by_id AS "askedBy",
      ARRAY(SELECT m.person_id FROM mention m WHERE m.indicator_id = a.indicator_id AND m.report_id = ${reportId}
        AND m.submission = ${submission} AND (m.kind = 'review' OR m.told_at IS NULL)) AS named
    FROM edition_indicator i
      JOIN framework_edition e ON e.id = i.edition_id AND e.plan_id = ${located.plan.id} AND ${isPresentEdition}
      LEFT JOIN review_answer a ON a.indicator_id = i.indicator_id AND a.answer = 'query'
        AND a.report_id = ${reportId} AND a.submission = ${submission}
    ORDER BY i.code`;
  const people = await peopleToAsk(client, actor, subject, indicators);
  return people.map((person) => ({
    ...person,
    named: indicators.flatMap(({ code, named }) => (named.includes(person.id) ? [code] : [])),
  }));
}
