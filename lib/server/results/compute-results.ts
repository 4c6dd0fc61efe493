import "server-only";
import type { RandomSource } from "@/lib/domain/suppression/secondary/random-source";
import type { Transaction } from "@/lib/server/db/client";
import { publishReports } from "./publish-reports";

/**
 * Publishes all approved reports of these periods at once, under one publication version, and decides anew what is hidden.
 * @param random what is hidden is chosen by it; left out, by a source that nobody can repeat
 */
export async function computeResults(
  tx: Transaction,
  { planId, periodIds, random }: { planId: number; periodIds: number[]; random?: RandomSource },
): Promise<void> {
  const rows = await tx.report.findMany({
    where: { planId, periodId: { in: periodIds }, state: "approved" },
    orderBy: { id: "asc" },
    select: { id: true, unitId: true, periodId: true, approvedAt: true, period: { select: { code: true } } },
  });
  const reports = rows.map(({ approvedAt, period: _, ...report }) => ({ ...report, approvedAt: approvedAt! }));
  const codes = [...new Set(rows.map(({ period }) => period.code))];
  await publishReports(tx, planId, reports, {
    subject: `reports ${codes.join(", ")}`,
    ...(random && { random: () => random }),
    looksAtAll: true,
  });
}
