import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { erase } from "@/lib/server/audit/erase";
import { verifyStream } from "@/lib/server/audit/verify";
import { db } from "@/lib/server/db/client";
import { raiseVersion } from "@/lib/server/results/publish";
import { transaction } from "@/lib/server/transaction";

interface Erasure {
  stream: string;
  sequence: number;
  reason: string;
}

/**
 * Erases what an event of the audit said. That it was said, when and by whom, and who erased it and why, stays. An event that
 * belongs to no plan takes the permission in every plan.
 * @throws Refusal `notFound` also where there is nothing to erase, `notAllowed`, `reasonMissing`, `wordsInUse`,
 * `changedMeanwhile`; `auditAltered` where the stream isn't as it was written: erasing would hide that
 */
export async function eraseFromAudit(actor: Actor, { stream, sequence, reason }: Erasure): Promise<void> {
  const client = await db();
  const plans = await client.plan.findMany({ select: { id: true } });
  const may = ({ id: planId }: { id: number }) => can(actor, "eraseAudit", { planId });
  if (!plans.some(may)) throw new Refusal("notAllowed");
  const event = await client.auditEvent.findUnique({
    where: { stream_sequence: { stream, sequence } },
    select: {
      stream: true,
      sequence: true,
      subject: true,
      planId: true,
      unitId: true,
      reportId: true,
      payload: { select: { after: true } },
    },
  });
  if (!event?.payload) throw new Refusal("notFound");
  const concerned = plans.filter(({ id }) => event.planId === null || id === event.planId);
  if (concerned.length === 0 || !concerned.every(may)) throw new Refusal("notAllowed");
  if (reason.trim() === "") throw new Refusal("reasonMissing");
  const check = await verifyStream(client, stream);
  if (!check.intact) throw new Refusal("auditAltered", { sequence: check.sequence });
  const { payload } = event;
  await transaction(async (tx) => {
    const wasForReaders = await erase(tx, { ...event, payload }, { actorId: actor.id, reason: reason.trim() });
    if (!wasForReaders || event.planId === null) return;
    // Pages that are kept under the version before say it still.
    await raiseVersion(tx, {
      planId: event.planId,
      cause: "takeDown",
      subject: `reason for readers, ${event.subject}`,
    });
  });
}
