import { describe, expect, it } from "vitest";
import { auditOf, makeReport } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { reopenReport } from "./reopen-report";

const now = new Date("2017-05-01T04:00:00Z");

const on = reportingTests();

const here = () => on.plan.address("THA", "2016");
const make = (state: "submitted" | "approved") =>
  makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state });
const stored = (id: number) =>
  on.database.prisma.report.findUniqueOrThrow({
    where: { id },
    include: { decisions: { orderBy: { id: "asc" }, include: { correctionReason: true } }, reviewAnswers: true },
  });

const told = async () => {
  const notices = await on.database.prisma.mailNotice.findMany({
    where: { args: { path: ["plan"], equals: on.plan.code } },
    select: { kind: true, args: true, mail: { select: { userId: true } } },
    orderBy: { id: "asc" },
  });
  return notices.map(({ kind, args, mail }) => ({ kind, args, to: mail.userId }));
};

describe("reopening a report", () => {
  const reopen = (reason: string, actor = on.plan.actors.secretariat) =>
    reopenReport(actor, here(), { rowVersion: 1, reason, readersReason: "A province sent corrected counts." }, now);

  it("gives an approved one back and leaves its approved results as they are", async () => {
    const { id } = await make("approved");
    const version = await on.database.prisma.indicatorVersion.findFirstOrThrow({
      where: { indicatorId: on.plan.indicatorIds["G1.1-a"]! },
    });
    const total = await on.database.prisma.cell.findFirstOrThrow({ where: { planId: on.plan.planId, key: "total" } });
    await on.database.prisma.result.create({
      data: {
        planId: on.plan.planId,
        periodId: on.plan.periodIds["2016"]!,
        unitId: on.plan.unitIds.THA!,
        indicatorVersionId: version.id,
        cellId: total.id,
        kind: "number",
        number: 10,
        revision: 1,
        disclosureState: "shown",
        approvedAt: now,
        valueSince: 1,
        fromVersion: 1,
      },
    });
    await expect(reopen("")).rejects.toThrow(refusal("reasonMissing"));
    await reopen("A province sent corrected values.");
    expect(await stored(id)).toMatchObject({
      state: "returned",
      decisions: [{}, { decision: "reopened", correctionReason: { text: "A province sent corrected counts." } }],
    });
    expect(await on.database.prisma.result.count({ where: { planId: on.plan.planId } })).toBe(1);
    expect(await on.database.prisma.plan.findUniqueOrThrow({ where: { id: on.plan.planId } })).toMatchObject({
      resultsVersion: 1,
    });
    expect(await auditOf(on.database.prisma, on.plan)).toMatchObject([{ action: "reopened" }]);
  });

  it("is told to the unit as what it is, which has no review to read", async () => {
    await make("approved");
    await reopen("A province sent corrected values.");
    const args = { ...here(), reopened: true };
    expect(await told()).toEqual([{ kind: "returned", args, to: on.plan.actors.thailand.id }]);
  });

  it("of the region's own report is told to the others of the secretariat", async () => {
    const { secretariat, secondReviewer, thailand } = on.plan.actors;
    const { id } = await makeReport(on.database.prisma, on.plan, { unit: "REGION", period: "2016", state: "approved" });
    await on.database.prisma.report.update({ where: { id }, data: { submittedById: thailand.id } });
    const region = on.plan.address("REGION", "2016");
    await reopenReport(secretariat, region, { rowVersion: 1, reason: "Why.", readersReason: "Corrected." }, now);
    const people = (await told()).map(({ to }) => to);
    expect(people).toContain(secondReviewer.id);
    expect(people).not.toContain(secretariat.id);
  });

  it("is refused for one that isn't approved, and to its unit", async () => {
    await make("submitted");
    await expect(reopen("Why.")).rejects.toThrow(refusal("locked", { args: { lock: "submitted" } }));
    await expect(reopen("Why.", on.plan.actors.thailand)).rejects.toThrow(refusal("notAllowed"));
  });

  it("happens once for two at once", async () => {
    await make("approved");
    const outcomes = await Promise.allSettled([reopen("One."), reopen("Two.", on.plan.actors.secondReviewer)]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "locked", args: { lock: "returned" } } },
    ]);
  });
});
