import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { isoMoment } from "@/lib/server/db/iso-moment";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import type { CommentView, EvidenceView } from "@/lib/views/report-view";
import type { StoredAnswer } from "./review-answers";

export interface Remarks {
  /** By indicator id, oldest first. */
  comments: Map<number, CommentView[]>;
  /** Sequence of the last value that any comment on the indicator knew of. */
  commentedUpTo: Map<number, bigint>;
  evidence: Map<number, EvidenceView[]>;
  /** Of the report as a whole. */
  ofReport: EvidenceView[];
  /** All answers of its reviewers, the earliest submission first. */
  answers: StoredAnswer[];
}

interface RemarksRow {
  reportId: number;
  comments: (CommentView & { indicatorId: number; valuesUpTo: string })[];
  evidence: (EvidenceView & { indicatorId: number | null })[];
  answers: (Omit<StoredAnswer, "answeredAt" | "repliedAt"> & { answeredAt: string; repliedAt: string | null })[];
}

export const noRemarks = (): Remarks => ({
  comments: new Map(),
  commentedUpTo: new Map(),
  evidence: new Map(),
  ofReport: [],
  answers: [],
});

/**
 * What was said about the indicators of these reports, by their units and by their reviewers, and what backs them, by
 * report id: one statement.
 * @param locale in which organisations are named
 */
export async function remarksOfReports(
  client: Pick<Transaction, "$queryRaw">,
  reportIds: readonly number[],
  locale: string,
): Promise<Map<number, Remarks>> {
  if (reportIds.length === 0) return new Map();
  const rows = await client.$queryRaw<RemarksRow[]>`
    SELECT a.report_id AS "reportId",
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object(
          'id', c.id, 'indicatorId', c.indicator_id, 'body', c.body,
          'at', ${isoMoment("c.created_at")}, 'valuesUpTo', c.figures_up_to::text,
          'author', u.name, 'organisation', ${organisationNameIn(locale)},
          'told', COALESCE((SELECT jsonb_agg(w.name ORDER BY w.name) FROM mention m JOIN "user" w ON w.id = m.person_id
            WHERE m.comment_id = c.id), '[]')
        ) ORDER BY c.id)
        FROM value_comment c JOIN "user" u ON u.id = c.author_id JOIN organisation o ON o.id = u.organisation_id
        WHERE c.report_id = a.report_id
      ), '[]') AS comments,
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object(
          'id', e.id, 'indicatorId', e.indicator_id, 'title', COALESCE(f.title, e.title), 'url', e.url,
          'file', CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'type', f.type, 'size', f.size) END,
          'byId', e.created_by_id, 'by', u.name, 'at', ${isoMoment("e.created_at")}, 'organisation', ${organisationNameIn(locale)}
        ) ORDER BY e.id)
        FROM evidence e JOIN organisation o ON o.id = e.organisation_id JOIN "user" u ON u.id = e.created_by_id
          LEFT JOIN stored_file f ON f.id = e.file_id
        WHERE e.report_id = a.report_id
      ), '[]') AS evidence,
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object(
          'indicatorId', m.indicator_id, 'submission', m.submission, 'answer', m.answer, 'query', m.query,
          'reply', m.reply, 'answeredAt', ${isoMoment("m.answered_at")}, 'repliedAt', ${isoMoment("m.replied_at")},
          'answeredBy', jsonb_build_object('id', u.id, 'name', u.name),
          'told', COALESCE((SELECT jsonb_agg(w.name ORDER BY w.name) FROM mention t JOIN "user" w ON w.id = t.person_id
            WHERE (t.report_id, t.submission, t.indicator_id) = (m.report_id, m.submission, m.indicator_id)
              AND t.kind = 'query' AND t.told_at IS NOT NULL), '[]')
        ) ORDER BY m.submission)
        FROM review_answer m JOIN "user" u ON u.id = m.answered_by_id WHERE m.report_id = a.report_id
      ), '[]') AS answers
    FROM unnest(${[...reportIds]}::int[]) AS a(report_id)`;
  return new Map(rows.map((row) => [row.reportId, remarksOf(row)]));
}

function remarksOf(row: RemarksRow): Remarks {
  const remarks = noRemarks();
  for (const { indicatorId, valuesUpTo, ...comment } of row.comments) {
    const upTo = BigInt(valuesUpTo);
    const before = remarks.commentedUpTo.get(indicatorId);
    if (before === undefined || upTo > before) remarks.commentedUpTo.set(indicatorId, upTo);
    append(remarks.comments, indicatorId, comment);
  }
  for (const { indicatorId, ...evidence } of row.evidence)
    if (indicatorId === null) remarks.ofReport.push(evidence);
    else append(remarks.evidence, indicatorId, evidence);
  const answers = row.answers.map((answer) => ({
    ...answer,
    answeredAt: new Date(answer.answeredAt),
    repliedAt: answer.repliedAt === null ? null : new Date(answer.repliedAt),
  }));
  return { ...remarks, answers };
}

function append<T>(lists: Map<number, T[]>, key: number, entry: T) {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}
