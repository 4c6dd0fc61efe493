import { describe, expect, it } from "vitest";
import { lookedAtIn, toldBeside } from "@/lib/schemas/forms/looked-at";
import { auditOf, makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { recordIndicator } from "./record-indicator";
import { recordValue } from "./record-value";

const now = new Date("2017-02-01T04:00:00Z");

const on = reportingTests();

const here = () => on.plan.address("THA", "2016");
const count = (number: string) => ({ kind: "number", number }) as const;
/** A form's fields, each cell as `[typed, seen revision]`. */
const form = (cells: Record<string, [typed: string, revision: number]>) => ({
  indicator: "G1.1-a",
  cells: new Map(
    Object.entries(cells).map(([cell, [number, revision]]) => [
      cell,
      new Map([
        ["number", number],
        ["revision", String(revision)],
      ]),
    ]),
  ),
});
const record = (cells: Parameters<typeof form>[0], actor = on.plan.actors.thailand) =>
  recordIndicator(actor, here(), form(cells), now);
const elsewhere = (cell: string, number: string, expectedRevision: number) =>
  recordValue(
    on.plan.actors.thailand,
    here(),
    { indicator: "G1.1-a", cell, expectedRevision, entered: { kind: "number", number, missingReason: "" } },
    now,
  );
async function stored() {
  const rows = await on.database.prisma.value.findMany({
    where: { report: { plan: { code: on.plan.address("THA", "2016").plan } } },
    select: { number: true, revision: true, cellId: true },
  });
  const cells = await on.database.prisma.cell.findMany({ select: { id: true, key: true } });
  return Object.fromEntries(
    rows.map(({ number, revision, cellId }) => [
      cells.find(({ id }) => id === cellId)?.key,
      [number?.toFixed(), revision],
    ]),
  );
}

describe("an indicator's plain form", () => {
  it("stores every cell that was filled in, each with its event, and no blank one", async () => {
    await record({ total: ["10", 0], "sex=female": ["6", 0], "sex=male": ["", 0] });
    expect(await stored()).toEqual({ total: ["10", 1], "sex=female": ["6", 1] });
    expect((await auditOf(on.database.prisma, on.plan)).map(({ action }) => action)).toEqual([
      "opened",
      "valueRecorded",
      "valueRecorded",
    ]);
  });

  it("changes nothing at all where one field is at fault", async () => {
    await expect(record({ total: ["10", 0], "sex=female": ["six", 0] })).rejects.toMatchObject({
      problems: [{ field: "sex=female|number", key: "valueNotNumber" }],
    });
    expect(await stored()).toEqual({});
    expect(await auditOf(on.database.prisma, on.plan)).toEqual([]);
  });

  it("names the field of a text that says how to reach somebody", async () => {
    const fields = new Map([["text", "Ask at somsri@example.org."]]);
    const cells = new Map([["total", fields]]);
    await expect(
      recordIndicator(on.plan.actors.thailand, here(), { indicator: "G1.2-a", cells }, now),
    ).rejects.toMatchObject({ code: "invalid", problems: [{ field: "total|text", key: "unsafeWords" }] });
    expect(await auditOf(on.database.prisma, on.plan)).toEqual([]);
  });

  it("stores words that may say of whom they speak once they were looked at", async () => {
    const cells = new Map([["total", new Map([["text", "Two girls aged 15 came."]])]]);
    const sendWith = (sums: string[]) =>
      recordIndicator(on.plan.actors.thailand, here(), { indicator: "G1.2-a", cells }, now, lookedAtIn(sums));
    await expect(sendWith(["1"])).rejects.toMatchObject({ problems: [{ field: "total|text", key: "wordsToLookAt" }] });
    expect(await stored()).toEqual({});
    await sendWith([toldBeside]);
    expect(Object.keys(await stored())).toEqual(["total"]);
  });

  it.each([1.5, Number.NaN, -1, 1e21])(
    "asks about what stands there where %d is sent for a revision",
    async (revision) => {
      await record({ total: ["10", 0] });
      await expect(record({ total: ["11", revision] })).rejects.toMatchObject({
        problems: [{ field: "total|number", key: "cellChanged", args: { present: "10", revision: 1 } }],
      });
      expect(await stored()).toEqual({ total: ["10", 1] });
    },
  );

  it("clears a cell that was emptied", async () => {
    await makeReport(on.database.prisma, on.plan, {
      unit: "THA",
      period: "2016",
      state: "draft",
      values: { "G1.1-a": { total: count("10") } },
    });
    await record({ total: ["", 1] });
    expect(await stored()).toEqual({});
  });

  it("leaves alone what somebody else did to a cell that wasn't touched", async () => {
    await record({ total: ["10", 0], "sex=female": ["6", 0] });
    await elsewhere("total", "12", 1);
    await record({ total: ["10", 1], "sex=female": ["7", 1] });
    expect(await stored()).toEqual({ total: ["12", 2], "sex=female": ["7", 2] });
  });

  it("tells of a value that somebody else stored in a cell that was, and stores the others", async () => {
    await record({ total: ["10", 0], "sex=female": ["6", 0] });
    await elsewhere("total", "12", 1);
    await expect(record({ total: ["11", 1], "sex=female": ["7", 1] })).rejects.toMatchObject({
      problems: [{ field: "total|number", key: "cellChanged", args: { present: "12", revision: 2 } }],
    });
    expect(await stored()).toEqual({ total: ["12", 2], "sex=female": ["7", 2] });
    await record({ total: ["11", 2], "sex=female": ["7", 1] });
    expect(await stored()).toEqual({ total: ["11", 3], "sex=female": ["7", 2] });
  });

  it("is for whoever enters the indicator", async () => {
    await expect(record({ total: ["1", 0] }, on.plan.actors.cambodia)).rejects.toMatchObject({ code: "notFound" });
    await expect(record({ total: ["1", 0] }, on.plan.actors.contributor)).rejects.toMatchObject({
      code: "notAssigned",
    });
    await expect(record({ total: ["1", 0] }, on.plan.actors.secretariat)).rejects.toMatchObject({ code: "notAllowed" });
    expect(await auditOf(on.database.prisma, on.plan)).toEqual([]);
  });
});
