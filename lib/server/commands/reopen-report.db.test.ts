import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { auditOf, makeReport } from "@/prisma/seed/make-report";
import { makeReporting, type Reporting } from "@/prisma/seed/make-reporting";
import { reopenReport } from "./reopen-report";

const now = new Date("2017-05-01T04:00:00Z");

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

const refusal = (code: string, more = {}) => expect.objectContaining({ code, ...more });
const here = () => plan.address("THA", "2016");
const make = (state: "submitted" | "approved") =>
  makeReport(database.prisma, plan, { unit: "THA", period: "2016", state });
const stored = (id: number) =>
  database.prisma.report.findUniqueOrThrow({
    where: { id },
    include: { decisions: { orderBy: { id: "asc" } }, marks: true },
  });

describe("reopening a report", () => {
  const reopen = (reason: string, actor = plan.actors.secretariat) =>
    reopenReport(actor, here(), { rowVersion: 1, reason }, now);

  it("gives an approved one back and leaves its approved results as they are", async () => {
    const { id } = await make("approved");
    const version = await database.prisma.indicatorVersion.findFirstOrThrow({
      where: { indicatorId: plan.indicatorIds["G1.1-a"]! },
    });
    const total = await database.prisma.cell.findFirstOrThrow({ where: { planId: plan.planId, key: "total" } });
    await database.prisma.result.create({
      data: {
        planId: plan.planId,
        periodId: plan.periodIds["2016"]!,
        unitId: plan.unitIds.THA!,
        indicatorVersionId: version.id,
        cellId: total.id,
        kind: "number",
        number: 10,
        revision: 1,
        publicMark: "shown",
        seenMark: "shown",
        approvedAt: now,
        publicationVersion: 1,
      },
    });
    await expect(reopen("")).rejects.toThrow(refusal("reasonMissing"));
    await reopen("A province sent corrected figures.");
    expect(await stored(id)).toMatchObject({ state: "returned", decisions: [{}, { decision: "reopened" }] });
    expect(await database.prisma.result.count({ where: { planId: plan.planId } })).toBe(1);
    expect(await database.prisma.plan.findUniqueOrThrow({ where: { id: plan.planId } })).toMatchObject({
      publicationVersion: 1,
    });
    expect(await auditOf(database.prisma, plan)).toMatchObject([{ action: "reopened" }]);
  });

  it("is refused for one that isn't approved, and to its unit", async () => {
    await make("submitted");
    await expect(reopen("Why.")).rejects.toThrow(refusal("locked", { args: { lock: "submitted" } }));
    await expect(reopen("Why.", plan.actors.thailand)).rejects.toThrow(refusal("notAllowed"));
  });

  it("happens once for two at once", async () => {
    await make("approved");
    const outcomes = await Promise.allSettled([reopen("One."), reopen("Two.", plan.actors.secondReviewer)]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "changedMeanwhile" } },
    ]);
  });
});
