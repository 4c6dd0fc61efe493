import "server-only";
import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { type Actor, can } from "@/lib/domain/permissions";
import { lookCause } from "@/lib/domain/reports/clean";
import { type ReportTransition, transitionLock } from "@/lib/domain/reports/report";
import type { ReportLock } from "@/lib/domain/reports/report-state";
import type { Value } from "@/lib/domain/values/value";
import { needsComment } from "@/lib/domain/values/value-warning";
import { canonicalJson, plainJson } from "@/lib/server/canonical-json";
import { db, type Transaction } from "@/lib/server/db/client";
import { isoMoment } from "@/lib/server/db/iso-moment";
import { dimensionsOfTables } from "@/lib/server/framework/plan-dimensions";
import { type LocatedReport, lockFacts, subjectOf } from "@/lib/server/reports/locate-report";
import type { ReportedIndicator } from "@/lib/server/reports/read-reports";
import { type LastChange, valuesOfCells } from "@/lib/server/reports/report-values";
import { queryView, type StoredAnswer } from "@/lib/server/reports/review-answers";
import { valuesAt } from "@/lib/server/reports/values-at";
import { type Asked, visibleReport } from "@/lib/server/reports/visible-report";
import { wordsToLookAt } from "@/lib/views/free-text/words-to-look-at";
import type { DeclarationView, IsoMoment, ReportAddress } from "@/lib/views/report-view";
import type { AcceptanceView, DecisionView, ReviewIndicator, ReviewView } from "@/lib/views/review-view";
import { partNamed, type TakenDownRow } from "./take-downs";

/** A report that was submitted at least once, for whoever reviews it; null for everybody else and everything else. */
export const reportForReview = async (
  actor: Actor | null,
  address: ReportAddress,
  asked: Asked,
): Promise<ReviewView | null> => (await openReview(actor, address, asked))?.view ?? null;

/** As `reportForReview`, with the rows where it stands. */
export async function openReview(
  actor: Actor | null,
  address: ReportAddress,
  asked: Asked,
): Promise<{ view: ReviewView; located: LocatedReport } | null> {
  const visible = await visibleReport(actor, address, asked);
  const report = visible?.located.report;
  if (!visible || !report || report.submission === 0) return null;
  const subject = subjectOf(visible.located);
  if (!can(actor, "viewReview", subject)) return null;
  const client = await db();
  const key = { id: report.id, periodId: visible.located.period.id };
  const { answers, changes } = visible;
  const { decisions, declared, before, takenDown, acceptance } = await submissionsOf(client, report, actor);
  const valuesBefore = before && (await valuesAt(client, key, before));
  const approved = decisions.findLast(({ decision }) => decision === "approved")?.submission ?? 0;
  const at = { submission: report.submission, approved };
  const words = wordsToLookAt(visible.indicators.map(worded), []);
  const told = new Set(words.map(({ place }) => "indicator" in place && place.indicator));
  const indicators = visible.indicators.map((indicator) => {
    const own = answers.filter(({ indicatorId }) => indicatorId === indicator.id);
    const values = valuesBefore && (valuesBefore.get(indicator.versionId) ?? new Map());
    const hasWords = told.has(indicator.view.code);
    return reviewIndicator(indicator, values, own, at, changes.get(indicator.versionId), hasWords);
  });
  const count = (test: (indicator: ReviewIndicator) => boolean) => indicators.filter(test).length;
  const facts = lockFacts(report.state, visible.located.period, asked.now);
  const lock = (transition: ReportTransition): ReportLock | null => transitionLock(transition, facts);
  const view: ReviewView = {
    report: visible.head,
    decisions: decisions.map((decision) => ({
      ...decision,
      queries: answers.filter(({ submission, answer }) => submission === decision.submission && answer === "query")
        .length,
    })),
    declared,
    acceptance,
    words,
    isCompared: before !== null,
    counts: {
      changed: count(({ changes }) => changes.length > 0),
      warnings: count(({ warnings }) => warnings.some(needsComment)),
      withoutValue: count(({ isWithoutValue }) => isWithoutValue),
      all: indicators.length,
    },
    answers: {
      accepted: count(({ answer }) => answer?.answer === "accept"),
      queries: count(({ answer }) => answer?.answer === "query"),
      undecided: count(({ answer }) => answer === null),
    },
    indicators,
    goals: visible.goals,
    dimensions: dimensionsOfTables(
      visible.dimensions,
      indicators.flatMap(({ tables }) => tables),
    ),
    ofReport: visible.ofReport,
    locks: { approve: lock("approve"), return: lock("return"), reopen: lock("reopen") },
    mayReview: can(actor, "reviewReport", { ...subject, submittedById: report.submittedById }),
    mayTakeDown: decisions.some(({ decision }) => decision === "approved") && can(actor, "takeDown", subject),
    takenDown: takenDown.map((row) => partNamed(row, visible.framework)),
    isOwnSubmission: report.submittedById === actor?.id,
  };
  return { view, located: visible.located };
}

