import { describe, expect, it } from "vitest";
import { newsOfReview } from "@/lib/server/queries/news-of-review";
import { reportCheck } from "@/lib/server/queries/report-check";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { reportForReview } from "@/lib/server/queries/report-for-review";
import { reviewList } from "@/lib/server/queries/review-list";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { auditOf, makeReport, queriesAsSeen, reportAsSeen } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { recordReviewAnswer } from "./record-review-answer";
import { replyToQuery } from "./reply-to-query";
import { returnReport } from "./return-report";
import { submitReport } from "./submit-report";
import { withdrawSubmission } from "./withdraw-submission";

const now = new Date("2017-02-01T04:00:00Z");

const on = reportingTests();

const here = () => on.plan.address("THA", "2016");
const values = { "G1.1-a": { total: { kind: "number", number: "10" } as const } };
const make = (state: "draft" | "submitted" | "returned" | "approved" = "submitted") =>
  makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state, values, others: "missing" });
const seen = () => reportAsSeen(on.database.prisma, on.plan);
const withdraw = async (as = on.plan.actors.thailand) => withdrawSubmission(as, here(), await seen(), now);
const answer = (submission = 1, answer: "accept" | "query" | "none" = "accept", query = "") =>
  recordReviewAnswer(on.plan.actors.secretariat, here(), { indicator: "G1.1-a", submission, answer, query }, now);
const stored = (id: number) => on.database.prisma.report.findUniqueOrThrow({ where: { id } });

