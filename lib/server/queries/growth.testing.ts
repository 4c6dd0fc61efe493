import "server-only";
import type pg from "pg";

/** What grows with every report and every approval. */
const growing = new Set(["value", "value_revision", "result"]);

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  Plans?: PlanNode[];
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
}
interface Statement {
  text: string;
  values?: unknown[];
}

/** More rows of one of those tables than that share are too many to be read for one page. */
const MOST = 0.25;

/**
 * What the work asks of the database, as the database says it would do it: statements that read one of the growing tables
 * from end to end, or most of it by an index.
 */
export async function growthOf(pool: pg.Pool, work: () => Promise<unknown>) {
  const statements = await asked(pool, work);
  const sizes = new Map<string, number>();
  for (const table of growing) {
    const { rows } = await pool.query(`SELECT count(*)::int AS rows FROM ${table}`);
    sizes.set(table, rows[0].rows);
  }
  const faults: string[] = [];
  for (const { text, values } of statements) {
    if (![...growing].some((table) => new RegExp(`\\b${table}\\b`).test(text))) continue;
    // What writes isn't done again.
    const analyze = /\b(INSERT|UPDATE|DELETE)\b/.test(text) ? "" : "ANALYZE, TIMING OFF, ";
    const { rows } = await pool.query({ text: `EXPLAIN (${analyze}FORMAT JSON) ${text}`, values });
    const said: { Plan: PlanNode }[] = rows[0]["QUERY PLAN"];
    for (const node of nodesOf(said[0]!.Plan)) {
      const table = node["Relation Name"];
      if (table === undefined || !growing.has(table)) continue;
      const loops = node["Actual Loops"] ?? 0;
      const read = loops * ((node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0));
      if (node["Node Type"] === "Seq Scan" || read > MOST * sizes.get(table)!)
        faults.push(`${node["Node Type"]} on ${table} (${read} rows): ${text}`);
    }
  }
  return { statements: statements.length, faults };
}

async function asked(pool: pg.Pool, work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const { query } = pool;
  pool.query = ((...given: Parameters<typeof query>) => {
    const [first, values] = given as unknown as [string | Statement, unknown[] | undefined];
    statements.push(typeof first === "string" ? { text: first, values } : first);
    return query.apply(pool, given);
  }) as typeof query;
  try {
    if ((await work()) === null) throw new Error("There is no such page.");
    return statements;
  } finally {
    pool.query = query;
  }
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
