import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { holdAccount } from "@/lib/server/auth/hold-account";
import { codeKey, count } from "@/lib/server/auth/sign-in-throttle";
import { newRecoveryCodes, recoveryCodeHash } from "@/lib/server/auth/two-step/recovery-codes";
import { takeCode } from "@/lib/server/auth/two-step/take-code";
import { transaction } from "@/lib/server/transaction";

/**
 * Gives the actor new recovery codes in place of all that they had.
 * @returns the codes, which are shown now and never again
 * @throws Refusal `throttled`, `twoStepOff` or `wrongCode`
 */
export async function renewRecoveryCodes(
  actor: Actor,
  { code }: { code: string },
  now: Date,
): Promise<{ recoveryCodes: string[] }> {
  await count(codeKey(actor.email), now);
  return transaction(async (tx) => {
    const userId = actor.id;
    if (!(await holdAccount(tx, userId)).hasTwoStep) throw new Refusal("twoStepOff");
    await takeCode(tx, userId, code, now);
    const recoveryCodes = newRecoveryCodes();
    await tx.recoveryCode.deleteMany({ where: { userId } });
    await tx.recoveryCode.createMany({
      data: recoveryCodes.map((each) => ({ userId, codeHash: recoveryCodeHash(userId, each) })),
    });
    await tx.signInThrottle.deleteMany({ where: { key: codeKey(actor.email) } });
    await writeAudit(tx, {
      stream: `user:${userId}`,
      actorId: userId,
      action: "recoveryCodesRenewed",
      subject: `user ${userId}`,
    });
    return { recoveryCodes };
  });
}
