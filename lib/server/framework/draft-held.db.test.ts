import { setImmediate } from "node:timers/promises";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { presentEdition } from "@/lib/server/framework/edition";
import { draftNext } from "@/test/factories/next-edition";
import { reportingTests } from "@/test/factories/reporting-plan";

// Two connections to one database. Only a server's can have two.

const server = process.env.SPAIV_TEST_DATABASE_URL;
const on = reportingTests();

/** A connection of its own, in a transaction that is undone with the test. */
async function begin(): Promise<pg.Client> {
  const { rows } = await on.database.pool.query<{ name: string }>("SELECT current_database() AS name");
  const url = new URL(server!);
  url.pathname = `/${rows[0]!.name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query("BEGIN");
  return client;
}

async function isWaiting(): Promise<boolean> {
  const { rows } = await on.database.pool.query(
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return rows.length > 0;
}

/** A draft with a definition of its own. */
async function draft() {
  const { prisma } = on.database;
  const { planId, code, actors } = on.plan;
  let ids = { editionId: 0, versionId: 0 };
  await draftNext(prisma, actors.secretariat, { planId, code }, async (editionId) => {
    const former = await prisma.indicatorVersion.findFirstOrThrow({ where: { indicator: { planId } } });
    const { id: _, ...rules } = former;
    const data = { ...rules, version: 9, validFrom: new Date("2018-01-01") };
    const { id: indicatorVersionId } = await prisma.indicatorVersion.create({ data });
    await prisma.editionDefinition.create({ data: { editionId, indicatorVersionId } });
    await prisma.disaggregationTable.create({ data: { indicatorVersionId, code: "age", position: 1 } });
    ids = { editionId, versionId: indicatorVersionId };
  });
  return ids;
}

describe.skipIf(!server)("a draft that is being adopted", () => {
  it.each([
    "INSERT INTO milestone_step (indicator_version_id, step) VALUES ($1, 0)",
    "INSERT INTO disaggregation_table (indicator_version_id, code, position) VALUES ($1, 'sex', 2)",
    `INSERT INTO disaggregation_table_dimension (table_id, dimension_id, position)
      SELECT t.id, d.id, 1 FROM disaggregation_table t, dimension d WHERE t.indicator_version_id = $1 LIMIT 1`,
    "UPDATE indicator_version SET decimals = 3 WHERE id = $1",
    "UPDATE edition_definition SET edition_id = edition_id WHERE indicator_version_id = $1",
  ])("lets nobody %s", async (statement) => {
    const { editionId, versionId } = await draft();
    const [adopting, writing] = [await begin(), await begin()];
    await adopting.query("SELECT FROM framework_edition WHERE id = $1 FOR NO KEY UPDATE", [editionId]);
    let isDone = false;
    const written = writing.query(statement, [versionId]).finally(() => {
      isDone = true;
    });
    written.catch(() => {});
    while (!isDone && !(await isWaiting())) await setImmediate();
    const { planId } = on.plan;
    const former = await on.database.prisma.frameworkEdition.findFirstOrThrow({ where: { planId, ...presentEdition } });
    await adopting.query("UPDATE framework_edition SET until_version = 1 WHERE id = $1", [former.id]);
    await adopting.query("UPDATE framework_edition SET from_version = 2 WHERE id = $1", [editionId]);
    await adopting.query("COMMIT");
    // restrict_violation
    await expect(written).rejects.toMatchObject({ code: "23001" });
  });

  it("waits for whoever writes a definition of it", async () => {
    const { editionId, versionId } = await draft();
    const [writing, adopting] = [await begin(), await begin()];
    await writing.query("INSERT INTO milestone_step (indicator_version_id, step) VALUES ($1, 0)", [versionId]);
    const hold = "SELECT FROM framework_edition WHERE id = $1 FOR NO KEY UPDATE NOWAIT";
    await expect(adopting.query(hold, [editionId])).rejects.toMatchObject({ code: "55P03" });
  });
});
