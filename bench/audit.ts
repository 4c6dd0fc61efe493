// SPAIV_DEMO=1 npx tsx --conditions=react-server bench/audit.ts [EVENTS]: what a page of the audit takes on PostgreSQL with
// 2 million made-up events, by each filter and by several at once, at its beginning and deep in it. Exit code 1 where one takes
// the server longer than the bound. The events' hashes are made up too: nothing here verifies them.
import { auditFilterAsked } from "@/lib/schemas/addresses/audit-filter";
import { openDatabase, setDatabase } from "@/lib/server/db/client";
import { deployMigrations } from "@/lib/server/db/migrate";
import { auditPage } from "@/lib/server/queries/audit/audit-page";
import { makeReporting } from "@/test/factories/make-reporting";
import { startPostgres } from "../scripts/postgres.mjs";
import { isWithinBound } from "./measured";

const BOUND_MS = 100;
const events = Math.min(Number(process.argv[2] ?? 2_000_000), 5_000_000);

const began = performance.now();
const postgres = await startPostgres();
const database = await openDatabase({ url: postgres.url });
setDatabase(database);
let isWithin = true;
try {
  await deployMigrations(database.pool);
  const plan = await makeReporting(database.prisma);
  const person = plan.actors.thailand.id;
  const unit = plan.unitIds.THA!;
  // One person in a thousand does a lot; one action is in half of all events, one in almost none.
  // Far longer than any statement of the product may take.
  const maker = await database.pool.connect();
  await maker.query("SET statement_timeout = 0");
  // Made without what each row costs: indexes come afterwards, and each payload has its event.
  await maker.query("SET session_replication_role = replica");
  const { rows: indexes } = await maker.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = 'audit_event' AND indexname <> 'audit_event_pkey'`,
  );
  for (const { name } of indexes) await maker.query(`DROP INDEX "${name}"`);
  await maker.query(
    `INSERT INTO audit_event (stream, sequence, at, actor_id, action, subject, plan_id, unit_id, payload_hash, previous_hash, hash)
     SELECT 'made:' || n / 40, n % 40 + 1, timestamp '2016-01-01' + n * interval '2 minutes',
       CASE WHEN n % 10 < 4 THEN $2::int ELSE 1000 + n % 9973 END,
       CASE WHEN n % 2 = 0 THEN 'valueRecorded' WHEN n % 100003 = 1 THEN 'returned' WHEN n % 5 = 1 THEN 'signedIn' ELSE 'commentAdded' END,
       'report THA 2016', CASE WHEN n % 5 = 1 THEN NULL ELSE $3::int END,
       CASE WHEN n % 5 = 1 THEN NULL WHEN n % 3 = 0 THEN $4::int ELSE $5::int END, CASE WHEN n % 4 = 0 THEN 'x' END, 'x', 'x'
     FROM generate_series(0, $1::int - 1) n`,
    [events, person, plan.planId, unit, plan.unitIds.KHM],
  );
  await maker.query(
    `INSERT INTO audit_payload (stream, sequence, salt, after)
     SELECT stream, sequence, gen_random_uuid(), '{"indicator": "G1.1-a", "revision": 3}' FROM audit_event WHERE payload_hash = 'x'`,
  );
  for (const { definition } of indexes) await maker.query(definition);
  await maker.query("VACUUM ANALYZE audit_event, audit_payload");
  await maker.query("ANALYZE");
  maker.release(true);
  console.log(`${events} events made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const everywhere = { ...plan.actors.administrator, roles: [{ role: "auditor" as const, plan: null, unit: null }] };
  const ofPlan = {
    ...plan.actors.administrator,
    roles: [{ role: "auditor" as const, plan: { id: plan.planId, code: "spaiv" }, unit: null }],
  };
  const deep = { at: "2018-06-01T00:00:00.000Z", stream: "made:1", sequence: 1 };
  const asked = {
    "all events": {},
    "one busy person": { person: String(person) },
    "one other person": { person: "1007" },
    "one country": { unit: String(unit) },
    "one plan": { plan: String(plan.planId) },
    "of no plan": { plan: "none" },
    "a frequent action": { action: "valueRecorded" },
    "a rare action": { action: "returned" },
    "an action that never was": { action: "periodAdded" },
    "a time": { from: "2017-03-01", until: "2017-03-31" },
    "a busy person's rare action": { person: String(person), action: "returned" },
    "a country's rare action": { unit: String(unit), action: "returned" },
    "a busy person in a country": { person: String(person), unit: String(unit) },
    "all of it at once": { person: String(person), unit: String(unit), action: "valueRecorded", from: "2016-06-01" },
    "a person's name": { person: "Officer thailand" },
  };
  for (const [who, actor] of Object.entries({ "whole audit": everywhere, "one plan's auditor": ofPlan }))
    for (const [name, query] of Object.entries(asked))
      for (const before of [null, deep]) {
        const answer = () => auditPage(actor, "en", auditFilterAsked(query), before);
        if (!(await isWithinBound(`${who}, ${name}${before ? ", deep" : ""}`, BOUND_MS, answer))) isWithin = false;
      }
} finally {
  await database.close();
  await postgres.stop();
}
process.exit(isWithin ? 0 : 1);
