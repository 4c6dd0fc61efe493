import { describe, expect, it } from "vitest";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { copyAssignments } from "./copy-assignments";

const on = reportingTests();
const now = new Date("2017-02-01T04:00:00Z");
const copy = (actor = on.plan.actors.thailand, period = "2016") =>
  copyAssignments(actor, on.plan.address("THA", period), now);
const rows = (period: string) =>
  on.database.prisma.indicatorAssignment.findMany({
    where: { unitId: on.plan.unitIds.THA!, periodId: on.plan.periodIds[period]! },
    orderBy: { indicatorId: "asc" },
    select: { indicatorId: true, userId: true, organisationId: true },
  });
const add = (period: string, code: string, to: { userId: number } | { organisationId: number }) =>
  on.database.prisma.indicatorAssignment.create({
    data: {
      planId: on.plan.planId,
      unitId: on.plan.unitIds.THA!,
      periodId: on.plan.periodIds[period]!,
      indicatorId: on.plan.indicatorIds[code]!,
      ...to,
    },
  });
const nothing = { people: [], organisations: [], indicators: [], dropped: 0 };

describe("copying assignments of the period before", () => {
  it("adds what is missing, to persons and organisations, and says once what it did", async () => {
    const { contributor } = on.plan.actors;
    await add("2015", "G1.1-a", { userId: contributor.id });
    await add("2015", "G1.1-b", { organisationId: contributor.organisation.id });
    expect(await copy()).toEqual({ from: "2015", added: 2, leftOut: nothing });
    expect(await rows("2016")).toEqual(await rows("2015"));
    expect(await copy()).toEqual({ from: "2015", added: 0, leftOut: nothing });
    const stream = `assignments:${on.plan.unitIds.THA}:${on.plan.periodIds["2016"]}`;
    expect(await auditWhere(on.database.prisma, { stream })).toMatchObject([
      { action: "assignmentsCopied", after: { from: "2015" } },
    ]);
  });

  it("leaves out who can't enter any more, archived organisations and indicators that the period hasn't, and names them", async () => {
    const { contributor, cambodia } = on.plan.actors;
    const { prisma } = on.database;
    const gone = await prisma.organisation.create({
      data: { name: `Office of ${on.plan.code}`, kind: "government", archivedAt: now },
    });
    await add("2015", "G1.1-a", { userId: cambodia.id });
    await add("2015", "G1.1-b", { organisationId: gone.id });
    await add("2015", "G2.1-r", { userId: contributor.id });
    expect(await copy()).toEqual({
      from: "2015",
      added: 0,
      leftOut: { people: [cambodia.name], organisations: [gone.name], indicators: ["G2.1-r"], dropped: 0 },
    });
    expect(await rows("2016")).toHaveLength(1);
  });

  it("is refused to whoever may not, in a locked period, and where no period is before", async () => {
    await expect(copy(on.plan.actors.contributor)).rejects.toThrow(refusal("notAllowed"));
    await expect(copy(on.plan.actors.cambodia)).rejects.toThrow(refusal("notFound"));
    await expect(copy(on.plan.actors.thailand, "2015")).rejects.toThrow(refusal("notFound"));
    const id = on.plan.periodIds["2016"]!;
    await on.database.prisma.reportingPeriod.update({ where: { id }, data: { state: "locked" } });
    await expect(copy()).rejects.toThrow(refusal("locked"));
  });

  it("adds nothing twice where two press at once", async () => {
    await add("2015", "G1.1-a", { userId: on.plan.actors.contributor.id });
    const both = await Promise.all([copy(), copy(on.plan.actors.secretariat)]);
    expect(both.map(({ added }) => added).sort()).toEqual([0, 1]);
    expect(await rows("2016")).toEqual(await rows("2015"));
  });
});
