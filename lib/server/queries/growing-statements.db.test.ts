import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { makeApprovedTotal, makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { account } from "./account/account";
import { ENOUGH_STATEMENTS, statementsOfPage } from "./page-statements.testing";
import { reportForEntry } from "./report-for-entry";
import { reportList, reportsDue } from "./reports-due";
import { reviewList } from "./review-list";
import { unprotectedValues } from "./unprotected-values";

const asked = { locale: "en", now: new Date("2017-02-01T04:00:00Z") };
const on = reportingTests();
const periods = ["2013", "2014", "2015", "2016", "2017"];

/** A plan with a period for each of these. */
const withPeriods = () =>
  on.anew((framework) => {
    const [period] = framework.periods;
    framework.periods = periods.map((code) => ({
      ...period!,
      code,
      startsOn: `${code}-01-01`,
      endsOn: `${code}-12-31`,
      dueOn: `${Number(code) + 1}-03-31`,
    }));
  });

/** Came back with a query, so that nothing asks more. */
async function giveBack(unit: string, period: string, total: string) {
  const { prisma } = on.database;
  const indicator = unit === "REGION" ? "G2.1-r" : "G1.1-a";
  const values = { [indicator]: { total: { kind: "number", number: total } } } as const;
  const { id, submission } = await makeReport(prisma, on.plan, { unit, period, state: "returned", values });
  const { indicatorIds, actors } = on.plan;
  await prisma.reviewAnswer.create({
    data: {
      reportId: id,
      submission,
      answer: "query",
      query: `About ${unit} in ${period}?`,
      answeredAt: new Date(),
      indicatorId: indicatorIds[indicator]!,
      answeredById: actors.secondReviewer.id,
    },
  });
}

const pages: Record<string, (actor: Actor) => Promise<unknown>> = {
  "what waits for somebody": (actor) => reportsDue(actor, on.plan.code, asked),
  "the list of reports": (actor) => reportList(actor, on.plan.code, asked),
  "the reports that wait for review": (actor) =>
    actor.roles.some(({ role }) => role === "secretariat")
      ? Promise.all([reviewList(actor, on.plan.code, asked), unprotectedValues(actor, on.plan.code, "en")])
      : Promise.resolve([]),
  account: (actor) => account(actor, "en"),
};

describe("statements of a page about many reports", () => {
  it.each(Object.entries(pages))("are as many as about one: %s", async (_, page) => {
    await withPeriods();
    const of = (actor: Actor) => statementsOfPage(on.database, on.plan.code, actor, page);
    const { thailand, secretariat } = on.plan.actors;
    const both = async () => ({ thailand: await of(thailand), secretariat: await of(secretariat) });
    for (const unit of ["THA", "REGION"]) await giveBack(unit, periods[0]!, "54");
    const few = await both();
    for (const unit of ["THA", "REGION"]) for (const period of periods.slice(1)) await giveBack(unit, period, "54");
    expect(await both()).toEqual(few);
    expect(Math.max(...Object.values(few))).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
  });
});

describe("what waits for somebody who has many reports", () => {
  it("says of each what its own page says", async () => {
    await withPeriods();
    const { thailand } = on.plan.actors;
    const approved = { unit: "THA", indicator: "G1.1-a" };
    for (const [period, number] of [
      ["2014", "50"],
      ["2016", "500"],
    ] as const)
      await makeApprovedTotal(on.database.prisma, on.plan, { ...approved, period, value: { kind: "number", number } });
    for (const period of periods) await giveBack("THA", period, period === "2015" ? "500" : "54");
    const view = (await reportsDue(thailand, on.plan.code, asked))!;
    const warned = view.reports.map(({ period, warnings }) => [period.code, warnings]);
    expect(warned).toEqual([
      ["2013", 0],
      ["2014", 0],
      ["2015", 1],
      ["2016", 0],
      ["2017", 1],
    ]);
    for (const [period, warnings] of warned) {
      const page = await reportForEntry(thailand, on.plan.address("THA", String(period)), asked);
      expect(
        page?.goals.reduce((sum, goal) => sum + goal.warnings, 0),
        String(period),
      ).toBe(warnings);
    }
    expect(view.queries.map(({ period, query }) => [period, query])).toEqual(
      periods.map((period) => [period, `About THA in ${period}?`]),
    );
  });
});
