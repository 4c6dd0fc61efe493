import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import type { Transaction } from "@/lib/server/db/client";

export interface HeldAccount {
  email: string;
  passwordHash: string;
  isDemo: boolean;
  disabledAt: Date | null;
  /** Whether a code is asked for after the password. */
  hasTwoStep: boolean;
}

/**
 * Holds somebody's account to the end of the transaction, so that nobody signs in to it under what is being changed: the
 * password, the second step. What it says was read once it was held.
 * @throws Refusal `notFound`
 */
export async function holdAccount(tx: Transaction, userId: number): Promise<HeldAccount> {
  await tx.$queryRaw`SELECT FROM "user" WHERE id = ${userId} FOR UPDATE`;
  const account = await tx.user.findUnique({
    where: { id: userId },
    select: {
      email: true,
      passwordHash: true,
      isDemo: true,
      disabledAt: true,
      twoStep: { select: { confirmedAt: true } },
    },
  });
  if (!account) throw new Refusal("notFound");
  const { twoStep, ...held } = account;
  return { ...held, hasTwoStep: twoStep?.confirmedAt != null };
}
