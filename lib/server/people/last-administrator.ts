import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import { demoMode } from "@/lib/server/auth/demo-mode";
import type { Transaction } from "@/lib/server/db/client";

/**
 * Refuses to leave an installation without an administrator: somebody else has to be one of all plans, and able to sign in.
 * Until the transaction ends no other administrator can be disabled or lose the role.
 * @param personId who is to go, or to lose the role
 * @throws Refusal `lastAdministrator`
 */
export async function refuseLastAdministrator(tx: Transaction, personId: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))`;
  // A statement of its own, which begins once the lock is held: it sees what whoever held it before has done.
  const others = await tx.user.count({
    where: {
      id: { not: personId },
      disabledAt: null,
      ...(!demoMode() && { isDemo: false }),
      roles: { some: { role: "administrator", planId: null } },
    },
  });
  if (others === 0) throw new Refusal("lastAdministrator");
}
