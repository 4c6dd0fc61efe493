import { describe, expect, it } from "vitest";
import { handBacksOf } from "@/lib/server/assignments/hand-backs";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import { auditWhere, makeReport } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { carryValues } from "../values/carry-values";
import { confirmValues } from "../values/confirm-values";
import { recordValue } from "../values/record-value";
import { askAgain } from "./ask-again";
import { handBack } from "./hand-back";
import { withdrawHandBack } from "./withdraw-hand-back";

const on = reportingTests();
const now = new Date("2017-02-01T04:00:00Z");
const here = () => on.plan.address("THA", "2016");
const give = (comment = "", actor = on.plan.actors.contributor) => handBack(actor, here(), comment, now);
const withdraw = () => withdrawHandBack(on.plan.actors.contributor, here(), now);
const again = (id: number, actor = on.plan.actors.thailand) =>
  askAgain(actor, here(), { handBack: id, reason: "One is missing" }, now);
const enter = (number: string, expectedRevision: number) =>
  recordValue(
    on.plan.actors.contributor,
    here(),
    { indicator: "G2.1-a", cell: "total", expectedRevision, entered: { kind: "number", number, missingReason: "" } },
    now,
  );
const standing = () => handBacksOf(on.database.prisma, [on.plan.unitIds.THA!], on.plan.periodIds["2016"]!);
const events = async () =>
  (
    await auditWhere(on.database.prisma, {
      stream: `assignments:${on.plan.unitIds.THA}:${on.plan.periodIds["2016"]}`,
    })
  ).map(({ action }) => action);

describe("handing back", () => {
  it("takes a word where something is left, tells the focal point, and stands until it is taken back", async () => {
    await expect(give()).rejects.toThrow(refusal("leftUnexplained", { args: { left: 1 } }));
    expect(await standing()).toEqual([]);
    await give("The register isn't closed yet");
    expect(await standing()).toMatchObject([
      { left: 1, comment: "The register isn't closed yet", changedSince: false, askedAgain: null },
    ]);
    await expect(give("Again")).rejects.toThrow(refusal("changedMeanwhile"));
    const notices = await on.database.prisma.mailNotice.findMany({ where: { kind: "handedBack" } });
    expect(notices.map(({ args }) => args)).toContainEqual({
      plan: on.plan.code,
      unit: "THA",
      period: "2016",
      indicators: ["G2.1-a"],
    });
    await withdraw();
    expect(await standing()).toEqual([]);
    await expect(withdraw()).rejects.toThrow(refusal("changedMeanwhile"));
    expect(await events()).toEqual(["handedBack", "handBackWithdrawn"]);
  });

  it("locks nothing, and says that a value changed since", async () => {
    await enter("1", 0);
    await give();
    expect(await standing()).toMatchObject([{ left: 0, changedSince: false }]);
    await enter("2", 1);
    expect(await standing()).toMatchObject([{ changedSince: true }]);
  });

  it("takes no value that was only confirmed since for a changed one", async () => {
    const { prisma } = on.database;
    const yes = { "G1.1-c": { total: { kind: "yesNo", yes: true } } } as const;
    await makeReport(prisma, on.plan, { unit: "THA", period: "2015", state: "approved", values: yes });
    const { planId, unitIds, periodIds, indicatorIds, actors } = on.plan;
    const { id: userId } = actors.contributor;
    const place = { planId, unitId: unitIds.THA!, periodId: periodIds["2016"]! };
    await prisma.indicatorAssignment.create({ data: { ...place, indicatorId: indicatorIds["G1.1-c"]!, userId } });
    const session = await prisma.$transaction((tx) => startSession(tx, userId, now));
    const contributor = (await sessionActor(session.id, now))!;
    await carryValues(contributor, here(), { wanted: ["G1.1-c"] }, now);
    await enter("1", 0);
    await give();
    expect(await confirmValues(contributor, here(), { indicators: ["G1.1-c"] }, now)).toEqual({ confirmed: 1 });
    expect(await standing()).toMatchObject([{ changedSince: false }]);
    await enter("2", 1);
    expect(await standing()).toMatchObject([{ changedSince: true }]);
  });

  it("is asked for again with a reason, which stands until the part is handed back anew", async () => {
    await enter("1", 0);
    await give();
    const { id } = (await standing())[0]!;
    await expect(again(id, on.plan.actors.contributor)).rejects.toThrow(refusal("notAllowed"));
    await expect(again(id, on.plan.actors.cambodia)).rejects.toThrow(refusal("notFound"));
    await again(id);
    const { name: by } = on.plan.actors.thailand;
    expect(await standing()).toMatchObject([{ askedAgain: { by, reason: "One is missing" } }]);
    await expect(again(id)).rejects.toThrow(refusal("changedMeanwhile"));
    await give();
    expect(await standing()).toMatchObject([{ askedAgain: null }]);
    expect(await events()).toEqual(["handedBack", "askedAgain", "handedBack"]);
  });

  it("is a contributor's with a part of the report, while the report can be changed", async () => {
    await expect(give("", on.plan.actors.thailand)).rejects.toThrow(refusal("notAllowed"));
    await expect(give("", on.plan.actors.cso)).rejects.toThrow(refusal("notFound"));
    const { prisma } = on.database;
    await prisma.reportingPeriod.update({ where: { id: on.plan.periodIds["2016"]! }, data: { state: "locked" } });
    await expect(give("Late")).rejects.toThrow(refusal("locked"));
    await prisma.reportingPeriod.update({ where: { id: on.plan.periodIds["2016"]! }, data: { state: "open" } });
    await prisma.indicatorAssignment.deleteMany({ where: { userId: on.plan.actors.contributor.id } });
    await expect(give("Nothing")).rejects.toThrow(refusal("notAllowed"));
    expect(await events()).toEqual([]);
  });

  it("stays as it stands in a locked period, until that is opened again", async () => {
    await give("The register isn't closed yet");
    const { id } = (await standing())[0]!;
    const set = (state: "locked" | "open") =>
      on.database.prisma.reportingPeriod.update({ where: { id: on.plan.periodIds["2016"]! }, data: { state } });
    await set("locked");
    await expect(again(id)).rejects.toThrow(refusal("locked"));
    await expect(withdraw()).rejects.toThrow(refusal("locked"));
    expect(await standing()).toMatchObject([{ askedAgain: null }]);
    await set("open");
    await again(id);
  });

  it("stands once of two presses at once", async () => {
    await enter("1", 0);
    const both = await Promise.allSettled([give(), give()]);
    expect(both.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "changedMeanwhile" } },
    ]);
    expect(await events()).toEqual(["handedBack"]);
  });
});
