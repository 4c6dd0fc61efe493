import { describe, expect, it } from "vitest";
import { seenAnswer } from "@/lib/schemas/reports/review-fields";
import { recordReviewAnswer } from "@/lib/server/commands/record-review-answer";
import { acceptClean } from "@/lib/server/commands/review/accept-clean";
import { undoAcceptance } from "@/lib/server/commands/review/undo-acceptance";
import { makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { newsOfReview } from "./news-of-review";

const now = new Date("2017-05-01T04:00:00Z");

const on = reportingTests();

const here = () => on.plan.address("THA", "2016");
const news = (seen = "", { actor = on.plan.actors.secretariat, submission = 1 } = {}) =>
  newsOfReview(actor, here(), { submission, seen }, now);
const answer = (indicator: string, query: string, seen = "") =>
  recordReviewAnswer(
    on.plan.actors.secondReviewer,
    here(),
    { indicator, submission: 1, answer: query ? "query" : "accept", query, seen },
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
    await answer("G1.1-a", "All of them?", seenAnswer({ answer: "query", query: "All?" }));
    expect((await news(second.digest))!.answers!["G1.1-a"]!.query).toBe("All of them?");
    expect(await news("", { submission: 2 })).toMatchObject({ isOpen: false, answers: {} });
  });

  it("tells what was accepted at once, as far as it stands", async () => {
    await makeReport(on.database.prisma, on.plan, {
      ...{ unit: "THA", period: "2016", state: "submitted" as const, others: "missing" as const },
      values: {
        "G1.1-a": { total: { kind: "number", number: "5" } },
        "G1.2-b": { total: { kind: "number", number: "7" } },
      },
    });
    const before = (await news())!;
    expect(before.acceptances).toEqual([]);
    const indicators = ["G1.1-a", "G1.2-b"];
    const by = on.plan.actors.secondReviewer;
    const { acceptance, accepted } = await acceptClean(by, here(), { submission: 1, indicators }, now);
    const after = (await news(before.digest))!;
    expect(after.acceptances).toMatchObject([{ id: acceptance, by: by.name, isOwn: false, codes: accepted.sort() }]);
    expect((await news(after.digest))!.acceptances).toBeNull();
    // Whoever decides the same by itself takes it out of the act.
    await recordReviewAnswer(
      on.plan.actors.secretariat,
      here(),
      { indicator: accepted[0]!, submission: 1, answer: "none", query: "", seen: "accept" },
      now,
    );
    await recordReviewAnswer(by, here(), { indicator: accepted[0]!, submission: 1, answer: "accept", query: "" }, now);
    const left = (await news(after.digest))!;
    expect(left.acceptances).toMatchObject([{ id: acceptance, codes: accepted.slice(1) }]);
    await undoAcceptance(on.plan.actors.secretariat, here(), { submission: 1, acceptance }, now);
    expect((await news(left.digest))!.acceptances).toEqual([]);
  });

  it("is nothing for whoever may not look at the review", async () => {
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "submitted" });
    expect(await news("", { actor: on.plan.actors.thailand })).toBeNull();
    expect(await news("", { actor: on.plan.actors.cambodia })).toBeNull();
  });
});
