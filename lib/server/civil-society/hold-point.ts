import "server-only";
import { readsPlatformReport } from "@/lib/domain/commitments/platform-report";
import { type Actor, mustBeAble, type UnitRef } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import type { AuditEntry } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { memberIdsOf, platformReportEvent } from "./hold-platform";
import { addressedBy } from "./hold-platform-report";

/** A challenge or a priority of a report with one unit's answer to it. */
interface HeldPoint {
  id: number;
  planId: number;
  rowVersion: number;
  unit: UnitRef;
  isGiven: boolean;
  event: Pick<AuditEntry, "stream" | "subject" | "place">;
}

const unitSelect = { select: { id: true, code: true, level: true } } as const;

/**
 * Holds a point whose answer of a unit somebody tells more of until the transaction ends.
 * @throws Refusal `notFound` also for whoever may not know of its report; `notAllowed`, `changedMeanwhile`
 */
export async function holdPoint(
  tx: Transaction,
  actor: Actor,
  { plan, id, of }: Omit<ObservationSeen, "rowVersion"> & { of: string },
): Promise<HeldPoint> {
  await tx.$queryRaw`SELECT FROM addressed_text WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.addressedText.findFirst({
    where: { id, kind: "platformPoint", plan: { code: plan } },
    select: {
      ...{ planId: true, rowVersion: true, end: true },
      platformPoint: {
        select: { report: { select: { id: true, year: true, state: true, visibility: true, unit: unitSelect } } },
      },
    },
  });
  if (!row?.platformPoint) throw new Refusal("notFound");
  const { planId, rowVersion } = row;
  const { report } = row.platformPoint;
  const memberIds = await memberIdsOf(tx, report.unit.id);
  if (!readsPlatformReport(actor, { ...report, planId, memberIds })) throw new Refusal("notFound");
  const unit = (await addressedBy(tx, { planId, unit: report.unit })).find(({ code }) => code === of);
  if (!unit) throw new Refusal("notFound");
  mustBeAble(actor, "sendReply", { planId, unit });
  if (row.end !== null) throw new Refusal("changedMeanwhile");
  const isGiven = (await tx.unitResponse.count({ where: { textId: id, unitId: unit.id, state: "given" } })) > 0;
  const event = platformReportEvent({ ...report, planId, planCode: plan });
  return {
    ...{ id, planId, rowVersion, unit, isGiven },
    event: { ...event, place: { planId, unitId: unit.id } },
  };
}
