import "server-only";
import type { Transaction } from "@/lib/server/db/client";

/** How often a figure of the report was entered or cleared: it grows with every change of one, and only then. */
export const revisionsSoFar = (
  client: Pick<Transaction, "valueRevision">,
  report: { id: number; periodId: number },
): Promise<number> => client.valueRevision.count({ where: { periodId: report.periodId, reportId: report.id } });
