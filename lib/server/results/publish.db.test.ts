import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Value } from "@/lib/domain/values/value";
import { approveReport } from "@/lib/server/commands/approve-report";
import { reopenReport } from "@/lib/server/commands/reopen-report";
import { codeOf, presentCode } from "@/lib/server/framework/edition";
import { reviewPage } from "@/lib/server/queries/review-page";
import { transaction } from "@/lib/server/transaction";
import { approveAsShown, undecidedShown } from "@/test/factories/approve-as-shown";
import { auditOf, makeReport, type ReportValues } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { indicatorLimits } from "./compute/work-out-in-thread";
import { approvalUnderWay, prepareApproval } from "./prepare";
import { publishChange, raiseVersion } from "./publish";

const now = new Date("2017-05-01T04:00:00Z");
const on = reportingTests();

const count = (number: string): Value => ({ kind: "number", number });
const values = (number: string): ReportValues => ({
  "G1.1-a": { total: count(number) },
  "G1.1-c": { total: { kind: "yesNo", yes: true } },
});
const submitted = (unit: "THA" | "KHM", given = values("40")) =>
  makeReport(on.database.prisma, on.plan, { unit, period: "2016", state: "submitted", values: given });
const rowVersionOf = async (id: number) =>
  (await on.database.prisma.report.findUniqueOrThrow({ where: { id } })).rowVersion;
const approve = async (unit: "THA" | "KHM", id: number) =>
  approveAsShown(
    on.plan.actors.secretariat,
    on.plan.address(unit, "2016"),
    { rowVersion: await rowVersionOf(id) },
    now,
  );
const versions = () =>
  on.database.prisma.resultsVersion.findMany({
    where: { planId: on.plan.planId, version: { gt: 1 } },
    orderBy: { version: "asc" },
    select: { version: true, subject: true },
  });
const resultsOf = (unit: string) =>
  on.database.prisma.result.findMany({
    where: { planId: on.plan.planId, unitId: on.plan.unitIds[unit], cell: { key: "total" }, untilVersion: null },
    select: {
      number: true,
      valueSince: true,
      approvedAt: true,
      indicatorVersion: { select: { indicator: presentCode } },
    },
  });
const resultOf = async (unit: string, code: string) =>
  (await resultsOf(unit)).find(({ indicatorVersion }) => codeOf(indicatorVersion.indicator) === code)!;

