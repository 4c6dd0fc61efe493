import "server-only";
import { db, type Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { transaction } from "@/lib/server/transaction";
import { databaseNow, inMs } from "./enqueue";
import { type AnyKind, type Attempt, type AwaitedKind, isQueued, JobLost, type QueuedKind } from "./job-kind";
import { tellOfJob } from "./running";

/** The right to go on with a job: theirs who began it last, as long as nobody cancelled it. */
export interface Claim extends Attempt {
  kind: string;
  payload: unknown;
}

/** Whoever ends this often over the same job would end over it again. */
const MOST_LOST = 2;

const isWanted = Prisma.sql`(wanted_until IS NULL OR wanted_until > ${databaseNow})`;
const heldBy = ({ id, attempt }: Attempt) => Prisma.sql`id = ${id} AND attempt = ${attempt} AND state = 'running'`;

/**
 * Begins the next job that is due, or null: no two ever begin one.
 * @param kinds names of those that may be begun
 * @param id that one alone, due or not
 */
export async function claimJob(kinds: readonly string[], id: number | null = null): Promise<Claim | null> {
  const client = await db();
  const which = id === null ? Prisma.sql`due_at <= ${databaseNow} AND ${isWanted}` : Prisma.sql`id = ${id}`;
  const [begun] = await client.$queryRaw<Claim[]>`
    UPDATE job SET state = 'running', attempt = attempt + 1, beat_at = ${databaseNow}, step = NULL, part = NULL
    WHERE state = 'waiting' AND id = (
      SELECT id FROM job WHERE state = 'waiting' AND kind = ANY(${kinds}) AND ${which}
      ORDER BY priority DESC, due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, payload, attempt`;
  return begun ?? null;
}

/** Puts down that this process begins work that somebody waits for. No other begins it. */
export async function beginHere<Payload>(kind: AwaitedKind<Payload>, payload: Payload): Promise<Claim> {
  const client = await db();
  const [begun] = await client.$queryRaw<Claim[]>`
    INSERT INTO job (kind, payload, state, attempt, due_at, beat_at, created_at)
    VALUES (${kind.name}, ${JSON.stringify(kind.payload.parse(payload))}::jsonb, 'running', 1,
      ${databaseNow}, ${databaseNow}, ${databaseNow})
    RETURNING id, kind, payload, attempt`;
  return begun!;
}

/**
 * Puts down how work ended that somebody waited for.
 * @returns false where it was cancelled, or taken for lost, before
 */
export async function endHere(attempt: Attempt, state: "done" | "failed" | "cancelled"): Promise<boolean> {
  const client = await db();
  const count = await client.$executeRaw`
    UPDATE job SET state = ${state}::job_state, finished_at = ${databaseNow} WHERE ${heldBy(attempt)}`;
  tellOfJob(attempt.id);
  return count > 0;
}

/**
 * Says that the attempt goes on, and what is being done if that is something else now. One that nobody wants any more is given
 * up by that: whoever asks again has another job, rather than one that nobody runs.
 * @returns whether it may go on
 */
export async function beat(attempt: Attempt, said?: { step: string; part: number | null }): Promise<boolean> {
  const client = await db();
  const what = said ? Prisma.sql`, step = ${said.step}, part = ${said.part}` : Prisma.empty;
  const [row] = await client.$queryRaw<{ goesOn: boolean }[]>`
    UPDATE job SET beat_at = ${databaseNow}${what},
      state = CASE WHEN ${isWanted} THEN state ELSE 'cancelled' END,
      finished_at = CASE WHEN ${isWanted} THEN NULL ELSE ${databaseNow} END
    WHERE ${heldBy(attempt)} RETURNING state = 'running' AS "goesOn"`;
  const goesOn = row?.goesOn ?? false;
  if (said || !goesOn) tellOfJob(attempt.id);
  return goesOn;
}

/** @throws JobLost */
export async function holdJob(tx: Transaction, attempt: Attempt): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`SELECT id FROM job WHERE ${heldBy(attempt)} FOR UPDATE`;
  if (held.length === 0) throw new JobLost(attempt);
}

/** It is done; what is run by the clock waits for the next time at once, so that nobody else puts it there for earlier. */
export async function endJob(kind: QueuedKind, attempt: Attempt): Promise<void> {
  await transaction(async (tx) => {
    await tx.$executeRaw`UPDATE job SET state = 'done', finished_at = ${databaseNow} WHERE ${heldBy(attempt)}`;
    await planJob(tx, kind);
  });
  tellOfJob(attempt.id);
}

