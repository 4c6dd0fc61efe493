import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { PlatformReportSeen } from "@/lib/schemas/commitments/platform-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { platformReportEvent } from "@/lib/server/civil-society/hold-platform";
import { holdPlatformReport } from "@/lib/server/civil-society/hold-platform-report";
import { transaction } from "@/lib/server/transaction";

/**
 * Says for the actor's organisation that it agrees to the words as they are. Several may at once: the report's version, which
 * is that of its words, stays.
 * @throws Refusal `notFound`, `notAllowed`; `changedMeanwhile` also where it has agreed already
 */
export function agreeToPlatformReport(actor: Actor, seen: PlatformReportSeen, now: Date): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdPlatformReport(tx, actor, seen, "agree");
    const { count } = await tx.platformAgreement.createMany({
      data: { reportId: held.id, organisationId: actor.organisation.id, agreedAt: now, agreedById: actor.id },
      skipDuplicates: true,
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      ...platformReportEvent(held),
      actorId: actor.id,
      action: "platformReportAgreedTo",
      after: { organisation: actor.organisation.id },
    });
  });
}
