import { describe, expect, it } from "vitest";
import { recordReviewAnswer } from "@/lib/server/commands/record-review-answer";
import { makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { newsOfReview } from "./news-of-review";

const now = new Date("2017-05-01T04:00:00Z");

const on = reportingTests();

const here = () => on.plan.address("THA", "2016");
const news = (seen = "", { actor = on.plan.actors.secretariat, submission = 1 } = {}) =>
  newsOfReview(actor, here(), { submission, seen }, now);
const answer = (indicator: string, query: string) =>
  recordReviewAnswer(
    on.plan.actors.secondReviewer,
    here(),
    { indicator, submission: 1, answer: query ? "query" : "accept", query },
    now,
  );

describe("what reviewers said by now", () => {
  it("is told to another with whose it is, and not once more", async () => {
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "submitted" });
    const first = (await news())!;
    expect(first).toMatchObject({ isOpen: true, answers: {} });
    await answer("G1.1-b", "");
    await answer("G1.1-a", "All?");
    const second = (await news(first.digest))!;
    const { name: by } = on.plan.actors.secondReviewer;
    expect(second.answers).toEqual({
      "G1.1-a": { answer: "query", query: "All?", by, isOwn: false },
      "G1.1-b": { answer: "accept", query: "", by, isOwn: false },
    });
    expect((await news(second.digest))!.answers).toBeNull();
    expect((await news("", { actor: on.plan.actors.secondReviewer }))!.answers!["G1.1-a"]!.isOwn).toBe(true);
    // The same indicator asked about otherwise is news.
    await answer("G1.1-a", "All of them?");
    expect((await news(second.digest))!.answers!["G1.1-a"]!.query).toBe("All of them?");
    expect(await news("", { submission: 2 })).toMatchObject({ isOpen: false, answers: {} });
  });

  it("is nothing for whoever may not look at the review", async () => {
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "submitted" });
    expect(await news("", { actor: on.plan.actors.thailand })).toBeNull();
    expect(await news("", { actor: on.plan.actors.cambodia })).toBeNull();
  });
});
