import "server-only";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { type Actor, can } from "@/lib/domain/permissions";
import { seesEvidenceOfReport } from "@/lib/domain/reports/evidence";
import type { ReportLock } from "@/lib/domain/reports/report-state";
import { submissionBlocks, withdrawalBar } from "@/lib/domain/reports/submission";
import { handBacksOf } from "@/lib/server/assignments/hand-backs";
import { db, type Transaction } from "@/lib/server/db/client";
import { dimensionsOfTables } from "@/lib/server/framework/plan-dimensions";
import { entryIndicator, lastFor } from "@/lib/server/reports/entry-indicator";
import { type LocatedReport, locateReport, lockFacts, subjectOf } from "@/lib/server/reports/locate-report";
import { answeredIndicator, totalsOf } from "@/lib/server/reports/read-reports";
import { declarationOf } from "@/lib/server/reports/report-head";
import { narrativesOfReport } from "@/lib/server/reports/report-narratives";
import { revisionsSoFar } from "@/lib/server/reports/revisions-so-far";
import { type Asked, goalsWithTotals, visibleReportAt } from "@/lib/server/reports/visible-report";
import type { CheckView } from "@/lib/views/entry-view";
import type { ReportAddress, Totals } from "@/lib/views/report-view";

/** Check your answers. Null where the actor may not know of the report; a contributor checks what is assigned. */
export async function reportCheck(
  actor: Actor | null,
  address: ReportAddress,
  asked: Asked,
): Promise<CheckView | null> {
  const client = await db();
  // Counted before the values are read: whatever is entered in between makes the submission look again.
  const located = await locateReport(client, address);
  if (!located) return null;
  const { report, period } = located;
  const revisions = report ? await revisionsSoFar(client, { id: report.id, periodId: period.id }) : 0;
  const visible = await visibleReportAt(actor, located, asked);
  if (!visible) return null;
  const { head, indicators } = visible;
  const subject = subjectOf(located);
  const last = await lastFor(visible, indicators);
  const carries = indicators.map((indicator) => entryIndicator(actor, visible, indicator, last).carry);
  return {
    report: head,
    totals: totalsOf(indicators),
    goals: goalsWithTotals(visible),
    indicators: indicators.map(
      ({ id, view, cells, isAnswered, warnings, explained, commentMissing, comments, evidence, query, accepted }) => {
        const { code, goal, title, rules, unit, steps, tables } = view;
        return {
          code,
          goal,
          title,
          rules,
          unit,
          steps,
          tables,
          isAnswered,
          warnings,
          explained,
          commentMissing,
          cells,
          comments,
          evidence,
          query,
          accepted,
          mayEnter: head.lock === null && can(actor, "enterValue", { ...subject, indicatorId: id }),
          value: cells[totalCell]?.value ?? null,
        };
      },
    ),
    dimensions: dimensionsOfTables(
      visible.dimensions,
      indicators.flatMap(({ view }) => view.tables),
    ),
    narratives: can(actor, "editReport", subject)
      ? await narrativesOfReport(client, visible.framework, located.report?.id)
      : [],
    ofReport: seesEvidenceOfReport(actor, subject) ? visible.ofReport : [],
    mayEdit: can(actor, "editReport", subject) && head.lock === null,
    blocks: submissionBlocks(indicators.map(answeredIndicator)),
    carriable: carries.filter((carry) => carry && !carry.alone).length,
    revisions,
    maySubmit: can(actor, "submitReport", subject) && head.lock === null,
    ...(await submissionOf(client, actor, located, asked.now)),
    ...(await handedBackOf(client, actor, located, { totals: totalsOf(indicators), lock: head.lock })),
  };
}

/** Who approved the submission that waits or was approved, and whether it can be taken back: for whoever may submit. */
async function submissionOf(
  client: Pick<Transaction, "reviewAnswer" | "submissionDeclaration">,
  actor: Actor | null,
  located: LocatedReport,
  now: Date,
): Promise<Pick<CheckView, "declared" | "withdrawal">> {
  const { report, period } = located;
  const isSent = report?.state === "submitted" || report?.state === "approved";
  if (!report || !isSent || !can(actor, "submitReport", subjectOf(located)))
    return { declared: null, withdrawal: null };
  const { id: reportId, submission, state, decisions } = report;
  const facts = { ...lockFacts(state, period, now), wasDecided: decisions.length > 0 };
  const answers = await client.reviewAnswer.count({ where: { reportId, submission, answer: { not: null } } });
  return {
    declared: await declarationOf(client, { reportId, submission }),
    withdrawal: state === "submitted" ? (withdrawalBar(facts, answers) ?? "free") : null,
  };
}

/** What was handed back: to whoever may ask again all of it, to a contributor their own. */
async function handedBackOf(
  client: Pick<Transaction, "$queryRaw">,
  actor: Actor | null,
  located: LocatedReport,
  { totals, lock }: { totals: Totals; lock: ReportLock | null },
): Promise<Pick<CheckView, "ownPart" | "handBacks" | "mayAskAgain">> {
  const subject = subjectOf(located);
  const seesAll = can(actor, "assignIndicators", subject);
  // Whoever edits the whole report has no part of it.
  const hasPart = totals.total > 0 && can(actor, "handBack", subject) && !can(actor, "editReport", subject);
  const mayAskAgain = seesAll && lock === null;
  if (!seesAll && !hasPart) return { ownPart: null, handBacks: [], mayAskAgain };
  const all = await handBacksOf(client, [located.unit.id], located.period.id);
  return {
    ownPart: hasPart
      ? {
          total: totals.total,
          left: totals.total - totals.answered,
          handBack: all.find(({ person }) => person.id === actor?.id) ?? null,
          mayHandBack: lock === null,
        }
      : null,
    handBacks: seesAll ? all : [],
    mayAskAgain,
  };
}
