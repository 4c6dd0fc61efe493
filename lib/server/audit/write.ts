import "server-only";
import { type Json, plainJson } from "@/lib/server/canonical-json";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";

/** What an event belongs to, where it does. */
export interface AuditPlace {
  planId?: number;
  unitId?: number;
  reportId?: number;
}

export interface AuditEntry {
  /** What the chain runs along: `report:12`, `user:3`, `framework:1`. Writers of one stream wait for each other. */
  stream: string;
  /** Null when nobody was signed in: a script, or an attempt to sign in. */
  actorId: number | null;
  /** Finished for them by a job: it counts even if they were disabled meanwhile. */
  isByJob?: boolean;
  /** A verb in the past: `submitted`, `valueRecorded`, `passwordChanged`. */
  action: string;
  /** What it was done to, in codes: `report THA 2016`, `user 3`. It is never erased, so it names and quotes nobody. */
  subject: string;
  place?: AuditPlace;
  /**
   * What can be erased. A value or words that have a row of their own are named by it: a revision's number, a comment's id.
   * Only words that the change takes out of their row are repeated.
   */
  before?: unknown;
  after?: unknown;
}

/**
 * Adds an event to its stream inside the caller's transaction: the change and its event are stored together or not at
 * all. Call it last, for the stream stays locked until the transaction ends, and write to one stream in a transaction.
 * The actor is judged once more, and held until the transaction ends: of somebody who is disabled by now nothing is stored.
 * @throws Refusal `signedOut` then, from `transaction` and `again`
 */
export async function writeAudit(tx: Pick<Transaction, "$queryRaw">, entry: AuditEntry): Promise<void> {
  await tx.$queryRaw`SELECT ${appendingAudit(entry)}`;
}

/** The same as a call within another statement, where a single one makes the whole change. */
export function appendingAudit({
  stream,
  actorId,
  isByJob = false,
  action,
  subject,
  place = {},
  before,
  after,
}: AuditEntry): Prisma.Sql {
  const { planId = null, unitId = null, reportId = null } = place;
  const actor = isByJob ? Prisma.sql`${actorId}::int` : Prisma.sql`present_actor(${actorId}::int)`;
  return Prisma.sql`append_audit_event(${stream}, ${actor}, ${action}, ${subject}, ${planId}::int,
    ${unitId}::int, ${reportId}::int, ${stored(plainJson(before))}::jsonb, ${stored(plainJson(after))}::jsonb)`;
}

const stored = (json: Json) => (json === null ? null : JSON.stringify(json));
