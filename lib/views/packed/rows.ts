// Rows of one kind say most things alike: what most of them say goes to the browser once, and of each row what differs.

export interface PackedRows<Row> {
  common: Partial<Row>;
  rows: readonly Partial<Row>[];
}

/** Rows of plain data on their way to a client component. */
export function packRows<Row extends object>(rows: readonly Row[]): PackedRows<Row> {
  const common: Partial<Row> = {};
  const saidOf = (row: Row, key: keyof Row) => JSON.stringify(row[key]);
  for (const key of Object.keys(rows[0] ?? {}) as (keyof Row)[]) {
    // What is put into every row may be wanting in none.
    if (rows.some((row) => row[key] === undefined)) continue;
    const counts = new Map<string, { count: number; value: Row[keyof Row] }>();
    for (const row of rows) {
      const said = counts.get(saidOf(row, key)) ?? { count: 0, value: row[key] };
      counts.set(saidOf(row, key), { ...said, count: said.count + 1 });
    }
    const [most] = [...counts.values()].sort((one, other) => other.count - one.count);
    if (most && most.count > 1) common[key] = most.value;
  }
  const differs = (row: Row) => (key: string) =>
    saidOf(row, key as keyof Row) !== JSON.stringify(common[key as keyof Row]);
  return {
    common,
    rows: rows.map((row) => {
      const own = Object.keys(row).filter(differs(row));
      return Object.fromEntries(own.map((key) => [key, row[key as keyof Row]])) as Partial<Row>;
    }),
  };
}

export const unpackRows = <Row extends object>({ common, rows }: PackedRows<Row>): Row[] =>
  rows.map((row) => ({ ...common, ...row }) as Row);
