import "server-only";
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
export const followUpAction = "decisionsFollowedUp";

/** What the audit says of earlier words. */
export interface EarlierWords {
  erasable: readonly ErasableEvent[];
  /**
   * Streams that say them, or may have, and aren't as they were written, with the first event that doesn't fit: nothing is erased
   * from them, for an altered payload that was erased would look like any other.
   */
  altered: readonly { stream: string; sequence: number }[];
}

/**
 * Finds what the audit says of earlier words: a change of what is said of a meeting, or decided or told there, repeats what it took
 * out of its rows. Words in public go in any case; whoever takes them down says in the audit what it keeps.
 */
export async function findEarlierWords(tx: Transaction, earlier: readonly Earlier[]): Promise<EarlierWords> {
  const events: ErasableEvent[] = [];
  for (const each of earlier) events.push(...(await eventsSaying(tx, each)));
  events.sort((one, other) =>
    one.stream < other.stream ? -1 : one.stream > other.stream ? 1 : one.sequence - other.sequence,
  );
  const altered: { stream: string; sequence: number }[] = [];
  // Of its own meeting also where nothing is found: an event may have been altered so that it isn't.
  const own = earlier.flatMap(({ meetingId }) => (meetingId === null ? [] : `meeting:${meetingId}`));
  for (const stream of new Set([...own, ...events.map((event) => event.stream)])) {
    const check = await verifyStream(tx, stream);
    if (!check.intact) altered.push({ stream, sequence: check.sequence });
  }
  return { erasable: events.filter((event) => !altered.some(({ stream }) => stream === event.stream)), altered };
}

/** The same of what meetings were told of texts that aren't decisions. */
export const findToldOf = (tx: Transaction, planId: number, textIds: readonly number[]): Promise<EarlierWords> =>
  findEarlierWords(
    tx,
    textIds.map((text) => ({ planId, actions: [followUpAction], meetingId: null, decision: null, text })),
  );

/** What the event of a take-down says of words that the audit keeps. */
export const notErased = ({ altered }: EarlierWords) => (altered.length > 0 ? { notErased: altered } : {});

/** What a command that takes words down tells whoever does. */
export interface TakenDown {
  /** Whether the audit keeps earlier words, since it isn't as it was written: then nothing is erased from it, and it says so. */
  isKeptByAudit: boolean;
}

/**
 * Erases them, whole payloads. That something was changed, when and by whom stays. Call it last, as `writeAudit` says.
 * @throws Refusal `changedMeanwhile` where somebody else was faster
 */
export async function eraseEarlierWords(
  tx: Transaction,
  { erasable, altered }: EarlierWords,
  by: { actorId: number; reason: string },
): Promise<TakenDown> {
  for (const event of erasable) await erase(tx, event, by);
  return { isKeptByAudit: altered.length > 0 };
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
