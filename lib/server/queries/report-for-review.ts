import "server-only";
import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { type Actor, can } from "@/lib/domain/permissions";
import { lookCause } from "@/lib/domain/reports/clean";
import { type ReportTransition, transitionLock } from "@/lib/domain/reports/report";
import type { ReportLock, ReportState } from "@/lib/domain/reports/report-state";
import type { Value } from "@/lib/domain/values/value";
import { needsComment } from "@/lib/domain/values/value-warning";
import { canonicalJson, plainJson } from "@/lib/server/canonical-json";
import { db } from "@/lib/server/db/client";
import { dimensionsOfTables } from "@/lib/server/framework/plan-dimensions";
import { type LocatedReport, lockFacts, subjectOf } from "@/lib/server/reports/locate-report";
import type { AskedAbout } from "@/lib/server/reports/people-to-tell";
import type { ReportedIndicator } from "@/lib/server/reports/read-reports";
import { type LastChange, valuesOfCells } from "@/lib/server/reports/report-values";
import { queryView, type StoredAnswer, settledQueries, standingAnswer } from "@/lib/server/reports/review-answers";
import { type Submissions, sharesOfReviewers, submissionsOf } from "@/lib/server/reports/submissions";
import { valuesAt } from "@/lib/server/reports/values-at";
import { type Asked, type VisibleReport, visibleReport } from "@/lib/server/reports/visible-report";
import { wordsToLookAt } from "@/lib/views/free-text/words-to-look-at";
import type { NamedPerson, ReportAddress } from "@/lib/views/report-view";
import type { DecisionView, ReviewIndicator, ReviewView, ShareView } from "@/lib/views/review-view";
import { partNamed } from "./take-downs";

/** A report that was submitted at least once, for whoever reviews it; null for everybody else and everything else. */
export const reportForReview = async (
  actor: Actor | null,
  address: ReportAddress,
  asked: Asked,
): Promise<ReviewView | null> => (await openReview(actor, address, asked))?.view ?? null;

/** As `reportForReview`, with the rows where it stands, and those of its indicators. */
export async function openReview(
  actor: Actor | null,
  address: ReportAddress,
  asked: Asked,
): Promise<{ view: ReviewView; located: LocatedReport; ids: AskedAbout[] } | null> {
  const visible = await visibleReport(actor, address, asked);
  const report = visible?.located.report;
  if (!visible || !report || report.submission === 0) return null;
  const subject = subjectOf(visible.located);
  if (!can(actor, "viewReview", subject)) return null;
  const client = await db();
  const key = { id: report.id, periodId: visible.located.period.id };
  const { answers, changes } = visible;
  const {
    decisions,
    declared,
    before,
    takenDown,
    acceptances,
    shares: stored,
    noted,
    named,
  } = await submissionsOf(client, report, actor);
  const valuesBefore = before && (await valuesAt(client, key, before));
  const approval = decisions.findLast(({ decision }) => decision === "approved");
  const valuesApproved = approval && (await valuesAt(client, key, new Date(approval.at)));
  const at = { submission: report.submission, approved: approval?.submission ?? 0 };
  const reviewed = { ...subject, submittedById: report.submittedById };
  const shares = sharesIn(sharesOfReviewers(stored, reviewed), visible, actor);
  const mine = new Set(shares.flatMap(({ goal, isOwn }) => (isOwn ? [goal] : [])));
  const words = wordsToLookAt(visible.indicators.map(worded), []);
  const told = new Set(words.map(({ place }) => "indicator" in place && place.indicator));
  const indicators = visible.indicators.map((indicator) => {
    const own = answers.filter(({ indicatorId }) => indicatorId === indicator.id);
    const values = valuesBefore && (valuesBefore.get(indicator.versionId) ?? new Map());
    const { code, goal } = indicator.view;
    const then = valuesApproved && (valuesApproved.get(indicator.versionId) ?? new Map());
    const change = changes.get(indicator.versionId);
    const looked = reviewIndicator(indicator, { submitted: values, approved: then }, own, at, change, told.has(code));
    return {
      ...looked,
      isMine: mine.has(goal),
      isNoted: noted.includes(indicator.id),
      named: namedIn(named, indicator.id),
    };
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
      settled: decision.submission < report.submission ? settledIn(decision.submission, visible) : [],
    })),
    withdrawn: withdrawnOf(report, decisions),
    declared,
    acceptances,
    shares,
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
    mayReview: can(actor, "reviewReport", reviewed),
    mayTakeDown: decisions.some(({ decision }) => decision === "approved") && can(actor, "takeDown", subject),
    takenDown: takenDown.map((row) => partNamed(row, visible.framework)),
    isOwnSubmission: report.submittedById === actor?.id,
  };
  const queried = answers.filter(({ submission, answer }) => submission === report.submission && answer === "query");
  const ids = visible.indicators.map(({ id, view: { code } }) => ({
    id,
    code,
    askedBy: queried.find(({ indicatorId }) => indicatorId === id)?.answeredBy.id ?? null,
  }));
  return { view, located: visible.located, ids };
}

