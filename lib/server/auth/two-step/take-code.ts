import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import type { Transaction } from "@/lib/server/db/client";
import { log } from "@/lib/server/log/log";
import { bareCode, recoveryCodeHash, typedRecoveryCode } from "./recovery-codes";
import { unseal } from "./secret-box";
import { timeStepOf } from "./totp";

/**
 * Takes a code of the person's app, or one of their recovery codes, for good: neither is taken twice, not even by two
 * requests at once. Count it before (`codeKey` of the throttle).
 * @throws Refusal `wrongCode`
 */
export async function takeCode(
  tx: Transaction,
  userId: number,
  typed: string,
  now: Date,
): Promise<"app" | "recoveryCode"> {
  const recovery = typedRecoveryCode(typed);
  if (recovery !== null) {
    const { count } = await tx.recoveryCode.updateMany({
      where: {
        userId,
        codeHash: recoveryCodeHash(userId, recovery),
        usedAt: null,
        twoStep: { confirmedAt: { not: null } },
      },
      data: { usedAt: now },
    });
    if (count === 0) throw new Refusal("wrongCode");
    return "recoveryCode";
  }
  await takeAppCode(tx, userId, typed, now, { isConfirmed: true });
  return "app";
}

/**
 * The same of the app alone, also before it was ever confirmed.
 * @throws Refusal `wrongCode`
 */
export async function takeAppCode(
  tx: Transaction,
  userId: number,
  typed: string,
  now: Date,
  { isConfirmed }: { isConfirmed: boolean },
): Promise<void> {
  const state = { userId, confirmedAt: isConfirmed ? { not: null } : null };
  const twoStep = await tx.twoStep.findFirst({ where: state, select: { secret: true, lastTimeStep: true } });
  if (!twoStep) throw new Refusal("wrongCode");
  const secret = unseal(twoStep.secret, userId);
  if (secret === null) log.warn("A secret of two-step sign-in can't be read: NEXTAUTH_SECRET has changed.");
  const step = secret === null ? null : timeStepOf(bareCode(typed), secret, twoStep.lastTimeStep, now);
  if (step === null) throw new Refusal("wrongCode");
  const { count } = await tx.twoStep.updateMany({
    where: { ...state, ...twoStep },
    data: { lastTimeStep: step },
  });
  if (count === 0) throw new Refusal("wrongCode");
}
