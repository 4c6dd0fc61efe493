import "server-only";
import { platformReportCode } from "@/lib/domain/commitments/platform-report";
import type { UnitRef } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { tellFocalPoints } from "@/lib/server/mail/tell-focal-points";
import type { Platform } from "./hold-platform";

/**
 * Tells those who answer for these units that points of a report wait for them, once of each occasion. A mail says the report's
 * code alone: it leads to its words, for whoever may read them.
 * @param occasion `presented`, `missed`, or the due date that is near
 */
export function tellUnits(
  tx: Transaction,
  { id, planId, planCode, unit, year }: Platform & { id: number; year: number },
  units: readonly UnitRef[],
  occasion: string,
  now: Date,
): Promise<void> {
  const reports = [platformReportCode(unit.code, year)];
  const args = (of: UnitRef) => ({ plan: planCode, unit: of.code, reports });
  return tellFocalPoints(tx, { kind: "platformReply", id, planId, units, occasion, args }, now);
}
