import type { Database } from "@/lib/server/db/client";

/** Every place of the database where words stand, `table.column`: of all columns that hold words, in whichever table. */
export async function whereWordsStand({ pool }: Pick<Database, "pool">, words: string): Promise<string[]> {
  const { rows: columns } = await pool.query<{ table: string; column: string }>(
    `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
     WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
       AND (c.data_type IN ('text', 'character varying', 'json', 'jsonb') OR c.udt_name = '_text')
     ORDER BY 1, 2`,
  );
  const { rows } = await pool.query<{ place: string }>(
    columns
      .map(
        ({ table, column }) =>
          `SELECT '${table}.${column}' AS place WHERE EXISTS (SELECT FROM "${table}" WHERE strpos("${column}"::text, $1) > 0)`,
      )
      .join(" UNION ALL "),
    [words],
  );
  return rows.map(({ place }) => place);
}
