import "server-only";
import type pg from "pg";
import { type Database, openDatabase } from "./client";
import { deployMigrations, holdMigrations, MigrationRefused } from "./migrate";

// On a server, the tables may belong to another role than the one that the program works as: then whoever makes the program
// say what it shouldn't can still change no table, take no trigger away, and alter nothing that is only ever added to.

/** Where the tables' owner is let in; null where that is the program itself, or comes when somebody migrates by hand. */
const ownersAddress = () => process.env.MIGRATE_DATABASE_URL || null;

/**
 * Migrates an open database: as the owner of its tables where that is another role, who then grants the program's role what
 * it needs and no more.
 * @returns the names of the migrations applied
 * @throws MigrationRefused where the owner is needed and isn't told, or isn't another
 */
export async function migrateDatabase(database: Database): Promise<string[]> {
  const url = ownersAddress();
  if (database.embedded || url === null) return deployMigrations(database.pool);
  return asOwner(url, database, async (owner, role) => {
    const applied = await deployMigrations(owner);
    await grantToProgram(owner, role);
    return applied;
  });
}

/** What was restored as the owner is granted too. Does nothing where there is one role. */
export async function grantAfterRestore(database: Database): Promise<void> {
  const url = ownersAddress();
  if (!database.embedded && url !== null) await asOwner(url, database, grantToProgram);
}

async function asOwner<T>(url: string, program: Database, work: (owner: pg.Pool, role: string) => Promise<T>) {
  const owner = await openDatabase({ url, unhurried: true });
  try {
    const [own, other] = await Promise.all([program, owner].map(({ pool }) => whoIsThere(pool)));
    if (own!.database !== other!.database)
      throw new MigrationRefused(
        "MIGRATE_DATABASE_URL leads to another database than DATABASE_URL. Nothing was changed.",
      );
    if (own!.role === other!.role)
      throw new MigrationRefused(
        `MIGRATE_DATABASE_URL names the same user as DATABASE_URL, ${own!.role}. Name the one who owns the tables, or leave it out. Nothing was changed.`,
      );
    return await work(owner.pool, own!.role);
  } finally {
    await owner.close();
  }
}

async function whoIsThere(pool: pg.Pool): Promise<{ role: string; database: string }> {
  const { rows } = await pool.query(
    `SELECT current_user AS role, oid || ' ' || pg_postmaster_start_time() AS database
     FROM pg_database WHERE datname = current_database()`,
  );
  return rows[0];
}

/** What the role may do to a table, by the trigger that guards its rows. */
const guarded = (columns: string): Record<string, string> => ({
  refuse_change: "SELECT, INSERT",
  refuse_all_but_redaction: `SELECT, INSERT, UPDATE (${columns})`,
  refuse_all_but_closing: "SELECT, INSERT, UPDATE (until_version)",
  refuse_all_but_closing_or_erasing: "SELECT, INSERT, UPDATE (until_version, text, redacted_at)",
  refuse_all_but_answer: "SELECT, INSERT, UPDATE (answer, answered_at, answered_by_id)",
  refuse_all_but_restoring:
    "SELECT, INSERT, UPDATE (until_version, restored_at, restored_by_id, reason, redacted_at, erased_at, erased_by_id)",
  guard_audit_payload: "SELECT, INSERT, DELETE",
});

interface TableRow {
  name: string;
  guard: string | null;
  /** Of rows that may be redacted: the column that can be emptied. */
  redacted: string | null;
}

/**
 * Lets a role work with the tables of the owner who asks, as the program does: it reads and writes rows, and only adds them
 * where a trigger lets nobody do more.
 */
async function grantToProgram(owner: pg.Pool, role: string): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query("BEGIN");
    await holdMigrations(client);
    const { rows: tables } = await client.query<TableRow>(
      // A trigger with a condition keeps some rows alone, and keeps them by itself.
      `SELECT c.oid::regclass::text AS name, p.proname AS guard, convert_from(trim(t.tgargs, '\\000'::bytea), 'UTF8') AS redacted
       FROM pg_class c
         LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgtype & 1 = 1 AND t.tgtype & 24 <> 0
           AND t.tgqual IS NULL
         LEFT JOIN pg_proc p ON p.oid = t.tgfoid
       WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'`,
    );
    const { rows: names } = await client.query<{ role: string; schema: string; database: string }>(
      "SELECT quote_ident($1) AS role, quote_ident(current_schema()) AS schema, quote_ident(current_database()) AS database",
      [role],
    );
    const to = names[0]!;
    await client.query(`REVOKE ALL ON ALL TABLES IN SCHEMA ${to.schema} FROM ${to.role}`);
    for (const { name, guard, redacted } of tables)
      await client.query(`GRANT ${granted(name, guard, redacted)} ON ${name} TO ${to.role}`);
    await client.query(`GRANT USAGE ON SCHEMA ${to.schema} TO ${to.role}`);
    await client.query(`GRANT SELECT, USAGE ON ALL SEQUENCES IN SCHEMA ${to.schema} TO ${to.role}`);
    await client.query(`GRANT TEMPORARY ON DATABASE ${to.database} TO ${to.role}`);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

function granted(table: string, guard: string | null, redacted: string | null): string {
  if (table === "_prisma_migrations") return "SELECT";
  return guarded(`"${redacted}", redacted_at`)[guard ?? ""] ?? "SELECT, INSERT, UPDATE, DELETE";
}

/** Whether the program's own role could change the tables: it owns them, or is an administrator of the server. */
export async function ownsItsTables(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ owns: boolean }>(
    "SELECT pg_has_role(relowner, 'USAGE') AS owns FROM pg_class WHERE oid = 'audit_event'::regclass",
  );
  return rows[0]!.owns;
}
