import { beforeEach, describe, expect, it } from "vitest";
import { verifyStream } from "@/lib/server/audit/verify";
import { submitReport } from "@/lib/server/commands/submit-report";
import { indicatorsNow } from "@/lib/server/queries/indicators-now";
import { reportCheck } from "@/lib/server/queries/report-check";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { auditOf, madeUpDeclaration, makeReport, type ReportValues } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addComment } from "../add-comment";
import { carryValues } from "./carry-values";
import { confirmValues } from "./confirm-values";
import { recordReasons } from "./record-reasons";
import { recordValue } from "./record-value";

const now = new Date("2017-02-01T04:00:00Z");
const on = reportingTests();
const here = () => on.plan.address("THA", "2016");
const number = (number: string) => ({ kind: "number", number }) as const;
const last: ReportValues = {
  "G1.1-a": { total: number("9"), "sex=female": number("4") },
  "G1.1-c": { total: { kind: "yesNo", yes: true } },
  "G1.1-d": { total: { kind: "step", step: 1 } },
  "G1.2-a": { total: { kind: "narrative", text: "Words of last year." } },
  "G1.2-b": { total: number("50") },
  "G1.2-c": { total: { kind: "missing", reason: "notCollected" } },
  "G2.1-a": { total: number("3") },
};
const reported = (state: "approved" | "submitted" | "draft", unit = "THA") =>
  makeReport(on.database.prisma, on.plan, { unit, period: "2015", state, values: last });
const carry = (wanted: readonly string[] | "unanswered" = "unanswered", actor = on.plan.actors.thailand) =>
  carryValues(actor, here(), { wanted }, now);
const confirm = (indicators: readonly string[], actor = on.plan.actors.thailand) =>
  confirmValues(actor, here(), { indicators }, now);
const entry = async () => (await reportForEntry(on.plan.actors.thailand, here(), { locale: "en", now }))!.indicators;
const cellsOf = async (code: string) => (await entry()).find((each) => each.code === code)!.cells;
const typed = (number: string) => ({ kind: "number" as const, number, missingReason: "" });
const save = (indicator: string, number: string, expectedRevision: number) =>
  recordValue(
    on.plan.actors.thailand,
    here(),
    { indicator, cell: "total", expectedRevision, entered: typed(number) },
    now,
  );

