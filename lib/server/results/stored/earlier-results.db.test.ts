import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resultKey, type Seen } from "@/lib/domain/results/stored-values";
import { databaseBefore } from "@/lib/server/db/before-migration.testing";
import type { Database } from "@/lib/server/db/client";
import { deployMigrations } from "@/lib/server/db/migrate";
import { loadPlanFacts } from "@/lib/server/results/compute/load-plan-facts";
import { loadStored } from "./stored-results";

// What earlier versions wrote: one row for a value, changed in place, and what readers have seen in tables beside it.

const intervals = "20261127170000_results_from_until";

let database: Database;
const sql = <T>(text: string) => database.pool.query(text).then(({ rows }) => rows as T[]);

/** A database as the version before left it, with a plan whose present results version is 6. */
async function earlierDatabase() {
  database = await databaseBefore(intervals);
  await sql(`
    INSERT INTO plan (id, code, starts_on, ends_on, results_version) VALUES (1, 'p', '2015-01-01', '2018-12-31', 6);
    INSERT INTO reporting_unit (id, plan_id, code, level, position) VALUES (1, 1, 'REGION', 'region', 0);
    INSERT INTO reporting_unit (id, plan_id, code, level, position, parent_id) VALUES (2, 1, 'THA', 'country', 1, 1);
    INSERT INTO reporting_period (id, plan_id, code, frequency, starts_on, ends_on, due_on)
      VALUES (1, 1, '2015', 'annual', '2015-01-01', '2015-12-31', '2016-03-31');
    INSERT INTO framework_node (id, plan_id, kind, code, position) VALUES (1, 1, 'pillar', 'P1', 0);
    INSERT INTO indicator (id, plan_id, code, node_id, position, level) VALUES (1, 1, 'G1.1-a', 1, 0, 'country');
    INSERT INTO indicator_version (id, indicator_id, version, type, direction, accumulation, aggregation, unit, counts_persons)
      VALUES (1, 1, 1, 'number', 'increase', 'snapshot', 'sum', 'persons', true);
    INSERT INTO results_version (plan_id, version, cause, subject, created_at)
      SELECT 1, n, 'approval', 'report THA 2015', make_date(2016, n, 1) FROM generate_series(1, 6) n`);
}

const key = "period_id, unit_id, indicator_version_id, cell_id";

/** What stood in a cell of Thailand's: at present, before, and hidden at some time. */
interface Earlier {
  stands?: { value: number; since: number; state: string; seen?: string };
  gaveWay?: { value: number; since: number; until: number; state: string };
  hidden?: { since: number; state: string };
}

async function write(id: number, { stands, gaveWay, hidden }: Earlier) {
  const at = `1, 2, 1, ${id}`;
  await sql(`INSERT INTO cell (id, plan_id, key) VALUES (${id}, 1, 'sex=c${id}')`);
  if (stands)
    await sql(`INSERT INTO result (plan_id, ${key}, kind, number, disclosure_state, seen_state, approved_at, results_version)
      VALUES (1, ${at}, 'number', ${stands.value}, '${stands.state}', '${stands.seen ?? stands.state}', '2016-06-01', ${stands.since})`);
  if (gaveWay)
    await sql(`INSERT INTO former_figure (${key}, since, until, kind, number, state)
      VALUES (${at}, ${gaveWay.since}, ${gaveWay.until}, 'number', ${gaveWay.value}, '${gaveWay.state}')`);
  if (hidden)
    await sql(`INSERT INTO hidden_figure (${key}, state, since) VALUES (${at}, '${hidden.state}', ${hidden.since})`);
}

const count = (value: number) => ({ kind: "number", number: String(value) });
const shown = (value: number, since: number) => [count(value), since, "shown", null, "shown"];
const suppressed = { since: 2, state: "suppressed" };

/** Each with what readers have seen, as the next publication must be told. */
const cases: [what: string, earlier: Earlier, seen: { now?: unknown[]; hidden: boolean; former?: unknown[][] }][] = [
  ["a value", { stands: { value: 40, since: 2, state: "shown" } }, { now: shown(40, 2), hidden: false }],
  [
    "a hidden value, with the bound below which it shows",
    { stands: { value: 3, since: 2, state: "small" }, hidden: { since: 2, state: "small" } },
    { now: [count(3), 2, "small", 5, "small"], hidden: true },
  ],
  [
    "the most that was ever told of a value",
    { stands: { value: 3, since: 2, state: "suppressed", seen: "small" }, hidden: { since: 2, state: "small" } },
    { now: [count(3), 2, "suppressed", null, "small"], hidden: true },
  ],
  [
    "a value that gave way to another",
    {
      stands: { value: 0, since: 4, state: "shown" },
      gaveWay: { value: 3, since: 2, until: 3, state: "small" },
      hidden: { since: 2, state: "small" },
    },
    { now: shown(0, 4), hidden: true, former: [[count(3), 2, 3, "small"]] },
  ],
  [
    "that a value was hidden which is shown by now",
    { stands: { value: 40, since: 2, state: "shown" }, hidden: suppressed },
    { now: shown(40, 2), hidden: true },
  ],
  [
    "that a value was hidden, shown and hidden again",
    { stands: { value: 40, since: 2, state: "suppressed", seen: "shown" }, hidden: suppressed },
    { now: [count(40), 2, "suppressed", null, "shown"], hidden: true },
  ],
  [
    "that a value was hidden which was shown until it gave way",
    {
      stands: { value: 50, since: 5, state: "shown" },
      gaveWay: { value: 40, since: 2, until: 4, state: "shown" },
      hidden: suppressed,
    },
    { now: shown(50, 5), hidden: true, former: [[count(40), 2, 4, "shown"]] },
  ],
  [
    "what was hidden in a cell that has no value any more",
    { gaveWay: { value: 2, since: 2, until: 4, state: "small" }, hidden: { since: 2, state: "small" } },
    { hidden: true, former: [[count(2), 2, 4, "small"]] },
  ],
];

describe("an upgrade from the version before", () => {
  let seen: Seen;
  beforeAll(async () => {
    await earlierDatabase();
    for (const [index, [, earlier]] of cases.entries()) await write(index + 1, earlier);
    await deployMigrations(database.pool);
    seen = await database.prisma.$transaction(async (tx) => {
      const plan = await loadPlanFacts(tx, 1);
      return (await loadStored(tx, plan, plan.indicators, new Set([1]), () => false)).seen.get(1)!;
    });
  });
  afterAll(async () => {
    await database.close();
  });

  it.each(cases.map(([what, , expected], index) => ({ what, cell: `sex=c${index + 1}`, expected })))(
    "keeps $what",
    ({ cell, expected }) => {
      const now = seen.stored.get(resultKey({ unitId: 2, periodId: 1, cell }));
      expect({
        ...(now && { now: [now.value, now.since, now.state, now.bound, now.seen] }),
        hidden: seen.hidden.has(resultKey({ unitId: 2, periodId: 1, cell })),
        former: seen.former
          .filter((each) => each.cell === cell)
          .map(({ value, since, until, state }) => [value, since, until, state]),
      }).toEqual({ former: [], ...expected });
    },
  );

  it("lets the present version be read as it stands, and none before it", async () => {
    expect(await sql("SELECT history_from, results_version FROM plan")).toEqual([
      { history_from: 6, results_version: 6 },
    ]);
    const present = await sql<{ from_version: number }>(
      "SELECT DISTINCT from_version FROM result WHERE until_version IS NULL",
    );
    expect(present).toEqual([{ from_version: 6 }]);
  });
});
