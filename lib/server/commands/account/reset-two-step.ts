import "server-only";
import { mayKeepPerson } from "@/lib/domain/people";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { endSessions } from "@/lib/server/auth/end-sessions";
import { grantsOf } from "@/lib/server/auth/grants-of";
import { holdAccount } from "@/lib/server/auth/hold-account";
import { codeKey } from "@/lib/server/auth/sign-in-throttle";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes away the second step of somebody who lost their app and their recovery codes: their password alone signs them in
 * again, and their sessions end. It is for administrators, who keep their account (`mayKeepPerson`): whoever asks for it may
 * be the one who has their password.
 * @throws Refusal `notFound`, `notAllowed` or `twoStepOff`
 */
export async function resetTwoStep(actor: Actor, personId: number, now: Date): Promise<void> {
  if (!actor.roles.some(({ role }) => role === "administrator")) throw new Refusal("notAllowed");
  await transaction(async (tx) => {
    const held = await holdAccount(tx, personId);
    if (!mayKeepPerson(actor, { id: personId, roles: await grantsOf(tx, personId) })) throw new Refusal("notAllowed");
    const { count } = await tx.twoStep.deleteMany({ where: { userId: personId } });
    if (count === 0) throw new Refusal("twoStepOff");
    const sessionsEnded = await endSessions(tx, { userId: personId }, now);
    await tx.signInThrottle.deleteMany({ where: { key: codeKey(held.email) } });
    await writeAudit(tx, {
      stream: `user:${personId}`,
      actorId: actor.id,
      action: "twoStepReset",
      subject: `user ${personId}`,
      after: { sessionsEnded },
    });
  });
}
