import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { PlatformReportSeen } from "@/lib/schemas/commitments/platform-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { platformReportEvent } from "@/lib/server/civil-society/hold-platform";
import { holdPlatformReport } from "@/lib/server/civil-society/hold-platform-report";
import { transaction } from "@/lib/server/transaction";

/**
 * Deletes a draft, which nobody but the platform's members has read.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export function deletePlatformReport(actor: Actor, seen: PlatformReportSeen): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdPlatformReport(tx, actor, seen, "delete");
    await tx.addressedText.deleteMany({ where: { platformPoint: { reportId: held.id } } });
    const { count } = await tx.platformReport.deleteMany({
      where: { id: held.id, state: held.state, rowVersion: held.rowVersion },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      ...platformReportEvent(held),
      actorId: actor.id,
      action: "platformReportDeleted",
    });
  });
}