describe("carrying values over", () => {
  beforeEach(async () => void (await reported("approved")));

  it("takes over what holds until it changes, marked, with one event", async () => {
    expect(await carry()).toEqual({ carried: ["G1.1-c", "G1.1-d", "G1.2-b"], left: ["G1.2-c"] });
    expect(await cellsOf("G1.2-b")).toMatchObject({ total: { value: number("50"), revision: 1, carried: true } });
    expect(await cellsOf("G1.1-a")).toEqual({});
    const events = await auditOf(on.database.prisma, on.plan);
    expect(events.map(({ action }) => action)).toEqual(["opened", "valuesCarried"]);
    expect(events[1]).toMatchObject({ after: { from: "2015", revisions: [{ indicator: "G1.1-c" }, {}, {}] } });
    const { id } = await on.database.prisma.report.findFirstOrThrow({ where: { period: { code: "2016" } } });
    expect(await verifyStream(on.database.prisma, `report:${id}`)).toMatchObject({ intact: true });
  });

  it("takes over what is counted anew only where it is asked for, a total with its parts", async () => {
    expect(await carry(["G1.1-a"])).toEqual({ carried: ["G1.1-a"], left: [] });
    expect(await cellsOf("G1.1-a")).toMatchObject({
      total: { value: number("9"), carried: true },
      "sex=female": { value: number("4"), carried: true },
    });
  });

  it("never takes over words, or what was counted by a definition that can't be compared", async () => {
    expect(await carry(["G1.2-a", "G2.1-a"])).toEqual({ carried: [], left: ["G1.2-a", "G2.1-a"] });
    expect(await auditOf(on.database.prisma, on.plan)).toEqual([]);
  });

  it("leaves alone what is answered, and goes on from what was cleared", async () => {
    await save("G1.2-b", "60", 0);
    await recordReasons(
      on.plan.actors.thailand,
      here(),
      { given: [{ indicator: "G1.1-c", reason: "notCollected" }] },
      now,
    );
    expect((await carry()).carried).toEqual(["G1.1-d"]);
    await save("G1.2-b", "", 1);
    expect((await carry()).carried).toEqual(["G1.2-b"]);
    expect(await cellsOf("G1.2-b")).toMatchObject({ total: { revision: 3, carried: true } });
    expect((await carry()).carried).toEqual([]);
  });

  it("says what could be carried, until it is answered", async () => {
    const carries = async () => Object.fromEntries((await entry()).map(({ code, carry }) => [code, carry]));
    const from = { period: "2015", parts: 0 };
    expect(await carries()).toMatchObject({
      "G1.1-a": { ...from, alone: true, total: number("9"), parts: 1 },
      "G1.2-b": { ...from, alone: false, total: number("50") },
      "G1.2-a": null,
      "G2.1-a": null,
    });
    const check = async () => (await reportCheck(on.plan.actors.thailand, here(), { locale: "en", now }))!;
    expect((await check()).carriable).toBe(3);
    await carry();
    expect(await carries()).toMatchObject({ "G1.2-b": null, "G1.1-a": { alone: true } });
    expect((await check()).carriable).toBe(0);
    expect((await check()).blocks).toContainEqual({ code: "unconfirmed", indicator: "G1.2-b" });
  });

  it("is for whoever enters the indicator, in an open report", async () => {
    const { cambodia, cso, secretariat, contributor } = on.plan.actors;
    for (const actor of [cambodia, cso]) {
      await expect(carry("unanswered", actor)).rejects.toThrow(refusal("notFound"));
      await expect(confirm(["G1.2-b"], actor)).rejects.toThrow(refusal("notFound"));
    }
    for (const [actor, code] of [
      [secretariat, "notAllowed"],
      [contributor, "notAssigned"],
    ] as const) {
      await expect(carry(["G1.2-b"], actor)).rejects.toThrow(refusal(code));
      await expect(confirm(["G1.2-b"], actor)).rejects.toThrow(refusal(code));
    }
    await expect(carry("unanswered", secretariat)).rejects.toThrow(refusal("notAllowed"));
    await expect(carry(["G9-z"])).rejects.toThrow(refusal("notFound"));
    await expect(confirm(["G9-z"])).rejects.toThrow(refusal("notFound"));
    await on.database.prisma.reportingPeriod.update({
      where: { id: on.plan.periodIds["2016"]! },
      data: { state: "locked" },
    });
    await expect(carry()).rejects.toThrow(refusal("locked"));
    await expect(confirm(["G1.2-b"])).rejects.toThrow(refusal("locked"));
    expect(await auditOf(on.database.prisma, on.plan)).toEqual([]);
  });
});

describe("values that were carried over", () => {
  beforeEach(async () => {
    await reported("approved");
    await carry();
  });

  it("are confirmed by one act, which tells how many it confirmed", async () => {
    expect(await confirm(["G1.2-b", "G1.1-c"])).toEqual({ confirmed: 2 });
    expect(await cellsOf("G1.2-b")).toEqual({
      total: { value: number("50"), revision: 2, savedAt: expect.any(String) },
    });
    expect(await confirm(["G1.2-b", "G1.1-c"])).toEqual({ confirmed: 0 });
    const events = await auditOf(on.database.prisma, on.plan);
    expect(events.map(({ action }) => action)).toEqual(["opened", "valuesCarried", "valuesConfirmed"]);
  });

  it("are confirmed by a save of the same value, and by one of another", async () => {
    expect(await save("G1.2-b", "50", 1)).toMatchObject({ revision: 2 });
    expect(await save("G1.2-b", "50", 1)).toMatchObject({ revision: 2 });
    expect(await cellsOf("G1.2-b")).not.toMatchObject({ total: { carried: true } });
  });

  it("keep a report from being submitted until all are confirmed", async () => {
    const { indicators } = (await reportCheck(on.plan.actors.thailand, here(), { locale: "en", now }))!;
    const blanks = indicators.filter(({ isAnswered }) => !isAnswered).map(({ code }) => code);
    const given = blanks.map((indicator) => ({ indicator, reason: "notCollected" as const }));
    await recordReasons(on.plan.actors.thailand, here(), { given }, now);
    const submit = async () => {
      const { report, revisions } = (await reportCheck(on.plan.actors.thailand, here(), { locale: "en", now }))!;
      const seen = { rowVersion: report.rowVersion, revisions, ...madeUpDeclaration };
      return submitReport(on.plan.actors.thailand, here(), seen, now);
    };
    const blocks = ["G1.1-c", "G1.1-d", "G1.2-b"].map((indicator) => ({ code: "unconfirmed", indicator }));
    await expect(submit()).rejects.toThrow(refusal("submissionBlocked", { blocks }));
    await confirm(["G1.1-c", "G1.1-d", "G1.2-b"]);
    expect(await submit()).toEqual({ submission: 1 });
  });
});

