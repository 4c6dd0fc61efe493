import "server-only";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { TestProject } from "vitest/node";
import { deployMigrations } from "./migrate";
import { pglitePool } from "./pglite-pool";

declare module "vitest" {
  interface ProvidedContext {
    /** A file that holds a dump of a migrated, empty embedded database; empty where tests talk to a server. */
    migratedDump: string;
  }
}

/** An embedded database takes seconds to be made from nothing, and a test file wants a new one: so all start from a dump. */
export default async function makeTemplate(project: TestProject) {
  if (process.env.SPAIV_TEST_DATABASE_URL) return project.provide("migratedDump", "");
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-template-"));
  const lite = await PGlite.create("memory://");
  const pool = pglitePool(lite);
  await deployMigrations(pool);
  await pool.end();
  const file = path.join(folder, "migrated.tar");
  writeFileSync(file, Buffer.from(await (await lite.dumpDataDir("none")).arrayBuffer()));
  await lite.close();
  project.provide("migratedDump", file);
  return () => rmSync(folder, { recursive: true, force: true });
}