describe("withdrawing a submission", () => {
  it("makes it a draft again, with its event; the next one has a number of its own", async () => {
    const { id } = await make();
    await withdraw();
    expect(await stored(id)).toMatchObject({ state: "draft", submission: 1, rowVersion: 2 });
    expect(await auditOf(on.database.prisma, on.plan)).toMatchObject([
      { action: "withdrawn", before: { state: "submitted" }, after: { state: "draft", submission: 1 } },
    ]);
    expect(await submitReport(on.plan.actors.thailand, here(), await seen(), now)).toEqual({ submission: 2 });
    await expect(answer(1)).rejects.toThrow(refusal("changedMeanwhile"));
  });

  it("is for whoever may submit", async () => {
    const { id } = await make();
    const { cambodia, contributor, secretariat, cso } = on.plan.actors;
    await expect(withdraw(cambodia)).rejects.toThrow(refusal("notFound"));
    await expect(withdraw(cso)).rejects.toThrow(refusal("notFound"));
    await expect(withdraw(contributor)).rejects.toThrow(refusal("notAllowed"));
    await expect(withdraw(secretariat)).rejects.toThrow(refusal("notAllowed"));
    expect(await stored(id)).toMatchObject({ state: "submitted" });
    expect(await auditOf(on.database.prisma, on.plan)).toEqual([]);
  });

  it("is refused once a reviewer answered anything, and free again when the answer is taken back", async () => {
    const { id } = await make();
    await answer();
    await expect(withdraw()).rejects.toThrow(refusal("reviewBegun"));
    expect(await stored(id)).toMatchObject({ state: "submitted", rowVersion: 1 });
    await answer(1, "none");
    await withdraw();
    expect(await stored(id)).toMatchObject({ state: "draft" });
  });

  it("is free where all that a reviewer did was to take back an acceptance of a submission before", async () => {
    const { id } = await make();
    await answer();
    const queries = await queriesAsSeen(on.database.prisma, on.plan);
    await returnReport(on.plan.actors.secretariat, here(), { ...(await seen()), reason: "Look again.", queries }, now);
    await submitReport(on.plan.actors.thailand, here(), await seen(), now);
    await answer(2, "none");
    const view = await reportCheck(on.plan.actors.thailand, here(), { locale: "en", now });
    expect(view).toMatchObject({ withdrawal: "free" });
    await withdraw();
    expect(await stored(id)).toMatchObject({ state: "returned" });
    // It stays taken back: the next submission carries nothing over.
    await submitReport(on.plan.actors.thailand, here(), await seen(), now);
    const review = await reportForReview(on.plan.actors.secretariat, here(), { locale: "en", now });
    expect(review?.indicators.find(({ code }) => code === "G1.1-a")).toMatchObject({ answer: null });
  });

  it("is told as that to whoever was about to decide", async () => {
    await make();
    const asSeen = await seen();
    await withdraw();
    const { secretariat } = on.plan.actors;
    const taken = refusal("locked", { args: { lock: "withdrawn" } });
    await expect(returnReport(secretariat, here(), { ...asSeen, reason: "Why.", queries: "" }, now)).rejects.toThrow(
      taken,
    );
    await expect(approveAsShown(secretariat, here(), asSeen, now)).rejects.toThrow(taken);
  });

  it.each(["draft", "returned", "approved"] as const)("is refused of a report that is %s", async (state) => {
    await make(state);
    await expect(withdraw()).rejects.toThrow(refusal("locked", { args: { lock: state } }));
  });

  it("leaves a report that came back as it was, with its queries", async () => {
    const { id } = await make();
    await answer(1, "query", "Is it all?");
    const queries = await queriesAsSeen(on.database.prisma, on.plan);
    await returnReport(on.plan.actors.secretariat, here(), { ...(await seen()), reason: "", queries }, now);
    await replyToQuery(on.plan.actors.thailand, here(), { indicator: "G1.1-a", reply: "It is." }, now);
    await submitReport(on.plan.actors.thailand, here(), await seen(), now);
    await withdraw();
    expect(await stored(id)).toMatchObject({ state: "returned", submission: 2 });
    // Reviewers aren't told that it was returned: that was the one before.
    const asked = { locale: "en", now };
    const { secretariat } = on.plan.actors;
    await expect(answer(2)).rejects.toThrow(refusal("locked", { args: { lock: "withdrawn" } }));
    expect(await reportForReview(secretariat, here(), asked)).toMatchObject({ withdrawn: [2] });
    const reports = async () => (await reviewList(secretariat, here().plan, asked))!.reports;
    const listed = async () => (await reports()).find(({ unit, period }) => unit === "THA" && period === "2016")!;
    expect(await listed()).toMatchObject({ state: "returned", isWithdrawn: true });
    const news = (submission: number) => newsOfReview(secretariat, here(), { submission, seen: "" }, now);
    expect([(await news(1))!.over, (await news(2))!.over]).toEqual(["other", "withdrawn"]);
    const view = (await reportForEntry(on.plan.actors.thailand, here(), { locale: "en", now }))!;
    expect(view.report.returned).toMatchObject({ reopened: false });
    const { query } = view.indicators.find(({ code }) => code === "G1.1-a")!;
    expect(query).toMatchObject({ query: "Is it all?", reply: "It is." });
    const again = { indicator: "G1.1-a", reply: "All of it.", seen: query!.repliedAt! };
    await replyToQuery(on.plan.actors.thailand, here(), again, now);
    expect(await submitReport(on.plan.actors.thailand, here(), await seen(), now)).toEqual({ submission: 3 });
    expect(await reportForReview(secretariat, here(), asked)).toMatchObject({ withdrawn: [2] });
    expect([await listed(), await news(3)]).toMatchObject([{ isWithdrawn: false }, { over: null }]);
  });

  it("against a reviewer's first answer: one of them wins, and the other is told", async () => {
    for (let round = 0; round < 4; round++) {
      await on.anew();
      const { id } = await make();
      const [withdrawn, answered] = await Promise.allSettled(
        round % 2 ? [withdraw(), answer()] : [answer(), withdraw()].reverse(),
      );
      const answers = await on.database.prisma.reviewAnswer.count({ where: { reportId: id } });
      const { state } = await stored(id);
      expect([withdrawn?.status, answered?.status].sort()).toEqual(["fulfilled", "rejected"]);
      if (state === "draft") expect([answers, answered]).toMatchObject([0, { reason: { code: "locked" } }]);
      else expect([state, answers, withdrawn]).toMatchObject(["submitted", 1, { reason: { code: "reviewBegun" } }]);
    }
  });

  it("against an approval: one of them wins, and nothing withdrawn is public", async () => {
    for (let round = 0; round < 3; round++) {
      await on.anew();
      const { id } = await make();
      const asSeen = await seen();
      const approve = () => approveAsShown(on.plan.actors.secretariat, here(), asSeen, now);
      const take = () => withdrawSubmission(on.plan.actors.thailand, here(), asSeen, now);
      const outcomes = await Promise.allSettled(round % 2 ? [take(), approve()] : [approve(), take()]);
      const lost = outcomes.filter((outcome) => outcome.status === "rejected");
      const { state } = await stored(id);
      const told =
        state === "approved" ? { code: "changedMeanwhile" } : { code: "locked", args: { lock: "withdrawn" } };
      expect(lost).toMatchObject([{ reason: told }]);
      const results = await on.database.prisma.result.count({ where: { planId: on.plan.planId } });
      expect([state, results > 0]).toEqual(state === "approved" ? ["approved", true] : ["draft", false]);
    }
  });
});
