import "server-only";
import type pg from "pg";

// The database as text, table by table: each row a JSON object of its columns in PostgreSQL's own text form, which keeps
// every digit and every byte, and is the same from the embedded database and from a server.

export interface Table {
  name: string;
  columns: { name: string; type: string }[];
}

export interface Sequence {
  name: string;
  value: string;
  called: boolean;
}

const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
const listed = (parts: string[]) => parts.join(", ");

/** Every value's text is the same whatever a session was set to. */
const plainText =
  "SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, MDY'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1";

/** Lets `read` see one moment's data; whatever else is written meanwhile isn't seen. */
export async function* inSnapshot<T>(
  pool: pg.Pool,
  read: (client: pg.PoolClient) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(plainText);
    yield* read(client);
  } finally {
    await client.query("ROLLBACK").catch(() => {});
    client.release();
  }
}

/** Of the product's own schema; the queue's is made anew. Generated columns are worked out again. */
export async function readTables(client: pg.PoolClient): Promise<Table[]> {
  const { rows } = await client.query<{ table: string; name: string; type: string }>(
    `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     ORDER BY c.relname COLLATE "C", a.attnum`,
  );
  const tables = new Map<string, Table>();
  for (const { table, name, type } of rows) {
    const known = tables.get(table) ?? { name: table, columns: [] };
    known.columns.push({ name, type });
    tables.set(table, known);
  }
  return [...tables.values()];
}

export async function readSequences(client: pg.PoolClient): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"`,
  );
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const { rows: states } = await client.query<Omit<Sequence, "name">>(
      `SELECT last_value::text AS value, is_called AS called FROM ${identifier(name)}`,
    );
    sequences.push({ name, ...states[0]! });
  }
  return sequences;
}

/** So many rows are asked for at once, or one where a row may hold a whole file. */
const ROWS = 1000;

/** The rows of a table as JSON, in the order of their key. */
export async function* readRows(client: pg.PoolClient, { name, columns }: Table): AsyncGenerator<string[]> {
  const { rows: key } = await client.query<{ name: string }>(
    `SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
     WHERE i.indrelid = $1::regclass AND i.indisprimary ORDER BY array_position(i.indkey::int2[], a.attnum)`,
    [identifier(name)],
  );
  const order = (key.length > 0 ? key : columns).map((column) => {
    const { type } = columns.find((one) => one.name === column.name)!;
    // Every server has a collation of its own.
    return `${identifier(column.name)}${/^(text|character)/.test(type) ? ' COLLATE "C"' : ""}`;
  });
  const texts = columns.map((column) => `${identifier(column.name)}::text`);
  await client.query(
    `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT row_to_json(r)::text AS row FROM (
       SELECT ${listed(texts)} FROM ${identifier(name)} ORDER BY ${listed(order)}) r`,
  );
  const fetch = `FETCH ${columns.some(({ type }) => type === "bytea") ? 1 : ROWS} FROM backup_rows`;
  for (;;) {
    const { rows } = await client.query<{ row: string }>(fetch);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await client.query("CLOSE backup_rows");
}

/** @param rows as `readRows` gave them */
export async function writeRows(client: pg.PoolClient, { name, columns }: Table, rows: string[]): Promise<void> {
  const names = columns.map((column) => identifier(column.name));
  const values = columns.map((column) => `${identifier(column.name)}::${column.type}`);
  await client.query(
    `INSERT INTO ${identifier(name)} (${listed(names)}) OVERRIDING SYSTEM VALUE
     SELECT ${listed(values)} FROM json_to_recordset($1::json) AS r(${listed(names.map((column) => `${column} text`))})`,
    [`[${rows.join(",")}]`],
  );
}

/**
 * Lets `write` fill empty tables in any order: triggers rest, and references are checked once all is there. Only the tables'
 * owner is needed, no administrator of the server.
 */
export async function withoutOrder(client: pg.PoolClient, tables: Table[], write: () => Promise<void>): Promise<void> {
  const { rows: references } = await client.query<{ table: string; name: string; was: string }>(
    `SELECT conrelid::regclass::text AS "table", conname AS name,
       CASE WHEN NOT condeferrable THEN 'NOT DEFERRABLE' WHEN condeferred THEN 'DEFERRABLE INITIALLY DEFERRED'
         ELSE 'DEFERRABLE INITIALLY IMMEDIATE' END AS was
     FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  );
  const alter = (how: (reference: (typeof references)[number]) => string) =>
    client.query(
      references
        .map((one) => `ALTER TABLE ${one.table} ALTER CONSTRAINT ${identifier(one.name)} ${how(one)};`)
        .join("\n"),
    );
  const triggers = (state: string) =>
    client.query(tables.map(({ name }) => `ALTER TABLE ${identifier(name)} ${state} TRIGGER USER;`).join("\n"));
  await triggers("DISABLE");
  await alter(() => "DEFERRABLE INITIALLY DEFERRED");
  await write();
  await client.query("SET CONSTRAINTS ALL IMMEDIATE");
  await alter(({ was }) => was);
  await triggers("ENABLE");
}

export async function writeSequences(client: pg.PoolClient, sequences: Sequence[]): Promise<void> {
  for (const { name, value, called } of sequences)
    await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [identifier(name), value, called]);
}
