import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { evidenceLimit } from "@/lib/domain/reports/evidence-limit";
import { db, type Transaction } from "@/lib/server/db/client";
import { holdAssigned } from "@/lib/server/reports/hold-assigned";
import { type HeldReport, holdForEditing, mustFindIndicator, mustLocate } from "@/lib/server/reports/hold-report";
import { type LocatedReport, subjectOf } from "@/lib/server/reports/locate-report";
import type { ReportAddress } from "@/lib/views/report-view";

/** What evidence backs: an indicator of a report, or the report as a whole. */
export interface EvidencePlace {
  located: LocatedReport;
  indicator: { id: number; code: string } | null;
}

/** @throws Refusal `notFound`, `notAllowed` */
export async function mustBackPlace(
  actor: Actor,
  address: ReportAddress,
  indicator: string | null,
): Promise<EvidencePlace> {
  const located = await mustLocate(address);
  const subject = subjectOf(located);
  if (indicator === null) {
    mustBeAble(actor, "editReport", subject);
    return { located, indicator };
  }
  const found = await mustFindIndicator(await db(), located, indicator);
  mustBeAble(actor, "addEvidence", { ...subject, indicatorId: found.id });
  return { located, indicator: found };
}

/**
 * Holds the report to which evidence is added, with space for one more.
 * @throws Refusal `notAllowed`, `locked`, `evidenceFull`
 */
export async function holdEvidence(
  tx: Transaction,
  actor: Actor,
  address: ReportAddress,
  { located, indicator }: EvidencePlace,
  now: Date,
): Promise<HeldReport> {
  const report = await holdForEditing(tx, actor, address, located, now);
  if (indicator) await holdAssigned(tx, actor, "addEvidence", subjectOf(located), [indicator.id]);
  await mustHaveSpace(tx, report.id, indicator);
  return report;
}

/** @throws Refusal `evidenceFull` */
export async function mustHaveSpace(
  client: Pick<Transaction, "evidence">,
  reportId: number,
  indicator: EvidencePlace["indicator"],
): Promise<void> {
  const there = await client.evidence.count({ where: { reportId, indicatorId: indicator?.id ?? null } });
  if (there >= evidenceLimit) throw new Refusal("evidenceFull", { most: evidenceLimit });
}

/**
 * Refuses unless they may take it away: whoever added it and still may add some, and whoever edits the whole report.
 * @throws Refusal `notFound`, `notAllowed`
 */
export async function mustRemoveEvidence(
  tx: Transaction,
  actor: Actor,
  located: LocatedReport,
  { indicatorId, createdById }: { indicatorId: number | null; createdById: number },
): Promise<void> {
  const subject = subjectOf(located);
  if (indicatorId === null || createdById !== actor.id) return mustBeAble(actor, "editReport", subject);
  mustBeAble(actor, "addEvidence", { ...subject, indicatorId });
  await holdAssigned(tx, actor, "addEvidence", subject, [indicatorId]);
}
