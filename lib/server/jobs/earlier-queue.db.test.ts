import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { restoreBackup } from "@/lib/server/backup/restore-backup";
import { writeBackup } from "@/lib/server/backup/write-backup";
import { type Database, openDatabase, setDatabase } from "@/lib/server/db/client";
import { deployMigrations, migrationsFolder, readMigrations } from "@/lib/server/db/migrate";
import { emptyPlaceForDatabase } from "@/lib/server/db/testing";
import { publicationJob } from "@/lib/server/publications/publication-job";
import { reclaimLost } from "./job-rows";
import { readJobs } from "./read-jobs";

// Publications waited in a schema of the queue's own, and were made under a right that stood in their rows.

const withJobs = "20261127171000_jobs";
type Place = Awaited<ReturnType<typeof emptyPlaceForDatabase>>;
const open = (at: Place) => openDatabase(at.url ? { url: at.url } : { folder: path.join(at.folder, "pglite") });

let earlier: Place;
let restored: Place;
let database: Database;

beforeAll(async () => {
  [earlier, restored] = [await emptyPlaceForDatabase(), await emptyPlaceForDatabase()];
  const migrations = path.join(earlier.folder, "migrations");
  mkdirSync(migrations);
  for (const { name } of readMigrations())
    if (name < withJobs) cpSync(path.join(migrationsFolder, name), path.join(migrations, name), { recursive: true });
  database = await open(earlier);
  await deployMigrations(database.pool, migrations);
  const publication = (id: number, state: string, more: string) => `
    INSERT INTO publication (id, plan_id, unit_id, period_id, kind, is_internal, settings, state, requested_at,
      requested_by_id, attempt, lost, step, worked_at, version, content, finished_at)
    VALUES (${id}, 1, 7, 8, 'regional', false, '{"kind": "regional", "unit": "REGION", "period": "2016"}', '${state}',
      '2026-11-01', 3, ${more});`;
  await database.pool.query(`
    INSERT INTO organisation (id, name, kind) VALUES (1, 'Made up', 'government');
    INSERT INTO "user" (id, email, name, password_hash, organisation_id) VALUES (3, 'a@example.org', 'Made up', '', 1);
    INSERT INTO plan (id, code, starts_on, ends_on) VALUES (1, 'p', '2015-01-01', '2018-12-31');
    INSERT INTO reporting_unit (id, plan_id, code, level, position) VALUES (7, 1, 'REGION', 'region', 1);
    INSERT INTO reporting_period (id, plan_id, code, starts_on, ends_on, frequency, due_on)
      VALUES (8, 1, '2016', '2016-01-01', '2016-12-31', 'annual', '2017-03-31');
    ${publication(11, "ready", "1, 0, 'keeping', '2026-11-01', 2, '', '2026-11-01'")}
    ${publication(12, "queued", "0, 0, 'waiting', null, null, null, null")}
    ${publication(13, "making", "1, 0, 'pdf', '2026-11-01', null, null, null")}
    ${publication(14, "making", "3, 2, 'pdf', '2026-11-01', null, null, null")}
    CREATE SCHEMA pgboss; CREATE TABLE pgboss.job (id int);`);
  const file = path.join(earlier.folder, "backup.tar.gz");
  await writeBackup(database.pool, earlier.folder, file);
  await restoreBackup(file, restored);
});
afterAll(async () => {
  await database.close();
  await earlier.remove();
  await restored.remove();
});

it.each(["a database", "a backup"])(
  "%s of the earlier queue carries on with what waits and was being made",
  async (what) => {
    const here = what === "a backup" ? await open(restored) : database;
    try {
      expect(await deployMigrations(here.pool)).toContain(withJobs);
      setDatabase(here);
      await reclaimLost([publicationJob], null);
      const publications = await here.prisma.publication.findMany({ orderBy: { id: "asc" } });
      expect(publications.map(({ state }) => state)).toEqual(["ready", "queued", "queued", "failed"]);
      const jobs = (await readJobs({})).reverse();
      expect(jobs.map(({ kind, state, lost }) => [kind, state, lost])).toEqual([
        ["publication", "waiting", 0],
        ["publication", "waiting", 1],
        ["publication", "failed", 3],
      ]);
      expect(publications.map(({ jobId }) => jobId)).toEqual([null, ...jobs.map(({ id }) => id)]);
      const events = await here.prisma.auditEvent.findMany({ orderBy: { stream: "asc" } });
      expect(events.map(({ stream, action }) => [stream, action])).toEqual([
        ["publication:13", "publicationTakenBack"],
        ["publication:14", "publicationFailed"],
      ]);
      const { rows } = await here.pool.query("SELECT 1 FROM pg_namespace WHERE nspname = 'pgboss'");
      expect(rows).toEqual([]);
    } finally {
      if (here !== database) await here.close();
    }
  },
);
