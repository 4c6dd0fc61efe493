import "server-only";
import { type CellKey, totalCell } from "@/lib/domain/disaggregation";
import { type Actor, can } from "@/lib/domain/permissions";
import { moveLock, type ReportLock, type ReportMove } from "@/lib/domain/report";
import type { Value } from "@/lib/domain/value";
import { needsComment } from "@/lib/domain/value-warning";
import type { ReportAddress } from "@/lib/schemas/report-view";
import type { DecisionView, ReviewIndicator, ReviewView } from "@/lib/schemas/review-view";
import { canonicalJson, plainJson } from "@/lib/server/canonical-json";
import { db, type Transaction } from "@/lib/server/db/client";
import { figuresAt } from "@/lib/server/reporting/figures-at";
import { lockFacts, subjectOf } from "@/lib/server/reporting/locate-report";
import { type Asked, openRoom } from "@/lib/server/reporting/open-room";
import { dimensionsOfTables } from "@/lib/server/reporting/plan-dimensions";
import type { ReportedIndicator } from "@/lib/server/reporting/report-figures";
import { declarationOf } from "@/lib/server/reporting/report-head";
import { marksOfReport, queryView, type StoredMark } from "@/lib/server/reporting/report-marks";
import { narrativesOfReport } from "@/lib/server/reporting/report-narratives";
import { figuresOfCells, lastChanges } from "@/lib/server/reporting/report-values";

/** A report that was submitted at least once, for whoever reviews it; null for everybody else and everything else. */
export async function reportForReview(
  actor: Actor | null,
  address: ReportAddress,
  asked: Asked,
): Promise<ReviewView | null> {
  const room = await openRoom(actor, address, asked);
  const report = room?.located.report;
  if (!room || !report || report.submission === 0) return null;
  const subject = subjectOf(room.located);
  if (!can(actor, "reviewReport", { ...subject, submittedById: null })) return null;
  const client = await db();
  const key = { id: report.id, periodId: room.located.period.id };
  const decisions = await decisionsOf(client, report.id);
  const marks = await marksOfReport(client, report.id);
  const changes = await lastChanges(client, key);
  const before = await lastSubmitted(client, report, decisions);
  const figuresBefore = before && (await figuresAt(client, key, before));
  const approved = decisions.findLast(({ decision }) => decision === "approved")?.submission ?? 0;
  const at = { submission: report.submission, approved };
  const indicators = room.indicators.map((indicator) => {
    const own = marks.filter(({ indicatorId }) => indicatorId === indicator.id);
    const figures = figuresBefore && (figuresBefore.get(indicator.versionId) ?? new Map());
    return reviewIndicator(indicator, figures, own, at, changes.get(indicator.versionId)?.at);
  });
  const count = (test: (indicator: ReviewIndicator) => boolean) => indicators.filter(test).length;
  const facts = lockFacts(report.state, room.located.period, asked.now);
  const lock = (move: ReportMove): ReportLock | null => moveLock(move, facts);
  return {
    report: room.head,
    decisions: decisions.map((decision) => ({
      ...decision,
      queries: marks.filter(({ submission, mark }) => submission === decision.submission && mark === "query").length,
    })),
    declared: await declarationOf(client, { reportId: report.id, submission: report.submission }),
    isCompared: before !== null,
    counts: {
      changed: count(({ changes }) => changes.length > 0),
      warnings: count(({ warnings }) => warnings.some(needsComment)),
      withoutValue: count(({ isWithoutValue }) => isWithoutValue),
      all: indicators.length,
    },
    marks: {
      accepted: count(({ mark }) => mark?.mark === "accept"),
      queries: count(({ mark }) => mark?.mark === "query"),
      undecided: count(({ mark }) => mark === null),
    },
    indicators,
    goals: room.goals,
    dimensions: dimensionsOfTables(
      room.dimensions,
      indicators.flatMap(({ tables }) => tables),
    ),
    narratives: await narrativesOfReport(client, room.framework, report.id),
    locks: { approve: lock("approve"), return: lock("return"), reopen: lock("reopen") },
    mayReview: can(actor, "reviewReport", { ...subject, submittedById: report.submittedById }),
    isOwnSubmission: report.submittedById === actor?.id,
  };
}

async function decisionsOf(
  client: Pick<Transaction, "reviewDecision">,
  reportId: number,
): Promise<Omit<DecisionView, "queries">[]> {
  const rows = await client.reviewDecision.findMany({
    where: { reportId },
    orderBy: { id: "asc" },
    select: { submission: true, decision: true, reason: true, decidedAt: true, decidedBy: { select: { name: true } } },
  });
  return rows.map(({ decidedAt, decidedBy, ...row }) => ({ ...row, at: decidedAt.toISOString(), by: decidedBy.name }));
}

/**
 * A moment at which the submission stood that this one is compared with; null for a first one. It is the last on which a
 * reviewer decided: by comparing with one that was withdrawn since, what changed before the withdrawal would go unseen.
 * Only where none was decided on it is the last withdrawn one, known by its declaration.
 */
async function lastSubmitted(
  client: Pick<Transaction, "submissionDeclaration">,
  { id, submission }: { id: number; submission: number },
  decisions: readonly Pick<DecisionView, "submission" | "at">[],
): Promise<Date | null> {
  const decided = decisions.findLast((decision) => decision.submission < submission);
  if (decided) return new Date(decided.at);
  const declared = await client.submissionDeclaration.findFirst({
    where: { reportId: id, submission: { lt: submission } },
    orderBy: { submission: "desc" },
    select: { declaredAt: true },
  });
  return declared?.declaredAt ?? null;
}

/**
 * @param before the figures of the submission before; null for a first submission
 * @param at the present submission, and the last that was approved, 0 for none
 */
function reviewIndicator(
  indicator: ReportedIndicator,
  before: ReadonlyMap<CellKey, Value> | null,
  marks: readonly StoredMark[],
  at: { submission: number; approved: number },
  changedAt: Date | undefined,
): ReviewIndicator {
  const { view, context, cells, comments, evidence, warnings, explained, commentMissing } = indicator;
  const now = figuresOfCells(cells);
  const { submission, approved } = at;
  const changedAfter = ({ markedAt }: StoredMark) => changedAt !== undefined && changedAt > markedAt;
  const given = marks.find((mark) => mark.submission === submission);
  const last = marks.findLast((mark) => mark.submission < submission);
  const carried = !given && last?.mark === "accept" && !changedAfter(last);
  const mark = given ?? (carried ? last : undefined);
  // With an approval, whatever was asked before is settled.
  const asked = last?.mark === "query" && last.submission > approved ? last : undefined;
  return {
    ...view,
    ...context,
    ...{ comments, evidence, warnings, explained, commentMissing },
    before: before?.get(totalCell) ?? null,
    now: now.get(totalCell) ?? null,
    changes: before ? changesBetween(before, now) : [],
    isWithoutValue: [...now.values()].every(({ kind }) => kind === "missing"),
    cells: Object.fromEntries(now),
    mark: mark
      ? { mark: mark.mark, query: mark.query, at: mark.markedAt.toISOString(), by: mark.markedBy.name, carried }
      : null,
    asked: asked ? queryView(asked, changedAfter(asked), false) : null,
  };
}

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
