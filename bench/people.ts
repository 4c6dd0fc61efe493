// SPAIV_DEMO=1 npx tsx --conditions=react-server bench/people.ts [PEOPLE]: what the list of people takes on PostgreSQL with
// 10,000 made-up people, in each order, at its end, and looked through for names, countries, roles and states. Exit code 1 where
// one takes the server longer than the bound.
import type { Actor } from "@/lib/domain/permissions";
import { wholeTable } from "@/lib/schemas/addresses/table-view";
import { openDatabase, setDatabase } from "@/lib/server/db/client";
import { deployMigrations } from "@/lib/server/db/migrate";
import { peopleList } from "@/lib/server/queries/people/people-list";
import { makeReporting } from "@/test/factories/make-reporting";
import { startPostgres } from "../scripts/postgres.mjs";
import { isWithinBound } from "./measured";

const BOUND_MS = 100;
const many = Math.min(Number(process.argv[2] ?? 10_000), 100_000);
const now = new Date("2017-05-01T04:00:00Z");

const postgres = await startPostgres();
const database = await openDatabase({ url: postgres.url });
setDatabase(database);
let isWithin = true;
try {
  await deployMigrations(database.pool);
  const plan = await makeReporting(database.prisma);
  const { organisation, ...secretariat } = plan.actors.secretariat;
  const keeper: Actor = { ...secretariat, organisation, roles: [{ role: "secretariat", plan: null, unit: null }] };
  await database.pool.query(
    `WITH made AS (
       INSERT INTO "user" (email, name, password_hash, organisation_id, disabled_at)
       SELECT 'p' || n || '@many.example', 'Person ' || lpad((n * 7919 % $1)::text, 5, '0'), '', $2,
         CASE WHEN n % 10 < 2 THEN now() END
       FROM generate_series(1, $1) n RETURNING id
     ), granted AS (
       INSERT INTO user_role (user_id, plan_id, role, unit_id)
       SELECT id, $3, 'contributor', CASE WHEN id % 2 = 0 THEN $4::int ELSE $5::int END FROM made
     )
     INSERT INTO session (id, user_id, seen_at, expires_at)
     SELECT id || '-' || n, id, now() - (id % 1000 + n) * interval '1 hour', now() FROM made, generate_series(1, 5) n`,
    [many, organisation.id, plan.planId, plan.unitIds.THA, plan.unitIds.KHM],
  );
  await database.pool.query("VACUUM ANALYZE");
  const words = { role: (role: string) => role, state: (state: string) => state };
  const asked = {
    "by name": {},
    "the last page": { page: 999_999 },
    "by organisation": { sort: "organisation" },
    "by last use": { sort: "-seen" },
    "by state": { sort: "state" },
    "fifty a page": { size: 50 as const },
    "a name": { find: "Person 00042" },
    "an address": { find: "p777@many" },
    "a country and a role": { find: "thailand contributor" },
    "a state": { find: "disabled" },
    nobody: { find: "zzz nobody" },
  };
  for (const [name, query] of Object.entries(asked)) {
    const answer = () => peopleList(keeper, "en", { ...wholeTable, size: 25, ...query }, words, now);
    if (!(await isWithinBound(`${many} people, ${name}`, BOUND_MS, answer))) isWithin = false;
  }
} finally {
  await database.close();
  await postgres.stop();
}
process.exit(isWithin ? 0 : 1);
