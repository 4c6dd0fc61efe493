import "server-only";
import { authorActions } from "@/lib/domain/commitments/author-actions";
import { type Actor, can, noPlan, type UnitRef } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { AuditCursor } from "@/lib/schemas/addresses/audit-filter";
import { db } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import type { AuditSaid } from "@/lib/views/site/audit-view";

export interface AuditRecord {
  stream: string;
  sequence: number;
  at: string;
  /** Null where nobody was signed in, and of what the author of an observation did. */
  actorId: number | null;
  isByAuthor: boolean;
  action: string;
  subject: string;
  planId: number | null;
  unitId: number | null;
  /** What the event says. `erased`: it was taken out; `withheld`: the reader may not see the unit's exact values. */
  said: AuditSaid;
}

/** What is left out narrows nothing. */
export interface AuditAsked {
  /** Null: events of no plan. */
  planId?: number | null;
  unitId?: number;
  reportId?: number;
  actorId?: number;
  action?: string;
  from?: Date;
  /** Not this moment itself. */
  until?: Date;
  /** The oldest event of the page before: earlier ones follow. */
  before?: AuditCursor;
  most?: number;
}

type Row = Omit<AuditRecord, "at" | "said"> & {
  at: Date;
  payloadHash: string | null;
  hasPayload: boolean;
  before: unknown;
  after: unknown;
};

const PAGE = 100;

/** Streams of which no event ever held a value of a report, whatever its unit. */
const withoutValues = /^(user|organisation|assignments|period|addressed):|^settings$/;

/** Done by the author of an observation, which nobody is told of a person. */
const isByAuthor = Prisma.sql`(stream LIKE 'addressed:%' AND action IN (${Prisma.join([...authorActions])}))`;

/** Whether the actor may see every event, also those of no plan, such as sign-ins and what is done to accounts. */
export const seesWholeAudit = (actor: Actor): boolean => can(actor, "seeAudit", { planId: noPlan });

/** What an actor may see of the audit, asked once however many pages are read. */
export async function auditScope(actor: Actor) {
  const client = await db();
  const units = await client.reportingUnit.findMany({ select: { id: true, level: true, planId: true } });
  const whole = seesWholeAudit(actor);
  const planIds = actor.roles.flatMap(({ plan }) =>
    plan !== null && can(actor, "seeAudit", { planId: plan.id }) ? [plan.id] : [],
  );
  if (!whole && planIds.length === 0) throw new Refusal("notAllowed");
  const mayKnowOf = (unit: Pick<UnitRef, "id" | "level"> & { planId: number }) =>
    can(actor, "seeExactValues", { planId: unit.planId, unit });
  const known = new Set(units.filter(mayKnowOf).map(({ id }) => id));
  const regionOf = new Map(units.flatMap(({ id, level, planId }) => (level === "region" ? [[planId, id]] : [])));
  return {
    planIds: whole ? null : [...new Set(planIds)],
    /** Of no plan: whoever sees it at all sees the whole audit, and it holds no value. */
    mayKnow: (planId: number | null, unitId: number | null) =>
      planId === null || known.has(unitId ?? regionOf.get(planId) ?? 0),
  };
}
export type AuditScope = Awaited<ReturnType<typeof auditScope>>;

/**
 * Events that the actor may see, the latest first. Earlier versions kept values in what events of reports say, so that is
 * for whoever may see the exact values of the event's unit; without a unit, of the region and so of all. What is done to
 * people, organisations, assignments, periods and settings never held one.
 * @throws Refusal `notAllowed`
 */
export async function readAudit(actor: Actor, asked: AuditAsked): Promise<AuditRecord[]> {
  if (typeof asked.planId === "number" && !can(actor, "seeAudit", { planId: asked.planId }))
    throw new Refusal("notAllowed");
  return readWithin(await auditScope(actor), asked);
}

/** The same, of what is in the actor's scope. Events are in one order in which each has its place: that of `at` first. */
export async function readWithin(scope: AuditScope, asked: AuditAsked): Promise<AuditRecord[]> {
  // Who sees some plans' events sees none of no plan: the database would look through all of them to find that out.
  if (scope.planIds && asked.planId === null) return [];
  const client = await db();
  const rows = await client.$queryRaw<Row[]>`
    SELECT e.*, p.stream IS NOT NULL AS "hasPayload", p.before, p.after FROM (
      SELECT stream, sequence, at, CASE WHEN NOT ${isByAuthor} THEN actor_id END AS "actorId", ${isByAuthor} AS "isByAuthor", action, subject, plan_id AS "planId", unit_id AS "unitId",
        payload_hash AS "payloadHash"
      FROM audit_event WHERE ${conditions(scope, asked)}
      ORDER BY at DESC, stream DESC, sequence DESC LIMIT ${asked.most ?? PAGE}
    ) e LEFT JOIN audit_payload p ON p.stream = e.stream AND p.sequence = e.sequence
    ORDER BY e.at DESC, e.stream DESC, e.sequence DESC`;
  return rows.map(({ at, payloadHash, hasPayload, before, after, ...event }) => ({
    ...event,
    at: at.toISOString(),
    said:
      payloadHash === null
        ? "nothing"
        : !withoutValues.test(event.stream) && !scope.mayKnow(event.planId, event.unitId)
          ? "withheld"
          : hasPayload
            ? { before, after }
            : "erased",
  }));
}

function conditions({ planIds }: AuditScope, asked: AuditAsked): Prisma.Sql {
  const { planId, unitId, reportId, actorId, action, from, until, before } = asked;
  const moment = (at: Date) => Prisma.sql`${at.toISOString()}::timestamp`;
  const all = [
    planIds && Prisma.sql`plan_id = ANY(${planIds}::int[])`,
    planId === null && Prisma.sql`plan_id IS NULL`,
    typeof planId === "number" && Prisma.sql`plan_id = ${planId}`,
    unitId !== undefined && Prisma.sql`unit_id = ${unitId}`,
    reportId !== undefined && Prisma.sql`report_id = ${reportId}`,
    actorId !== undefined && Prisma.sql`actor_id = ${actorId} AND NOT ${isByAuthor}`,
    action !== undefined && Prisma.sql`action = ${action}`,
    from && Prisma.sql`at >= ${moment(from)}`,
    until && Prisma.sql`at < ${moment(until)}`,
    before &&
      Prisma.sql`(at, stream, sequence) < (${moment(new Date(before.at))}, ${before.stream}, ${before.sequence}::int)`,
  ].filter((each) => each instanceof Prisma.Sql);
  return all.length === 0 ? Prisma.sql`TRUE` : Prisma.join(all, " AND ");
}
