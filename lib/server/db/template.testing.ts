import "server-only";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { TestProject } from "vitest/node";
import { openDatabase } from "./client";
import { deployMigrations } from "./migrate";
import { pglitePool } from "./pglite-pool";
import { newOnServer } from "./server.testing";

declare module "vitest" {
  interface ProvidedContext {
    /**
     * A migrated, empty database: a file that holds the dump of an embedded one, or the name of one on the server that
     * tests talk to.
     */
    migrated: string;
  }
}

/** A database takes its time to be made from nothing, and a test file wants a new one: so all start from a copy. */
export default async function makeTemplate(project: TestProject) {
  const server = process.env.SPAIV_TEST_DATABASE_URL;
  if (server) return onServer(project, server);
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-template-"));
  const lite = await PGlite.create("memory://");
  const pool = pglitePool(lite);
  await deployMigrations(pool);
  await pool.end();
  const file = path.join(folder, "migrated.tar");
  writeFileSync(file, Buffer.from(await (await lite.dumpDataDir("none")).arrayBuffer()));
  await lite.close();
  project.provide("migrated", file);
  return () => rmSync(folder, { recursive: true, force: true });
}

async function onServer(project: TestProject, server: string) {
  const template = await newOnServer(server);
  const database = await openDatabase({ url: template.url });
  await deployMigrations(database.pool);
  await database.close();
  project.provide("migrated", template.name);
  return template.drop;
}
