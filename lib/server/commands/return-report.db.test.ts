import { describe, expect, it } from "vitest";
import { queriesShown, seenAnswer, seenOneOf } from "@/lib/schemas/reports/review-fields";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { auditOf, makeReport, queriesAsSeen } from "@/test/factories/make-report";
import { adoptNext } from "@/test/factories/next-edition";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { recordReviewAnswer } from "./record-review-answer";
import { returnReport } from "./return-report";

const now = new Date("2017-05-01T04:00:00Z");

const on = reportingTests();

const here = () => on.plan.address("THA", "2016");
const make = (state: "submitted" | "approved") =>
  makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state });
const stored = (id: number) =>
  on.database.prisma.report.findUniqueOrThrow({
    where: { id },
    include: { decisions: { orderBy: { id: "asc" } }, reviewAnswers: true },
  });
const giveBack = async (reason: string, actor = on.plan.actors.secretariat, rowVersion = 1) =>
  returnReport(actor, here(), { rowVersion, reason, queries: await queriesAsSeen(on.database.prisma, on.plan) }, now);
const query = (words: string) =>
  recordReviewAnswer(
    on.plan.actors.secretariat,
    here(),
    { indicator: "G1.1-a", submission: 1, answer: "query", query: words },
    now,
  );

describe("returning a report", () => {
  it("gives it back with the reason", async () => {
    const { id } = await make("submitted");
    expect(await giveBack("The total is missing.")).toEqual({ queries: 0 });
    expect(await stored(id)).toMatchObject({
      state: "returned",
      rowVersion: 2,
      decisions: [{ decision: "returned", submission: 1, reason: "The total is missing." }],
    });
    expect(await auditOf(on.database.prisma, on.plan)).toMatchObject([
      { action: "returned", after: { decision: expect.any(Number), queries: 0 } },
    ]);
  });

  it("needs words or a query", async () => {
    const { id } = await make("submitted");
    await expect(giveBack("")).rejects.toThrow(refusal("reasonMissing"));
    expect(await stored(id)).toMatchObject({ state: "submitted", rowVersion: 1 });
    await query("Is it all?");
    expect(await giveBack("")).toEqual({ queries: 1 });
  });

  it("asks nothing about an indicator that the framework's next edition doesn't have", async () => {
    const { id } = await make("submitted");
    await query("Is it all?");
    await adoptNext(on.database.prisma, on.plan.actors.secretariat, on.plan, (editionId) =>
      on.database.prisma.editionIndicator.deleteMany({ where: { editionId, code: "G1.1-a" } }),
    );
    const asRead = { rowVersion: 1, reason: "See the new framework.", queries: queriesShown([]) };
    expect(await returnReport(on.plan.actors.secretariat, here(), asRead, now)).toEqual({ queries: 0 });
    expect(await stored(id)).toMatchObject({ state: "returned" });
  });

  it("is refused where the queries aren't those that its reviewer was shown, and changes nothing", async () => {
    const { id } = await make("submitted");
    await query("Is it all?");
    const queries = await queriesAsSeen(on.database.prisma, on.plan);
    const confirm = () =>
      returnReport(on.plan.actors.secretariat, here(), { rowVersion: 1, reason: "See below.", queries }, now);
    const asSeen = (query: string) => seenAnswer({ answer: "query", query });
    const seen = seenOneOf(["Is it all?", "One more?", "Is it all of it?"].map(asSeen));
    const other = (indicator: string, answer: "query" | "none", query = "") =>
      recordReviewAnswer(on.plan.actors.secondReviewer, here(), { indicator, submission: 1, answer, query, seen }, now);
    const refused = (...codes: string[]) =>
      refusal("queriesChanged", { args: { count: codes.length, codes: codes.join(", ") } });
    await other("G1.1-b", "query", "One more?");
    await expect(confirm()).rejects.toThrow(refused("G1.1-b"));
    await other("G1.1-a", "query", "Is it all of it?");
    await expect(confirm()).rejects.toThrow(refused("G1.1-a", "G1.1-b"));
    await other("G1.1-b", "none");
    await other("G1.1-a", "none");
    await expect(confirm()).rejects.toThrow(refused("G1.1-a"));
    expect(await stored(id)).toMatchObject({ state: "submitted", rowVersion: 1, decisions: [] });
    expect(new Set((await auditOf(on.database.prisma, on.plan)).map(({ action }) => action))).toEqual(
      new Set(["reviewAnswered"]),
    );
    await other("G1.1-a", "query", "Is it all?");
    expect(await confirm()).toEqual({ queries: 1 });
  });

  it("is the secretariat's alone", async () => {
    await make("submitted");
    await expect(giveBack("No.", on.plan.actors.thailand)).rejects.toThrow(refusal("notAllowed"));
    await expect(giveBack("No.", on.plan.actors.cambodia)).rejects.toThrow(refusal("notFound"));
  });

  it("and approving it at once: one wins, the other is told", async () => {
    const { id } = await make("submitted");
    const outcomes = await Promise.allSettled([
      giveBack("No."),
      approveAsShown(on.plan.actors.secondReviewer, here(), { rowVersion: 1 }, now),
    ]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([{ reason: { code: "locked" } }]);
    expect((await stored(id)).decisions).toHaveLength(1);
    expect(await auditOf(on.database.prisma, on.plan)).toHaveLength(1);
  });
});
