import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import type { ReportAddress } from "@/lib/views/report-view";
import { reportEvent } from "./report-stream";

/**
 * The id of a unit's report for a period, which is opened as a draft when it is first needed, with its audit event.
 * Two who need it at once get the same one. Whether the actor may is the caller's to ask.
 */
export async function ensureReport(
  tx: Transaction,
  actor: Actor,
  address: ReportAddress,
  place: { planId: number; unitId: number; periodId: number },
): Promise<number> {
  const [added] = await tx.report.createManyAndReturn({ data: [place], skipDuplicates: true, select: { id: true } });
  if (added) {
    await writeAudit(tx, { ...reportEvent({ ...added, ...place }, address), actorId: actor.id, action: "opened" });
    return added.id;
  }
  const { unitId, periodId } = place;
  // Whoever was faster has committed by now, or the insert would still wait.
  const { id } = await tx.report.findUniqueOrThrow({
    where: { unitId_periodId: { unitId, periodId } },
    select: { id: true },
  });
  return id;
}
