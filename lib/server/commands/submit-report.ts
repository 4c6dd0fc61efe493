import "server-only";
import { createHash } from "node:crypto";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { stateAfter } from "@/lib/domain/reports/report";
import { type SubmissionBlock, submissionBlocks } from "@/lib/domain/reports/submission";
import type { SubmitForm } from "@/lib/schemas/reports/report-forms";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { frameworkOf, type PlanFramework } from "@/lib/server/framework/plan-framework";
import { changeHeld, holdAsSeen, mustLocate } from "@/lib/server/reports/hold-report";
import { type LocatedReport, subjectOf } from "@/lib/server/reports/locate-report";
import { answeredIndicator, readValues, totalsOf } from "@/lib/server/reports/read-reports";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { changesSince } from "@/lib/server/reports/revisions-so-far";
import { transaction } from "@/lib/server/transaction";
import type { DeclarationView, ReportAddress } from "@/lib/views/report-view";

/** Something must be settled before submission; the check lists it. */
export class SubmissionBlocked extends Refusal<"submissionBlocked"> {
  constructor(readonly blocks: SubmissionBlock[]) {
    super("submissionBlocked", { blocks: blocks.length });
  }
}

/**
 * Sends the report to the secretariat as its focal point saw it: what a contributor entered since then makes them look
 * again. From the moment it is held no value changes any more. Who approved it, and in which function, is kept with the
 * submission.
 * @returns how often it was submitted, this time included
 * @throws Refusal `notFound` (also where nothing was ever entered), `notAllowed`, `changedMeanwhile`, `valuesChanged`,
 * `locked`;
 * SubmissionBlocked
 */
export async function submitReport(
  actor: Actor,
  address: ReportAddress,
  { rowVersion, revisions, approver, approverFunction }: SubmitForm,
  now: Date,
): Promise<{ submission: number }> {
  const located = await mustLocate(address);
  mustBeAble(actor, "submitReport", subjectOf(located));
  const framework = await frameworkOf(located.plan, "en");
  return transaction(async (tx) => {
    const report = await holdAsSeen(tx, located, rowVersion, now);
    const state = stateAfter("submit", report.facts);
    const changes = await changesSince(tx, { id: report.id, periodId: located.period.id }, revisions, actor);
    if (changes) throw new Refusal("valuesChanged", changes);
    const values = await valuesOf(tx, framework, { ...located, report: { ...located.report!, ...report } });
    const blocks = submissionBlocks(values.map(answeredIndicator));
    if (blocks.length > 0) throw new SubmissionBlocked(blocks);
    const submission = report.submission + 1;
    await changeHeld(tx, report, { state, submission, submittedAt: report.moment, submittedById: actor.id });
    await tx.submissionDeclaration.create({
      data: {
        reportId: report.id,
        submission,
        approver,
        approverFunction,
        declaredAt: report.moment,
        declaredById: actor.id,
      },
    });
    const { answered, total } = totalsOf(values);
    await writeAudit(tx, {
      ...reportEvent(report, address),
      actorId: actor.id,
      action: "submitted",
      before: { state: report.state, submission: report.submission },
      after: { state, submission, answered, total, declaration: declarationDigest({ approver, approverFunction }) },
    });
    return { submission };
  });
}

/** Shows later that a declaration is the one that was made, while the event names nobody. */
export const declarationDigest = ({ approver, approverFunction }: DeclarationView): string =>
  createHash("sha256").update(`${approver}\n${approverFunction}`).digest("hex");

async function valuesOf(tx: Transaction, framework: PlanFramework, located: LocatedReport) {
  const { indicators } = indicatorsOfPeriod(framework, located.unit.level, located.period);
  return readValues(tx, located, indicators, framework.dimensions);
}
