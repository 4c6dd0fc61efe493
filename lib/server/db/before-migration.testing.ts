import "server-only";
import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import { type Database, openDatabase } from "./client";
import { deployMigrations, migrationsFolder, readMigrations } from "./migrate";
import { emptyPlaceForDatabase } from "./testing";

/** An empty database as it was before a migration, by its name; `deployMigrations` upgrades it. `close` also drops it. */
export async function databaseBefore(migration: string): Promise<Database> {
  const place = await emptyPlaceForDatabase();
  const folder = path.join(place.folder, "migrations");
  mkdirSync(folder);
  for (const { name } of readMigrations())
    if (name < migration) cpSync(path.join(migrationsFolder, name), path.join(folder, name), { recursive: true });
  const database = await openDatabase(place.url ? { url: place.url } : { folder: path.join(place.folder, "pglite") });
  await deployMigrations(database.pool, folder);
  const close = database.close;
  return {
    ...database,
    async close() {
      await close();
      await place.remove();
    },
  };
}
