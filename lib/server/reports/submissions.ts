import "server-only";
import { type AbilitySubject, type Actor, can, type RoleGrant } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { isoMoment } from "@/lib/server/db/iso-moment";
import { isPresentEdition } from "@/lib/server/framework/edition";
import type { TakenDownRow } from "@/lib/server/queries/take-downs";
import type { DeclarationView, IsoMoment, NamedPerson } from "@/lib/views/report-view";
import type { AcceptanceView, DecisionView } from "@/lib/views/review-view";
import { maySignIn, rolesOfPerson } from "./people-to-tell";

/** What is known of a report's submissions: one statement. */
export interface Submissions {
  decisions: Omit<DecisionView, "queries" | "settled">[];
  /** Who approved the present one in the unit. */
  declared: DeclarationView | null;
  /**
   * A moment at which the submission stood that this one is compared with; null for a first one. It is the last on which a
   * reviewer decided: by comparing with one that was withdrawn since, what changed before the withdrawal would go unseen.
   * Only where none was decided on it is the last withdrawn one, known by its declaration.
   */
  before: Date | null;
  acceptances: AcceptanceView[];
  shares: StoredShare[];
  /** Whom the queries of the present one name. */
  named: (NamedPerson & { indicatorId: number })[];
  /** Indicators that the actor has a note of their own on. */
  noted: number[];
  /** What of the report is taken down and may be restored, the first first; once, however often it was. */
  takenDown: TakenDownRow[];
}

interface SubmissionsRow
  extends Pick<Submissions, "decisions" | "takenDown" | "acceptances" | "shares" | "noted" | "named"> {
  declarations: (DeclarationView & { submission: number; at: IsoMoment })[];
}

export async function submissionsOf(
  client: Pick<Transaction, "$queryRaw">,
  { id, submission }: { id: number; submission: number },
  actor: Actor | null,
): Promise<Submissions> {
  const [{ decisions, declarations, takenDown, acceptances, shares, noted, named }] = await client.$queryRaw<
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
      ${standingAcceptances({ reportId: id, submission }, actor?.id ?? 0)} AS acceptances,
      ${storedShares(id)} AS shares,
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
    takenDown,
    acceptances,
    shares,
    noted,
    named,
    declared: present ? { approver: present.approver, approverFunction: present.approverFunction } : null,
    before: earlier === undefined ? null : new Date(earlier.at),
  };
}

/**
 * The acts that accepted several indicators of a submission at once and of which something stands, oldest first, as
 * `AcceptanceView[]`: an expression of an SQL statement.
 * @param actorId who reads it
 */
export const standingAcceptances = (at: { reportId: number; submission: number }, actorId: number) => Prisma.sql`
  COALESCE((
    SELECT jsonb_agg(jsonb_build_object(
      'id', a.id, 'at', ${isoMoment("a.accepted_at")}, 'by', u.name, 'isOwn', a.accepted_by_id = ${actorId},
      'codes', s.codes
    ) ORDER BY a.id)
    FROM review_acceptance a JOIN "user" u ON u.id = a.accepted_by_id
      CROSS JOIN LATERAL (
        SELECT jsonb_agg(i.code ORDER BY i.code) AS codes
        FROM review_answer m
          JOIN edition_indicator i ON i.indicator_id = m.indicator_id
          JOIN framework_edition e ON e.id = i.edition_id AND ${isPresentEdition}
        WHERE m.acceptance_id = a.id
      ) s
    WHERE a.report_id = ${at.reportId} AND a.submission = ${at.submission} AND s.codes IS NOT NULL
  ), '[]')`;

/** A goal of a report under review, with who took it. */
export interface StoredShare {
  goalId: number;
  reviewer: number;
  by: string;
  roles: RoleGrant[];
}

/** Those of a report whose reviewers can sign in, as `StoredShare[]`: an expression of an SQL statement. */
export const storedShares = (reportId: number) => Prisma.sql`
  COALESCE((
    SELECT jsonb_agg(jsonb_build_object('goalId', s.goal_id, 'reviewer', s.reviewer_id, 'by', u.name, 'roles', ${rolesOfPerson}))
    FROM review_share s JOIN "user" u ON u.id = s.reviewer_id WHERE s.report_id = ${reportId} AND ${maySignIn()}
  ), '[]')`;

/** Nobody holds a goal of a report that they don't review (any more): it would be left to them. */
export const sharesOfReviewers = (
  stored: readonly StoredShare[],
  subject: AbilitySubject["reviewReport"],
): StoredShare[] =>
  stored.filter(({ reviewer, roles }) =>
    can(
      { id: reviewer, roles, assignments: [] } as Pick<Actor, "id" | "roles" | "assignments"> as Actor,
      "reviewReport",
      subject,
    ),
  );
