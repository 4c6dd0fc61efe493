import type pg from "pg";
import type { Database } from "@/lib/server/db/client";

/** Which tables are written while some work is done, in the order of the statements. */
export async function writtenTables({ pool }: Pick<Database, "pool">, work: () => Promise<unknown>): Promise<string[]> {
  const written: string[] = [];
  const heard = new Map<pg.PoolClient, pg.PoolClient["query"]>();
  const hear = (client: pg.PoolClient) => {
    if (heard.has(client)) return;
    const { query } = client;
    heard.set(client, query);
    client.query = ((...statement: [string | { text: string }]) => {
      const [asked] = statement;
      const text = typeof asked === "string" ? asked : asked.text;
      const [, table] = /\b(?:INSERT INTO|UPDATE|DELETE FROM)\s+(?:"?\w+"?\.)?"?(\w+)"?/.exec(text) ?? [];
      if (table) written.push(table);
      return query.apply(client, statement as never);
    }) as typeof query;
  };
  pool.on("acquire", hear);
  try {
    await work();
    return written;
  } finally {
    pool.off("acquire", hear);
    for (const [client, query] of heard) client.query = query;
  }
}
