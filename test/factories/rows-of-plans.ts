import type pg from "pg";

type Row = Record<string, unknown>;

interface Reference {
  from: string;
  to: string;
  columns: [own: string, theirs: string][];
}

/**
 * Every row of the database that belongs to a plan: it names the plan, or something of it, by whatever way references lead
 * there. Of no plan are people, their organisations and sessions, and what nothing leads from.
 * @returns by plan id, each row as text with its table's name before it, in order
 */
export async function rowsOfPlans(pool: pg.Pool, planIds: readonly number[]): Promise<Map<number, string[]>> {
  const references = await referencesIn(pool);
  const tables = [...new Set(references.flatMap(({ from, to }) => [from, to]))];
  const rows = new Map<string, Row[]>();
  for (const table of tables) {
    const found = await pool.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM "${table}" t`);
    rows.set(
      table,
      found.rows.map(({ row }) => row),
    );
  }
  return new Map(planIds.map((id) => [id, rowsOf(id, rows, references)]));
}

/** Foreign keys, and the audit's payload, which goes by stream and sequence. */
async function referencesIn(pool: pg.Pool): Promise<Reference[]> {
  const found = await pool.query<Reference>(`
    SELECT c.conrelid::regclass::text AS from, c.confrelid::regclass::text AS to,
      (SELECT jsonb_agg(jsonb_build_array(a.attname, b.attname))
        FROM unnest(c.conkey, c.confkey) AS k(own, theirs)
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own
        JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.theirs) AS columns
    FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace`);
  return found.rows.map(({ from, to, columns }) => ({ from: plain(from), to: plain(to), columns }));
}

const plain = (name: string) => name.replaceAll('"', "");

function rowsOf(planId: number, rows: ReadonlyMap<string, Row[]>, references: readonly Reference[]): string[] {
  const owned = new Map<string, Set<Row>>([...rows.keys()].map((table) => [table, new Set<Row>()]));
  for (const [table, all] of rows)
    for (const row of all)
      if (table === "plan" ? row.id === planId : row.plan_id === planId) owned.get(table)!.add(row);
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const { from, to, columns } of references) {
      const keys = new Set([...owned.get(to)!].map((row) => JSON.stringify(columns.map(([, theirs]) => row[theirs]))));
      for (const row of rows.get(from)!) {
        const key = JSON.stringify(columns.map(([own]) => row[own]));
        if (owned.get(from)!.has(row) || !keys.has(key)) continue;
        owned.get(from)!.add(row);
        isGrowing = true;
      }
    }
  }
  return [...owned].flatMap(([table, own]) => [...own].map((row) => `${table} ${JSON.stringify(row)}`)).sort();
}
