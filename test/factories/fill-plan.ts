import type pg from "pg";

const size = { periods: 25, indicators: 40, cells: 40 };

/**
 * Fills a plan of a few rows with years of them, all approved: of every unit, for earlier periods, more indicators and more
 * cells than a page ever asks for at once. Made by the database, past its triggers.
 * @param personId who is said to have entered it
 */
export async function fillPlan(pool: pg.Pool, planId: number, personId: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SET session_replication_role = replica");
    for (const statement of statements(planId, personId)) await client.query(statement);
    // What the planner goes by; left alone, it would come too late or never.
    await client.query("ANALYZE");
  } finally {
    await client.query("RESET session_replication_role");
    client.release();
  }
}

function statements(planId: number, personId: number): string[] {
  const values = `report r JOIN indicator i ON i.plan_id = ${planId} JOIN indicator_version v ON v.indicator_id = i.id
    JOIN cell c ON c.plan_id = ${planId}
    WHERE r.plan_id = ${planId} AND r.state = 'approved'`;
  return [
    `INSERT INTO reporting_period (plan_id, code, starts_on, ends_on, frequency, due_on)
     SELECT ${planId}, year, make_date(year, 1, 1), make_date(year, 12, 31), 'annual', make_date(year + 1, 3, 31)
     FROM generate_series(2014 - ${size.periods}, 2013) year`,
    `WITH added AS (
       INSERT INTO indicator (plan_id, level) SELECT ${planId}, 'country' FROM generate_series(1, ${size.indicators}) RETURNING id
     )
     INSERT INTO edition_indicator (edition_id, indicator_id, code, node_id, position)
     SELECT n.edition_id, added.id, 'G1.2-x' || added.id, n.node_id, 100 + added.id
     FROM added, edition_node n JOIN framework_edition e ON e.id = n.edition_id
     WHERE e.plan_id = ${planId} AND e.until_version IS NULL AND n.code = 'G1.2'`,
    `INSERT INTO indicator_version (indicator_id, version, type, direction, accumulation, aggregation, unit, lowest)
     SELECT indicator_id, 1, 'number', 'increase', 'snapshot', 'sum', 'cases', 0 FROM edition_indicator
     WHERE code LIKE 'G1.2-x%'`,
    `INSERT INTO edition_definition (edition_id, indicator_version_id)
     SELECT i.edition_id, v.id FROM indicator_version v JOIN edition_indicator i ON i.indicator_id = v.indicator_id
     WHERE i.code LIKE 'G1.2-x%'`,
    `INSERT INTO indicator_version_text
       (edition_id, indicator_version_id, locale, title, definition, computation, source, responsible)
     SELECT i.edition_id, v.id, 'en', i.code, '', '', '', ''
     FROM indicator_version v JOIN edition_indicator i ON i.indicator_id = v.indicator_id WHERE i.code LIKE 'G1.2-x%'`,
    `INSERT INTO cell (plan_id, key) SELECT ${planId}, 'citizenship=x' || n FROM generate_series(1, ${size.cells}) n`,
    `INSERT INTO report (plan_id, unit_id, period_id, state, submission, submitted_at, submitted_by_id, approved_at, approved_by_id)
     SELECT ${planId}, u.id, p.id, 'approved', 1, p.due_on, ${personId}, p.due_on, ${personId}
     FROM reporting_unit u JOIN reporting_period p ON p.plan_id = ${planId} AND p.ends_on < '2014-01-01'
     WHERE u.plan_id = ${planId}`,
    `INSERT INTO value (period_id, report_id, indicator_version_id, cell_id, revision, kind, number, updated_by_id)
     SELECT r.period_id, r.id, v.id, c.id, 1, 'number', 100, ${personId} FROM ${values}`,
    `INSERT INTO value_revision (period_id, report_id, indicator_version_id, cell_id, revision, kind, number, created_by_id)
     SELECT r.period_id, r.id, v.id, c.id, 1, 'number', 100, ${personId} FROM ${values}`,
    `INSERT INTO result (plan_id, period_id, unit_id, indicator_version_id, cell_id, kind, number, revision,
       disclosure_state, approved_at, value_since, from_version)
     SELECT ${planId}, r.period_id, r.unit_id, v.id, c.id, 'number', 100, 1, 'shown', r.approved_at, 1, 1 FROM ${values}`,
  ];
}
