import "server-only";
import { randomBytes } from "node:crypto";
import pg from "pg";

/** A database that tests made on a server, as somebody who may make databases. */
export interface DatabaseOnServer {
  name: string;
  url: string;
  drop(): Promise<void>;
}

/** An empty database on a server, or a copy of one to which nobody is connected. */
export async function newOnServer(server: string, template?: string): Promise<DatabaseOnServer> {
  const name = `spaiv_test_${randomBytes(6).toString("hex")}`;
  await asAdministrator(server, `CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ""}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { name, url: url.href, drop: () => asAdministrator(server, `DROP DATABASE ${name} WITH (FORCE)`) };
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
