import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { randomOfReport } from "./disclosure/secret-random";
import { type Published, publishReports } from "./publish-reports";

/**
 * Turns a report's present figures into the approved results, and works out everything that depends on them. Called by the
 * approval, in its transaction.
 */
export async function publishReport(tx: Transaction, reportId: number): Promise<Published> {
  const { planId, unitId, periodId, approvedAt, chance, unit, period } = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: {
      ...{ planId: true, unitId: true, periodId: true, approvedAt: true, chance: true },
      unit: { select: { code: true } },
      period: { select: { code: true } },
    },
  });
  const report = { id: reportId, unitId, periodId, approvedAt: approvedAt ?? new Date() };
  return publishReports(tx, planId, [report], {
    subject: `report ${unit.code} ${period.code}`,
    random: (publication) => randomOfReport(chance, publication),
  });
}
