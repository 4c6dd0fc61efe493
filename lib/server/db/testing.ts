import "server-only";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
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
  const name = `spaiv_test_${randomBytes(6).toString("hex")}`;
  await asAdministrator(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openDatabase({ url: url.href });
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

async function asAdministrator(server: string, statement: string) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
