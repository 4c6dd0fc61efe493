import { beforeAll, describe, expect, it } from "vitest";
import { recordValue } from "@/lib/server/commands/values/record-value";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { publicationBuilder } from "@/lib/server/queries/publications/publication-builder";
import { planOfResults } from "@/lib/server/queries/results/plan-of-results";
import {
  countryProgress,
  goalProgress,
  indicatorProgress,
  regionalProgress,
} from "@/lib/server/queries/results/public-progress";
import { fillPlan } from "@/test/factories/fill-plan";
import { makeApprovedTotal, makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { growthOf } from "./growth.testing";
import { historyForReview } from "./history-for-review";
import { indicatorForEntry } from "./indicator-for-entry";
import { completeness } from "./periods/completeness";
import { periodStep } from "./periods/period-step";
import { reportCheck } from "./report-check";
import { reportForEntry } from "./report-for-entry";
import { reportForImport } from "./report-for-import";
import { reportList, reportsDue } from "./reports-due";
import { reviewList } from "./review-list";
import { reviewPage } from "./review-page";
import { unprotectedValues } from "./unprotected-values";

const now = new Date("2017-04-12T04:00:00Z");
const asked = { locale: "en", now } as const;
let database: Database;
let plan: Reporting;

beforeAll(async () => {
  database = await testDatabase();
  plan = await makeReporting(database.prisma);
  const { prisma, pool } = database;
  const number = { kind: "number", number: "402" } as const;
  await makeApprovedTotal(prisma, plan, { unit: "THA", period: "2015", indicator: "G1.1-a", value: number });
  await makeReport(prisma, plan, {
    unit: "THA",
    period: "2016",
    state: "returned",
    values: { "G1.1-a": { total: number } },
  });
  await makeReport(prisma, plan, {
    unit: "KHM",
    period: "2016",
    state: "submitted",
    values: { "G1.1-a": { total: number } },
  });
  await fillPlan(pool, plan.planId, plan.actors.secretariat.id);
  return () => database.close();
});

const draft = () => plan.address("THA", "2016");
const submitted = () => plan.address("KHM", "2016");
const everything = { narrative: true, opened: "all" } as const;
const save = { indicator: "G1.1-a", cell: "total", expectedRevision: 1 };
const entered = { kind: "number", number: "403", missingReason: "" } as const;

const pages: Record<string, () => Promise<unknown>> = {
  "what waits for a country": () => reportsDue(plan.actors.thailand, plan.code, asked),
  "what waits for a reviewer": () => reportsDue(plan.actors.secretariat, plan.code, asked),
  "a country's reports": () => reportList(plan.actors.thailand, plan.code, asked),
  "all reports": () => reportList(plan.actors.secretariat, plan.code, asked),
  "the entry form": () => reportForEntry(plan.actors.thailand, draft(), asked),
  "one indicator": () => indicatorForEntry(plan.actors.thailand, draft(), "G1.1-a", asked),
  "the check": () => reportCheck(plan.actors.thailand, draft(), asked),
  "importing a file": () => reportForImport(plan.actors.thailand, draft(), asked),
  "a save": () => recordValue(plan.actors.thailand, draft(), { ...save, entered }, now),
  "the reports that wait for review": () => reviewList(plan.actors.secretariat, plan.code, asked),
  "values that can't be protected": () => unprotectedValues(plan.actors.secretariat, plan.code, "en"),
  "a report under review": () => reviewPage(plan.actors.secretariat, submitted(), asked, everything),
  "what an indicator was before": () => historyForReview(plan.actors.secretariat, submitted()),
  "how far reports are": () => completeness(plan.actors.secretariat, plan.code, asked, "2016"),
  "what closing a period means": () => periodStep(plan.actors.secretariat, { plan: plan.code, period: "2016" }, asked),
  "ordering a publication": () => publicationBuilder(plan.actors.secretariat, plan.code, "en"),
  "the plan's head": () => planOfResults(plan.code, "en"),
  "the region": () => regionalProgress(plan.code, null, "en"),
  "a goal": () => goalProgress(plan.code, "G1", null, "en"),
  "a country": () => countryProgress(plan.code, "THA", null, "en"),
  "a public indicator": () => indicatorProgress(plan.code, "G1.1-a", null, "en"),
};

describe("a page after years of reports", () => {
  it.each(Object.entries(pages))("reads no table of values or results from end to end: %s", async (_, page) => {
    const { statements, faults } = await growthOf(database.pool, page);
    expect(faults).toEqual([]);
    // Else this looks at nothing.
    expect(statements).toBeGreaterThan(0);
  });

  it("is told from one that does", async () => {
    const query = { text: "SELECT max(revision) FROM value WHERE number = $1", values: [1] };
    const { faults } = await growthOf(database.pool, () => database.pool.query(query));
    expect(faults).toMatchObject([expect.stringContaining("Seq Scan on value")]);
  });
});
