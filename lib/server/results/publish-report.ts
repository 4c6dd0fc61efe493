import "server-only";
import type { Transaction } from "@/lib/server/db/client";

/**
 * Makes an approved report public, inside the transaction that approves it: raises the plan's publication version,
 * under which the public pages are prerendered. Approvals of one plan wait for each other here.
 * @returns the version under which the report is public
 */
export async function publishReport(tx: Transaction, reportId: number): Promise<{ version: number }> {
  const { planId, unit, period } = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: { planId: true, unit: { select: { code: true } }, period: { select: { code: true } } },
  });
  const { publicationVersion: version } = await tx.plan.update({
    where: { id: planId },
    data: { publicationVersion: { increment: 1 } },
    select: { publicationVersion: true },
  });
  await tx.publicationVersion.create({
    data: { planId, version, cause: "approval", subject: `report ${unit.code} ${period.code}` },
  });
  return { version };
}
