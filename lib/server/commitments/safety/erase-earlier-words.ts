import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import { type ErasableEvent, erase } from "@/lib/server/audit/erase";
import { verifyStream } from "@/lib/server/audit/verify";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";

/** Which events of the audit repeat what stood there before. */
interface Earlier {
  /** Of the plan whose meetings it is about. */
  planId: number;
  actions: readonly string[];
  /** Of one meeting; null: of every meeting that was told of the decision, or of the text. */
  meetingId: number | null;
  /** The code of a decision, `SOM11-D3`, where it is about one. */
  decision: string | null;
  /** The row of another text, where it is about what meetings were told of one. */
  text?: number | null;
}

/** What the audit calls it that a meeting was told what became of decisions and other texts. */
export const followedUp = "decisionsFollowedUp";

/** Erases what the audit says that meetings were told of a text that isn't a decision. The same holds as of `eraseEarlierWords`. */
export const eraseToldOf = (
  tx: Transaction,
  { planId, id: text }: { planId: number; id: number },
  by: { actorId: number; reason: string },
): Promise<void> =>
  eraseEarlierWords(tx, [{ planId, actions: [followedUp], meetingId: null, decision: null, text }], by);

/**
 * Erases what the audit says of earlier words, whole payloads: a change of what is said of a meeting, or decided or told there,
 * repeats what it took out of its rows. That it was changed, when and by whom stays. Call it last, as `writeAudit` says.
 * @throws Refusal `auditAltered` where a stream isn't as it was written: erasing would hide that
 */
export async function eraseEarlierWords(
  tx: Transaction,
  earlier: readonly Earlier[],
  by: { actorId: number; reason: string },
): Promise<void> {
  const events: ErasableEvent[] = [];
  for (const each of earlier) events.push(...(await eventsSaying(tx, each)));
  for (const stream of new Set(events.map((event) => event.stream))) {
    const check = await verifyStream(tx, stream);
    if (!check.intact) throw new Refusal("auditAltered", { sequence: check.sequence });
  }
  events.sort((one, other) =>
    one.stream < other.stream ? -1 : one.stream > other.stream ? 1 : one.sequence - other.sequence,
  );
  for (const event of events) await erase(tx, event, by);
}

const eventsSaying = (
  tx: Transaction,
  { planId, actions, meetingId, decision, text = null }: Earlier,
): Promise<ErasableEvent[]> => {
  const told = JSON.stringify([{ decision }]);
  const toldOf = JSON.stringify([{ text }]);
  return tx.$queryRaw`
    SELECT e.stream, e.sequence, e.subject, e.plan_id AS "planId", e.unit_id AS "unitId", e.report_id AS "reportId",
      jsonb_build_object('after', p.after) AS payload
    FROM audit_event e JOIN audit_payload p USING (stream, sequence)
    WHERE e.plan_id = ${planId} AND e.action = ANY(${[...actions]}::text[])
      ${meetingId === null ? Prisma.empty : Prisma.sql`AND e.stream = ${`meeting:${meetingId}`}`}
      ${decision === null ? Prisma.empty : Prisma.sql`AND (right(e.subject, length(${` ${decision}`})) = ${` ${decision}`} OR p.before -> 'decisions' @> ${told}::jsonb)`}
      ${text === null ? Prisma.empty : Prisma.sql`AND p.before -> 'texts' @> ${toldOf}::jsonb`}
    ORDER BY e.stream, e.sequence`;
};
