import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Value } from "@/lib/domain/values/value";
import { verifyStream } from "@/lib/server/audit/verify";
import type { Database } from "@/lib/server/db/client";
import { rowsOf } from "@/lib/server/db/rows-of";
import { testDatabase } from "@/lib/server/db/testing";
import { transaction } from "@/lib/server/transaction";
import { makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { ensureCells } from "./ensure-cells";
import { type JudgedReport, Overtaken, writeValue, writeValues } from "./write-values";

let database: Database;
let plan: Reporting;
let plans = 0;
let place: { versionId: number; cellId: number };
let judged: JudgedReport;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  plans++;
  plan = await makeReporting(database.prisma, `plan${plans}`);
  const { id } = await makeReport(database.prisma, plan, { unit: "THA", period: "2016" });
  const version = await database.prisma.indicatorVersion.findFirstOrThrow({
    where: { indicatorId: plan.indicatorIds["G1.1-a"]! },
  });
  const cells = await ensureCells(database.prisma, plan.planId, ["total"]);
  place = { versionId: version.id, cellId: cells.get("total")! };
  judged = { id, state: "draft", periodState: "open" };
});

const by = () => ({ actorId: plan.actors.thailand.id });
const number = (number: string): Value => ({ kind: "number", number });
const write = (revision: number, value: Value | undefined, report = judged) =>
  transaction((tx) => writeValues(tx, report, [{ ...place, revision, value }], by()));
const present = async () =>
  (await database.prisma.value.findMany({ where: { reportId: judged.id } })).map(({ revision, number }) => [
    revision,
    number?.toFixed(),
  ]);
const revisions = () => database.prisma.valueRevision.count({ where: { reportId: judged.id } });

describe("writing values", () => {
  it("stores a value only as the successor of the one that is there", async () => {
    await write(1, number("10"));
    await expect(write(1, number("11"))).rejects.toThrow(Overtaken);
    await expect(write(3, number("11"))).rejects.toThrow(Overtaken);
    await expect(write(3, undefined)).rejects.toThrow(Overtaken);
    expect([await present(), await revisions()]).toEqual([[[1, "10"]], 1]);
    await write(2, number("11"));
    expect([await present(), await revisions()]).toEqual([[[2, "11"]], 2]);
  });

  it("never gives a revision twice, not even after the cell was cleared", async () => {
    await write(1, number("10"));
    await write(2, undefined);
    await expect(write(2, number("11"))).rejects.toThrow(Overtaken);
    expect([await present(), await revisions()]).toEqual([[], 2]);
    await write(3, number("11"));
    expect(await present()).toEqual([[3, "11"]]);
  });

  it("writes all or none", async () => {
    await write(1, number("10"));
    const cells = await ensureCells(database.prisma, plan.planId, ["sex=female"]);
    const values = [
      { ...place, revision: 1, value: number("11") },
      { ...place, cellId: cells.get("sex=female")!, revision: 1, value: number("5") },
    ];
    await expect(transaction((tx) => writeValues(tx, judged, values, by()))).rejects.toThrow(Overtaken);
    expect([await present(), await revisions()]).toEqual([[[1, "10"]], 1]);
  });

  it("writes all or none of more than one statement takes", async () => {
    await write(1, number("10"));
    const keys = Array.from({ length: 450 }, (_, n) => ({ planId: plan.planId, key: `sex=made-up-${n}` }));
    const cells = await database.prisma.cell.createManyAndReturn({ data: keys, select: { id: true } });
    const values = cells.map(({ id }) => ({ ...place, cellId: id, revision: 1, value: number("7") }));
    const late = [...values, { ...place, revision: 1, value: number("11") }];
    await expect(transaction((tx) => writeValues(tx, judged, late, by()))).rejects.toThrow(Overtaken);
    expect([await present(), await revisions()]).toEqual([[[1, "10"]], 1]);
    await transaction((tx) => writeValues(tx, judged, values, by()));
    expect(await revisions()).toBe(451);
  });

  it("writes nothing into a report that isn't any more as it was judged", async () => {
    await database.prisma.report.update({
      where: { id: judged.id },
      data: { state: "submitted", submission: 1, submittedAt: new Date() },
    });
    await expect(write(1, number("10"))).rejects.toThrow(Overtaken);
    await expect(write(1, number("10"), { ...judged, state: "returned" })).rejects.toThrow(Overtaken);
    expect(await revisions()).toBe(0);
  });

  it("nor into a period that isn't", async () => {
    await database.prisma.reportingPeriod.update({ where: { id: plan.periodIds["2016"]! }, data: { state: "locked" } });
    await expect(write(1, number("10"))).rejects.toThrow(Overtaken);
    expect(await revisions()).toBe(0);
  });

  it("keeps every digit", async () => {
    await write(1, number("1234567890123456789012.12345678"));
    expect(await present()).toEqual([[1, "1234567890123456789012.12345678"]]);
  });

  // The embedded database has one connection, so that nobody can come between.
  it.skipIf(!process.env.SPAIV_TEST_DATABASE_URL)(
    "holds report and period until its transaction ends, and lets others write other cells (on a server only)",
    async () => {
      const cells = await ensureCells(database.prisma, plan.planId, ["sex=female"]);
      const other = { ...place, cellId: cells.get("sex=female")!, revision: 1, value: number("5") };
      const taken = (query: string) => expect(database.pool.query(query)).rejects.toMatchObject({ code: "55P03" });
      await database.prisma.$transaction(async (tx) => {
        await writeValues(tx, judged, [{ ...place, revision: 1, value: number("10") }], by());
        await taken(`SELECT 1 FROM report WHERE id = ${judged.id} FOR NO KEY UPDATE NOWAIT`);
        await taken(`SELECT 1 FROM reporting_period WHERE id = ${plan.periodIds["2016"]} FOR NO KEY UPDATE NOWAIT`);
        await transaction((beside) => writeValues(beside, judged, [other], by()));
      });
      expect(await revisions()).toBe(2);
    },
  );
});

