import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { account } from "./account/account";
import { assignmentMatrix } from "./assignments/assignment-matrix";
import { demoAccountsForSignIn } from "./demo-accounts-for-sign-in";
import { indicatorForEntry } from "./indicator-for-entry";
import { narrativesForEntry } from "./narratives-for-entry";
import { ENOUGH_STATEMENTS, statementsOfPage } from "./page-statements.testing";
import { reportCheck } from "./report-check";
import { reportForEntry } from "./report-for-entry";
import { reportForImport } from "./report-for-import";
import { reportList, reportsDue } from "./reports-due";

const asked = { locale: "en" as const, now: new Date("2017-02-01T04:00:00Z") };
const on = reportingTests();
const here = () => on.plan.address("THA", "2016");

const values = {
  "G1.1-a": { total: { kind: "number", number: "402" }, "sex=female": { kind: "number", number: "265" } },
} as const;

/** One report that came back and one that is a draft: both can be entered, so that nothing asks more. */
async function underWay() {
  await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2015", values });
  await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "returned", values });
}

const statementsOf = (page: (actor: Actor) => Promise<unknown>, actor = on.plan.actors.thailand) =>
  statementsOfPage(on.database, on.plan.code, actor, page);

const pages: Record<string, (actor: Actor) => Promise<unknown>> = {
  "the entry form": (actor) => reportForEntry(actor, here(), asked),
  "one indicator": (actor) => indicatorForEntry(actor, here(), "G1.1-a", asked),
  "the check": (actor) => reportCheck(actor, here(), asked),
  "the narrative": (actor) => narrativesForEntry(actor, here(), asked),
  "importing a file": (actor) => reportForImport(actor, here(), asked),
  "the list of reports": (actor) => reportList(actor, on.plan.code, asked),
  "what waits for somebody": (actor) => reportsDue(actor, on.plan.code, asked),
  assignments: (actor) => assignmentMatrix(actor, on.plan.code, { unit: "THA", period: "2016", by: "persons" }, asked),
  account: (actor) => account(actor, "en"),
  "signing in": () => demoAccountsForSignIn(),
};

describe("statements of a page of the entry form", () => {
  it.each(Object.entries(pages))("are few: %s", async (_, page) => {
    await underWay();
    expect(await statementsOf(page)).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
  });

  it("are few: the check of a report that is submitted", async () => {
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "submitted", values });
    expect(await statementsOf(pages["the check"]!)).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
  });

  it.each(["the check", "what waits for somebody", "assignments"])("are few for a contributor: %s", async (page) => {
    await underWay();
    expect(await statementsOf(pages[page]!, on.plan.actors.contributor)).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
  });

  it("are few: what waits for a reviewer", async () => {
    await underWay();
    const { secretariat } = on.plan.actors;
    expect(await statementsOf(pages["what waits for somebody"]!, secretariat)).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
  });
});
