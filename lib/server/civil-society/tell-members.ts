import "server-only";
import { platformReportCode } from "@/lib/domain/commitments/platform-report";
import type { UnitRef } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { memberIdsOf, type Platform } from "./hold-platform";

/**
 * Tells those who speak for the platform's member organisations that something became of a point of their report in a unit, once
 * of each occasion. A mail says the report's code alone: it leads to its words, for whoever may read them.
 * @param occasion the point and the version of the unit's answer, or `missed`
 */
export async function tellMembers(
  tx: Transaction,
  { id, planId, planCode, unit, year }: Platform & { id: number; year: number },
  of: UnitRef,
  occasion: string,
  now: Date,
): Promise<void> {
  const people = await tx.user.findMany({
    where: {
      disabledAt: null,
      organisationId: { in: await memberIdsOf(tx, unit.id) },
      roles: { some: { role: { in: ["csoMember", "csoReporter"] }, planId } },
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const kind = "platformNews";
  const args = { plan: planCode, unit: of.code, reports: [platformReportCode(unit.code, year)] };
  for (const { id: userId } of people) {
    const once = `${kind}:${id}:${occasion}:${of.id}:${userId}`;
    await queueMail(tx, { to: { userId }, kind, args, once }, now);
  }
}
