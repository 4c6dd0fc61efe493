import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { EnteredValue } from "@/lib/schemas/values/value";
import { verifyStream } from "@/lib/server/audit/verify";
import { reportingTests } from "@/test/factories/reporting-plan";
import { recordValue } from "./record-value";

const now = new Date("2017-02-01T04:00:00Z");

const on = reportingTests();

const typed = (number: string, missingReason = ""): EnteredValue => ({ kind: "number", number, missingReason });

/** Saves as the focal point of Thailand for 2016 unless something else is said. */
const save = (
  entered: EnteredValue,
  {
    actor = on.plan.actors.thailand,
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
) => recordValue(actor, on.plan.address(unit, period), { indicator, cell, expectedRevision: expected, entered }, now);

const report = (unit = "THA", period = "2016") =>
  on.database.prisma.report.findUnique({
    where: { unitId_periodId: { unitId: on.plan.unitIds[unit]!, periodId: on.plan.periodIds[period]! } },
  });
/** Every revision of the on.plan, and every audit event of its reports. */
async function traces() {
  const ids = (await on.database.prisma.report.findMany({ where: { planId: on.plan.planId } })).map(({ id }) => id);
  const revisions = await on.database.prisma.valueRevision.findMany({
    where: { reportId: { in: ids } },
    orderBy: [{ cellId: "asc" }, { revision: "asc" }],
  });
  const events = await on.database.prisma.auditEvent.findMany({
    where: { stream: { in: ids.map((id) => `report:${id}`) } },
    orderBy: { sequence: "asc" },
  });
  return { revisions, events };
}

describe("recording a value", () => {
  it("opens the report, stores the value with its first revision, and writes both down", async () => {
    const saved = await save(typed("1,127"));
    expect(saved).toMatchObject({ revision: 1, warnings: [], isAnswered: true });
    const { revisions, events } = await traces();
    expect(revisions).toMatchObject([{ revision: 1, kind: "number", createdById: on.plan.actors.thailand.id }]);
    expect(revisions[0]?.number?.toFixed()).toBe("1127");
    expect(events.map(({ action, subject }) => [action, subject])).toEqual([
      ["opened", "report THA 2016"],
      ["valueRecorded", "report THA 2016 G1.1-a total"],
    ]);
    const opened = await report();
    expect(opened).toMatchObject({ state: "draft", submission: 0 });
    expect(await verifyStream(on.database.prisma, `report:${opened!.id}`)).toMatchObject({ intact: true, events: 2 });
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
    expect(await on.database.prisma.value.findMany({ where: { reportId: revisions[0]!.reportId } })).toMatchObject([
      columns,
    ]);
  });

  it("stores under the version of the indicator that holds for the period", async () => {
    await save(typed("7"), { indicator: "G2.1-a", period: "2015" });
    await save(typed("8"), { indicator: "G2.1-a", period: "2016" });
    const rows = await on.database.prisma.value.findMany({
      where: { indicatorVersion: { indicatorId: on.plan.indicatorIds["G2.1-a"]! } },
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
    const cell = await on.database.prisma.cell.findUniqueOrThrow({
      where: { planId_key: { planId: on.plan.planId, key: "sex=female;age=0-17" } },
      select: { categories: { select: { category: { select: { code: true } } }, orderBy: { dimensionId: "asc" } } },
    });
    expect(cell.categories.map(({ category }) => category.code)).toEqual(["female", "0-17"]);
  });

  it("changes, clears and fills again, and forgets nothing", async () => {
    await save(typed("10"));
    expect(await save(typed("11"), { expected: 1 })).toMatchObject({ revision: 2, isAnswered: true });
    expect(await save(typed(" "), { expected: 2 })).toMatchObject({ revision: 0, isAnswered: false });
    expect(await on.database.prisma.value.count({ where: { reportId: (await report())!.id } })).toBe(0);
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
    await expect(on.database.prisma.valueRevision.deleteMany({})).rejects.toMatchObject({ code: "P2003" });
    await expect(on.database.prisma.valueRevision.updateMany({ data: { step: null } })).rejects.toMatchObject({
      code: "P2003",
    });
  });

  it("does nothing when the same value is saved again, as after a lost answer", async () => {
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
