import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { EnteredValue } from "@/lib/schemas/value";
import { verifyStream } from "@/lib/server/audit";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeReporting, type Reporting } from "@/prisma/seed/make-reporting";
import { recordValue } from "./record-value";

const now = new Date("2017-02-01T04:00:00Z");

let database: Database;
let plan: Reporting;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  plans++;
  plan = await makeReporting(database.prisma, `plan${plans}`);
});

const typed = (number: string, missingReason = ""): EnteredValue => ({ kind: "number", number, missingReason });
const refusal = (code: string, more = {}) => expect.objectContaining({ code, ...more });

/** Saves as the focal point of Thailand for 2016 unless something else is said. */
const save = (
  entered: EnteredValue,
  {
    actor = plan.actors.thailand,
    unit = "THA",
    period = "2016",
    indicator = "G1.1-a",
    cell = "total",
    expected = 0,
  }: {
    actor?: Actor;
    unit?: string;
    period?: string;
    indicator?: string;
    cell?: string;
    expected?: number;
  } = {},
) => recordValue(actor, plan.address(unit, period), { indicator, cell, expectedRevision: expected, entered }, now);

const report = (unit = "THA", period = "2016") =>
  database.prisma.report.findUnique({
    where: { unitId_periodId: { unitId: plan.unitIds[unit]!, periodId: plan.periodIds[period]! } },
  });
/** Every revision of the plan, and every audit event of its reports. */
async function traces() {
  const ids = (await database.prisma.report.findMany({ where: { planId: plan.planId } })).map(({ id }) => id);
  const revisions = await database.prisma.valueRevision.findMany({
    where: { reportId: { in: ids } },
    orderBy: [{ cellId: "asc" }, { revision: "asc" }],
  });
  const events = await database.prisma.auditEvent.findMany({
    where: { stream: { in: ids.map((id) => `report:${id}`) } },
    orderBy: { sequence: "asc" },
  });
  return { revisions, events };
}

