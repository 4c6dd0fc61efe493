import { afterAll, beforeAll, expect, it } from "vitest";
import { cellAtRest } from "@/components/entry/state/cell-state";
import { factsAsRead, rowFacts } from "@/components/entry/state/row-facts";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { makeApprovedTotal, makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";

let database: Database;
let plan: Reporting;
beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
});
afterAll(() => database.close());

it("takes from the server what the sheet would work out of the same cells", async () => {
  const { prisma } = database;
  const { actors, indicatorIds } = plan;
  const count = (number: string) => ({ kind: "number", number }) as const;
  await makeApprovedTotal(prisma, plan, { unit: "THA", period: "2015", indicator: "G1.1-a", value: count("824") });
  const { id, submission } = await makeReport(prisma, plan, {
    unit: "THA",
    period: "2016",
    state: "returned",
    values: {
      "G1.1-a": { total: count("402"), "sex=female": count("265"), "sex=male": count("126") },
      "G1.2-a": { total: { kind: "missing", reason: "notYetAvailable" } },
      "G1.2-b": { total: count("480") },
      "G2.1-a": { total: count("90") },
    },
  });
  const answered = { reportId: id, submission, answeredById: actors.secondReviewer.id, answeredAt: new Date() };
  await prisma.reviewAnswer.createMany({
    data: [
      { ...answered, indicatorId: indicatorIds["G1.1-a"]!, answer: "query", query: "Why so few?" },
      { ...answered, indicatorId: indicatorIds["G2.1-a"]!, answer: "accept" },
    ],
  });
  await prisma.value.updateMany({
    where: { reportId: id, indicatorVersion: { indicatorId: indicatorIds["G1.2-b"]! } },
    data: { carried: true },
  });
  const asked = { locale: "en", now: new Date("2017-02-01T04:00:00Z") };
  for (const actor of [actors.thailand, actors.secretariat]) {
    const { indicators, dimensions } = (await reportForEntry(actor, plan.address("THA", "2016"), asked))!;
    const facts = indicators.map((indicator) => {
      const cells = Object.entries(indicator.cells).map(([cell, view]) => [cell, cellAtRest(indicator.rules, view)]);
      return { read: factsAsRead(indicator), worked: rowFacts(indicator, dimensions, Object.fromEntries(cells)) };
    });
    expect(facts.map(({ read }) => read)).toEqual(facts.map(({ worked }) => worked));
    // There is something of each to be the same.
    expect(facts.some(({ read }) => read.isWarned && read.commentMissing && read.queryOpen)).toBe(true);
    expect(facts.some(({ read }) => read.accepted && read.savedAt)).toBe(true);
    expect(facts.some(({ read }) => read.carried === 1)).toBe(true);
    expect(facts.some(({ read }) => !read.isAnswered)).toBe(true);
  }
});
