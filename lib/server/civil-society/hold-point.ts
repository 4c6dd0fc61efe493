import "server-only";
import type { ResponseState } from "@/lib/domain/commitments/addressed-life";
import type { PlatformPointKind } from "@/lib/domain/commitments/platform-report";
import type { Actor, UnitRef } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import type { AuditEntry } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { platformReportEvent } from "./hold-platform";
import { type HeldPlatformReport, lockPlatformReport } from "./hold-platform-report";

/** A challenge or a priority of a report with one unit's answer to it, whose version `rowVersion` is. */
export interface HeldPoint {
  id: number;
  planId: number;
  rowVersion: number;
  unit: UnitRef;
  response: ResponseState;
  kind: PlatformPointKind;
  position: number;
  report: HeldPlatformReport;
  event: Pick<AuditEntry, "stream" | "subject" | "place">;
}

/**
 * Holds a point whose answer of a unit somebody writes, or tells more of, as they saw that answer; with its report, of which this
 * may be the last answer.
 * @throws Refusal `notFound` also for whoever may not know of its report, and of a unit that isn't asked; `changedMeanwhile`
 */
export async function holdPoint(
  tx: Transaction,
  actor: Actor,
  { plan, id, rowVersion }: ObservationSeen,
  code: string,
): Promise<HeldPoint> {
  const point = await tx.platformPoint.findFirst({
    where: { textId: id, report: { plan: { code: plan } } },
    select: { kind: true, position: true, report: { select: { year: true, unit: { select: { code: true } } } } },
  });
  if (!point) throw new Refusal("notFound");
  const { kind, position, report: of } = point;
  const report = await lockPlatformReport(tx, actor, { plan, unit: of.unit.code, year: of.year });
  await tx.$queryRaw`SELECT FROM addressed_text WHERE id = ${id} FOR NO KEY UPDATE`;
  const unit = report.addressed.find((each) => each.code === code);
  const asked =
    unit &&
    (await tx.addressedUnit.findUnique({
      where: { textId_unitId: { textId: id, unitId: unit.id } },
      select: { rowVersion: true, text: { select: { end: true } }, responses: { select: { state: true } } },
    }));
  const [response] = asked?.responses ?? [];
  if (!asked || !response) throw new Refusal("notFound");
  if (asked.rowVersion !== rowVersion || asked.text.end !== null) throw new Refusal("changedMeanwhile");
  const { planId } = report;
  const event = platformReportEvent(report);
  return {
    id,
    planId,
    rowVersion,
    unit,
    response: response.state,
    kind,
    position,
    report,
    event: { ...event, place: { planId, unitId: unit.id } },
  };
}
