import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { PlatformReportSeen } from "@/lib/schemas/commitments/platform-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { platformReportEvent } from "@/lib/server/civil-society/hold-platform";
import { changePlatformReport, holdPlatformReport } from "@/lib/server/civil-society/hold-platform-report";
import { dayInUnit } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";

/**
 * Says that a report is agreed, by as many of the platform's members as have agreed to its words. Those who left since they
 * agreed don't count. From now on it is read by whom its authors chose.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`, `platformPriorityMissing`, `platformAgreementMissing`
 */
export function closeAgreement(actor: Actor, seen: PlatformReportSeen, now: Date): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdPlatformReport(tx, actor, seen, "close");
    const { id: reportId, memberIds } = held;
    if ((await tx.platformPoint.count({ where: { reportId, kind: "priority" } })) === 0)
      throw new Refusal("platformPriorityMissing");
    await tx.platformAgreement.deleteMany({ where: { reportId, organisationId: { notIn: [...memberIds] } } });
    const agreed = await tx.platformAgreement.count({ where: { reportId } });
    if (agreed === 0) throw new Refusal("platformAgreementMissing");
    await changePlatformReport(tx, held, {
      state: "agreed",
      agreedOn: new Date(dayInUnit(held.unit.code, now)),
      memberCount: memberIds.length,
    });
    await writeAudit(tx, {
      ...platformReportEvent(held),
      actorId: actor.id,
      action: "platformReportAgreed",
      before: { state: held.state },
      after: { state: "agreed", agreed, members: memberIds.length },
    });
  });
}
