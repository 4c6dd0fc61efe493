import type pg from "pg";
import { describe, expect, it } from "vitest";
import { onlyAsAssigned } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { CellSave } from "@/lib/schemas/values/cell-save";
import { verifyStream } from "@/lib/server/audit/verify";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { recordValue } from "./record-value";
import { recordValues } from "./record-values";

const now = new Date("2017-02-01T04:00:00Z");
const on = reportingTests();

const cell = (indicator: string, cell: string, number: string, expectedRevision = 0): CellSave => ({
  indicator,
  cell,
  expectedRevision,
  entered: { kind: "number", number, missingReason: "" },
});
const text = (words: string): CellSave => ({
  indicator: "G1.2-a",
  cell: "total",
  expectedRevision: 0,
  entered: { kind: "narrative", text: words, missingReason: "" },
});
/** Saves as the focal point of Thailand for 2016. */
const save = (cells: readonly (CellSave | Refusal)[], actor = on.plan.actors.thailand, period = "2016") =>
  recordValues(actor, on.plan.address("THA", period), cells, now);
/** As each is told: the revision of what was stored, or the code of why it wasn't. */
const told = (outcomes: Awaited<ReturnType<typeof save>>) =>
  outcomes.map((outcome) => (outcome instanceof Refusal ? outcome.code : outcome.revision));

