import "server-only";
import { accessSync, chmodSync, constants, statSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { log } from "@/lib/server/log/log";
import { type FolderLock, lockFolder } from "./folder-lock";
import { type Prisma, PrismaClient } from "./generated/client";
import { giveUpWhileAway } from "./give-up";
import type { EngineEnded } from "./pglite-engine";
import { pglitePool } from "./pglite-pool";
import { type Reads, SharedConnection } from "./shared-connection";
import { statementName } from "./statement-name";
import { DatabaseWatch } from "./watch";

/** The client inside a transaction; commands pass it on. */
export type Transaction = Prisma.TransactionClient;

/** An open database: the embedded one in its folder, or a server. */
export interface Database {
  prisma: PrismaClient;
  pool: pg.Pool;
  /** For short statements that read and wait for no lock, past the pool where there is a server. */
  reads: Reads;
  embedded: boolean;
  /** Resolves where the embedded database ended by itself, and nothing but a new start helps. */
  ended: Promise<EngineEnded>;
  close(): Promise<void>;
}

/** Connections to a server; the embedded database has one. */
const poolSize = () => Number(process.env.DATABASE_POOL || 10);

/**
 * Of a server that hangs, in milliseconds: for a connection, be it a new one or another's, and for one statement, which
 * the server ends by itself where it still can. No page's statement comes near; a migration's may (migrate.ts).
 */
const patience = { connectionTimeoutMillis: 15_000, statement_timeout: 30_000, query_timeout: 32_000 };

/**
 * How the embedded engine starts. PostgreSQL's usual 128 MB of buffers would be most of the process's memory, to save it from
 * asking the system, which keeps the same files in memory.
 */
const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB"];

/**
 * A server's database, or the embedded one: in a folder, or in memory, empty or as the dump of another.
 * @throws FolderInUse when another process holds the embedded database's folder
 */
export async function openDatabase(at: {
  url?: string;
  /** Nobody waits for a page: a statement may take its time. */
  unhurried?: boolean;
  folder?: string;
  dump?: Blob;
}): Promise<Database> {
  if (at.url) {
    const limits = at.unhurried ? {} : patience;
    const pool = new pg.Pool({ connectionString: at.url, max: poolSize(), keepAlive: true, ...limits });
    // An idle connection that the server ended is replaced at the next query; unheard, it would end this process.
    pool.on("error", (error) => log.warn({ err: error }, "An idle database connection was lost."));
    // A statement may take its time, but not that of a server that answers nobody.
    if (at.unhurried) {
      void giveUpWhileAway(pool, new DatabaseWatch(at.url, () => {}));
      // Its statement hears of a connection that was lost; unheard here, it would end this process.
      pool.on("connect", (client) => client.on("error", () => {}));
    }
    const ended = new Promise<never>(() => {});
    const reads = new SharedConnection(at.url);
    return database({ pool, reads, embedded: false, ended }, () => reads.end());
  }
  let lock: FolderLock | null = null;
  let lite: PGlite;
  if (at.folder) {
    lock = lockFolder(at.folder);
    keepPrivate(at.folder);
    lite = await PGlite.create(at.folder, { startParams }).catch((error) => {
      lock?.release();
      throw ofDisk(error, at.folder!);
    });
  } else {
    lite = await PGlite.create("memory://", { startParams, loadDataDir: at.dump });
  }
  let hasEnded = false;
  let say: (error: EngineEnded) => void;
  const ended = new Promise<EngineEnded>((resolve) => {
    say = resolve;
  });
  const pool = pglitePool(lite, (error) => {
    hasEnded = true;
    say(error);
  });
  return database({ pool, reads: pool, embedded: true, ended }, async () => {
    // What is left of one that ended could write what its journal doesn't say.
    if (!hasEnded) await lite.close();
    lock?.release();
  });
}

/** What WebAssembly's system calls a disk that won't do. */
const diskCodes: Readonly<Record<number, string>> = { 2: "EACCES", 51: "ENOSPC", 63: "EPERM", 69: "EROFS" };

/** The embedded database's own error as Node.js would have said it: it has a number and no words, or says only that it failed. */
function ofDisk(error: unknown, folder: string): unknown {
  const code = diskCodes[(error as { errno?: number }).errno ?? 0];
  if (code) return Object.assign(new Error(`${code}: ${folder}`), { code, path: folder, syscall: "open" });
  try {
    // A command that somebody else ran made it theirs.
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return error;
  } catch (refused) {
    return refused;
  }
}

/** PGlite lets everybody read and write its files, which hold passwords' hashes; so nobody else gets as far as them. */
function keepPrivate(folder: string) {
  try {
    chmodSync(folder, 0o700);
  } catch (error) {
    // Of another user, or on a disk without permissions: whoever laid it out saw to it.
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes((error as NodeJS.ErrnoException).code ?? ""))
      throw error;
  }
}

function database(opened: Omit<Database, "prisma" | "close">, after: () => Promise<void>): Database {
  const { pool } = opened;
  // Timestamps are stored without a zone and mean UTC.
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) }),
    // The embedded database has one connection: a write waits its turn behind others.
    transactionOptions: { maxWait: 15_000, timeout: 60_000 },
  });
  return {
    ...opened,
    prisma,
    async close() {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
      await after();
    },
  };
}

/** Where the embedded database and what belongs to it live. */
export function dataFolder(): string {
  return path.resolve(/* turbopackIgnore: true */ process.env.SPAIV_DATA_DIR?.trim() || ".data");
}

/**
 * Whether opening the configured database makes none: what only reads asks first, and leaves an empty place empty.
 * @throws Error of the system where that can't be seen
 */
export function isLaidOut(): boolean {
  if (process.env.DATABASE_URL) return true;
  try {
    statSync(path.join(dataFolder(), "pglite", "PG_VERSION"));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

const holder = globalThis as typeof globalThis & { spaivDatabase?: Promise<Database> };

/**
 * The process's one database, opened at first use: pages, route handlers and the proxy are bundled apart, and a second
 * client on the embedded folder would destroy data. Building never opens it.
 */
export function currentDatabase(): Promise<Database> {
  if (process.env.NEXT_PHASE === "phase-production-build") throw new Error("The build must not open the database.");
  holder.spaivDatabase ??= openDatabase({
    url: process.env.DATABASE_URL || undefined,
    folder: path.join(dataFolder(), "pglite"),
  });
  return holder.spaivDatabase;
}

/** Puts a database in the place of the process's own; tests and scripts use it. */
export function setDatabase(database: Database) {
  holder.spaivDatabase = Promise.resolve(database);
}

/** The process's Prisma client. */
export async function db(): Promise<PrismaClient> {
  return (await currentDatabase()).prisma;
}

/** Finishes writes in flight and releases the folder; one that couldn't be opened holds nothing. */
export async function closeDatabase() {
  const opened = holder.spaivDatabase;
  holder.spaivDatabase = undefined;
  const database = await opened?.catch(() => null);
  await database?.close();
}
