import pg from "pg";

const MADE_UP = 150;

/**
 * Cells of one report for a paste: numbers in parts of one dimension or two, indicator by indicator. Larger than anybody has
 * them: open lists get made-up categories, as many as it takes.
 * @returns {Promise<{ indicator: string, cell: string }[]>} so many
 */
export async function manyCells(url, count) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `WITH added AS (
         INSERT INTO category (dimension_id, code, position)
         SELECT d.id, 'made-up-' || n, 1000 + n FROM dimension d, generate_series(1, $1) n WHERE d.is_open RETURNING id, code)
       INSERT INTO category_text (category_id, locale, name) SELECT id, 'en', code FROM added`,
      [MADE_UP],
    );
    const { rows } = await client.query(
      `WITH part AS (
         SELECT t.id AS table_id, v.indicator_id, d.position, d.code || '=' || c.code AS code
         FROM indicator_version v
           JOIN disaggregation_table t ON t.indicator_version_id = v.id
           JOIN disaggregation_table_dimension td ON td.table_id = t.id
           JOIN dimension d ON d.id = td.dimension_id
           JOIN category c ON c.dimension_id = d.id
         WHERE v.type = 'number' AND v.valid_from IS NULL),
       one AS (SELECT indicator_id, code AS cell FROM part
         UNION SELECT a.indicator_id, a.code || ';' || b.code FROM part a
           JOIN part b ON b.table_id = a.table_id AND a.position < b.position
         WHERE 2 = (SELECT count(*) FROM disaggregation_table_dimension td WHERE td.table_id = a.table_id))
       SELECT ei.code AS indicator, one.cell
       FROM plan p JOIN framework_edition e ON e.plan_id = p.id AND e.from_version IS NOT NULL AND e.until_version IS NULL
         JOIN edition_indicator ei ON ei.edition_id = e.id
         JOIN indicator i ON i.id = ei.indicator_id AND i.level = 'country'
         JOIN one ON one.indicator_id = i.id
       WHERE p.code = 'spaiv' ORDER BY 1, 2 LIMIT $1`,
      [count],
    );
    if (rows.length < count) throw new Error(`The framework has ${rows.length} such cells only.`);
    return rows;
  } finally {
    await client.end();
  }
}

/**
 * Sends cells as the sheet does when many are pasted, each time with another value, and gives milliseconds of each request.
 * @throws Error where one of them isn't stored
 */
export async function pastes(client, cookie, path, cells, times) {
  const revisions = new Map();
  const took = [];
  for (let time = 0; time < times; time++) {
    const body = {
      cells: cells.map(({ indicator, cell }, n) => ({
        indicator,
        cell,
        expectedRevision: revisions.get(n) ?? 0,
        entered: { kind: "number", number: `${10 + time}`, missingReason: "" },
      })),
    };
    const start = performance.now();
    const { status, body: said } = await client.post(path, body, { cookie });
    took.push(performance.now() - start);
    const fault = status === 200 ? said.answers.find(({ ok, present }) => !ok && !present) : said;
    if (fault) throw new Error(`A paste was refused: ${JSON.stringify(fault).slice(0, 300)}`);
    // What an earlier run left is replaced the next time.
    for (const [n, { revision, present }] of said.answers.entries())
      revisions.set(n, revision ?? present?.revision ?? 0);
  }
  return took;
}