/** How many statements the work sends, in transactions too. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const counted = new Map<pg.PoolClient, pg.PoolClient["query"]>();
  const counting = (client: pg.PoolClient) => {
    if (counted.has(client)) return;
    const { query } = client;
    counted.set(client, query);
    client.query = ((...given: Parameters<typeof query>) => {
      count++;
      return query.apply(client, given);
    }) as typeof query;
  };
  const { pool } = on.database;
  pool.on("acquire", counting);
  try {
    await work();
    return count;
  } finally {
    pool.off("acquire", counting);
    for (const [client, query] of counted) client.query = query;
  }
}

async function traces() {
  const reports = await on.database.prisma.report.findMany({ where: { planId: on.plan.planId }, select: { id: true } });
  const revisions = await on.database.prisma.valueRevision.findMany({
    where: { reportId: { in: reports.map(({ id }) => id) } },
    orderBy: { sequence: "asc" },
  });
  const events = await on.database.prisma.auditEvent.findMany({
    where: { planId: on.plan.planId, stream: { startsWith: "report:" } },
    orderBy: [{ stream: "asc" }, { sequence: "asc" }],
    select: { stream: true, action: true, actorId: true, payload: { select: { after: true } } },
  });
  return { revisions, events };
}

const parts = ["sex=female", "sex=male", "age=18+", "sex=female;age=0-17", "age=0-17"];

describe("recording many values", () => {
  it("opens the report and stores all with one event", async () => {
    const outcomes = await save([cell("G1.1-a", "total", "9"), ...parts.map((part) => cell("G1.1-a", part, "1"))]);
    expect(told(outcomes)).toEqual([1, 1, 1, 1, 1, 1]);
    const { revisions, events } = await traces();
    expect(revisions).toHaveLength(6);
    expect(events.map(({ action }) => action)).toEqual(["opened", "valuesRecorded"]);
    expect(events[1]).toMatchObject({
      actorId: on.plan.actors.thailand.id,
      payload: { after: { revisions: [{ indicator: "G1.1-a", cell: "total", revision: 1 }, ...Array(5).fill({})] } },
    });
    expect(await verifyStream(on.database.prisma, events[0]!.stream)).toMatchObject({ intact: true, events: 2 });
  });

  it("judges each indicator with all its cells in it", async () => {
    const outcomes = await save([
      cell("G1.1-a", "total", "402"),
      cell("G1.1-a", "sex=female", "265"),
      cell("G1.1-a", "sex=male", "126"),
      cell("G1.2-b", "total", "3"),
    ]);
    const differ = [{ code: "partsDiffer", sum: { from: "391" }, total: { from: "402" } }];
    expect(outcomes).toMatchObject([
      ...Array(3).fill({ warnings: differ, commentMissing: true, isAnswered: true }),
      { warnings: [], commentMissing: false, isAnswered: true },
    ]);
    // As a save of one of them would answer.
    const alone = await recordValue(
      on.plan.actors.thailand,
      on.plan.address("THA", "2016"),
      cell("G1.1-a", "total", "402"),
      now,
    );
    expect(alone).toEqual(outcomes[0]);
  });

  it("clears, changes and fills again, and does nothing for the same cells once more", async () => {
    await save([cell("G1.1-a", "sex=female", "5"), cell("G1.1-a", "sex=male", "6")]);
    const again = [cell("G1.1-a", "sex=female", "", 1), cell("G1.1-a", "sex=male", "7", 1), text("Words")];
    const first = await save(again);
    expect(told(first)).toEqual([0, 2, 1]);
    const before = await traces();
    expect(before.events.at(-1)?.payload?.after).toMatchObject({
      revisions: [{ cell: "sex=female", revision: 2, cleared: true }, { cell: "sex=male", revision: 2 }, {}],
    });
    const second = await save(again);
    expect(second).toMatchObject([{ revision: 0, savedAt: null }, first[1], first[2]]);
    expect(await traces()).toEqual(before);
    expect(told(await save([cell("G1.1-a", "sex=female", "8")]))).toEqual([3]);
  });

  it("stores what is good, and answers of each other cell what it would be told by itself", async () => {
    await save([cell("G1.1-a", "total", "10")]);
    const outcomes = await save([
      cell("G1.1-a", "sex=male", "3-4"),
      cell("G1.1-a", "total", "12"),
      cell("G1.1-a", "sex=purple", "1"),
      cell("G9-z", "total", "1"),
      cell("G2.1-r", "total", "1"),
      text("Ask at somsri@example.org."),
      new Refusal("invalid", { fields: 1 }),
      cell("G1.1-a", "sex=female", "4"),
    ]);
    expect(told(outcomes)).toEqual([
      "invalid",
      "changedMeanwhile",
      "cellNotAdmitted",
      "notFound",
      "notFound",
      "invalid",
      "invalid",
      1,
    ]);
    expect(outcomes[0]).toMatchObject({ problems: [{ field: "number", key: "valueNotNumber" }] });
    expect(outcomes[1]).toMatchObject({
      present: { revision: 1, value: { number: "10" } },
      changed: { by: on.plan.actors.thailand.name, isOwn: true },
    });
    expect(outcomes[5]).toMatchObject({ problems: [{ field: "text", key: "unsafeWords" }] });
    const { revisions, events } = await traces();
    expect([revisions.length, events.length]).toEqual([2, 3]);
  });

  it("writes nothing down where nothing is good", async () => {
    expect(told(await save([cell("G1.1-a", "total", "x"), cell("G9-z", "total", "1")]))).toEqual([
      "invalid",
      "notFound",
    ]);
    expect(told(await save([cell("G9-z", "total", "1")]))).toEqual(["notFound"]);
    expect(await traces()).toEqual({ revisions: [], events: [] });
  });

  it("is for a contributor's own indicators", async () => {
    const { contributor } = on.plan.actors;
    const both = [cell("G1.1-a", "total", "1"), cell("G2.1-a", "total", "2")];
    expect(told(await save(both, contributor))).toEqual(["notAssigned", 1]);
    const subject = {
      planId: on.plan.planId,
      unit: { id: on.plan.unitIds.THA!, level: "country" as const },
      periodId: on.plan.periodIds["2016"]!,
      indicatorId: on.plan.indicatorIds["G2.1-a"]!,
    };
    expect(onlyAsAssigned(contributor, "enterValue", subject)).toBe(true);
    await expect(save([cell("G1.1-a", "total", "1")], contributor)).rejects.toThrow(refusal("notAssigned"));
    // They were assigned it when they signed in, and no more once it is written.
    await on.database.prisma.indicatorAssignment.deleteMany({ where: { planId: on.plan.planId } });
    const before = await traces();
    await expect(save([cell("G2.1-a", "total", "3", 1)], contributor)).rejects.toThrow(refusal("notAssigned"));
    expect(await traces()).toEqual(before);
  });

  it("is refused as a whole to strangers, to who only looks on, and while the report is locked", async () => {
    const { cambodia, cso, administrator, secretariat } = on.plan.actors;
    for (const cells of [[cell("G1.1-a", "total", "1")], [cell("G9-z", "total", "1")]])
      for (const actor of [cambodia, cso, administrator])
        await expect(save(cells, actor)).rejects.toThrow(refusal("notFound"));
    await expect(save([cell("G1.1-a", "total", "1")], secretariat)).rejects.toThrow(refusal("notAllowed"));
    await expect(save([cell("G1.1-a", "total", "1")], undefined, "2099")).rejects.toThrow(refusal("notFound"));
    await on.database.prisma.reportingPeriod.update({
      where: { id: on.plan.periodIds["2016"]! },
      data: { state: "locked" },
    });
    await expect(save([cell("G1.1-a", "total", "1"), cell("G1.1-a", "sex=male", "x")])).rejects.toThrow(
      refusal("locked", { args: { lock: "periodLocked" } }),
    );
    expect(await traces()).toEqual({ revisions: [], events: [] });
  });

  it("tells of a locked report which of them stand stored as they were typed", async () => {
    await save([cell("G1.1-a", "total", "1234")]);
    await on.database.prisma.report.updateMany({
      where: { planId: on.plan.planId },
      data: { state: "submitted", submission: 1, submittedAt: now },
    });
    const before = await traces();
    const again = await save([cell("G1.1-a", "total", "1,234"), cell("G1.1-a", "sex=male", "2")]);
    expect(told(again)).toEqual([1, "locked"]);
    expect(await traces()).toEqual(before);
  });

  it("asks the database no more for many than for one", async () => {
    await save([cell("G1.1-a", "total", "1"), ...parts.map((part) => cell("G1.1-a", part, "1"))]);
    const one = await statementsOf(() => save([cell("G1.1-a", "total", "2", 1)]));
    const many = await statementsOf(() => save(parts.map((part) => cell("G1.1-a", part, "2", 1))));
    expect(many).toBe(one);
    expect(one).toBeLessThanOrEqual(6);
  });
});

describe("at once", () => {
  it("each cell is stored once, whoever is faster, and the others of a request with it", async () => {
    await save([cell("G1.1-a", "total", "1")]);
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        save([cell("G1.1-a", "total", String(100 + n), 1), cell("G1.1-a", parts[n % 5]!, String(n), n < 5 ? 0 : 1)]),
      ),
    );
    const totals = all.map((outcomes) => told(outcomes)[0]);
    expect(totals.filter((revision) => revision === 2)).toHaveLength(1);
    expect(totals.filter((code) => code === "changedMeanwhile")).toHaveLength(5);
    for (const outcomes of all.slice(1, 5)) expect(told(outcomes)[1]).toBe(1);
    const { revisions, events } = await traces();
    expect(revisions.length).toBe(
      events.length > 0 ? new Set(revisions.map((r) => `${r.cellId} ${r.revision}`)).size : 0,
    );
    expect(await verifyStream(on.database.prisma, events[0]!.stream)).toMatchObject({ intact: true });
  });

  it("a report that is submitted meanwhile takes none of them", async () => {
    await save([cell("G1.1-a", "total", "1")]);
    const before = await traces();
    const saving = save([cell("G1.1-a", "total", "2", 1), cell("G1.1-a", "sex=male", "2")]);
    await on.database.prisma.report.updateMany({
      where: { planId: on.plan.planId },
      data: { state: "submitted", submission: 1, submittedAt: now },
    });
    const outcome = await saving.catch((error: Refusal) => error.code);
    const after = await traces();
    if (outcome === "locked") expect(after).toEqual(before);
    else expect(after.revisions).toHaveLength(3);
  });
});
