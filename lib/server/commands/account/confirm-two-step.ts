import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { endSessions } from "@/lib/server/auth/end-sessions";
import { holdAccount } from "@/lib/server/auth/hold-account";
import { codeKey, count } from "@/lib/server/auth/sign-in-throttle";
import { newRecoveryCodes, recoveryCodeHash } from "@/lib/server/auth/two-step/recovery-codes";
import { isSettingUp } from "@/lib/server/auth/two-step/setting-up";
import { takeAppCode } from "@/lib/server/auth/two-step/take-code";
import { transaction } from "@/lib/server/transaction";

/**
 * Switches the second step on, by a first code of the actor's app. From now on a password alone makes no session, and those
 * that one made are ended, but for this one.
 * @returns recovery codes, which are shown now and never again
 * @throws Refusal `throttled`, `twoStepOnAlready`, `twoStepSetUpOver` or `wrongCode`
 */
export async function confirmTwoStep(
  actor: Actor,
  sessionId: string,
  { code }: { code: string },
  now: Date,
): Promise<{ recoveryCodes: string[]; otherSessionsEnded: number }> {
  await count(codeKey(actor.email), now);
  return transaction(async (tx) => {
    const userId = actor.id;
    if ((await holdAccount(tx, userId)).hasTwoStep) throw new Refusal("twoStepOnAlready");
    if ((await tx.twoStep.count({ where: { userId, ...isSettingUp(now) } })) === 0)
      throw new Refusal("twoStepSetUpOver");
    await takeAppCode(tx, userId, code, now, { isConfirmed: false });
    await tx.twoStep.update({ where: { userId }, data: { confirmedAt: now } });
    const recoveryCodes = newRecoveryCodes();
    await tx.recoveryCode.createMany({
      data: recoveryCodes.map((each) => ({ userId, codeHash: recoveryCodeHash(userId, each) })),
    });
    const otherSessionsEnded = await endSessions(tx, { userId, but: sessionId }, now);
    await tx.signInThrottle.deleteMany({ where: { key: codeKey(actor.email) } });
    await writeAudit(tx, {
      stream: `user:${userId}`,
      actorId: userId,
      action: "twoStepSwitchedOn",
      subject: `user ${userId}`,
      after: { otherSessionsEnded },
    });
    return { recoveryCodes, otherSessionsEnded };
  });
}