describe("publishing a change", () => {
  it("keeps both of two that are published at once, one after the other", async () => {
    const [thailand, cambodia] = [await submitted("THA"), await submitted("KHM", values("30"))];
    const published = await Promise.all([approve("THA", thailand.id), approve("KHM", cambodia.id)]);
    expect(published.map(({ resultsVersion }) => resultsVersion).sort()).toEqual([2, 3]);
    expect((await versions()).map(({ subject }) => subject).sort()).toEqual(["report KHM 2016", "report THA 2016"]);
    // The later one knew the earlier one's.
    expect(String((await resultOf("REGION", "G1.1-a")).number)).toBe("70");
    expect((await auditOf(on.database.prisma, on.plan)).map(({ action }) => action)).toEqual(["approved", "approved"]);
  });

  it("is done once where two approve the same report", async () => {
    const { id } = await submitted("THA");
    const answers = await Promise.allSettled([approve("THA", id), approve("THA", id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const late = refusal("locked", { args: { lock: "approved" } });
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: late });
    expect(await versions()).toHaveLength(1);
  });

  it("holds nothing while it is worked out", async () => {
    const { id } = await submitted("THA");
    const approving = approve("THA", id);
    let [served, isOver] = [0, false];
    const over = () => {
      isOver = true;
    };
    approving.then(over, over);
    while (!isOver) {
      await on.database.pool.query("SELECT 1");
      if (approvalUnderWay(id)) served++;
      await setImmediate();
    }
    await approving;
    expect(served).toBeGreaterThan(0);
    expect(await versions()).toHaveLength(1);
  });

  it("works out again only what has changed, and says of the rest that it was approved once more", async () => {
    const { id } = await submitted("THA");
    await approve("THA", id);
    const first = await resultOf("THA", "G1.1-c");
    const { secretariat } = on.plan.actors;
    const reopening = {
      rowVersion: await rowVersionOf(id),
      reason: "Made up: one number is wrong.",
      readersReason: "Corrected.",
    };
    await reopenReport(secretariat, on.plan.address("THA", "2016"), reopening, now);
    await on.database.prisma.value.updateMany({
      where: { reportId: id, kind: "number" },
      data: { number: "41", revision: 2 },
    });
    await on.database.prisma.report.update({
      where: { id },
      data: { state: "submitted", submission: 2, rowVersion: { increment: 1 } },
    });
    const { planId, unitIds, periodIds } = on.plan;
    const report = {
      id,
      planId,
      unitId: unitIds.THA!,
      periodId: periodIds["2016"]!,
      rowVersion: await rowVersionOf(id),
    };
    const { snapshot, worked } = await prepareApproval(report);
    expect(worked.map(({ indicator }) => indicator.code)).toEqual(["G1.1-a"]);
    expect(snapshot.unchanged.map(({ code }) => code)).toContain("G1.1-c");
    expect(approvalUnderWay(id)).toBeNull();
    await approve("THA", id);
    const [corrected, confirmed] = [await resultOf("THA", "G1.1-a"), await resultOf("THA", "G1.1-c")];
    expect([String(corrected.number), corrected.valueSince]).toEqual(["41", 3]);
    expect(confirmed.valueSince).toBe(2);
    expect(confirmed.approvedAt).toEqual(corrected.approvedAt);
    expect(confirmed.approvedAt.getTime()).toBeGreaterThan(first.approvedAt.getTime());
    expect((await resultOf("REGION", "G1.1-c")).approvedAt).toEqual(corrected.approvedAt);
    const told = await on.database.prisma.resultsVersion.findMany({
      where: { planId, version: { gt: 1 } },
      orderBy: { version: "asc" },
      select: { reopening: { select: { correctionReason: { select: { text: true } } } } },
    });
    expect(told.map(({ reopening }) => reopening?.correctionReason?.text)).toEqual([undefined, "Corrected."]);
  });

  it("is refused where an indicator takes more than any may, and works once it doesn't", async () => {
    const { id } = await submitted("THA");
    const { secretariat } = on.plan.actors;
    const address = on.plan.address("THA", "2016");
    const undecided = await undecidedShown(secretariat, address, now);
    const unseen = () => approveReport(secretariat, address, { rowVersion: 1, consequences: "", undecided }, now);
    const plain = { narrative: false, opened: null };
    const tooLarge = async () =>
      (await reviewPage(secretariat, on.plan.address("THA", "2016"), { locale: "en", now }, plain))?.tooLarge;
    const { longestMs } = indicatorLimits;
    indicatorLimits.longestMs = 0;
    try {
      expect(await tooLarge()).toMatch(/^G/);
      await expect(unseen()).rejects.toThrow(refusal("resultsTooLarge"));
    } finally {
      indicatorLimits.longestMs = longestMs;
    }
    // A page says at once what is known, and doesn't try again each time that it is looked at.
    expect(await tooLarge()).toMatch(/^G/);
    expect(approvalUnderWay(id)).toBeNull();
    await expect(unseen()).rejects.toThrow(refusal("consequencesChanged"));
    expect(await tooLarge()).toBeNull();
    expect([await versions(), await resultsOf("THA"), await auditOf(on.database.prisma, on.plan)]).toEqual([
      [],
      [],
      [],
    ]);
    expect(await approve("THA", id)).toEqual({ resultsVersion: 2 });
  });

  it("changes nothing where the change can't be written, and is prepared anew where another came first", async () => {
    const { id } = await submitted("THA");
    const { planId, unitIds, periodIds } = on.plan;
    const report = { id, planId, unitId: unitIds.THA!, periodId: periodIds["2016"]!, rowVersion: 1 };
    const change = { planId, cause: "approval", subject: "report THA 2016", reports: [] } as const;
    let prepared = 0;
    const prepare = async () => {
      const made = await prepareApproval(report);
      if (++prepared === 1)
        await on.database.prisma.$transaction((tx) =>
          raiseVersion(tx, { planId, cause: "setting", subject: "planted" }),
        );
      return made;
    };
    const failing = publishChange(change, prepare, {
      hold: async () => ({ moment: now }),
      record: () => Promise.reject(new Error("planted")),
    });
    await expect(failing).rejects.toThrow("planted");
    expect(prepared).toBe(2);
    const plan = await on.database.prisma.plan.findUniqueOrThrow({ where: { id: planId } });
    expect([plan.resultsVersion, await resultsOf("THA")]).toEqual([2, []]);
    expect(await versions()).toEqual([{ version: 2, subject: "planted" }]);
    const { resultsVersion } = await publishChange(change, prepare, {
      hold: async () => ({ moment: now }),
      record: async (_, __, published) => published,
    });
    expect(resultsVersion).toBe(3);
    expect(await transaction((tx) => tx.plan.findUniqueOrThrow({ where: { id: planId } }))).toMatchObject({
      resultsVersion: 3,
    });
    expect((await resultsOf("THA")).map(({ approvedAt }) => approvedAt)).toContainEqual(now);
  });
});
