import { createServer } from "node:http";
import pg from "pg";
import { summary } from "../load.mjs";
import { keepAliveClient } from "./keep-alive.mjs";

const SAVES = 3000;
const indicator = "G5.1-a";
const countries = ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"];
const accounts = ["cambodia", "china", "laopdr", "myanmar", "thailand", "vietnam"];
const periods = ["2015", "2016", "2017", "2018"];
const pathOf = (unit, period) => `/api/reports/spaiv/${unit}/${period}/values`;

/** Writers of one report, a cell for each, so that nobody waits for a conflict: they wait for each other's audit event. */
export const ofOneReport = (cookie) =>
  ["khm", "chn", "lao", "mmr", "tha", "vnm"]
    .flatMap((code) => [`citizenship=${code}`, `repatriation=${code}`])
    .concat(["female", "male", "other", "unknown"].flatMap((sex) => [`sex=${sex}`, `sex=${sex};age=0-17`]))
    .map((cell) => ({ cookie, cell, path: pathOf("THA", "2016") }));

/**
 * Writers of a report each. Those that were submitted are drafts again, by a word past the product.
 * @param cookieOf asks for an account's cookie
 */
export async function ofManyReports(url, cookieOf) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("UPDATE reporting_period SET state = 'open'");
    await client.query("UPDATE report SET state = 'draft', approved_at = NULL, approved_by_id = NULL");
  } finally {
    await client.end();
  }
  const cookies = [];
  for (const account of accounts) cookies.push(await cookieOf(`focal.${account}`));
  return periods.flatMap((period) =>
    countries.map((unit, n) => ({ cookie: cookies[n], cell: "sex=female;age=0-17", path: pathOf(unit, period) })),
  );
}

/** Runs `save(writer, number)` by some writers at once until all together have saved. */
async function byWriters(concurrency, save, saves = SAVES) {
  const times = [];
  let failed = 0;
  let left = saves;
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
export async function savesThroughProduct(address, writers, concurrency, saves = SAVES) {
  const revisions = new Map();
  const client = keepAliveClient(address);
  const save = async (writer, number) => {
    const { cookie, cell, path } = writers[writer];
    const { status, body } = await client.post(
      path,
      {
        indicator,
        cell,
        expectedRevision: revisions.get(writer) ?? 0,
        entered: { kind: "number", number: `${concurrency * 1000 + number}`, missingReason: "" },
      },
      { cookie },
    );
    if (status === 200) revisions.set(writer, body.revision);
    else if (body.present) revisions.set(writer, body.present.revision);
    return status === 200;
  };
  // Learns the revisions that an earlier run left, and warms up.
  for (let time = 0; time < 8; time++)
    await Promise.all(Array.from({ length: concurrency }, (_, writer) => save(writer, -time)));
  const result = await byWriters(concurrency, save, saves);
  client.close();
  return result;
}

/** The statements of one save, without the product around them; each writer its own report, or all one. */
export async function savesThroughPg(url, concurrency, isOneReport = true) {
  const pool = new pg.Pool({ connectionString: url, max: 20 });
  const { rows } = await pool.query(
    `SELECT ${isOneReport ? "" : "DISTINCT ON (v.report_id)"} v.period_id, v.report_id, v.indicator_version_id, v.cell_id,
       v.updated_by_id FROM value v
     JOIN report r ON r.id = v.report_id WHERE r.state = 'draft' AND v.kind = 'number' LIMIT $1`,
    [concurrency],
  );
  const save = async (writer, number) => {
    const { period_id, report_id, indicator_version_id, cell_id, updated_by_id } = rows[writer % rows.length];
    const key = [period_id, report_id, indicator_version_id, cell_id];
    // Writers of one report add to one stream of events: they wait for each other there, as in the product.
    const stream = isOneReport ? "bench" : `bench${report_id}`;
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
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [stream]);
      await client.query(
        `INSERT INTO audit_event (stream, sequence, action, subject, previous_hash, hash)
         SELECT $1, coalesce(max(sequence), 0) + 1, 'valueRecorded', 'bench', '', $2 FROM audit_event WHERE stream = $1`,
        [stream, "0".repeat(64)],
      );
      await client.query("COMMIT");
      return true;
    } finally {
      client.release();
    }
  };
  const result = await byWriters(concurrency, save);
  await pool.end();
  return result;
}

/** The same bytes, from a server that stores nothing. */
export async function savesThroughBareServer(concurrency) {
  const answer = JSON.stringify({
    revision: 1000,
    savedAt: "2018-01-01T00:00:00.000Z",
    warnings: [],
    commentMissing: false,
    isAnswered: true,
  });
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    response.writeHead(200, { "content-type": "application/json" }).end(answer);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  try {
    const nobody = Array.from({ length: concurrency }, () => ({ cookie: "", cell: "total", path: "/" }));
    return await savesThroughProduct(address, nobody, concurrency, 4 * SAVES);
  } finally {
    server.close();
  }
}
