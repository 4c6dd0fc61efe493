import "server-only";
import { platformReportCode } from "@/lib/domain/commitments/platform-report";
import type { UnitRef } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { queueMail } from "@/lib/server/mail/queue-mail";
import { focalPointsOf } from "@/lib/server/mail/who-reports";
import type { Platform } from "./hold-platform";

/**
 * Tells those who answer for these units that points of a report wait for them, once of each occasion. A mail says the report's
 * code alone: it leads to its words, for whoever may read them.
 * @param occasion `presented`, `missed`, or the due date that is near
 */
export async function tellUnits(
  tx: Transaction,
  { id, planId, planCode, unit, year }: Platform & { id: number; year: number },
  units: readonly UnitRef[],
  occasion: string,
  now: Date,
): Promise<void> {
  const told: { userId: number; of: UnitRef }[] = [];
  for (const of of units)
    for (const userId of await focalPointsOf(tx, { plan: { id: planId }, unit: of })) told.push({ userId, of });
  // Always in this order: each mail stays locked until the transaction ends.
  told.sort((one, other) => one.userId - other.userId || one.of.id - other.of.id);
  for (const { userId, of } of told)
    await queueMail(
      tx,
      {
        to: { userId },
        kind: "platformReply",
        args: { plan: planCode, unit: of.code, reports: [platformReportCode(unit.code, year)] },
        once: `platformReply:${id}:${occasion}:${of.id}:${userId}`,
      },
      now,
    );
}
