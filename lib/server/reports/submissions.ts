import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { isoMoment } from "@/lib/server/db/iso-moment";
import type { TakenDownRow } from "@/lib/server/queries/take-downs";
import type { DeclarationView, IsoMoment, NamedPerson } from "@/lib/views/report-view";
import type { AcceptanceView, DecisionView } from "@/lib/views/review-view";

/** What is known of a report's submissions: one statement. */
export interface Submissions {
  decisions: Omit<DecisionView, "queries">[];
  /** Who approved the present one in the unit. */
  declared: DeclarationView | null;
  /**
   * A moment at which the submission stood that this one is compared with; null for a first one. It is the last on which a
   * reviewer decided: by comparing with one that was withdrawn since, what changed before the withdrawal would go unseen.
   * Only where none was decided on it is the last withdrawn one, known by its declaration.
   */
  before: Date | null;
  acceptance: AcceptanceView | null;
  shares: { goalId: number; reviewer: number; by: string }[];
  /** Whom the queries of the present one name. */
  named: (NamedPerson & { indicatorId: number })[];
  /** Indicators that the actor has a note of their own on. */
  noted: number[];
  /** What of the report is taken down and may be restored, the first first; once, however often it was. */
  takenDown: TakenDownRow[];
}

interface SubmissionsRow
  extends Pick<Submissions, "decisions" | "takenDown" | "acceptance" | "shares" | "noted" | "named"> {
  declarations: (DeclarationView & { submission: number; at: IsoMoment })[];
}

export async function submissionsOf(
  client: Pick<Transaction, "$queryRaw">,
  { id, submission }: { id: number; submission: number },
  actor: Actor | null,
): Promise<Submissions> {
  const [{ decisions, declarations, takenDown, acceptance, shares, noted, named }] = await client.$queryRaw<
    [SubmissionsRow]
  >`
    SELECT
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object(
          'submission', d.submission, 'decision', d.decision, 'reason', d.reason,
          'readersReason', COALESCE(c.text, ''), 'at', ${isoMoment("d.decided_at")}, 'by', u.name
        ) ORDER BY d.id)
        FROM review_decision d JOIN "user" u ON u.id = d.decided_by_id
          LEFT JOIN correction_reason c ON c.decision_id = d.id WHERE d.report_id = ${id}
      ), '[]') AS decisions,
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object(
          'submission', d.submission, 'at', ${isoMoment("d.declared_at")},
          'approver', d.approver, 'approverFunction', d.approver_function
        ) ORDER BY d.submission)
        FROM submission_declaration d WHERE d.report_id = ${id}
      ), '[]') AS declarations,
      (
        SELECT jsonb_build_object(
          'id', a.id, 'at', ${isoMoment("a.accepted_at")}, 'by', u.name,
          'isOwn', a.accepted_by_id = ${actor?.id ?? 0}, 'count', s.count
        )
        FROM review_acceptance a JOIN "user" u ON u.id = a.accepted_by_id
          CROSS JOIN LATERAL (SELECT count(*)::int FROM review_answer m WHERE m.acceptance_id = a.id) s(count)
        WHERE a.report_id = ${id} AND a.submission = ${submission} AND s.count > 0
        ORDER BY a.id DESC LIMIT 1
      ) AS acceptance,
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object('goalId', s.goal_id, 'reviewer', s.reviewer_id, 'by', u.name))
        FROM review_share s JOIN "user" u ON u.id = s.reviewer_id WHERE s.report_id = ${id}
      ), '[]') AS shares,
      COALESCE((
        SELECT jsonb_agg(n.indicator_id) FROM review_note n WHERE n.report_id = ${id} AND n.author_id = ${actor?.id ?? 0}
      ), '[]') AS noted,
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object(
          'indicatorId', m.indicator_id, 'id', u.id, 'name', u.name, 'reviews', m.kind = 'review'
        ) ORDER BY m.id)
        FROM mention m JOIN "user" u ON u.id = m.person_id WHERE m.report_id = ${id} AND m.submission = ${submission}
          AND (m.kind = 'review' OR m.told_at IS NULL)
      ), '[]') AS named,
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object(
          'kind', t.kind, 'pillarId', t.pillar_id, 'narrativeKind', t.narrative_kind, 'indicatorId', t.indicator_id
        ) ORDER BY t.first)
        FROM (
          SELECT t.kind, t.pillar_id, t.narrative_kind, t.indicator_id, min(t.id) AS first
          FROM report r JOIN take_down t ON t.unit_id = r.unit_id AND t.period_id = r.period_id
          WHERE r.id = ${id} AND t.until_version IS NULL AND t.erased_at IS NULL
          GROUP BY t.kind, t.pillar_id, t.narrative_kind, t.indicator_id
        ) t
      ), '[]') AS "takenDown"`;
  const present = declarations.find((declaration) => declaration.submission === submission);
  const isEarlier = (other: { submission: number }) => other.submission < submission;
  const earlier = decisions.findLast(isEarlier) ?? declarations.findLast(isEarlier);
  return {
    decisions,
    ...{ takenDown, acceptance, shares, noted, named },
    declared: present ? { approver: present.approver, approverFunction: present.approverFunction } : null,
    before: earlier === undefined ? null : new Date(earlier.at),
  };
}
