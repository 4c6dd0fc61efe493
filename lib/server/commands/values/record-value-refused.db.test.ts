import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { EnteredValue } from "@/lib/schemas/values/value";
import { verifyStream } from "@/lib/server/audit/verify";
import { pastTriggers } from "@/test/factories/past-triggers";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
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

describe("a refused value", () => {
  const nothing = async () => {
    const { revisions, events } = await traces();
    expect([revisions, events]).toEqual([[], []]);
  };

  it("is a text that says how to reach somebody, and says to its author what that is", async () => {
    const entered = { kind: "narrative" as const, text: "Ask at somsri@example.org.", missingReason: "" };
    await expect(save(entered, { indicator: "G1.2-a" })).rejects.toMatchObject({
      code: "invalid",
      args: { fields: 1 },
      problems: [{ field: "text", key: "unsafeWords", args: { kind: "email", found: "“somsri@example.org”" } }],
    });
    await nothing();
  });

  it("is another country's, a region's, or nobody's business: not found", async () => {
    const { cambodia, cso, administrator } = on.plan.actors;
    for (const actor of [cambodia, cso, administrator])
      await expect(save(typed("1"), { actor })).rejects.toThrow(refusal("notFound"));
    await expect(save(typed("1"), { unit: "REGION", indicator: "G2.1-r" })).rejects.toThrow(refusal("notFound"));
    await expect(save(typed("1"), { actor: on.plan.actors.secretariat })).rejects.toThrow(refusal("notAllowed"));
    await nothing();
  });

  it("is of an indicator, unit, period or plan that isn't there", async () => {
    await expect(save(typed("1"), { indicator: "G9-z" })).rejects.toThrow(refusal("notFound"));
    await expect(save(typed("1"), { indicator: "G2.1-r" })).rejects.toThrow(refusal("notFound"));
    await expect(save(typed("1"), { unit: "XXX" })).rejects.toThrow(refusal("notFound"));
    await expect(save(typed("1"), { period: "2099" })).rejects.toThrow(refusal("notFound"));
    await expect(save(typed("1"), { unit: "TH\0A" })).rejects.toThrow(refusal("notFound"));
    await nothing();
  });

  it("is outside a contributor's assignment", async () => {
    const { contributor: actor } = on.plan.actors;
    await expect(save(typed("1"), { actor })).rejects.toThrow(refusal("notAssigned"));
    await nothing();
    expect(await save(typed("1"), { actor, indicator: "G2.1-a" })).toMatchObject({ revision: 1 });
  });

  it("comes too early, too late or while the report is away", async () => {
    const period = (state: "closed" | "locked") =>
      on.database.prisma.reportingPeriod.update({ where: { id: on.plan.periodIds["2016"]! }, data: { state } });
    const locked = (lock: string) => refusal("locked", { args: { lock } });
    const early = recordValue(
      on.plan.actors.thailand,
      on.plan.address("THA", "2017"),
      { indicator: "G1.1-a", cell: "total", expectedRevision: 0, entered: typed("1") },
      new Date("2016-12-31T16:59:59Z"),
    );
    await expect(early).rejects.toThrow(locked("periodNotStarted"));
    await period("closed");
    await expect(save(typed("1"))).rejects.toThrow(locked("periodClosed"));
    await period("locked");
    await expect(save(typed("1"))).rejects.toThrow(locked("periodLocked"));
    await nothing();
    await on.database.prisma.report.create({
      data: {
        planId: on.plan.planId,
        unitId: on.plan.unitIds.THA!,
        periodId: on.plan.periodIds["2017"]!,
        state: "submitted",
        submission: 1,
        submittedAt: now,
      },
    });
    await expect(save(typed("1"), { period: "2017" })).rejects.toThrow(locked("submitted"));
    await nothing();
  });

  it("is none that stands stored as it was typed, whose answer was lost before the report was locked", async () => {
    const saved = await save(typed("1234"));
    await on.database.prisma.reportingPeriod.update({
      where: { id: on.plan.periodIds["2016"]! },
      data: { state: "locked" },
    });
    const before = await traces();
    expect(await save(typed("1,234"))).toMatchObject({ revision: 1, savedAt: saved.savedAt });
    const locked = refusal("locked", { args: { lock: "periodLocked" } });
    for (const other of [typed("1235"), typed(""), typed("12x")])
      await expect(save(other, { expected: 1 })).rejects.toThrow(locked);
    // Whoever may not enter it learns nothing of it.
    await expect(save(typed("1234"), { actor: on.plan.actors.cambodia })).rejects.toThrow(refusal("notFound"));
    await on.database.prisma.value.updateMany({
      where: { report: { planId: on.plan.planId } },
      data: { carried: true },
    });
    await expect(save(typed("1234"), { expected: 1 })).rejects.toThrow(locked);
    expect(await traces()).toEqual(before);
  });

  it("has a cell that the indicator's tables don't keep", async () => {
    for (const cell of ["sex=female;citizenship=tha", "sex=purple", "colour=red", "age=18+;sex=male"])
      await expect(save(typed("1"), { cell })).rejects.toThrow(refusal("cellNotAdmitted"));
    await expect(save(typed("1"), { indicator: "G1.2-b", cell: "sex=female" })).rejects.toThrow(
      refusal("cellNotAdmitted"),
    );
    await nothing();
  });

  it("is beyond the limits of the definition: a part below 0, a share with its numbers the wrong way round", async () => {
    const fault = (field: string, key: string) =>
      refusal("invalid", { problems: [expect.objectContaining({ field, key })] });
    await expect(save(typed("-1"), { cell: "sex=male" })).rejects.toThrow(fault("number", "valueOutsideLimits"));
    await expect(save(typed("-0.5"), { indicator: "G1.2-c" })).rejects.toThrow(fault("number", "valueOutsideLimits"));
    const swapped: EnteredValue = { kind: "ratio", numerator: "140", denominator: "61", missingReason: "" };
    const share = save(swapped, { indicator: "G1.1-b" });
    await expect(share).rejects.toThrow(fault("numerator", "valueNumeratorLarger"));
    await pastTriggers(on.database.prisma, (tx) =>
      tx.indicatorVersion.updateMany({
        where: { indicatorId: on.plan.indicatorIds["G1.2-c"]! },
        data: { highest: "31" },
      }),
    );
    await expect(save(typed("32"), { indicator: "G1.2-c" })).rejects.toThrow(
      refusal("invalid", {
        problems: [
          {
            field: "number",
            key: "valueOutsideLimits",
            args: expect.objectContaining({ lowest: "0", highest: "31", unit: "cases" }),
          },
        ],
      }),
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

  it("was typed over a value that somebody changed meanwhile, which comes back", async () => {
    await save(typed("10"));
    await save(typed("11"), { expected: 1 });
    const present = { revision: 2, value: { kind: "number", number: "11" }, savedAt: expect.any(String) };
    const changed = { by: on.plan.actors.thailand.name, isOwn: true, at: expect.any(String) };
    await expect(save(typed("12"), { expected: 1 })).rejects.toThrow(refusal("changedMeanwhile", { present, changed }));
    await expect(save(typed("12"))).rejects.toThrow(refusal("changedMeanwhile", { present, changed }));
    await save(typed(""), { expected: 2 });
    await expect(save(typed("12"), { expected: 2 })).rejects.toThrow(
      refusal("changedMeanwhile", { present: null, changed }),
    );
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
    expect(await verifyStream(on.database.prisma, `report:${id}`)).toMatchObject({ intact: true });
  });
});