describe("writing one value with its event", () => {
  const stream = () => `report:${judged.id}`;
  const writeOne = (revision: number, value: Value | undefined, actorId = plan.actors.thailand.id) =>
    writeValue(
      rowsOf<{ savedAt: Date }>,
      judged,
      { ...place, revision, value },
      { stream: stream(), actorId, action: "valueRecorded", subject: "report THA 2016", after: { revision } },
    );
  const events = () => verifyStream(database.prisma, stream());

  it("stores both, and neither where somebody else was faster", async () => {
    const savedAt = await writeOne(1, number("10"));
    expect(Math.abs(savedAt.getTime() - Date.now())).toBeLessThan(60_000);
    await expect(writeOne(1, number("11"))).rejects.toThrow(Overtaken);
    await expect(writeOne(3, number("11"))).rejects.toThrow(Overtaken);
    expect([await present(), await revisions()]).toEqual([[[1, "10"]], 1]);
    expect(await events()).toMatchObject({ intact: true, events: 1 });
    await writeOne(2, undefined);
    expect([await present(), await revisions()]).toEqual([[], 2]);
    expect(await events()).toMatchObject({ intact: true, events: 2 });
  });

  it("takes the value back where its event can't be stored", async () => {
    await database.pool.query("ALTER TABLE audit_event ADD CONSTRAINT no_event CHECK (false) NOT VALID");
    try {
      await expect(writeOne(1, number("10"))).rejects.toThrow(/no_event/);
    } finally {
      await database.pool.query("ALTER TABLE audit_event DROP CONSTRAINT no_event");
    }
    expect([await present(), await revisions()]).toEqual([[], 0]);
  });

  it("lets one of many who write at once through, and the chain stays whole", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, (_, n) => writeOne(1, number(`${n}`))));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(Overtaken);
    expect(await revisions()).toBe(1);
    expect(await events()).toMatchObject({ intact: true, events: 1 });
  });
});