/** What is known of a report's submissions: one statement. */
interface Submissions {
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
  /** What of the report is taken down and may be restored, the first first; once, however often it was. */
  takenDown: TakenDownRow[];
}

interface SubmissionsRow extends Pick<Submissions, "decisions" | "takenDown" | "acceptance"> {
  declarations: (DeclarationView & { submission: number; at: IsoMoment })[];
}

async function submissionsOf(
  client: Pick<Transaction, "$queryRaw">,
  { id, submission }: { id: number; submission: number },
  actor: Actor | null,
): Promise<Submissions> {
  const [{ decisions, declarations, takenDown, acceptance }] = await client.$queryRaw<[SubmissionsRow]>`
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
    ...{ takenDown, acceptance },
    declared: present ? { approver: present.approver, approverFunction: present.approverFunction } : null,
    before: earlier === undefined ? null : new Date(earlier.at),
  };
}

/**
 * @param before the values of the submission before; null for a first submission
 * @param at the present submission, and the last that was approved, 0 for none
 * @param hasWords something of it may say of whom it speaks
 */
function reviewIndicator(
  indicator: ReportedIndicator,
  before: ReadonlyMap<CellKey, Value> | null,
  answers: readonly StoredAnswer[],
  at: { submission: number; approved: number },
  change: LastChange | undefined,
  hasWords: boolean,
): ReviewIndicator {
  const { view, context, cells, comments, evidence, warnings, explained, commentMissing } = indicator;
  const now = valuesOfCells(cells);
  const { submission, approved } = at;
  const changedAfter = ({ answeredAt }: StoredAnswer) => change !== undefined && change.at > answeredAt;
  const given = answers.find((answer) => answer.submission === submission);
  const last = answers.findLast((answer) => answer.submission < submission);
  const wasAccepted = last?.answer === "accept" && !changedAfter(last);
  const carried = !given && wasAccepted;
  const answer = given ?? (carried ? last : undefined);
  // With an approval, whatever was asked before is settled.
  const asked = last?.answer === "query" && last.submission > approved ? last : undefined;
  const total = now.get(totalCell) ?? null;
  const changed = before ? changesBetween(before, now) : [];
  return {
    ...view,
    ...context,
    ...{ comments, evidence, warnings, explained, commentMissing },
    before: before?.get(totalCell) ?? null,
    now: total,
    changes: changed,
    toLookAt: lookCause({
      ...{ warnings, wasAccepted, wasAsked: asked !== undefined, isChanged: changed.length > 0 },
      isMissing: total === null || total.kind === "missing",
      hasWordsToLookAt: hasWords,
    }),
    isWithoutValue: [...now.values()].every(({ kind }) => kind === "missing"),
    cells: Object.fromEntries(now),
    entries: change?.entries ?? 0,
    answer: answer
      ? {
          answer: answer.answer,
          query: answer.query,
          at: answer.answeredAt.toISOString(),
          by: answer.answeredBy.name,
          carried,
        }
      : null,
    asked: asked ? queryView(asked, changedAfter(asked), false) : null,
  };
}

const worded = ({ view: { code }, cells, comments, evidence, query }: ReportedIndicator) => ({
  ...{ code, comments, evidence, query },
  values: Object.fromEntries(valuesOfCells(cells)),
});

function changesBetween(
  before: ReadonlyMap<CellKey, Value>,
  now: ReadonlyMap<CellKey, Value>,
): ReviewIndicator["changes"] {
  const keys = [...new Set([totalCell, ...now.keys(), ...before.keys()])];
  const text = (value: Value | undefined) => canonicalJson(plainJson(value));
  return keys
    .filter((cell) => text(before.get(cell)) !== text(now.get(cell)))
    .map((cell) => ({ cell, before: before.get(cell) ?? null, now: now.get(cell) ?? null }));
}
