import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { isWithdrawn, transitionLock } from "@/lib/domain/reports/report";
import type { ReportLock, ReportState } from "@/lib/domain/reports/report-state";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import type { Decision } from "@/lib/server/db/generated/client";
import type { ReportAddress } from "@/lib/views/report-view";
import { changeHeld, type HeldReport, holdReport, mustLocate } from "./hold-report";
import { type LocatedReport, subjectOf } from "./locate-report";
import { reportEvent } from "./report-stream";

// What approving, returning and reopening a report have in common.

/** Whoever submitted a report may not review it, so this is asked again of the report as it is held. */
export function mustReview(
  actor: Actor,
  located: LocatedReport,
  { submittedById }: Pick<HeldReport, "submittedById"> = { submittedById: located.report?.submittedById ?? null },
): void {
  mustBeAble(actor, "reviewReport", { ...subjectOf(located), submittedById });
}

/** @throws Refusal `notFound`, `notAllowed` */
export async function mustLocateToReview(actor: Actor, address: ReportAddress): Promise<LocatedReport> {
  const located = await mustLocate(address);
  mustReview(actor, located);
  return located;
}

/**
 * Holds the submission under review, for what reviewers do before they decide about it.
 * @param submission the one that the reviewer looks at; null where it is no matter which
 * @throws Refusal `notFound` where nobody opened the report, `notAllowed`, `locked`, `changedMeanwhile` for another submission
 */
export async function holdUnderReview(
  tx: Transaction,
  actor: Actor,
  located: LocatedReport,
  submission: number | null,
  now: Date,
): Promise<HeldReport> {
  const report = await holdReport(tx, located, now);
  mustReview(actor, located, report);
  if (submission !== null && report.submission !== submission) throw new Refusal("changedMeanwhile");
  const lock = transitionLock("approve", report.facts);
  if (lock === null) return report;
  throw await lockedFor(tx, report, lock);
}

/** A submission that was withdrawn is told as that, and not as the state that it went back to. */
async function lockedFor(tx: Transaction, report: HeldReport, lock: ReportLock): Promise<Refusal<"locked">> {
  const at = { reportId: report.id, submission: report.submission };
  const isDecided = (await tx.reviewDecision.count({ where: at })) > 0;
  const isTakenBack = lock === report.state && isWithdrawn(report, isDecided ? report.submission : 0);
  return new Refusal("locked", { lock: isTakenBack ? "withdrawn" : lock });
}

/**
 * Holds the report that is to be decided about, as the reviewer saw it.
 * @throws Refusal `notFound` where nobody opened it, `locked` where it was changed so that nothing of the kind can be
 * decided any more, `changedMeanwhile` where it was changed otherwise, `notAllowed`
 */
export async function holdToDecide(
  tx: Transaction,
  actor: Actor,
  located: LocatedReport,
  { transition, rowVersion }: { transition: "return" | "approve" | "reopen"; rowVersion: number },
  now: Date,
): Promise<HeldReport> {
  const report = await holdReport(tx, located, now);
  if (report.rowVersion !== rowVersion) {
    const lock = transitionLock(transition, report.facts);
    throw lock === null ? new Refusal("changedMeanwhile") : await lockedFor(tx, report, lock);
  }
  mustReview(actor, located, report);
  return report;
}

interface Deciding {
  decision: Decision;
  /** As the report's life allows it: ask `stateAfter`. */
  state: ReportState;
  reason?: string;
  /** Of a reopening: what readers are told, once the report is approved again. */
  readersReason?: string;
  /** What else the audit says of it. */
  noted?: object;
}

/** Writes the decision about a held report: the report's state, the decision with its reason, the audit event. */
export async function decide(
  tx: Transaction,
  actor: Actor,
  address: ReportAddress,
  report: HeldReport,
  { decision, state, reason, readersReason, noted }: Deciding,
): Promise<void> {
  const { id: reportId, submission, moment } = report;
  const approval = decision === "approved" && { approvedAt: moment, approvedById: actor.id };
  await changeHeld(tx, report, { state, ...approval });
  const decided = await tx.reviewDecision.create({
    data: {
      reportId,
      submission,
      decision,
      reason,
      decidedAt: moment,
      decidedById: actor.id,
      ...(readersReason !== undefined && { correctionReason: { create: { text: readersReason } } }),
    },
    select: { id: true },
  });
  await writeAudit(tx, {
    ...reportEvent(report, address),
    actorId: actor.id,
    action: decision,
    before: { state: report.state },
    after: { state, submission, decision: decided.id, ...noted },
  });
}
