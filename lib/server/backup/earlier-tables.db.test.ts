import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "@/lib/server/db/client";
import { deployMigrations, migrationsFolder, readMigrations } from "@/lib/server/db/migrate";
import { emptyPlaceForDatabase } from "@/lib/server/db/testing";
import { fileKey } from "@/lib/server/files/file-key";
import { files } from "@/lib/server/files/files";
import { restoreBackup } from "./restore-backup";
import { keepFile } from "./testing/keep-file";
import { writeBackup } from "./write-backup";

// Review answers and imports had other names in the database: `review_mark` and `file_fill`.

const renamed = "20261127110000_review_answer";
const open = (at: Awaited<ReturnType<typeof emptyPlaceForDatabase>>) =>
  openDatabase(at.url ? { url: at.url } : { folder: path.join(at.folder, "pglite") });

let earlier: Awaited<ReturnType<typeof emptyPlaceForDatabase>>;
let restored: Awaited<ReturnType<typeof emptyPlaceForDatabase>>;
let database: Database;
const kept: Record<"imported" | "waiting", string> = { imported: "", waiting: "" };

beforeAll(async () => {
  [earlier, restored] = [await emptyPlaceForDatabase(), await emptyPlaceForDatabase()];
  const migrations = path.join(earlier.folder, "migrations");
  mkdirSync(migrations);
  for (const { name } of readMigrations())
    if (name < renamed) cpSync(path.join(migrationsFolder, name), path.join(migrations, name), { recursive: true });
  database = await open(earlier);
  await deployMigrations(database.pool, migrations);
  process.env.SPAIV_DATA_DIR = earlier.folder;
  kept.imported = await keepFile("fill/7-8", new TextEncoder().encode("imported"));
  kept.waiting = await keepFile("fill-waiting/3/7-8", new TextEncoder().encode("waiting"));
  await keepFile("preview", new TextEncoder().encode("soon gone"));
  await database.pool.query(`
    INSERT INTO organisation (id, name, kind) VALUES (1, 'Made up', 'government');
    INSERT INTO "user" (id, email, name, password_hash, organisation_id) VALUES (3, 'a@example.org', 'Made up', '', 1);
    INSERT INTO plan (id, code, starts_on, ends_on) VALUES (1, 'p', '2015-01-01', '2018-12-31');
    INSERT INTO reporting_unit (id, plan_id, code, level, position) VALUES (7, 1, 'REGION', 'region', 1);
    INSERT INTO reporting_period (id, plan_id, code, starts_on, ends_on, frequency, due_on)
      VALUES (8, 1, '2016', '2016-01-01', '2016-12-31', 'annual', '2017-03-31');
    INSERT INTO framework_node (id, plan_id, code, kind, position) VALUES (1, 1, 'P1', 'pillar', 1);
    INSERT INTO indicator (id, plan_id, code, node_id, position) VALUES (2, 1, 'G1.1-a', 1, 1);
    INSERT INTO indicator_version (id, indicator_id, version, type, direction, accumulation, aggregation)
      VALUES (1, 2, 1, 'narrative', 'neutral', 'perPeriod', 'notComputable');
    INSERT INTO cell (id, plan_id, key) VALUES (1, 1, 'total');
    INSERT INTO report (id, plan_id, unit_id, period_id) VALUES (5, 1, 7, 8);
    INSERT INTO review_mark (report_id, submission, indicator_id, mark, query, marked_at, marked_by_id)
      VALUES (5, 1, 2, 'query', 'Is it all?', '2026-11-01', 3);
    INSERT INTO file_fill (id, report_id, format, file_name, sha256, rows, filled, created_by_id)
      VALUES (6, 5, 'glotip', 'a.csv', '${kept.imported}', 4, 2, 3);
    INSERT INTO value_revision (period_id, report_id, indicator_version_id, cell_id, revision, kind, text, fill_id, created_by_id)
      VALUES (8, 5, 1, 1, 1, 'narrative', 'Words', 6, 3);
    SELECT setval('file_fill_id_seq', 6);`);
  const file = path.join(earlier.folder, "backup.tar.gz");
  // As this version makes it before its first start: no file that the database names is missed.
  expect(await writeBackup(database.pool, earlier.folder, file)).toBe(0);
  rmSync(path.join(earlier.folder, "files"), { recursive: true });
  expect(await writeBackup(database.pool, earlier.folder, path.join(earlier.folder, "bare.tar.gz"))).toBe(1);
  await restoreBackup(file, restored);
});
afterAll(async () => {
  delete process.env.SPAIV_DATA_DIR;
  await database.close();
  await earlier.remove();
  await restored.remove();
});

it.each(["a database", "a backup"])("%s with the earlier names carries on", async (what) => {
  const here = what === "a backup" ? await open(restored) : database;
  try {
    expect(await deployMigrations(here.pool)).toContain(renamed);
    expect(await here.prisma.reviewAnswer.findMany()).toMatchObject([
      { answer: "query", query: "Is it all?", answeredById: 3, answeredAt: new Date("2026-11-01") },
    ]);
    expect(await here.prisma.fileImport.findMany()).toMatchObject([{ id: 6, fileName: "a.csv", imported: 2 }]);
    expect(await here.prisma.valueRevision.findMany()).toMatchObject([{ importId: 6 }]);
    const { rows } = await here.pool.query("SELECT nextval('file_import_id_seq')::int AS next");
    expect(rows).toEqual([{ next: 7 }]);
  } finally {
    if (here !== database) await here.close();
  }
});

it("the files of imports are found where earlier versions put them", async () => {
  process.env.SPAIV_DATA_DIR = restored.folder;
  expect(await files.read(fileKey("fill", "7-8", kept.imported))).not.toBeNull();
  expect(await files.read(fileKey("fill-waiting", 3, "7-8", kept.waiting))).not.toBeNull();
  expect(await files.list("preview")).toEqual([]);
});
