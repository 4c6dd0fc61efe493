import "server-only";
import type { RoleGrant } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";

/** The roles that somebody holds, as rules ask about them. */
export async function grantsOf(tx: Transaction, userId: number): Promise<RoleGrant[]> {
  return tx.userRole.findMany({
    where: { userId },
    select: {
      role: true,
      plan: { select: { id: true, code: true } },
      unit: { select: { id: true, code: true, level: true } },
    },
    orderBy: { id: "asc" },
  });
}
