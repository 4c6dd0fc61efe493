import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";

// Deploys the ordinary Prisma migrations of prisma/migrations, and keeps Prisma's own table of them, so that whoever runs
// a server may use `prisma migrate deploy` instead. Prisma's command needs a native engine and a TCP address; the
// embedded database has neither, and a start has to migrate by itself.

/** Where the migrations stand in a checkout and in the standalone output. */
export const migrationsFolder = path.join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations");

/** A database that a newer program migrated: this one would write into tables that it doesn't know. */
export class NewerDatabase extends Error {
  override readonly name = "NewerDatabase";

  constructor(migration: string) {
    super(
      `This database was migrated by a newer version of this program (${migration}). ` +
        "Start that version, or restore a backup that was made before the upgrade. Nothing was changed.",
    );
  }
}

/** Migrations that can't be applied by whoever asks; the message is a sentence for whoever starts the program. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** In the order of their names, which begin with a time. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Any number will do, as long as every start takes the same. */
const MIGRATION_LOCK = 72_707_369;

/** What may take its time, whatever the pool's patience with a page's statements: a day, for pg takes 0 for unsaid. */
const unhurried = (text: string, values?: unknown[]) => ({ text, values, query_timeout: 24 * 3_600_000 });

/**
 * Applies what is missing, each migration in a transaction of its own, and returns the names applied. Two starts on one
 * server wait for each other.
 * @throws NewerDatabase where one was applied that isn't here
 * @throws MigrationRefused where one is missing and the role doesn't own the tables
 * @throws Error when an applied migration was changed afterwards or one failed half-way
 */
export async function deployMigrations(pool: pg.Pool, folder = migrationsFolder): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query("SET statement_timeout = 0");
    await client.query(unhurried("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]));
    const mayMake = await ownsSchema(client);
    if (mayMake) await client.query(TABLE);
    else if (!(await isThere(client))) throw new MigrationRefused(ownerWanted);
    const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    );
    const known = new Map(rows.map((row) => [row.migration_name, row]));
    const migrations = readMigrations(folder);
    const newer = rows.find((row) => !migrations.some(({ name }) => name === row.migration_name));
    if (newer) throw new NewerDatabase(newer.migration_name);
    const applied: string[] = [];
    for (const migration of migrations) {
      const row = known.get(migration.name);
      if (row) {
        if (!row.finished_at) throw new Error(`Migration ${migration.name} failed half-way; resolve it by hand first.`);
        if (row.checksum !== migration.checksum)
          throw new Error(`Migration ${migration.name} was changed after it was applied. Restore its file.`);
        continue;
      }
      if (!mayMake) throw new MigrationRefused(ownerWanted);
      await apply(client, migration);
      applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    await client.query("RESET statement_timeout");
    client.release();
  }
}

const ownerWanted =
  "The database isn't as this version of the program needs it, and its user may not change that. " +
  "Run npm run migrate with MIGRATE_DATABASE_URL, the address for the user who owns the tables. Nothing was changed.";

/** Whether the role may make tables, and owns those that there are. */
async function ownsSchema(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ owns: boolean | null }>(
    `SELECT has_schema_privilege(current_schema(), 'CREATE') AND coalesce(
       (SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('"_prisma_migrations"')), true) AS owns`,
  );
  return rows[0]!.owns ?? false;
}

/** The names of those that a database has; none of one that was never migrated. */
export async function appliedMigrations(pool: pg.Pool): Promise<Set<string>> {
  const { rows } = await pool
    .query<{ migration_name: string }>('SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL')
    .catch((error) => {
      if (error.code === "42P01") return { rows: [] };
      throw error;
    });
  return new Set(rows.map((row) => row.migration_name));
}

async function isThere(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS there`);
  return rows[0].there;
}

/** Lets nobody else make tables until the caller's transaction ends, and waits for whoever does. */
export async function holdMigrations(client: pg.PoolClient): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
}

/**
 * Applies migrations to an empty database within the caller's transaction, as far as named; a restore fills in their own rows.
 * @param wanted in order
 */
export async function applyWithin(client: pg.PoolClient, wanted: readonly { name: string }[]): Promise<void> {
  await client.query(TABLE);
  const byName = new Map(readMigrations().map((migration) => [migration.name, migration.sql]));
  for (const { name } of wanted) await client.query(byName.get(name)!);
}

async function apply(client: pg.PoolClient, migration: Migration) {
  await client.query("BEGIN");
  try {
    await client.query(unhurried(migration.sql));
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${migration.name} failed and was rolled back: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
