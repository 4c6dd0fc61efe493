import pg from "pg";
import { summary } from "./load.mjs";

const SAVES = 400;
const STREAM = "bench";
/** One cell for each writer, so that nobody waits for a conflict. */
const cells = ["khm", "chn", "lao", "mmr", "tha", "vnm"]
  .flatMap((code) => [`citizenship=${code}`, `repatriation=${code}`])
  .concat(["female", "male", "other", "unknown"].flatMap((sex) => [`sex=${sex}`, `sex=${sex};age=0-17`]));

/** Runs `save(writer, number)` by some writers at once until all together have saved. */
async function writers(concurrency, save) {
  const times = [];
  let failed = 0;
  let left = SAVES;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async (_, writer) => {
      while (left-- > 0) {
        const start = performance.now();
        if (!(await save(writer, left))) failed++;
        times.push(performance.now() - start);
      }
    }),
  );
  return summary(times, (performance.now() - began) / 1000, failed);
}

/** Saves through the API as the entry form does; every save is acknowledged only when it is stored. */
export async function savesThroughProduct(address, cookie, concurrency) {
  const revisions = new Map();
  const save = async (writer, number) => {
    const cell = cells[writer];
    const response = await fetch(`${address}/api/reports/spaiv/THA/2016/values`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie, origin: address },
      body: JSON.stringify({
        indicator: "G5.1-a",
        cell,
        expectedRevision: revisions.get(cell) ?? 0,
        entered: { kind: "number", number: `${concurrency * 1000 + number}`, missingReason: "" },
      }),
    });
    const body = await response.json();
    if (response.ok) revisions.set(cell, body.revision);
    else if (body.present) revisions.set(cell, body.present.revision);
    return response.ok;
  };
  // Learns the revisions that an earlier run left, and warms up.
  for (let writer = 0; writer < concurrency; writer++) {
    await save(writer, 1);
    await save(writer, 2);
  }
  return writers(concurrency, save);
}

/** The statements of one save, without the product around them. */
export async function savesThroughPg(url, concurrency) {
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  const { rows } = await pool.query(
    `SELECT v.period_id, v.report_id, v.indicator_version_id, v.cell_id, v.updated_by_id FROM value v
     JOIN report r ON r.id = v.report_id WHERE r.state = 'draft' AND v.kind = 'number' LIMIT $1`,
    [concurrency],
  );
  const save = async (writer, number) => {
    const { period_id, report_id, indicator_version_id, cell_id, updated_by_id } = rows[writer];
    const key = [period_id, report_id, indicator_version_id, cell_id];
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      const { rows: written } = await client.query(
        `UPDATE value SET number = $5, revision = revision + 1, updated_at = now()
         WHERE (period_id, report_id, indicator_version_id, cell_id) = ($1, $2, $3, $4) RETURNING revision`,
        [...key, number],
      );
      await client.query(
        `INSERT INTO value_revision (period_id, report_id, indicator_version_id, cell_id, revision, kind, number, created_by_id)
         VALUES ($1, $2, $3, $4, $5, 'number', $6, $7)`,
        [...key, written[0].revision, number, updated_by_id],
      );
      // All save to one report, whose events are one stream: writers wait for each other there, as in the product.
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [STREAM]);
      await client.query(
        `INSERT INTO audit_event (stream, sequence, action, subject, previous_hash, hash)
         SELECT $1, coalesce(max(sequence), 0) + 1, 'valueRecorded', 'bench', '', $2 FROM audit_event WHERE stream = $1`,
        [STREAM, "0".repeat(64)],
      );
      await client.query("COMMIT");
      return true;
    } finally {
      client.release();
    }
  };
  const result = await writers(concurrency, save);
  await pool.end();
  return result;
}
