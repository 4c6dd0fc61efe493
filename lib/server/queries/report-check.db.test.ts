import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordValue } from "@/lib/server/commands/values/record-value";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { makeApprovedTotal, makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { reportCheck } from "./report-check";

const now = new Date("2017-02-01T04:00:00Z");
const asked = { locale: "en", now };

let database: Database;
let plan: Reporting;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
  const count = (number: string) => ({ kind: "number", number }) as const;
  await makeApprovedTotal(database.prisma, plan, {
    unit: "THA",
    period: "2015",
    indicator: "G1.1-a",
    value: count("824"),
  });
  await makeApprovedTotal(database.prisma, plan, {
    unit: "THA",
    period: "2015",
    indicator: "G1.2-b",
    value: count("500"),
  });
  await makeApprovedTotal(database.prisma, plan, {
    unit: "THA",
    period: "2015",
    indicator: "G2.1-a",
    value: count("9"),
  });
  await makeReport(database.prisma, plan, {
    unit: "THA",
    period: "2016",
    values: {
      "G1.1-a": { total: count("402"), "sex=female": count("265"), "sex=male": count("126") },
      "G1.2-a": { total: { kind: "missing", reason: "notYetAvailable" } },
      "G1.2-b": { total: count("480") },
      "G2.1-a": { total: count("90") },
    },
  });
});
afterAll(() => database.close());

const here = () => plan.address("THA", "2016");

describe("the check", () => {
  it("lists all answers and what blocks submission", async () => {
    const view = (await reportCheck(plan.actors.thailand, here(), asked))!;
    expect(view.indicators).toHaveLength(8);
    expect(view.indicators[4]).toMatchObject({
      code: "G1.2-a",
      isAnswered: true,
      value: { kind: "missing", reason: "notYetAvailable" },
    });
    expect(view.indicators[1]).toMatchObject({ isAnswered: false, value: null });
    const blank = view.indicators.filter(({ isAnswered }) => !isAnswered).map(({ code }) => code);
    expect(blank).toHaveLength(4);
    expect(view.blocks.filter(({ code }) => code === "blank").map(({ indicator }) => indicator)).toEqual(blank);
    expect(view.blocks.filter(({ code }) => code !== "blank")).toEqual([
      { code: "commentMissing", indicator: "G1.1-a" },
      { code: "commentMissing", indicator: "G1.2-b" },
    ]);
    expect(view).toMatchObject({ declared: null, withdrawal: null });
    expect(view.maySubmit).toBe(true);
    expect(await reportCheck(plan.actors.cambodia, here(), asked)).toBeNull();
    expect(await reportCheck(plan.actors.contributor, here(), asked)).toMatchObject({ blocks: [], maySubmit: false });
  });

  it("agrees with what saving a value answers", async () => {
    const saved = await recordValue(
      plan.actors.thailand,
      here(),
      {
        indicator: "G1.2-b",
        cell: "total",
        expectedRevision: 1,
        entered: { kind: "number", number: "490", missingReason: "" },
      },
      now,
    );
    const view = (await reportCheck(plan.actors.thailand, here(), asked))!;
    const { warnings, commentMissing, isAnswered, cells } = view.indicators.find(({ code }) => code === "G1.2-b")!;
    expect(saved).toEqual({
      warnings,
      commentMissing,
      isAnswered,
      revision: cells.total?.revision,
      savedAt: cells.total?.savedAt,
    });
  });
});
