import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import type { JobKind } from "./job-kind";

/**
 * As timestamps are stored: without a zone, in UTC, never ahead. Everything about jobs is told, and compared, by the
 * database's clock alone: those of servers may differ by more than the silence after which a job is taken for lost.
 */
export const databaseNow = Prisma.sql`date_trunc('milliseconds', now() AT TIME ZONE 'UTC')`;

/** So many milliseconds from now. */
export const inMs = (ms: number) => Prisma.sql`${databaseNow} + ${ms} * interval '1 millisecond'`;

interface Wanted {
  /** Of those with the same key, one waits or runs: asked for again, it is that one. */
  key?: string;
  priority?: number;
  /** Not before so many milliseconds from now. */
  afterMs?: number;
  /** Given up unless somebody asks again within so many milliseconds. */
  wantedMs?: number;
}

/**
 * Puts a job into the queue with the caller's transaction; call `wakeJobs` once that is through.
 * @returns its id
 */
export async function enqueue<Payload>(
  tx: Pick<Transaction, "$queryRaw">,
  kind: JobKind<Payload>,
  payload: Payload,
  { key, priority = kind.priority ?? 0, afterMs = 0, wantedMs }: Wanted = {},
): Promise<number> {
  const wantedUntil = wantedMs === undefined ? Prisma.sql`NULL::timestamp` : inMs(wantedMs);
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO job (kind, key, payload, priority, due_at, wanted_until, created_at)
    VALUES (${kind.name}, ${key ?? null}, ${JSON.stringify(kind.payload.parse(payload))}::jsonb, ${priority},
      ${inMs(afterMs)}, ${wantedUntil}, ${databaseNow})
    ON CONFLICT (kind, key) WHERE state IN ('waiting', 'running') DO UPDATE SET
      priority = GREATEST(job.priority, EXCLUDED.priority), due_at = LEAST(job.due_at, EXCLUDED.due_at),
      wanted_until = EXCLUDED.wanted_until
    RETURNING id`;
  return row!.id;
}

/** Gives up a job that waits or runs. Call `stopJob` once the transaction is through; false where it has ended. */
export async function cancelJob(tx: Pick<Transaction, "$executeRaw">, id: number): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE job SET state = 'cancelled', finished_at = ${databaseNow} WHERE id = ${id} AND state IN ('waiting', 'running')`;
  return count > 0;
}

/** A job that is wanted for a while is given up unless somebody asks for it again within so many milliseconds. */
export async function wantFor(tx: Pick<Transaction, "$executeRaw">, id: number, ms: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE job SET wanted_until = ${inMs(ms)}
    WHERE id = ${id} AND state IN ('waiting', 'running') AND wanted_until > ${inMs(ms)}`;
}