describe("recording a value", () => {
  it("opens the report, stores the figure with its first revision, and writes both down", async () => {
    const saved = await save(typed("1,127"));
    expect(saved).toMatchObject({ revision: 1, warnings: [], isAnswered: true });
    const { revisions, events } = await traces();
    expect(revisions).toMatchObject([{ revision: 1, kind: "number", createdById: plan.actors.thailand.id }]);
    expect(revisions[0]?.number?.toFixed()).toBe("1127");
    expect(events.map(({ action, subject }) => [action, subject])).toEqual([
      ["opened", "report THA 2016"],
      ["valueRecorded", "report THA 2016 G1.1-a total"],
    ]);
    const opened = await report();
    expect(opened).toMatchObject({ state: "draft", submission: 0 });
    expect(await verifyStream(database.prisma, `report:${opened!.id}`)).toMatchObject({ intact: true, events: 2 });
  });

  it.each<[string, EnteredValue, object]>([
    ["G1.1-a", typed("<5"), { kind: "censored", below: 5 }],
    ["G1.1-a", typed("", "notCollected"), { kind: "missing", missingReason: "notCollected" }],
    ["G1.1-b", { kind: "ratio", numerator: "0", denominator: "0", missingReason: "" }, { kind: "ratio" }],
    ["G1.1-c", { kind: "yesNo", yesNo: "no", missingReason: "" }, { kind: "yesNo", yesNo: false }],
    ["G1.1-d", { kind: "step", step: "0", missingReason: "" }, { kind: "step", step: 0 }],
    [
      "G1.2-a",
      { kind: "narrative", text: " Two lines\r\nof text ", missingReason: "" },
      { text: "Two lines\nof text" },
    ],
    ["G1.2-c", typed("3.25"), { kind: "number" }],
  ])("stores every kind: %s", async (indicator, entered, columns) => {
    await save(entered, { indicator });
    const { revisions } = await traces();
    expect(revisions).toMatchObject([columns]);
    expect(await database.prisma.value.findMany({ where: { reportId: revisions[0]!.reportId } })).toMatchObject([
      columns,
    ]);
  });

  it("stores under the version of the indicator that holds for the period", async () => {
    await save(typed("7"), { indicator: "G2.1-a", period: "2015" });
    await save(typed("8"), { indicator: "G2.1-a", period: "2016" });
    const rows = await database.prisma.value.findMany({
      where: { indicatorVersion: { indicatorId: plan.indicatorIds["G2.1-a"]! } },
      orderBy: { periodId: "asc" },
      select: { number: true, indicatorVersion: { select: { version: true } } },
    });
    expect(rows.map(({ number, indicatorVersion }) => [number?.toFixed(), indicatorVersion.version])).toEqual([
      ["7", 1],
      ["8", 2],
    ]);
  });

  it("makes the row of a cell when it is first used, with its categories", async () => {
    await save(typed("324"), { cell: "sex=female;age=0-17" });
    const cell = await database.prisma.cell.findUniqueOrThrow({
      where: { planId_key: { planId: plan.planId, key: "sex=female;age=0-17" } },
      select: { categories: { select: { category: { select: { code: true } } }, orderBy: { dimensionId: "asc" } } },
    });
    expect(cell.categories.map(({ category }) => category.code)).toEqual(["female", "0-17"]);
  });

  it("changes, clears and fills again, and forgets nothing", async () => {
    await save(typed("10"));
    expect(await save(typed("11"), { expected: 1 })).toMatchObject({ revision: 2, isAnswered: true });
    expect(await save(typed(" "), { expected: 2 })).toMatchObject({ revision: 0, isAnswered: false });
    expect(await database.prisma.value.count({ where: { reportId: (await report())!.id } })).toBe(0);
    expect(await save(typed("12"))).toMatchObject({ revision: 4 });
    const { revisions, events } = await traces();
    expect(revisions.map(({ revision, kind, number }) => [revision, kind, number?.toFixed()])).toEqual([
      [1, "number", "10"],
      [2, "number", "11"],
      [3, null, undefined],
      [4, "number", "12"],
    ]);
    expect(events.map(({ action }) => action)).toEqual([
      "opened",
      "valueRecorded",
      "valueRecorded",
      "valueCleared",
      "valueRecorded",
    ]);
    await expect(database.prisma.valueRevision.deleteMany({})).rejects.toMatchObject({ code: "P2003" });
    await expect(database.prisma.valueRevision.updateMany({ data: { step: null } })).rejects.toMatchObject({
      code: "P2003",
    });
  });

  it("does nothing when the same figure is saved again, as after a lost answer", async () => {
    const first = await save(typed("1127"));
    expect(await save(typed("1,127"))).toEqual({ ...first, savedAt: expect.any(String) });
    expect(await save(typed("1 127"), { expected: 1 })).toMatchObject({ revision: 1, savedAt: first.savedAt });
    expect(await save(typed(""), { cell: "sex=male" })).toMatchObject({ revision: 0, savedAt: null });
    const { revisions, events } = await traces();
    expect([revisions.length, events.length]).toEqual([1, 2]);
  });

  it("answers with the warnings as they are now", async () => {
    await save(typed("402"));
    await save(typed("265"), { cell: "sex=female" });
    const { warnings, commentMissing } = await save(typed("126"), { cell: "sex=male" });
    expect(warnings).toMatchObject([
      { code: "partsDiffer", sum: { from: "391" }, total: { from: "402" }, difference: { from: "11" } },
    ]);
    expect(commentMissing).toBe(true);
    expect(await save(typed("137"), { cell: "sex=male", expected: 1 })).toMatchObject({
      warnings: [],
      commentMissing: false,
    });
  });
});

