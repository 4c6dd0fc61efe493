import "server-only";
import { currentDatabase } from "./client";
import type { Prisma } from "./generated/client";
import { statementName } from "./statement-name";

/**
 * Runs one statement past Prisma's client, which takes longer for it than the driver and the database together: for what
 * people wait for most often. Rows come as the driver reads them: a timestamp must leave with its zone.
 */
export async function rowsOf<R extends object>({ text, values }: Prisma.Sql): Promise<R[]> {
  const { pool } = await currentDatabase();
  const { rows } = await pool.query<R>({ name: statementName(text), text, values });
  return rows;
}

/** The same by the shared connection: only for a short statement that reads and waits for no lock. */
export async function briefRowsOf<R extends object>({ text, values }: Prisma.Sql): Promise<R[]> {
  const { reads } = await currentDatabase();
  const { rows } = await reads.query<R>({ name: statementName(text), text, values });
  return rows;
}
