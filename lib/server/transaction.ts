import "server-only";
import { setTimeout } from "node:timers/promises";
import { Refusal } from "@/lib/domain/refusal";
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

/**
 * The same for work that is a single statement, and so a transaction of its own.
 * @throws Refusal `signedOut` where the audit's actor was disabled meanwhile (`present_actor`)
 */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (hasState(error, ["SP001"])) throw new Refusal("signedOut");
      if (attempt === ATTEMPTS || !gaveWay(error)) throw error;
      // Those who collided once must not collide again in step.
      await setTimeout(Math.random() * 20 * 2 ** attempt);
    }
  }
}

/** Whether the database undid the transaction because of another one. */
function gaveWay(error: unknown): boolean {
  if (hasState(error, ["40001", "40P01"])) return true;
  if (!(error instanceof Error)) return false;
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    const adapter = error.meta?.driverAdapterError;
    return error.code === "P2034" || (adapter instanceof Error && gaveWay(adapter));
  }
  return (
    typeof error.cause === "object" &&
    error.cause !== null &&
    "kind" in error.cause &&
    error.cause.kind === "TransactionWriteConflict"
  );
}

/** Whether the database refused with one of these SQLSTATEs, however deep the client wraps it. */
function hasState(error: unknown, states: readonly string[]): boolean {
  if (typeof error !== "object" || error === null) return false;
  const told = ["code", "originalCode"].map((name) => (error as Record<string, unknown>)[name]);
  if (told.some((code) => states.includes(String(code)))) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError) return hasState(error.meta?.driverAdapterError, states);
  return "cause" in error && hasState(error.cause, states);
}
