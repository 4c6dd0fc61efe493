import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { verifyStream } from "./verify";

/** What the audit knew somebody by. */
export interface KnownAs {
  id: number;
  names: readonly string[];
  /** Lower case. */
  emails: readonly string[];
  /** As limits of attempts name the addresses: their hashes. */
  throttled: readonly string[];
}

/** Actions that name other people than the one of their stream. */
const ABOUT_OTHERS = ["peopleInvited", "invitationRenewed", "invitationRevoked", "auditExported", "throttled"];

/**
 * Erases from the audit what somebody was called, by which addresses, and where they were: the payloads of their own stream
 * that say so, and of others' events that name them. That it happened, when, and by whom stays: events name people by ids.
 * Each payload goes as a whole, after an event of its stream that says so, as any that is erased (`erase.ts`).
 * @returns how many payloads went
 * @throws Refusal `auditAltered` where a stream isn't as it was written: erasing would hide that
 */
export async function erasePerson(
  tx: Transaction,
  { id, names, emails, throttled }: KnownAs,
  actorId: number,
): Promise<number> {
  const own = `user:${id}`;
  // As JSON writes them, for that is what is looked through. Others may have the same name, and nobody the same address.
  const asJson = (words: readonly string[]) => words.map((word) => JSON.stringify(word));
  const anyName = asJson([...names, ...emails]);
  const anyAddress = [...asJson(emails), ...throttled];
  const says = (words: readonly string[]) =>
    Prisma.sql`EXISTS (SELECT FROM unnest(${words}::text[]) w WHERE strpos(s.said, w) > 0)`;
  const found = await tx.$queryRaw<{ stream: string; sequence: number }[]>`
    SELECT e.stream, e.sequence
    FROM (
      SELECT stream, sequence, action FROM audit_event WHERE stream = ${own}
      UNION SELECT stream, sequence, action FROM audit_event WHERE action = ANY(${ABOUT_OTHERS}::text[])
    ) e
    JOIN audit_payload p USING (stream, sequence)
    CROSS JOIN LATERAL (SELECT concat(p.before::text, p.after::text) AS said) s
    WHERE CASE
      WHEN e.action = 'auditExported' THEN ${says(anyName)}
      WHEN e.action = ANY(${ABOUT_OTHERS}::text[]) THEN ${says(anyAddress)}
      ELSE s.said ~ '"(address|browser|system|email|name)":' OR ${says(anyName)} END
    ORDER BY e.stream, e.sequence`;
  for (const stream of new Set(found.map((event) => event.stream))) {
    const check = await verifyStream(tx, stream);
    if (!check.intact) throw new Refusal("auditAltered", { sequence: check.sequence });
  }
  const events = JSON.stringify(found);
  const reason = JSON.stringify({ reason: own });
  // The database's triggers look for these, before they let a payload go.
  await tx.$executeRaw`
    SELECT append_audit_event(f.stream, present_actor(${actorId}::int), 'erased', 'event ' || f.stream || ' ' || f.sequence,
      NULL, NULL, NULL, NULL, ${reason}::jsonb)
    FROM (
      SELECT * FROM jsonb_to_recordset(${events}::jsonb) AS j(stream text, sequence int) ORDER BY stream, sequence
    ) f`;
  const gone = await tx.$executeRaw`
    DELETE FROM audit_payload p USING jsonb_to_recordset(${events}::jsonb) AS f(stream text, sequence int)
    WHERE p.stream = f.stream AND p.sequence = f.sequence`;
  if (gone !== found.length) throw new Refusal("changedMeanwhile");
  return gone;
}
