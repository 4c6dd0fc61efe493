import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { canonicalJson, type Json, plainJson } from "@/lib/server/canonical-json";
import { databaseBefore } from "@/lib/server/db/before-migration.testing";
import type { Database } from "@/lib/server/db/client";
import { deployMigrations } from "@/lib/server/db/migrate";
import { verifyStream } from "./verify";

// What earlier versions wrote: one table, whose hashes cover the whole event.

const anew = "20261127124134_audit_payloads";

let database: Database;
const sql = <T>(text: string, values?: unknown[]) => database.pool.query(text, values).then(({ rows }) => rows as T[]);

/** A database as the version before left it. */
async function earlierDatabase() {
  database = await databaseBefore(anew);
}

interface Event {
  stream: string;
  actorId?: number | null;
  action?: string;
  subject?: string;
  before?: unknown;
  after?: unknown;
}

/** As that version did: the canonical JSON of the event, cut where the database puts in the moment and the number. */
async function writeEarlier({
  stream,
  actorId = 1,
  action = "submitted",
  subject = "report THA 2016",
  ...states
}: Event) {
  const [before, after] = [plainJson(states.before), plainJson(states.after)];
  const text = (json: Json) => canonicalJson(plainJson(json));
  const stored = (json: Json) => (json === null ? null : JSON.stringify(json));
  await sql("SELECT append_audit_event($1, $2::int, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9)", [
    ...[stream, actorId, action, subject, stored(before), stored(after)],
    `{"action":${text(action)},"actorId":${actorId},"after":${text(after)},"at":"`,
    `","before":${text(before)},"sequence":`,
    `,"stream":${text(stream)},"subject":${text(subject)}}`,
  ]);
}

async function tamper(statement: string) {
  await sql("ALTER TABLE audit_event DISABLE TRIGGER USER");
  await sql(statement);
  await sql("ALTER TABLE audit_event ENABLE TRIGGER USER");
}

const migrate = () => deployMigrations(database.pool);
const check = (stream: string) => verifyStream(database.prisma, stream);

describe("an audit of the version before", () => {
  beforeEach(earlierDatabase);
  afterEach(async () => {
    await database.close();
  });

  it("says the same as before, in a chain of the present rule", async () => {
    await sql(`INSERT INTO plan (id, code, starts_on, ends_on) VALUES (7, 'p', '2015-01-01', '2018-12-31')`);
    await sql(`INSERT INTO reporting_unit (id, plan_id, code, level, position) VALUES (70, 7, 'REGION', 'region', 0)`);
    await sql(`INSERT INTO reporting_period (id, plan_id, code, frequency, starts_on, ends_on, due_on)
      VALUES (71, 7, '2016', 'annual', '2016-01-01', '2016-12-31', '2017-03-31')`);
    await sql("INSERT INTO report (id, plan_id, unit_id, period_id) VALUES (72, 7, 70, 71)");
    const value = { kind: "number", number: "3" };
    await writeEarlier({ stream: "report:72", before: { revision: 1, value }, after: { revision: 2, value } });
    await writeEarlier({ stream: "report:72", actorId: null, action: "opened" });
    await writeEarlier({ stream: "period:71", after: { state: "closed" } });
    await writeEarlier({ stream: "publication:5", subject: "publication 5: p regional REGION 2016", after: { a: 1 } });
    await writeEarlier({ stream: "sign-in", subject: "pair:abc@192.0.2.0/24", after: { since: "2026-01-01" } });
    await migrate();
    for (const stream of ["report:72", "period:71", "publication:5", "sign-in"])
      expect(await check(stream), stream).toMatchObject({ intact: true, events: stream === "report:72" ? 2 : 1 });
    const events = await sql<object>(
      `SELECT e.stream, e.subject, e.plan_id, e.unit_id, e.report_id, p.before, p.after
       FROM audit_event e LEFT JOIN audit_payload p USING (stream, sequence) ORDER BY e.stream, e.sequence`,
    );
    expect(events).toMatchObject([
      { stream: "period:71", plan_id: 7, unit_id: null, after: { state: "closed" } },
      { stream: "publication:5", plan_id: 7, unit_id: 70, report_id: null, after: { a: 1 } },
      {
        ...{ stream: "report:72", plan_id: 7, unit_id: 70, report_id: 72 },
        ...{ before: { revision: 1, value }, after: { revision: 2, value } },
      },
      { stream: "report:72", plan_id: 7, before: null, after: null },
      { subject: "sign-in pair", after: { since: "2026-01-01", key: "pair:abc@192.0.2.0/24" } },
    ]);
  });

  const second = "WHERE stream = $ AND sequence = 2";
  const changes: [string, string, object][] = [
    ["other words", `UPDATE audit_event SET action = 'approved' ${second}`, { sequence: 2, fault: "altered" }],
    ["another state", `UPDATE audit_event SET after = '{"n": 9}' ${second}`, { sequence: 2, fault: "altered" }],
    ["no state before", `UPDATE audit_event SET before = NULL ${second}`, { sequence: 2, fault: "altered" }],
    ["another time", `UPDATE audit_event SET at = at + interval '1 s' ${second}`, { sequence: 2, fault: "altered" }],
    ["another hash", `UPDATE audit_event SET hash = repeat('0', 64) ${second}`, { sequence: 2, fault: "altered" }],
    ["an event taken out", `DELETE FROM audit_event ${second}`, { sequence: 2, fault: "missing" }],
    [
      "one taken out and the rest moved up",
      `DELETE FROM audit_event ${second}; UPDATE audit_event SET sequence = 2 WHERE stream = $ AND sequence = 3`,
      { sequence: 2, fault: "altered" },
    ],
  ];
  it("is verified by its own rule before it is chained anew", async () => {
    for (const [name, statement] of changes) {
      for (let n = 0; n < 3; n++) await writeEarlier({ stream: name, before: { n }, after: { n: n + 1 } });
      await tamper(statement.replaceAll("$", `'${name}'`));
    }
    await writeEarlier({ stream: "sound", after: { n: 1 } });
    await migrate();
    for (const [name, , shown] of changes) expect(await check(name), name).toEqual({ intact: false, ...shown });
    expect(await check("sound")).toMatchObject({ intact: true, events: 1 });
  });

  it("is found intact whatever was written in it", async () => {
    let at = 0;
    const key = fc.string({ unit: "grapheme-ascii" });
    const numbers = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
    const given = fc.oneof(fc.jsonValue(), fc.dictionary(key, numbers), fc.array(fc.string({ unit: "binary" })));
    await fc.assert(
      fc.asyncProperty(given, (json) => writeEarlier({ stream: `any ${at++}`, before: json, after: { json } })),
      { numRuns: 300 },
    );
    for (const number of [1e21, 1e-7, -1.5e-9, 5e-324, 1.7976931348623157e308, 123456789012345680000, 0.000001, -0])
      await writeEarlier({ stream: `any ${at++}`, after: { number } });
    await migrate();
    expect(await sql("SELECT stream FROM audit_event WHERE action = 'foundAltered'")).toEqual([]);
    for (let n = 0; n < at; n++) expect(await check(`any ${n}`)).toMatchObject({ intact: true, events: 1 });
  });
});
