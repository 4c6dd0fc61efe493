import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { seesWholeAudit } from "@/lib/server/audit/read";
import { auditStream, verificationJob, verificationKey } from "@/lib/server/audit/verification-job";
import { writeAudit } from "@/lib/server/audit/write";
import { cancelJob } from "@/lib/server/jobs/enqueue";
import { stopJob } from "@/lib/server/jobs/running";
import { transaction } from "@/lib/server/transaction";

/**
 * Gives up the verification that waits or goes on.
 * @throws Refusal `notAllowed`, `changedMeanwhile` where there is none any more
 */
export async function cancelVerification(actor: Actor): Promise<void> {
  if (!seesWholeAudit(actor)) throw new Refusal("notAllowed");
  const id = await transaction(async (tx) => {
    const job = await tx.job.findFirst({
      where: { kind: verificationJob.name, key: verificationKey, state: { in: ["waiting", "running"] } },
      select: { id: true },
    });
    if (!job || !(await cancelJob(tx, job.id))) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      stream: auditStream,
      actorId: actor.id,
      action: "auditVerificationCancelled",
      subject: "audit",
    });
    return job.id;
  });
  stopJob(id);
}