/** Gives the job back that failed: to be run again, or for good. What it says of that stands with it in one transaction. */
export async function failJob(kind: QueuedKind, claim: Claim, error: unknown): Promise<void> {
  const { retries = 0, retryMs = 10_000 } = kind;
  await transaction((tx) =>
    giveBack(tx, kind, heldBy(claim), {
      goesOn: Prisma.sql`failures < ${retries}`,
      counted: Prisma.sql`failures = failures + 1`,
      // Enough of an hour; a failure that lasts longer isn't one of the moment.
      dueAt: Prisma.sql`${databaseNow} + LEAST(3600000, ${retryMs} * 2 ^ failures) * interval '1 millisecond'`,
      error,
    }),
  );
  tellOfJob(claim.id);
}

/**
 * Takes jobs back whose process ended on the way: into the queue again, or, where that has happened before, as failed. Who
 * waited for the outcome of one has gone with the process: it has failed.
 * @param silentMs for how long nothing was heard of those that are taken for lost; null: whoever runs one
 * @param own jobs that go on, whatever was heard
 */
export async function reclaimLost(
  kinds: readonly AnyKind[],
  silentMs: number | null,
  own: readonly number[] = [],
): Promise<number> {
  const client = await db();
  const isSilent = silentMs === null ? Prisma.sql`TRUE` : Prisma.sql`beat_at < ${inMs(-silentMs)}`;
  const lost = await client.$queryRaw<(Attempt & { kind: string; beatAt: Date })[]>`
    SELECT id, attempt, kind, beat_at AS "beatAt" FROM job
    WHERE state = 'running' AND kind = ANY(${kinds.map(({ name }) => name)}) AND ${isSilent} AND id <> ALL(${own}::int[]) ORDER BY id`;
  for (const { kind: name, beatAt, ...attempt } of lost) {
    const kind = kinds.find((each) => each.name === name)!;
    await transaction((tx) =>
      // Whoever gave a heartbeat since isn't lost.
      giveBack(tx, kind, Prisma.sql`${heldBy(attempt)} AND beat_at = ${beatAt}`, {
        goesOn: isQueued(kind) ? Prisma.sql`lost < ${MOST_LOST}` : Prisma.sql`FALSE`,
        counted: Prisma.sql`lost = lost + 1`,
        dueAt: Prisma.sql`due_at`,
        error: null,
      }),
    );
  }
  return lost.length;
}

interface HowGivenBack {
  goesOn: Prisma.Sql;
  counted: Prisma.Sql;
  dueAt: Prisma.Sql;
  error: unknown;
}

async function giveBack(tx: Transaction, kind: AnyKind, which: Prisma.Sql, how: HowGivenBack): Promise<void> {
  const [given] = await tx.$queryRaw<{ id: number; state: "waiting" | "failed"; payload: unknown }[]>`
    UPDATE job SET ${how.counted},
      state = CASE WHEN ${how.goesOn} THEN 'waiting' ELSE 'failed' END::job_state,
      finished_at = CASE WHEN ${how.goesOn} THEN NULL ELSE ${databaseNow} END,
      due_at = CASE WHEN ${how.goesOn} THEN ${how.dueAt} ELSE due_at END,
      step = NULL, part = NULL
    WHERE ${which} RETURNING id, state, payload`;
  if (!given || !isQueued(kind)) return;
  if (given.state === "failed") await planJob(tx, kind);
  const payload = kind.payload.safeParse(given.payload);
  if (payload.success)
    await kind.interrupted?.(tx, payload.data, { id: given.id, after: given.state, error: how.error });
}

/** Of jobs that are run by the clock. */
const scheduled = "schedule";

/** Puts what is run by the clock into the queue, for so long after it ended last, unless it is there. */
export async function planJob(
  tx: Pick<Transaction, "$executeRaw">,
  { name, priority = 0, schedule }: QueuedKind,
): Promise<void> {
  if (!schedule) return;
  await tx.$executeRaw`
    INSERT INTO job (kind, key, payload, priority, due_at, created_at)
    SELECT ${name}, ${scheduled}, '{}', ${priority}, COALESCE(
      (SELECT max(finished_at) FROM job WHERE kind = ${name} AND key = ${scheduled})
        + ${schedule.everyMs} * interval '1 millisecond',
      ${inMs(schedule.firstMs)}), ${databaseNow}
    ON CONFLICT (kind, key) WHERE state IN ('waiting', 'running') DO NOTHING`;
}

/** Gives up what nobody wants any more, be it waiting or running. */
export async function dropUnwanted(): Promise<void> {
  const client = await db();
  await client.$executeRaw`
    UPDATE job SET state = 'cancelled', finished_at = ${databaseNow}
    WHERE state IN ('waiting', 'running') AND NOT ${isWanted}`;
}
