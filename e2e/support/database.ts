import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import type { Place } from "./server";

export interface Statements {
  query<Row>(sql: string): Promise<Row[]>;
}

/** Looks into, or changes, a place's database while no server has it open. */
export async function inDatabase<T>(place: Place, work: (database: Statements) => Promise<T>): Promise<T> {
  const { DATABASE_URL: url, SPAIV_DATA_DIR: folder } = place.env;
  if (url) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return work({ query: async <Row>(sql: string) => (await client.query(sql)).rows as Row[] }).finally(() =>
      client.end(),
    );
  }
  const database = await PGlite.create(path.join(folder!, "pglite"));
  return work({ query: async <Row>(sql: string) => (await database.query<Row>(sql)).rows }).finally(() =>
    database.close(),
  );
}
