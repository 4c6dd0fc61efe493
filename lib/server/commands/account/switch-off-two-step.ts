import "server-only";
import { type Actor, twoStepRoles } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { holdAccount } from "@/lib/server/auth/hold-account";
import { mustKnowPassword } from "@/lib/server/auth/must-know-password";
import { codeKey, count } from "@/lib/server/auth/sign-in-throttle";
import { takeCode } from "@/lib/server/auth/two-step/take-code";
import { transaction } from "@/lib/server/transaction";

/**
 * Switches the actor's second step off: a password alone signs them in again.
 * @throws Refusal `twoStepRequired`, `throttled`, `wrongPassword`, `changedMeanwhile`, `twoStepOff` or `wrongCode`
 */
export async function switchOffTwoStep(
  actor: Actor,
  { currentPassword, code }: { currentPassword: string; code: string },
  now: Date,
): Promise<void> {
  const passwordHash = await mustKnowPassword(actor, currentPassword, now);
  await count(codeKey(actor.email), now);
  await transaction(async (tx) => {
    const userId = actor.id;
    const held = await holdAccount(tx, userId);
    if (held.passwordHash !== passwordHash || held.disabledAt !== null) throw new Refusal("changedMeanwhile");
    if (!held.hasTwoStep) throw new Refusal("twoStepOff");
    if (actor.roles.some(({ role }) => twoStepRoles.includes(role))) {
      if ((await tx.siteSettings.count({ where: { twoStepRequired: true } })) > 0) throw new Refusal("twoStepRequired");
    }
    await takeCode(tx, userId, code, now);
    await tx.twoStep.delete({ where: { userId } });
    await tx.signInThrottle.deleteMany({ where: { key: codeKey(actor.email) } });
    await writeAudit(tx, {
      stream: `user:${userId}`,
      actorId: userId,
      action: "twoStepSwitchedOff",
      subject: `user ${userId}`,
    });
  });
}
