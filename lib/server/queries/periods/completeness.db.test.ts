import { describe, expect, it } from "vitest";
import { makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { ENOUGH_STATEMENTS, statementsOfPage } from "../page-statements.testing";
import { completeness } from "./completeness";
import { periodList } from "./period-list";
import { newPeriod, periodStep } from "./period-step";

const on = reportingTests();
const asked = { locale: "en", now: new Date("2017-04-12T04:00:00Z") };
const board = (actor = on.plan.actors.secretariat, shown: string | null = null) =>
  completeness(actor, on.plan.code, asked, shown);

describe("the board", () => {
  it("says of each report how it stands, how much is answered, how late it is, and where it leads", async () => {
    const { prisma } = on.database;
    const value = { "G1.1-a": { total: { kind: "number", number: "54" } } } as const;
    await makeReport(prisma, on.plan, { unit: "THA", period: "2016", state: "draft", values: value });
    await makeReport(prisma, on.plan, { unit: "KHM", period: "2016", state: "submitted", values: value });
    const { units, reports } = (await board())!;
    expect(units.map(({ code }) => code)).toContain("REGION");
    const of = (unit: string) => reports.find((each) => each.unit === unit && each.period === "2016");
    const overdue = { state: "overdue", days: 12 };
    expect(of("THA")).toMatchObject({ state: "draft", answered: 1, due: overdue, leadsTo: "report", lock: null });
    expect(of("KHM")).toMatchObject({ state: "submitted", answered: 1, leadsTo: "review", remind: null });
    expect(of("REGION")).toMatchObject({ state: "draft", answered: 0, remind: null });
  });

  it("counts goal by goal what the whole counts", async () => {
    const values = { "G1.1-a": { total: { kind: "number", number: "54" } } } as const;
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "draft", values });
    const { goals, reports } = (await board(on.plan.actors.thailand, "2016"))!;
    const sum = (of: "answered" | "total") => goals!.counts.reduce((all, each) => all + each[of], 0);
    const report = reports.find(({ period }) => period === "2016")!;
    expect([sum("answered"), sum("total")]).toEqual([report.answered, report.total]);
    expect(goals!.counts.filter(({ answered }) => answered > 0)).toMatchObject([{ unit: "THA", goal: "G1" }]);
    expect((await board(on.plan.actors.thailand, "1999"))!.goals).toBeNull();
  });

  it("shows a focal point the own country, and whoever sees no reports nothing", async () => {
    const { thailand, contributor, cso, administrator } = on.plan.actors;
    const { units, reports } = (await board(thailand))!;
    expect(units.map(({ code }) => code)).toEqual(["THA"]);
    expect(new Set(reports.map(({ unit }) => unit))).toEqual(new Set(["THA"]));
    for (const actor of [contributor, cso, administrator]) {
      expect(await board(actor)).toBeNull();
      expect(await periodList(actor, on.plan.code, asked)).toBeNull();
    }
    for (const actor of [thailand, contributor, cso, administrator]) {
      expect(await periodStep(actor, { plan: on.plan.code, period: "2016" }, asked)).toBeNull();
      expect(await newPeriod(actor, on.plan.code, asked)).toBeNull();
    }
  });

  it("and the pages about periods ask little of the database", async () => {
    for (const unit of ["THA", "KHM"])
      for (const period of ["2015", "2016"])
        await makeReport(on.database.prisma, on.plan, { unit, period, state: "draft" }).catch(() => null);
    const { secretariat, thailand } = on.plan.actors;
    const few = async (actor: typeof thailand, page: Parameters<typeof statementsOfPage>[3]) =>
      expect(await statementsOfPage(on.database, on.plan.code, actor, page)).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
    for (const actor of [secretariat, thailand]) {
      await few(actor, (who) => board(who, "2016"));
      await few(actor, (who) => periodList(who, on.plan.code, asked));
    }
    await few(secretariat, (who) => periodStep(who, { plan: on.plan.code, period: "2016" }, asked));
    await few(secretariat, (who) => newPeriod(who, on.plan.code, asked));
  });
});

describe("what a step means", () => {
  it("is told with who can enter values, and what of the drafts is begun", async () => {
    const values = { "G1.1-a": { total: { kind: "number", number: "54" } } } as const;
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "draft", values });
    await makeReport(on.database.prisma, on.plan, { unit: "KHM", period: "2016", state: "returned", values });
    const view = (await periodStep(on.plan.actors.secretariat, { plan: on.plan.code, period: "2016" }, asked))!;
    expect(view).toMatchObject({ people: 3, begun: 1, period: { state: "open" } });
    expect(view.names).toMatchObject({ returned: ["Cambodia"], submitted: [], approved: [] });
    expect(view.names.draft).toContain("Thailand");
  });

  it("is told with the own due dates of units, by which some aren't overdue", async () => {
    const { prisma } = on.database;
    const { planId, unitIds, periodIds, actors } = on.plan;
    const own = (unit: string, dueOn: string) => ({
      planId,
      periodId: periodIds["2016"]!,
      unitId: unitIds[unit]!,
      dueOn: new Date(dueOn),
      reason: "Floods",
      setById: actors.secretariat.id,
    });
    await prisma.unitDueDate.createMany({ data: [own("THA", "2017-05-31"), own("KHM", "2017-04-11")] });
    const read = async () =>
      (await periodStep(on.plan.actors.secretariat, { plan: on.plan.code, period: "2016" }, asked))!;
    const drafts = await read();
    expect(drafts.ownDates.draft).toMatchObject([
      { name: "Cambodia", dueOn: "2017-04-11" },
      { name: "Thailand", dueOn: "2017-05-31" },
    ]);
    // Due on the last day of March, or yesterday.
    expect(drafts.overdue).toContain("Cambodia");
    expect(drafts.overdue).toEqual(drafts.names.draft.filter((name) => name !== "Thailand"));
    await makeReport(prisma, on.plan, { unit: "KHM", period: "2016", state: "submitted" });
    const sent = await read();
    expect([sent.ownDates.draft.length, sent.ownDates.submitted.length]).toEqual([1, 1]);
    expect(sent.overdue).not.toContain("Cambodia");
  });
});
