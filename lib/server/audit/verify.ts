import "server-only";
import { createHash } from "node:crypto";
import type { Transaction } from "@/lib/server/db/client";

/**
 * - `altered`: the event's contents, its payload or its link don't fit its hash.
 * - `missing`: the event, or one before it, was taken out.
 * - `payloadMissing`: its payload is gone, and no event says that it was erased.
 */
export type AuditFault = "altered" | "missing" | "payloadMissing";

/** `redacted`: the events whose payloads were erased, by an event that says so. */
export type StreamCheck =
  | { intact: true; events: number; head: string; redacted: number[] }
  | { intact: false; sequence: number; fault: AuditFault };

interface Row {
  sequence: number;
  at: Date;
  actorId: number | null;
  action: string;
  subject: string;
  planId: number | null;
  unitId: number | null;
  reportId: number | null;
  payloadHash: string | null;
  previousHash: string;
  hash: string;
  /** Null: there is no payload. */
  salt: string | null;
  /** As the database writes JSON: one text for one meaning. */
  before: string | null;
  after: string | null;
}

type Reading = Pick<Transaction, "$queryRaw">;

const BATCH = 1000;

/**
 * Walks a stream from its beginning and reports the first event that doesn't fit. A chain can't show that its newest
 * events were cut off: the anchors do.
 */
export async function verifyStream(client: Reading, stream: string): Promise<StreamCheck> {
  const said = await saidOf(client, stream);
  const redacted: number[] = [];
  let sequence = 0;
  let head = "";
  for (;;) {
    const rows = await client.$queryRaw<Row[]>`
      SELECT e.sequence, e.at, e.actor_id AS "actorId", e.action, e.subject, e.plan_id AS "planId", e.unit_id AS "unitId",
        e.report_id AS "reportId", e.payload_hash AS "payloadHash", e.previous_hash AS "previousHash", e.hash,
        p.salt::text AS salt, p.before::text AS before, p.after::text AS after
      FROM audit_event e LEFT JOIN audit_payload p ON p.stream = e.stream AND p.sequence = e.sequence
      WHERE e.stream = ${stream} AND e.sequence > ${sequence} ORDER BY e.sequence LIMIT ${BATCH}`;
    for (const row of rows) {
      if (row.sequence !== sequence + 1) return { intact: false, sequence: sequence + 1, fault: "missing" };
      let verdict = row.previousHash !== head || hashOf(stream, row) !== row.hash ? "altered" : payloadOf(row, said);
      // It may have been erased since that was asked.
      if (verdict === "payloadMissing") verdict = payloadOf(row, await saidOf(client, stream));
      if (verdict === "redacted") redacted.push(row.sequence);
      else if (verdict !== null) return { intact: false, sequence: row.sequence, fault: verdict };
      sequence = row.sequence;
      head = row.hash;
    }
    if (rows.length < BATCH) return { intact: true, events: sequence, head, redacted };
  }
}

/** What later events of a stream say of earlier ones, by their number. */
interface Said {
  /** By whom the payload was erased: the number of that event. */
  erased: Map<number, number>;
  /** Found when the chain was begun anew under its present rule, which kept no hash of the former one. */
  foundAltered: Set<number>;
}

async function saidOf(client: Reading, stream: string): Promise<Said> {
  const rows = await client.$queryRaw<Pick<Row, "sequence" | "action" | "subject">[]>`
    SELECT sequence, action, subject FROM audit_event
    WHERE stream = ${stream} AND action IN ('erased', 'foundAltered') ORDER BY sequence`;
  const said: Said = { erased: new Map(), foundAltered: new Set() };
  for (const { sequence, action, subject } of rows) {
    const [, of] = subject.match(/^event (?:.*) (\d+)$/) ?? [];
    if (subject !== eventSubject(stream, Number(of))) continue;
    if (action === "erased") said.erased.set(Number(of), sequence);
    else said.foundAltered.add(Number(of));
  }
  return said;
}

/** What an event about another one is about; the database reads it too, before it lets a payload go. */
export const eventSubject = (stream: string, sequence: number) => `event ${stream} ${sequence}`;

function payloadOf(
  { sequence, payloadHash, salt, before, after }: Row,
  { erased, foundAltered }: Said,
): AuditFault | "redacted" | null {
  if (foundAltered.has(sequence)) return "altered";
  if (salt === null) {
    if (payloadHash === null) return null;
    return (erased.get(sequence) ?? 0) > sequence ? "redacted" : "payloadMissing";
  }
  return sha256(`${salt}\n${before ?? ""}\n${after ?? ""}`) === payloadHash ? null : "altered";
}

/** Over an array of JSON, as the database writes one. */
function hashOf(stream: string, row: Row): string {
  const { previousHash, sequence, at, actorId, action, subject, planId, unitId, reportId, payloadHash } = row;
  const parts = [previousHash, stream, sequence, at, actorId, action, subject, planId, unitId, reportId, payloadHash];
  return sha256(`[${parts.map((part) => JSON.stringify(part)).join(", ")}]`);
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
