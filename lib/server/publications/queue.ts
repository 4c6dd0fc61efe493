import "server-only";
import type pg from "pg";
import PgBoss from "pg-boss";
import { currentDatabase, type Transaction } from "@/lib/server/db/client";
import { log } from "@/lib/server/log/log";

// One queue on both databases: pg-boss speaks to the pool that Prisma uses too. It hands jobs out, one at a time to each
// process; how far a publication is, and who may go on with it, stands in its own row.

const QUEUE = "publication";
/** Far more than any publication takes; a job that goes on for so long was lost, and is handed out again. */
const LONGEST = 15 * 60;

interface PublicationJob {
  id: number;
}

interface Queue {
  boss: PgBoss;
  /** While this process makes publications: the worker to wake. */
  worker: string | null;
}

/** By pool, across bundles: pages, route handlers and the start are bundled apart. */
const holder = globalThis as typeof globalThis & { spaivQueues?: WeakMap<pg.Pool, Promise<Queue>> };
holder.spaivQueues ??= new WeakMap();
const queues = holder.spaivQueues;

async function queue(): Promise<Queue> {
  const { pool } = await currentDatabase();
  const known = queues.get(pool);
  if (known) return known;
  const opened = openQueue(pool);
  queues.set(pool, opened);
  // What failed once is tried again by whoever asks next.
  opened.catch(() => queues.delete(pool));
  return opened;
}

async function openQueue(pool: pg.Pool): Promise<Queue> {
  const db = { executeSql: (text: string, values: unknown[]) => rowsOf(pool.query(text, values)) };
  const boss = new PgBoss({ db, supervise: true, schedule: false });
  boss.on("error", (error) => log.error({ err: error }, "The queue of publications failed."));
  await boss.start();
  // A second try finds what the first one did in the publication's row, and begins nothing that is made already.
  await boss.createQueue(QUEUE, { name: QUEUE, retryLimit: 5, retryDelay: 5, expireInSeconds: LONGEST });
  return { boss, worker: null };
}

/** pg answers a text of several statements with several results, of which one has rows. */
async function rowsOf(answer: Promise<unknown>): Promise<{ rows: unknown[] }> {
  const results = [await answer].flat() as pg.QueryResult[];
  return results.find(({ rows }) => rows.length > 0) ?? { rows: [] };
}

/**
 * What puts a publication into the queue with the caller's transaction. Ask for it before the transaction begins: the
 * embedded database has one connection, and opening the queue needs it. Call `wake` once the transaction is through.
 */
export async function enqueuing(): Promise<(tx: Transaction, id: number) => Promise<void>> {
  const { boss } = await queue();
  return async (tx, id) => {
    const db = {
      executeSql: async (text: string, values: unknown[]) => ({
        rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values),
      }),
    };
    await boss.send(QUEUE, { id } satisfies PublicationJob, { db });
  };
}

/** Lets this process look at the queue now rather than at its next turn. */
export async function wake(): Promise<void> {
  const { boss, worker } = await queue();
  if (worker !== null) boss.notifyWorker(worker);
}

/** Takes publications from the queue, one at a time, until the process ends. */
export async function work(make: (id: number) => Promise<void>): Promise<void> {
  const opened = await queue();
  opened.worker = await opened.boss.work<PublicationJob>(QUEUE, { pollingIntervalSeconds: 2 }, async ([job]) => {
    if (job) await make(job.data.id);
  });
}

/** Ends what `work` began, and lets go of the database. */
export async function closeQueue(): Promise<void> {
  const { pool } = await currentDatabase();
  const opened = queues.get(pool);
  queues.delete(pool);
  if (opened) await (await opened).boss.stop({ graceful: false, close: false });
}
