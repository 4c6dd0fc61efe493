import "server-only";
import { setTimeout } from "node:timers/promises";
import { db, type Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";

const ATTEMPTS = 5;

/**
 * Runs the work in one transaction, and again when the database gave it up for another's sake (serialization failure,
 * deadlock): the work must do nothing that can't be undone. Read committed, the database's own level, is enough for a
 * command that puts the state it judged into its write's `where`; ask for `Serializable` where it judges rows that it
 * doesn't write.
 */
export async function transaction<T>(
  work: (tx: Transaction) => Promise<T>,
  isolationLevel?: Prisma.TransactionIsolationLevel,
): Promise<T> {
  const client = await db();
  // Naming the level costs a round trip.
  return again(() => client.$transaction(work, isolationLevel && { isolationLevel }));
}

/** The same for work that is a single statement, and so a transaction of its own. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !gaveWay(error)) throw error;
      // Those who collided once must not collide again in step.
      await setTimeout(Math.random() * 20 * 2 ** attempt);
    }
  }
}

/** Whether the database undid the transaction because of another one (SQLSTATE 40001 and 40P01). */
function gaveWay(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && (error.code === "40001" || error.code === "40P01")) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === "P2034") return true;
    const adapter = error.meta?.driverAdapterError;
    return adapter instanceof Error && gaveWay(adapter);
  }
  return (
    typeof error.cause === "object" &&
    error.cause !== null &&
    "kind" in error.cause &&
    error.cause.kind === "TransactionWriteConflict"
  );
}
