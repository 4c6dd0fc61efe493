import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { seesWholeAudit } from "@/lib/server/audit/read";
import { auditStream, verificationJob, verificationKey } from "@/lib/server/audit/verification-job";
import { writeAudit } from "@/lib/server/audit/write";
import { enqueue } from "@/lib/server/jobs/enqueue";
import { wakeJobs } from "@/lib/server/jobs/running";
import { transaction } from "@/lib/server/transaction";

/**
 * Has the whole audit verified. While one verification waits or goes on, it is that one.
 * @throws Refusal `notAllowed`
 */
export async function requestVerification(actor: Actor): Promise<void> {
  if (!seesWholeAudit(actor)) throw new Refusal("notAllowed");
  await transaction(async (tx) => {
    await enqueue(tx, verificationJob, { askedById: actor.id }, { key: verificationKey });
    await writeAudit(tx, {
      stream: auditStream,
      actorId: actor.id,
      action: "auditVerificationRequested",
      subject: "audit",
    });
  });
  wakeJobs();
}
