import "server-only";
import { createHash } from "node:crypto";
import type { Transaction } from "@/lib/server/db/client";
import type { AuditEvent } from "@/lib/server/db/generated/client";
import { canonicalJson, type Json, plainJson } from "./canonical-json";

export interface AuditEntry {
  /** What the chain runs along: `report:12`, `user:3`, `framework:1`. Writers of one stream wait for each other. */
  stream: string;
  /** Null when nobody was signed in: a script, or an attempt to sign in. */
  actorId: number | null;
  /** A verb in the past: `submitted`, `valueRecorded`, `passwordChanged`. */
  action: string;
  /** What it was done to, in codes: `report THA 2016`, `user 3`. */
  subject: string;
  before?: unknown;
  after?: unknown;
}

type Hashed = Omit<AuditEvent, "hash" | "before" | "after"> & { before: Json; after: Json };

/**
 * Adds an event to its stream inside the caller's transaction: the change and its event are stored together or not at
 * all. Call it last, for the stream stays locked until the transaction ends, and write to one stream in a transaction.
 */
export async function writeAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`audit ${entry.stream}`}, 0))`;
  // Plain statements: every saved figure passes here.
  const [head] = await tx.$queryRaw<{ sequence: number; hash: string }[]>`
    SELECT sequence, hash FROM audit_event WHERE stream = ${entry.stream} ORDER BY sequence DESC LIMIT 1`;
  const event: Hashed = {
    stream: entry.stream,
    sequence: (head?.sequence ?? 0) + 1,
    at: new Date(),
    actorId: entry.actorId,
    action: entry.action,
    subject: entry.subject,
    before: plainJson(entry.before),
    after: plainJson(entry.after),
    previousHash: head?.hash ?? "",
  };
  const stored = (json: Json) => (json === null ? null : JSON.stringify(json));
  await tx.$executeRaw`
    INSERT INTO audit_event (stream, sequence, at, actor_id, action, subject, before, after, previous_hash, hash)
    VALUES (${event.stream}, ${event.sequence}, ${event.at}, ${event.actorId}::int, ${event.action}, ${event.subject},
      ${stored(event.before)}::jsonb, ${stored(event.after)}::jsonb, ${event.previousHash}, ${hashOf(event)})`;
}

function hashOf(event: Hashed): string {
  const { previousHash, ...rest } = event;
  return createHash("sha256")
    .update(`${previousHash}\n${canonicalJson(plainJson(rest))}`)
    .digest("hex");
}

/** `altered`: the event's contents or its link don't fit its hash. `missing`: the event, or one before it, was taken out. */
export type StreamCheck =
  | { intact: true; events: number; head: string }
  | { intact: false; sequence: number; fault: "altered" | "missing" };

const BATCH = 1000;

/**
 * Walks a stream from its beginning and reports the first event that doesn't fit. A chain can't show that its newest
 * events were cut off: for that, compare `events` and `head` with what was noted down elsewhere earlier.
 */
export async function verifyStream(client: Pick<Transaction, "auditEvent">, stream: string): Promise<StreamCheck> {
  let sequence = 0;
  let head = "";
  for (;;) {
    const events = await client.auditEvent.findMany({
      where: { stream, sequence: { gt: sequence } },
      orderBy: { sequence: "asc" },
      take: BATCH,
    });
    for (const { hash, before, after, ...event } of events) {
      if (event.sequence !== sequence + 1) return { intact: false, sequence: sequence + 1, fault: "missing" };
      const whole = { ...event, before: before as Json, after: after as Json };
      if (event.previousHash !== head || hashOf(whole) !== hash) {
        return { intact: false, sequence: event.sequence, fault: "altered" };
      }
      sequence = event.sequence;
      head = hash;
    }
    if (events.length < BATCH) return { intact: true, events: sequence, head };
  }
}
