import "server-only";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { type Database, openDatabase, setDatabase } from "./client";
import { deployMigrations } from "./migrate";

// Tests of commands and queries run on both databases: as they are on the embedded one in memory, and with
// SPAIV_TEST_DATABASE_URL (a server, as somebody who may create databases) on PostgreSQL.

/** A fresh, migrated, empty database, in the place of the process's own. `close` also drops it. */
export async function testDatabase(): Promise<Database> {
  const server = process.env.SPAIV_TEST_DATABASE_URL;
  const database = server
    ? await freshOnServer(server)
    : await openDatabase({ dump: new Blob([readFileSync(inject("migratedDump"))]) });
  setDatabase(database);
  return database;
}

async function freshOnServer(server: string): Promise<Database> {
  const name = await newOnServer(server);
  const database = await openDatabase({ url: at(server, name) });
  await deployMigrations(database.pool);
  const close = database.close;
  return {
    ...database,
    async close() {
      await close();
      await asAdministrator(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Where a database can be made: a data folder, and on PostgreSQL a new, empty database. */
export async function emptyPlaceForDatabase(): Promise<{ folder: string; url?: string; remove(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-place-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const server = process.env.SPAIV_TEST_DATABASE_URL;
  if (!server) return { folder, remove: async () => removeFolder() };
  const name = await newOnServer(server);
  return {
    folder,
    url: at(server, name),
    async remove() {
      removeFolder();
      await asAdministrator(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function newOnServer(server: string): Promise<string> {
  const name = `spaiv_test_${randomBytes(6).toString("hex")}`;
  await asAdministrator(server, `CREATE DATABASE ${name}`);
  return name;
}

function at(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function asAdministrator(server: string, statement: string) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
