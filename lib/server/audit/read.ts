import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { db } from "@/lib/server/db/client";

export interface AuditRecord {
  stream: string;
  sequence: number;
  at: string;
  actorId: number | null;
  action: string;
  subject: string;
  /** What the event says. `erased`: it was taken out; `withheld`: the reader may not see the unit's exact values. */
  said: { before: unknown; after: unknown } | "nothing" | "erased" | "withheld";
}

interface Asked {
  planId: number;
  unitId?: number;
  reportId?: number;
  /** The oldest event of the page before: earlier ones follow. */
  before?: Date;
}

const PAGE = 100;

/**
 * The events of a plan, or of a unit or report of it, the latest first. Earlier versions kept values in what events say, so
 * that is for whoever may see the exact values of the event's unit; without a unit, of the region and so of all.
 * @throws Refusal `notAllowed`
 */
export async function readAudit(actor: Actor, { planId, unitId, reportId, before }: Asked): Promise<AuditRecord[]> {
  if (!can(actor, "seeAudit", { planId })) throw new Refusal("notAllowed");
  const client = await db();
  const units = await client.reportingUnit.findMany({ where: { planId }, select: { id: true, level: true } });
  const mayKnow = (id: number | null) =>
    units.some(
      (unit) =>
        (id === null ? unit.level === "region" : unit.id === id) && can(actor, "seeExactValues", { planId, unit }),
    );
  const events = await client.auditEvent.findMany({
    where: { planId, unitId, reportId, at: before && { lt: before } },
    orderBy: [{ at: "desc" }, { stream: "asc" }, { sequence: "desc" }],
    take: PAGE,
    select: {
      ...{ stream: true, sequence: true, at: true, actorId: true, action: true, subject: true, unitId: true },
      ...{ payloadHash: true, payload: { select: { before: true, after: true } } },
    },
  });
  return events.map(({ at, unitId, payloadHash, payload, ...event }) => ({
    ...{ ...event, at: at.toISOString() },
    said: payloadHash === null ? "nothing" : !mayKnow(unitId) ? "withheld" : payload === null ? "erased" : payload,
  }));
}
