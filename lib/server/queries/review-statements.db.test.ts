import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { queriesShown } from "@/lib/schemas/reports/review-fields";
import { returnReport } from "@/lib/server/commands/return-report";
import { submitReport } from "@/lib/server/commands/submit-report";
import { recordReasons } from "@/lib/server/commands/values/record-reasons";
import { recordValue } from "@/lib/server/commands/values/record-value";
import { reportAsSeen } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { ENOUGH_STATEMENTS, statementsOfPage } from "./page-statements.testing";
import { reportCheck } from "./report-check";
import { reportForReview } from "./report-for-review";
import { reviewList } from "./review-list";
import { reviewPage, type Shown } from "./review-page";
import { unprotectedValues } from "./unprotected-values";

const now = new Date("2017-04-12T04:00:00Z");
const asked = { locale: "en", now };
const on = reportingTests();
const here = () => on.plan.address("THA", "2016");

async function submit() {
  const { blocks } = (await reportCheck(on.plan.actors.thailand, here(), asked))!;
  const given = blocks.flatMap(({ code, indicator }) =>
    code === "blank" ? [{ indicator, reason: "notReported" as const }] : [],
  );
  if (given.length > 0) await recordReasons(on.plan.actors.thailand, here(), { given }, now);
  await submitReport(on.plan.actors.thailand, here(), await reportAsSeen(on.database.prisma, on.plan), now);
}

const save = (number: string, expectedRevision: number) =>
  recordValue(
    on.plan.actors.thailand,
    here(),
    { indicator: "G1.1-a", cell: "total", expectedRevision, entered: { kind: "number", number, missingReason: "" } },
    now,
  );

/** A report that is compared with the submission before: nothing asks more. */
async function submittedAgain() {
  await save("54", 0);
  await submit();
  const { rowVersion } = await on.database.prisma.report.findFirstOrThrow({ where: { planId: on.plan.planId } });
  await returnReport(
    on.plan.actors.secretariat,
    here(),
    { rowVersion, reason: "Made up.", queries: queriesShown([]) },
    now,
  );
  await save("55", 1);
  await submit();
}

const statementsOf = (page: (actor: Actor) => Promise<unknown>) =>
  statementsOfPage(on.database, on.plan.code, on.plan.actors.secretariat, page);

describe("statements of a page", () => {
  it.each<[string, Shown]>([
    ["as it is opened", { narrative: false, opened: null }],
    ["with its narrative", { narrative: true, opened: null }],
    ["with everything open", { narrative: true, opened: "all" }],
    ["with whom queries may name", { narrative: true, opened: "all", toName: true }],
    ["with whom is told where it is returned", { narrative: true, opened: "all", toReturn: true }],
  ])("about a report under review, %s, are few", async (_, shown) => {
    await submittedAgain();
    expect(await statementsOf((actor) => reviewPage(actor, here(), asked, shown))).toBeLessThanOrEqual(
      ENOUGH_STATEMENTS,
    );
  });

  it("that asks whether to decide are few", async () => {
    await submittedAgain();
    expect(await statementsOf((actor) => reportForReview(actor, here(), asked))).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
  });

  it("with the reports that wait for review are few", async () => {
    await submittedAgain();
    const page = (actor: Actor) =>
      Promise.all([reviewList(actor, on.plan.code, asked), unprotectedValues(actor, on.plan.code, "en")]);
    expect(await statementsOf(page)).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
  });
});
