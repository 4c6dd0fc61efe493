import { describe, expect, it } from "vitest";
import { ownDatesShown } from "@/lib/schemas/periods/period-forms";
import { completeness } from "@/lib/server/queries/periods/completeness";
import { periodList } from "@/lib/server/queries/periods/period-list";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { reportsDue } from "@/lib/server/queries/reports-due";
import { reviewList } from "@/lib/server/queries/review-list";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { moveDueDate } from "./move-due-date";
import { moveUnitDueDate } from "./move-unit-due-date";
import { setPeriodState } from "./set-period-state";

const on = reportingTests();
const now = new Date("2017-04-12T04:00:00Z");
const asked = { locale: "en", now };
const general = "2017-03-31";

const ownDates = async (actor = on.plan.actors.secretariat) =>
  (await periodList(actor, on.plan.code, asked))!.periods.find(({ code }) => code === "2016")!.ownDates;
const moveUnit = async (unitDueOn: string, change: { unit?: string; reason?: string; seen?: string } = {}) => {
  const { unit = "THA", reason = "Made up: floods", seen = ownDatesShown(await ownDates()) } = change;
  const form = { plan: on.plan.code, period: "2016", unit, unitDueOn, reason, seen };
  return moveUnitDueDate(on.plan.actors.secretariat, form, now);
};
const move = (dueOn: string, from = general, actor = on.plan.actors.secretariat) =>
  moveDueDate(actor, { plan: on.plan.code, period: "2016", from, dueOn });
const events = () => auditWhere(on.database.prisma, { stream: `period:${on.plan.periodIds["2016"]}` });

/** What each place says of when a unit's report is due. */
async function saidOf(unit: "THA" | "KHM") {
  const { thailand, cambodia, secretariat } = on.plan.actors;
  const own = unit === "THA" ? thailand : cambodia;
  const form = (await reportForEntry(own, on.plan.address(unit, "2016"), asked))!.report;
  const work = (await reportsDue(own, on.plan.code, asked))!.reports.find(({ period }) => period.code === "2016")!;
  const review = (await reviewList(secretariat, on.plan.code, asked))!.reports;
  const board = (await completeness(secretariat, on.plan.code, asked, null))!.reports;
  const of = <T extends { unit: string; period: string }>(list: T[]) =>
    list.find((each) => each.unit === unit && each.period === "2016")!;
  return {
    days: new Set([form.period.dueOn, work.period.dueOn, of(board).dueOn]),
    states: new Set([form.due.state, work.due.state, of(review).due.state, of(board).due.state]),
  };
}

describe("a unit's own due date", () => {
  it("is what every place says of that unit's report, and of no other's", async () => {
    await moveUnit("2017-05-31");
    expect(await saidOf("THA")).toEqual({ days: new Set(["2017-05-31"]), states: new Set(["due"]) });
    expect(await saidOf("KHM")).toEqual({ days: new Set([general]), states: new Set(["overdue"]) });
    expect(await ownDates()).toMatchObject([{ unit: "THA", dueOn: "2017-05-31", reason: "Made up: floods" }]);
    // Another country's reasons are its own.
    expect(await ownDates(on.plan.actors.cambodia)).toEqual([]);
  });

  it("is taken back by the day of all, and each time there is an event", async () => {
    await moveUnit("2017-05-31");
    await moveUnit(general, { reason: "" });
    await moveUnit(general, { reason: "" });
    expect(await ownDates()).toEqual([]);
    expect((await events()).map(({ before, after }) => [before, after])).toEqual([
      [{ dueOn: general }, { dueOn: "2017-05-31" }],
      [{ dueOn: "2017-05-31", reason: "Made up: floods" }, { dueOn: general }],
    ]);
  });

  it("needs a reason, a day after the period's end, a unit, and a period that isn't locked", async () => {
    await expect(moveUnit("2017-05-31", { reason: "" })).rejects.toThrow(refusal("dueReasonMissing"));
    await expect(moveUnit("2016-12-31")).rejects.toThrow(refusal("dueBeforeEnd"));
    await expect(moveUnit("2017-05-31", { unit: "XXX" })).rejects.toThrow(refusal("notFound"));
    await setPeriodState(on.plan.actors.secretariat, {
      plan: on.plan.code,
      period: "2016",
      from: "open",
      to: "locked",
    });
    await expect(moveUnit("2017-05-31")).rejects.toThrow(refusal("locked"));
    await expect(move("2017-05-31")).rejects.toThrow(refusal("locked"));
    expect(await events()).toHaveLength(1);
  });

  it("isn't set by the second of two windows that saw the same", async () => {
    const seen = ownDatesShown(await ownDates());
    const outcomes = await Promise.allSettled([
      moveUnit("2017-05-31", { seen }),
      moveUnit("2017-06-30", { seen }),
      moveUnit("2017-07-31", { seen, unit: "KHM" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "changedMeanwhile" } },
      { reason: { code: "changedMeanwhile" } },
    ]);
    expect(await events()).toHaveLength(1);
  });
});

describe("the due date of all", () => {
  it("moves with all units but those that are due later still", async () => {
    await moveUnit("2017-04-30");
    await moveUnit("2017-06-30", { unit: "KHM" });
    await move("2017-05-31");
    expect((await saidOf("THA")).days).toEqual(new Set(["2017-05-31"]));
    expect((await saidOf("KHM")).days).toEqual(new Set(["2017-06-30"]));
    expect((await events()).at(-1)).toMatchObject({
      before: { dueOn: general, units: [{ unit: "THA", dueOn: "2017-04-30", reason: "Made up: floods" }] },
      after: { dueOn: "2017-05-31" },
    });
  });

  it("is the secretariat's, lies after the period, and is moved by the first of two windows", async () => {
    for (const actor of [on.plan.actors.thailand, on.plan.actors.administrator])
      await expect(move("2017-05-31", general, actor)).rejects.toThrow(refusal("notAllowed"));
    await expect(move("2016-12-31")).rejects.toThrow(refusal("dueBeforeEnd"));
    const outcomes = await Promise.allSettled([move("2017-05-31"), move("2017-06-30")]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "changedMeanwhile" } },
    ]);
    expect(await events()).toHaveLength(1);
  });
});
