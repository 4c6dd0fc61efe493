import "server-only";
import { mayResetTwoStep } from "@/lib/domain/people";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { endSessions } from "@/lib/server/auth/end-sessions";
import { codeKey } from "@/lib/server/auth/sign-in-throttle";
import { holdToKeep } from "@/lib/server/people/keep-person";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes away the second step and the passkeys of somebody who lost their app and their recovery codes, or their devices: their
 * password alone signs them in again, and their sessions end. It is for administrators who keep their account: whoever asks for it may be the one who has
 * their password.
 * @throws Refusal `notFound`, `notAllowed`, `signedOut` or `twoStepOff`
 */
export async function resetTwoStep(actor: Actor, personId: number, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const { acting, person } = await holdToKeep(tx, actor, personId);
    if (!mayResetTwoStep(acting, person)) throw new Refusal("notAllowed");
    const { count } = await tx.twoStep.deleteMany({ where: { userId: personId } });
    const { count: passkeysRemoved } = await tx.passkey.deleteMany({ where: { userId: personId } });
    if (count + passkeysRemoved === 0) throw new Refusal("twoStepOff");
    const sessionsEnded = await endSessions(tx, { userId: personId }, now);
    await tx.signInThrottle.deleteMany({ where: { key: codeKey(person.email) } });
    await writeAudit(tx, {
      stream: `user:${personId}`,
      actorId: actor.id,
      action: "twoStepReset",
      subject: `user ${personId}`,
      after: { sessionsEnded, passkeysRemoved },
    });
  });
}
