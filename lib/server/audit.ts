import "server-only";
import { createHash } from "node:crypto";
import type { Transaction } from "@/lib/server/db/client";
import { type AuditEvent, Prisma } from "@/lib/server/db/generated/client";
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

/** An event with its place in the stream; the hash before it goes in front. */
type Hashed = Omit<AuditEvent, "hash" | "previousHash" | "before" | "after"> & { before: Json; after: Json };

/**
 * Adds an event to its stream inside the caller's transaction: the change and its event are stored together or not at
 * all. Call it last, for the stream stays locked until the transaction ends, and write to one stream in a transaction.
 */
export async function writeAudit(tx: Pick<Transaction, "$queryRaw">, entry: AuditEntry): Promise<void> {
  await tx.$queryRaw`SELECT ${appendingAudit(entry)}`;
}

/** The same as a call within another statement, where a single one makes the whole change. */
export function appendingAudit({ stream, actorId, action, subject, ...states }: AuditEntry): Prisma.Sql {
  const [before, after] = [plainJson(states.before), plainJson(states.after)];
  const stored = (json: Json) => (json === null ? null : JSON.stringify(json));
  // The canonical JSON of `hashOf`, cut where the database puts in the moment and the number.
  const text = (json: Json) => canonicalJson(plainJson(json));
  const untilMoment = `{"action":${text(action)},"actorId":${actorId},"after":${text(after)},"at":"`;
  const untilSequence = `","before":${text(before)},"sequence":`;
  const untilEnd = `,"stream":${text(stream)},"subject":${text(subject)}}`;
  return Prisma.sql`append_audit_event(${stream}, ${actorId}::int, ${action}, ${subject}, ${stored(before)}::jsonb,
    ${stored(after)}::jsonb, ${untilMoment}, ${untilSequence}, ${untilEnd})`;
}

function hashOf(previousHash: string, event: Hashed): string {
  return createHash("sha256")
    .update(`${previousHash}\n${canonicalJson(plainJson(event))}`)
    .digest("hex");
}

/** `altered`: the event's contents or its link don't fit its hash. `missing`: the event, or one before it, was taken out. */
type StreamCheck =
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
    for (const { hash, previousHash, before, after, ...event } of events) {
      if (event.sequence !== sequence + 1) return { intact: false, sequence: sequence + 1, fault: "missing" };
      const whole = { ...event, before: before as Json, after: after as Json };
      if (previousHash !== head || hashOf(head, whole) !== hash) {
        return { intact: false, sequence: event.sequence, fault: "altered" };
      }
      sequence = event.sequence;
      head = hash;
    }
    if (events.length < BATCH) return { intact: true, events: sequence, head };
  }
}
