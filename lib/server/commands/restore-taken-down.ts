import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { db, type Transaction } from "@/lib/server/db/client";
import { chanceOfReport } from "@/lib/server/results/disclosure/secret-chance";
import { prepareChange } from "@/lib/server/results/prepare";
import { publishChange, raiseVersion } from "@/lib/server/results/publish";
import { transaction } from "@/lib/server/transaction";

/**
 * Makes public again what was taken down, as far as it still stands: in earlier results versions as it was, now as it was
 * approved last. What was published between stays without it.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile` where it was restored or erased before; of values `reportOpen` while
 * their report isn't approved, and `resultsTooLarge`
 */
export async function restoreTakenDown(actor: Actor, plan: string, id: number, now: Date): Promise<void> {
  const client = await db();
  const row = await client.takeDown.findFirst({
    where: { id, plan: { code: plan } },
    select: {
      planId: true,
      unitId: true,
      periodId: true,
      indicatorId: true,
      untilVersion: true,
      erasedAt: true,
      unit: { select: { code: true } },
      period: { select: { code: true } },
    },
  });
  if (!row) throw new Refusal("notFound");
  const { planId, unitId, periodId, indicatorId } = row;
  mustBeAble(actor, "takeDown", { planId });
  if (row.untilVersion !== null || row.erasedAt !== null) throw new Refusal("changedMeanwhile");
  const reason = { planId, cause: "takeDown", subject: `restored ${row.unit.code} ${row.period.code}` } as const;
  const record = async (tx: Transaction, noted: { version: number }) => {
    const { count } = await tx.takeDown.updateMany({
      where: { id, untilVersion: null, erasedAt: null },
      data: { untilVersion: noted.version - 1, restoredAt: now, restoredById: actor.id },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      stream: `takeDown:${id}`,
      actorId: actor.id,
      action: "restored",
      subject: `take-down ${id} of ${plan}`,
      place: { planId, unitId },
      after: noted,
    });
  };
  if (indicatorId === null) return transaction(async (tx) => record(tx, { version: await raiseVersion(tx, reason) }));

  // An open report's values are drafts: what was approved last is what may be public.
  const approved = { unitId, periodId, state: "approved", approvedAt: { not: null } } as const;
  const report = await client.report.findFirst({ where: approved, select: { id: true, approvedAt: true } });
  if (!report) throw new Refusal("reportOpen");
  const reports = [{ unitId, periodId, id: report.id, approvedAt: report.approvedAt! }];
  const touched = { reports, takeDown: { indicatorId, isTaken: false } };
  const chance = await chanceOfReport(client, report.id);
  return publishChange({ ...reason, ...touched }, () => prepareChange(planId, touched, chance), {
    hold: async (tx) => {
      const held = await tx.report.findFirst({ where: { ...approved, id: report.id }, select: { id: true } });
      if (!held) throw new Refusal("reportOpen");
      return { moment: now };
    },
    record: (tx, _, { resultsVersion: version, lost, gaveUp }) =>
      record(tx, {
        version,
        ...(lost.length > 0 && { unprotected: lost }),
        ...(gaveUp.length > 0 && { hiddenAsWhole: gaveUp }),
      }),
  });
}