describe("a refused value", () => {
  const nothing = async () => {
    const { revisions, events } = await traces();
    expect([revisions, events]).toEqual([[], []]);
  };

  it("is another country's, a region's, or nobody's business: not found", async () => {
    const { cambodia, cso, administrator } = plan.actors;
    for (const actor of [cambodia, cso, administrator])
      await expect(save(typed("1"), { actor })).rejects.toThrow(refusal("notFound"));
    await expect(save(typed("1"), { unit: "REGION", indicator: "G2.1-r" })).rejects.toThrow(refusal("notFound"));
    await expect(save(typed("1"), { actor: plan.actors.secretariat })).rejects.toThrow(refusal("notAllowed"));
    await nothing();
  });

  it("is of an indicator, unit, period or plan that isn't there", async () => {
    await expect(save(typed("1"), { indicator: "G9-z" })).rejects.toThrow(refusal("notFound"));
    await expect(save(typed("1"), { indicator: "G2.1-r" })).rejects.toThrow(refusal("notFound"));
    await expect(save(typed("1"), { unit: "XXX" })).rejects.toThrow(refusal("notFound"));
    await expect(save(typed("1"), { period: "2099" })).rejects.toThrow(refusal("notFound"));
    await nothing();
  });

  it("is outside a contributor's assignment", async () => {
    const { contributor: actor } = plan.actors;
    await expect(save(typed("1"), { actor })).rejects.toThrow(refusal("notAllowed"));
    await nothing();
    expect(await save(typed("1"), { actor, indicator: "G2.1-a" })).toMatchObject({ revision: 1 });
  });

  it("comes too early, too late or while the report is away", async () => {
    const period = (state: "closed" | "locked") =>
      database.prisma.reportingPeriod.update({ where: { id: plan.periodIds["2016"]! }, data: { state } });
    const locked = (lock: string) => refusal("locked", { args: { lock } });
    const early = recordValue(
      plan.actors.thailand,
      plan.address("THA", "2017"),
      { indicator: "G1.1-a", cell: "total", expectedRevision: 0, entered: typed("1") },
      new Date("2016-12-31T16:59:59Z"),
    );
    await expect(early).rejects.toThrow(locked("periodNotStarted"));
    await period("closed");
    await expect(save(typed("1"))).rejects.toThrow(locked("periodClosed"));
    await period("locked");
    await expect(save(typed("1"))).rejects.toThrow(locked("periodLocked"));
    await nothing();
    await database.prisma.report.create({
      data: {
        planId: plan.planId,
        unitId: plan.unitIds.THA!,
        periodId: plan.periodIds["2017"]!,
        state: "submitted",
        submission: 1,
        submittedAt: now,
      },
    });
    await expect(save(typed("1"), { period: "2017" })).rejects.toThrow(locked("submitted"));
    await nothing();
  });

  it("has a cell that the indicator's tables don't keep", async () => {
    for (const cell of ["sex=female;citizenship=tha", "sex=purple", "colour=red", "age=18+;sex=male"])
      await expect(save(typed("1"), { cell })).rejects.toThrow(refusal("cellNotAdmitted"));
    await expect(save(typed("1"), { indicator: "G1.2-b", cell: "sex=female" })).rejects.toThrow(
      refusal("cellNotAdmitted"),
    );
    await nothing();
  });

  it("doesn't fit the indicator, and says which field is at fault", async () => {
    await expect(save(typed("3-4"))).rejects.toThrow(
      refusal("invalid", { problems: [expect.objectContaining({ field: "number", key: "valueNotNumber" })] }),
    );
    await expect(save({ kind: "yesNo", yesNo: "yes", missingReason: "" })).rejects.toThrow(
      refusal("invalid", { problems: [expect.objectContaining({ key: "valueWrongKind" })] }),
    );
    await nothing();
  });

  it("was typed over a figure that somebody changed meanwhile, which comes back", async () => {
    await save(typed("10"));
    await save(typed("11"), { expected: 1 });
    const present = { revision: 2, value: { kind: "number", number: "11" }, savedAt: expect.any(String) };
    await expect(save(typed("12"), { expected: 1 })).rejects.toThrow(refusal("changedMeanwhile", { present }));
    await expect(save(typed("12"))).rejects.toThrow(refusal("changedMeanwhile", { present }));
    await save(typed(""), { expected: 2 });
    await expect(save(typed("12"), { expected: 2 })).rejects.toThrow(refusal("changedMeanwhile", { present: null }));
  });
});

describe("at once", () => {
  const race = async (saves: Promise<unknown>[]) => {
    const outcomes = await Promise.allSettled(saves);
    return {
      won: outcomes.filter(({ status }) => status === "fulfilled").length,
      lost: outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code as string] : [])),
    };
  };

  it("one of many first savers of a cell wins, and the others are told", async () => {
    const { won, lost } = await race(
      Array.from({ length: 8 }, (_, n) => save(typed(String(100 + n)), { cell: "sex=female" })),
    );
    expect([won, lost]).toEqual([1, Array(7).fill("changedMeanwhile")]);
    const { revisions, events } = await traces();
    expect(revisions).toHaveLength(1);
    expect(events.map(({ action }) => action)).toEqual(["opened", "valueRecorded"]);
  });

  it("one of many who follow the same revision wins, whether they change or clear", async () => {
    await save(typed("1"));
    const { won, lost } = await race(["2", "", "3", "", "4"].map((number) => save(typed(number), { expected: 1 })));
    // Two who clear want the same, so both may be content.
    expect(won).toBeGreaterThanOrEqual(1);
    expect(won).toBeLessThanOrEqual(2);
    expect(new Set(lost)).toEqual(new Set(["changedMeanwhile"]));
    const { revisions } = await traces();
    expect(revisions.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it("many cells of a report that nobody opened yet are all stored", async () => {
    const cells = ["total", "sex=female", "sex=male", "age=0-17", "age=18+", "citizenship=tha", "sex=male;age=18+"];
    const saves = cells.map((cell, n) => save(typed(String(n)), { cell }));
    expect(await race(saves)).toEqual({ won: cells.length, lost: [] });
    const { revisions, events } = await traces();
    expect(revisions).toHaveLength(cells.length);
    expect(events).toHaveLength(cells.length + 1);
    const { id } = (await report())!;
    expect(await verifyStream(database.prisma, `report:${id}`)).toMatchObject({ intact: true });
  });
});