/**
 * @param before the values of the submission before, null for a first submission, and those that were approved last
 * @param at the present submission, and the last that was approved, 0 for none
 * @param hasWords something of it may say of whom it speaks
 */
function reviewIndicator(
  indicator: ReportedIndicator,
  before: { submitted: ReadonlyMap<CellKey, Value> | null; approved: ReadonlyMap<CellKey, Value> | undefined },
  answers: readonly StoredAnswer[],
  at: { submission: number; approved: number },
  change: LastChange | undefined,
  hasWords: boolean,
): Omit<ReviewIndicator, "isMine" | "isNoted" | "named"> {
  const { view, context, cells, comments, evidence, warnings, explained, commentMissing } = indicator;
  const now = valuesOfCells(cells);
  const { submission, approved } = at;
  const changedAfter = ({ answeredAt }: StoredAnswer) => change !== undefined && change.at > answeredAt;
  const { standing: answer, carried, last, wasAccepted } = standingAnswer(answers, submission, change?.at);
  // With an approval, whatever was asked before is settled.
  const asked = last?.answer === "query" && last.submission > approved ? last : undefined;
  const total = now.get(totalCell) ?? null;
  const changed = before.submitted ? changesBetween(before.submitted, now) : [];
  const isChangedSinceApproval = before.approved !== undefined && changesBetween(before.approved, now).length > 0;
  // What nobody decided about in the submission before is still to be looked at, though nothing of it changed since.
  const isChanged = changed.length > 0 || isChangedSinceApproval || (last?.answer === "accept" && changedAfter(last));
  return {
    ...view,
    ...context,
    comments,
    evidence,
    warnings,
    explained,
    commentMissing,
    before: before.submitted?.get(totalCell) ?? null,
    now: total,
    changes: changed,
    isChangedSinceApproval,
    toLookAt: lookCause({
      warnings,
      wasAccepted,
      wasAsked: asked !== undefined,
      isChanged,
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

/** What was submitted and waits for nobody, undecided, was taken back. */
function withdrawnOf(
  { state, submission }: { state: ReportState; submission: number },
  decisions: { submission: number }[],
) {
  const ended = state === "draft" || state === "returned" ? submission : submission - 1;
  const all = Array.from({ length: ended }, (_, index) => index + 1);
  return all.filter((each) => decisions.every((decision) => decision.submission !== each));
}

const namedIn = (named: Submissions["named"], indicator: number): NamedPerson[] =>
  named.flatMap(({ indicatorId, ...person }) => (indicatorId === indicator ? [person] : []));

/** The queries of one submission with their replies, in the order of the indicators. */
const settledIn = (of: number, { indicators, answers, changes }: VisibleReport): DecisionView["settled"] =>
  indicators.flatMap(({ id, versionId, view: { code } }) => {
    const own = answers.filter(({ indicatorId, submission }) => indicatorId === id && submission === of);
    const changedAt = changes.get(versionId)?.at;
    const isChangedSince = ({ answeredAt }: StoredAnswer) => changedAt !== undefined && changedAt > answeredAt;
    return settledQueries(own, of + 1, isChangedSince).map((query) => ({ ...query, indicator: code }));
  });

/** In the order of the goals, those that the report has. */
const sharesIn = (
  stored: Submissions["shares"],
  { framework, goals }: Pick<VisibleReport, "framework" | "goals">,
  actor: Actor | null,
): ShareView[] =>
  goals.flatMap(({ code }) =>
    stored
      .filter(({ goalId }) => framework.named.get(goalId)?.code === code)
      .map(({ reviewer, by }) => ({ goal: code, reviewer, by, isOwn: reviewer === actor?.id })),
  );

const worded = ({ view: { code }, cells, comments, evidence, query }: ReportedIndicator) => ({
  code,
  comments,
  evidence,
  query,
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
