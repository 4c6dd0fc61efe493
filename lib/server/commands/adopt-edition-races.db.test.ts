import { setImmediate } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { makeResultsPlan, type ResultsPlan } from "@/test/factories/make-results-plan";
import { draftNext } from "@/test/factories/next-edition";
import { refusal } from "@/test/factories/reporting-plan";
import { count } from "@/test/factories/results-framework";
import { adoptEdition } from "./adopt-edition";

// A draft is changed while it is adopted: what is adopted has the change, and results are judged with it, or one of the two is
// refused. Only a server has two transactions open at once: on the embedded database those tests are skipped.

const server = process.env.SPAIV_TEST_DATABASE_URL;
const a = "G1.1-a";
const rising = { baseline: count(100), targets: [120, 140, 160, 180] };
/** SQLSTATE of what the triggers refuse. */
const adopted = expect.objectContaining({ code: "23001" });
/** What is changed of a draft, and how the results say so. */
const changes = {
  "a target": {
    sql: "UPDATE target SET number = 150 WHERE edition_id = $1 AND number < 180",
    read: async () => (await plan.result("THA", "2015", a))?.planned,
    values: { before: "120/1", after: "150/1" },
  },
  "the rules of a new definition": {
    sql: `UPDATE indicator_version SET decimals = 3 WHERE version = 2
      AND id IN (SELECT indicator_version_id FROM edition_definition WHERE edition_id = $1)`,
    read: async () => {
      const where = { version: 2, editions: { some: { editionId } } };
      return (await database.prisma.indicatorVersion.findFirst({ where }))?.decimals;
    },
    values: { before: 0, after: 3 },
  },
  words: {
    sql: "UPDATE indicator_version_text SET title = 'Changed' WHERE edition_id = $1",
    read: async () => (await database.prisma.indicatorVersionText.findFirst({ where: { editionId } }))?.title,
    values: { before: `Indicator ${a}`, after: "Changed" },
  },
};
const each = Object.keys(changes) as (keyof typeof changes)[];

let database: Database;
let reporting: Reporting;
let plan: ResultsPlan;
let code: string;
let plans = 0;
let number: number;
let editionId: number;
beforeAll(async () => {
  database = await testDatabase();
  reporting = await makeReporting(database.prisma);
});
afterAll(() => database.close());

beforeEach(async () => {
  code = `raced${++plans}`;
  plan = await makeResultsPlan(database.prisma, code, { [a]: { countsPersons: false, paths: { each: rising } } });
  await plan.approve("THA", "2015", { [a]: count(125) });
  number = await draftNext(database.prisma, secretariat(), { planId: plan.planId, code }, async (id) => {
    editionId = id;
    const { indicatorVersion } = await database.prisma.editionDefinition.findFirstOrThrow({
      where: { editionId },
      include: { indicatorVersion: true },
    });
    const { id: _, ...rules } = indicatorVersion;
    const next = { ...rules, version: 2, validFrom: new Date("2017-01-01"), decimals: 0 };
    const { id: indicatorVersionId } = await database.prisma.indicatorVersion.create({ data: next });
    await database.prisma.editionDefinition.create({ data: { editionId, indicatorVersionId } });
  });
});
const secretariat = (): Actor => ({
  ...reporting.actors.secretariat,
  roles: [{ role: "secretariat", plan: { id: plan.planId, code }, unit: null }],
});
const adopt = () => adoptEdition(secretariat(), { plan: code, number }, new Date("2018-05-02T03:00:00Z"));
const isAdopted = async () =>
  (await database.prisma.frameworkEdition.findUniqueOrThrow({ where: { id: editionId } })).fromVersion !== null;
const change = (what: keyof typeof changes, by: Pick<pg.Client, "query"> = database.pool) =>
  by.query(changes[what].sql, [editionId]);

it.each(each)(
  "an edition that is adopted has a change of %s that comes at the same time, or that is refused",
  async (what) => {
    const { read, values } = changes[what];
    const [adoption, changed] = await Promise.allSettled([adopt(), change(what)]);
    if (adoption.status === "rejected") expect(adoption.reason).toEqual(refusal("changedMeanwhile"));
    if (changed.status === "rejected") expect(changed.reason).toEqual(adopted);
    expect([adoption.status, changed.status]).toContain("fulfilled");
    expect(await isAdopted()).toBe(adoption.status === "fulfilled");
    const isIn = changed.status === "fulfilled" && (adoption.status === "fulfilled" || what !== "a target");
    expect(await read()).toBe(isIn ? values.after : values.before);
    if (adoption.status === "fulfilled") await expect(change(what)).rejects.toEqual(adopted);
  },
);

describe.skipIf(!server)("an edition that is adopted, on a server", () => {
  /** A connection of its own in a transaction. */
  async function begin(): Promise<pg.Client> {
    const { rows } = await database.pool.query("SELECT current_database() AS name");
    const url = new URL(server!);
    url.pathname = `/${rows[0].name}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    onTestFinished(() => client.end());
    await client.query("BEGIN");
    return client;
  }
  /** So many statements wait for another transaction, or what doesn't wait has ended. */
  async function waiting(many: number, running: Promise<unknown>) {
    let hasEnded = false;
    const end = () => {
      hasEnded = true;
    };
    running.then(end, end);
    const count = async () =>
      (
        await database.pool.query(
          `SELECT count(*)::int AS count FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
      ).rows[0].count;
    while (!hasEnded && (await count()) < many) await setImmediate();
    expect(hasEnded).toBe(false);
  }

  it.each(each.flatMap((what) => [[what, "COMMIT"] as const, [what, "ROLLBACK"] as const]))(
    "waits for a change of %s that is under way: %s",
    async (what, end) => {
      const { read, values } = changes[what];
      const other = await begin();
      await change(what, other);
      const adoption = adopt();
      await waiting(1, adoption);
      await other.query(end);
      await adoption;
      expect(await read()).toBe(end === "COMMIT" ? values.after : values.before);
      await expect(change(what)).rejects.toEqual(adopted);
    },
  );

  it("isn't adopted where a target was changed while its results were worked out", async () => {
    const holder = await begin();
    // Read before anything is worked out, and after the targets were.
    await holder.query("LOCK TABLE result IN ACCESS EXCLUSIVE MODE");
    const adoption = adopt();
    await waiting(1, adoption);
    const other = await begin();
    await change("a target", other);
    await holder.query("ROLLBACK");
    // It has worked out what it read, and waits for the change to end.
    await waiting(1, adoption);
    await other.query("COMMIT");
    await expect(adoption).rejects.toThrow(refusal("changedMeanwhile"));
    expect(await isAdopted()).toBe(false);
    await adopt();
    expect((await plan.result("THA", "2015", a))?.planned).toBe("150/1");
  });

  it.each(each)("refuses a change of %s that comes while it is written", async (what) => {
    const { read, values } = changes[what];
    const holder = await begin();
    // Nobody raises the version while it is held.
    await holder.query("SELECT FROM plan WHERE id = $1 FOR UPDATE", [plan.planId]);
    const adoption = adopt();
    await waiting(1, adoption);
    const late = change(what);
    late.catch(() => {});
    await waiting(2, late);
    await holder.query("ROLLBACK");
    await adoption;
    await expect(late).rejects.toEqual(adopted);
    expect(await read()).toBe(values.before);
  });
});
