import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import type pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { restoreBackup } from "@/lib/server/backup/restore-backup";
import { writeBackup } from "@/lib/server/backup/write-backup";
import { type Database, openDatabase } from "./client";
import { appliedMigrations, deployMigrations, OlderDatabase, readMigrations } from "./migrate";
import { emptyPlaceForDatabase } from "./testing";

// A database that version 0.1.0 migrated in 104 steps, which one baseline replaced since. The file is what pg_dump wrote of one.

type Place = Awaited<ReturnType<typeof emptyPlaceForDatabase>>;

const dump = gunzipSync(readFileSync(path.join(import.meta.dirname, "../../../test/database-0.1.0.sql.gz"))).toString();
const all = readMigrations().map(({ name }) => name);

/** What a database is made of, in PostgreSQL's own words. */
async function catalogue(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(`
    SELECT line FROM (
      SELECT format('%s.%s %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull,
        pg_get_expr(adbin, adrelid)) AS line
      FROM pg_attribute LEFT JOIN pg_attrdef ON (adrelid, adnum) = (attrelid, attnum) JOIN pg_class c ON c.oid = attrelid
      WHERE attnum > 0 AND NOT attisdropped AND c.relkind IN ('r', 'v') AND c.relnamespace = 'public'::regnamespace
      UNION ALL SELECT format('%s %s', conrelid::regclass, conname) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
      UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class c ON c.oid = indexrelid
        WHERE c.relnamespace = 'public'::regnamespace
      UNION ALL SELECT format('%s %s %s', tgrelid::regclass, tgname, tgfoid::regproc) FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL SELECT format('%s %s', enumtypid::regtype, enumlabel) FROM pg_enum
    ) lines ORDER BY line COLLATE "C"`);
  return rows.map(({ line }) => line);
}

const open = (place: Place) =>
  openDatabase(place.url ? { url: place.url } : { folder: path.join(place.folder, "pglite") });

let place: Place;
let earlier: Database;
beforeEach(async () => {
  place = await emptyPlaceForDatabase();
  earlier = await open(place);
  // Functions name tables that come after them.
  await earlier.pool.query(`BEGIN; SET LOCAL check_function_bodies = off; ${dump} COMMIT`);
});
afterEach(async () => {
  await earlier.close();
  await place.remove();
});

describe("a database of version 0.1.0", () => {
  it("opens as if the baseline had made it", async () => {
    expect(await appliedMigrations(earlier.pool)).toEqual(new Set(all.slice(0, 1)));
    expect(await deployMigrations(earlier.pool)).toEqual(all.slice(1));
    expect(await deployMigrations(earlier.pool)).toEqual([]);
    const freshPlace = await emptyPlaceForDatabase();
    const fresh = await open(freshPlace);
    try {
      await deployMigrations(fresh.pool);
      expect(await catalogue(earlier.pool)).toEqual(await catalogue(fresh.pool));
      expect(await appliedMigrations(earlier.pool)).toEqual(await appliedMigrations(fresh.pool));
    } finally {
      await fresh.close();
      await freshPlace.remove();
    }
  });

  it("is restored from a backup that version 0.1.0 made", async () => {
    await earlier.pool.query("INSERT INTO organisation (name, kind) VALUES ('Made up', 'government')");
    const file = path.join(place.folder, "backup.tar.gz");
    await writeBackup(earlier.pool, place.folder, file);
    const empty = await emptyPlaceForDatabase();
    try {
      await restoreBackup(file, empty);
      const restored = await open(empty);
      expect(await deployMigrations(restored.pool)).toEqual(all.slice(1));
      const { rows } = await restored.pool.query("SELECT name FROM organisation");
      expect(rows).toEqual([{ name: "Made up" }]);
      await restored.close();
    } finally {
      await empty.remove();
    }
  });

  it("that misses a step is refused, and left as it is", async () => {
    await earlier.pool.query(
      "DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)",
    );
    await expect(deployMigrations(earlier.pool)).rejects.toThrow(OlderDatabase);
    const { rows } = await earlier.pool.query("SELECT count(*)::int AS count FROM _prisma_migrations");
    expect(rows).toEqual([{ count: 103 }]);
  });
});