describe("words on a value that was carried over", () => {
  const parts = { "sex=female": number("4"), "sex=male": number("4") };
  const commentMissing = async () => {
    const read = (await entry()).find(({ code }) => code === "G1.1-a")!.commentMissing;
    const facts = (await indicatorsNow(here(), ["G1.1-a"]))[0]!.commentMissing;
    expect(facts).toBe(read);
    return read;
  };
  beforeEach(async () => {
    const values = { "G1.1-a": { total: number("9"), ...parts } };
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2015", state: "approved", values });
    await carry(["G1.1-a"]);
    expect(await commentMissing()).toBe(true);
    const words = { indicator: "G1.1-a", body: "One didn't say." };
    await addComment(on.plan.actors.thailand, here(), words, now);
    expect(await commentMissing()).toBe(false);
  });

  it("still explain it once it is confirmed, by itself or by a save", async () => {
    expect(await save("G1.1-a", "9", 1)).toMatchObject({ revision: 2, commentMissing: false });
    expect(await commentMissing()).toBe(false);
    expect(await confirm(["G1.1-a"])).toEqual({ confirmed: 2 });
    expect(await commentMissing()).toBe(false);
  });

  it("explain no other value in its place, nor the same one once it was another", async () => {
    expect(await save("G1.1-a", "10", 1)).toMatchObject({ commentMissing: true });
    expect(await save("G1.1-a", "9", 2)).toMatchObject({ commentMissing: true });
    expect(await commentMissing()).toBe(true);
    await confirm(["G1.1-a"]);
    expect(await commentMissing()).toBe(true);
  });

  it("explain none that was cleared and carried over again", async () => {
    for (const cell of ["total", ...Object.keys(parts)]) {
      const cleared = { indicator: "G1.1-a", cell, expectedRevision: 1, entered: typed("") };
      await recordValue(on.plan.actors.thailand, here(), cleared, now);
    }
    expect(await carry(["G1.1-a"])).toMatchObject({ carried: ["G1.1-a"] });
    await confirm(["G1.1-a"]);
    expect(await commentMissing()).toBe(true);
  });
});

it.each(["draft", "submitted"] as const)(
  "nothing is offered or carried over from a report that is %s",
  async (state) => {
    await reported(state);
    // Only what was approved stands beside the fields: nobody would see what is carried.
    expect((await entry()).flatMap(({ earlier, carry }) => [...earlier, ...(carry ? [carry] : [])])).toEqual([]);
    expect((await carry()).carried).toEqual([]);
    expect((await carry(["G1.1-a"])).left).toEqual(["G1.1-a"]);
  },
);

it("of two who carry at once one does, and nothing is written twice", async () => {
  await reported("approved");
  const both = await Promise.all([carry(), carry()]);
  expect(both.map(({ carried }) => carried.length).sort()).toEqual([0, 3]);
  expect((await auditOf(on.database.prisma, on.plan)).map(({ action }) => action)).toEqual(["opened", "valuesCarried"]);
});
