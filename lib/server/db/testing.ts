import "server-only";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject } from "vitest";
import { type Database, openDatabase, setDatabase } from "./client";
import { newOnServer } from "./server.testing";

// Tests of commands and queries run on both databases: as they are on the embedded one in memory, and with
// SPAIV_TEST_DATABASE_URL (a server, as somebody who may create databases) on PostgreSQL.

/** A fresh, migrated, empty database, in the place of the process's own. `close` also drops it. */
export async function testDatabase(): Promise<Database> {
  const server = process.env.SPAIV_TEST_DATABASE_URL;
  const database = server
    ? await freshOnServer(server)
    : await openDatabase({ dump: new Blob([readFileSync(inject("migrated"))]) });
  setDatabase(database);
  return database;
}

async function freshOnServer(server: string): Promise<Database> {
  const { url, drop } = await newOnServer(server, inject("migrated"));
  const database = await openDatabase({ url });
  const close = database.close;
  return {
    ...database,
    async close() {
      await close();
      await drop();
    },
  };
}

/** Where a database can be made: a data folder, and on PostgreSQL a new, empty database. */
export async function emptyPlaceForDatabase(): Promise<{ folder: string; url?: string; remove(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-place-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const server = process.env.SPAIV_TEST_DATABASE_URL;
  if (!server) return { folder, remove: async () => removeFolder() };
  const { url, drop } = await newOnServer(server);
  return {
    folder,
    url,
    async remove() {
      removeFolder();
      await drop();
    },
  };
}
