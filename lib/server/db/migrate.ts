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

/** A database that was last used by a version from before the baseline's day. */
export class OlderDatabase extends Error {
  override readonly name = "OlderDatabase";

  constructor() {
    super(
      "This was made by a version of this program from before 30 November 2026. " +
        "Start version 0.1.0 with it once, which brings it up to date, and then this one. Nothing was changed.",
    );
  }
}

/** Migrations that can't be applied by whoever asks; the message is a sentence for whoever starts the program. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
}

/** The first migration: the schema as it stood when 104 steps had led there. */
const BASELINE = "20261206000000_baseline";
/** Of those steps' names and checksums, a line each in the order of their names: SHA-256. */
const STEPS_BEFORE_BASELINE = "ea2810f8026c8eebcd1a2f62f5ba397b260bb0ca09c969f2ca232ece76df7cde";

interface Step {
  name: string;
  checksum: string;
}

const isBeforeBaseline = ({ name }: { name: string }) => name < BASELINE;

const inOrder = (a: Step, b: Step) => (a.name < b.name ? -1 : 1);

/**
 * What was applied, with the baseline in place of all steps that led to it.
 * @param applied finished ones
 * @throws OlderDatabase where only some of them were applied
 */
export function withBaseline(applied: readonly Step[]): Step[] {
  const before = applied.filter(isBeforeBaseline);
  if (before.length === 0) return [...applied];
  const lines = before.sort(inOrder).map(({ name, checksum }) => `${name} ${checksum}`);
  if (createHash("sha256").update(lines.join("\n")).digest("hex") !== STEPS_BEFORE_BASELINE) throw new OlderDatabase();
  const baseline = readMigrations().find(({ name }) => name === BASELINE)!;
  return [baseline, ...applied.filter((step) => !isBeforeBaseline(step))];
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
 * @throws OlderDatabase where the steps before the baseline weren't all applied
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
    const finished = rows.filter((row) => row.finished_at).map((row) => ({ ...row, name: row.migration_name }));
    const isOld = finished.some(isBeforeBaseline);
    const done = withBaseline(finished);
    if (isOld && mayMake) await recordBaseline(client, done[0]!);
    const known = new Map<string, { checksum: string; isFinished: boolean }>(
      done.map(({ name, checksum }) => [name, { checksum, isFinished: true }]),
    );
    for (const { migration_name: name, checksum, finished_at } of rows)
      if (!finished_at) known.set(name, { checksum, isFinished: false });
    const migrations = readMigrations(folder);
    const newer = [...known.keys()].find((name) => !migrations.some((migration) => name === migration.name));
    if (newer) throw new NewerDatabase(newer);
    const applied: string[] = [];
    for (const migration of migrations) {
      const row = known.get(migration.name);
      if (row) {
        if (!row.isFinished) throw new Error(`Migration ${migration.name} failed half-way; resolve it by hand first.`);
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

/** One row in place of the steps', as `prisma migrate deploy` expects: it complains of applied steps whose files are gone. */
async function recordBaseline(client: pg.PoolClient, { name, checksum }: Step) {
  await client.query("BEGIN");
  try {
    await client.query('DELETE FROM "_prisma_migrations" WHERE migration_name < $1', [name]);
    await recordApplied(client, { name, checksum });
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

const recordApplied = (client: pg.PoolClient, { name, checksum }: Step) =>
  client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), 1)`,
    [randomUUID(), checksum, name],
  );

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
    .query<Step>('SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL')
    .catch((error) => {
      if (error.code === "42P01") return { rows: [] };
      throw error;
    });
  return new Set(withBaseline(rows).map(({ name }) => name));
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
    await recordApplied(client, migration);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${migration.name} failed and was rolled back: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
