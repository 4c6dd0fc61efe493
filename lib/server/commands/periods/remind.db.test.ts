import { describe, expect, it } from "vitest";
import { completeness } from "@/lib/server/queries/periods/completeness";
import { auditWhere, makeReport } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { remind } from "./remind";
import { setPeriodState } from "./set-period-state";

const on = reportingTests();
const morning = new Date("2017-04-12T02:00:00Z");
const evening = new Date("2017-04-12T14:00:00Z");
const nextDay = new Date("2017-04-12T18:00:00Z");
const ask = (actor = on.plan.actors.secretariat, now = morning, unit = "THA") =>
  remind(actor, on.plan.address(unit, "2016"), now);
const events = () => auditWhere(on.database.prisma, { action: "reminded", planId: on.plan.planId });
const cell = async (now: Date, actor = on.plan.actors.secretariat) =>
  (await completeness(actor, on.plan.code, { locale: "en", now }, null))!.reports.find(
    ({ unit, period }) => unit === "THA" && period === "2016",
  )!;

describe("a reminder", () => {
  it("goes to focal points once a day, by the region's days, and the board says when", async () => {
    expect(await cell(morning)).toMatchObject({ remind: "focalPoints", reminded: null });
    expect(await ask()).toBe(1);
    await expect(ask(on.plan.actors.secondReviewer, evening)).rejects.toThrow(refusal("remindedToday"));
    expect(await cell(evening)).toMatchObject({ reminded: { at: morning.toISOString(), isToday: true } });
    // Seven hours before UTC, it is the thirteenth already.
    expect(await cell(nextDay)).toMatchObject({ reminded: { isToday: false } });
    await ask(on.plan.actors.secretariat, nextDay);
    expect((await events()).map(({ after }) => after)).toEqual([
      { audience: "focalPoints", people: [on.plan.actors.thailand.id] },
      { audience: "focalPoints", people: [on.plan.actors.thailand.id] },
    ]);
  });

  it("goes out once where two windows ask at once", async () => {
    const { secretariat, secondReviewer } = on.plan.actors;
    const outcomes = await Promise.allSettled([ask(secretariat), ask(secondReviewer), ask(secretariat)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await on.database.prisma.reminder.count({ where: { planId: on.plan.planId } })).toBe(1);
    const args = { path: ["plan"], equals: on.plan.code };
    const mails = await on.database.prisma.mailNotice.findMany({ where: { kind: "reminder", args } });
    expect(mails.map(({ args }) => args)).toEqual([{ plan: on.plan.code, unit: "THA", period: "2016" }]);
    expect(await events()).toHaveLength(1);
  });

  it("of a focal point goes to the own contributors who have something left", async () => {
    const { thailand, contributor } = on.plan.actors;
    await ask();
    expect(await cell(morning, thailand)).toMatchObject({ remind: "contributors", reminded: null });
    expect(await ask(thailand)).toBe(1);
    expect((await events()).at(-1)?.after).toEqual({ audience: "contributors", people: [contributor.id] });
    await expect(ask(thailand, morning, "KHM")).rejects.toThrow(refusal("notFound"));
    await expect(ask(contributor)).rejects.toThrow(refusal("notAllowed"));
    await expect(ask(on.plan.actors.administrator)).rejects.toThrow(refusal("notFound"));
  });

  it("goes to nobody who is disabled, has nothing left, or couldn't send the report now", async () => {
    const { prisma } = on.database;
    const { thailand, contributor, cambodia, secretariat } = on.plan.actors;
    await prisma.user.updateMany({
      where: { id: { in: [thailand.id, contributor.id] } },
      data: { disabledAt: morning },
    });
    for (const actor of [secretariat, thailand]) await expect(ask(actor)).rejects.toThrow(refusal("nobodyToRemind"));
    expect(await cell(morning)).toMatchObject({ remind: null });
    await expect(ask(cambodia, morning, "KHM")).rejects.toThrow(refusal("nobodyToRemind"));
    await makeReport(prisma, on.plan, { unit: "KHM", period: "2016", state: "submitted" });
    await expect(ask(secretariat, morning, "KHM")).rejects.toThrow(refusal("locked"));
    await setPeriodState(secretariat, { plan: on.plan.code, period: "2016", from: "open", to: "closed" });
    await expect(ask()).rejects.toThrow(expect.objectContaining({ code: expect.stringMatching(/locked|nobody/) }));
    expect(await events()).toEqual([]);
  });
});
