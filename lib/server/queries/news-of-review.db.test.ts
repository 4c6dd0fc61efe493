import { describe, expect, it } from "vitest";
import { seenAnswer } from "@/lib/schemas/reports/review-fields";
import { nameInQuery } from "@/lib/server/commands/mentions/name-in-query";
import { recordReviewAnswer } from "@/lib/server/commands/record-review-answer";
import { acceptClean } from "@/lib/server/commands/review/accept-clean";
import { undoAcceptance } from "@/lib/server/commands/review/undo-acceptance";
import { makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { newsOfReview } from "./news-of-review";
import { reportForReview } from "./report-for-review";

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
    expect(first).toMatchObject({ over: null, answers: {} });
    await answer("G1.1-b", "");
    await answer("G1.1-a", "All?");
    const second = (await news(first.digest))!;
    const { name: by } = on.plan.actors.secondReviewer;
    expect(second.answers).toEqual({
      "G1.1-a": { answer: "query", query: "All?", by, isOwn: false, named: [] },
      "G1.1-b": { answer: "accept", query: "", by, isOwn: false, named: [] },
    });
    expect((await news(second.digest))!.answers).toBeNull();
    expect((await news("", { actor: on.plan.actors.secondReviewer }))!.answers!["G1.1-a"]!.isOwn).toBe(true);
    // The same indicator asked about otherwise is news.
    await answer("G1.1-a", "All of them?", seenAnswer({ answer: "query", query: "All?" }));
    expect((await news(second.digest))!.answers!["G1.1-a"]!.query).toBe("All of them?");
    expect(await news("", { submission: 2 })).toMatchObject({ over: "other", answers: {} });
  });

  it("tells whom a query names, and that it does no more", async () => {
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "submitted" });
    const { secretariat, secondReviewer, thailand } = on.plan.actors;
    await answer("G1.1-a", "All?");
    const before = (await news())!;
    const name = ({ id: person }: { id: number }, isNamed = true) =>
      nameInQuery(secondReviewer, here(), { indicator: "G1.1-a", submission: 1, person, isNamed }, now);
    await name(thailand);
    await name(secretariat);
    const after = (await news(before.digest))!;
    expect(after.answers!["G1.1-a"]!.named).toEqual([
      { id: thailand.id, name: thailand.name, reviews: false },
      { id: secretariat.id, name: secretariat.name, reviews: true },
    ]);
    expect((await news(after.digest))!.answers).toBeNull();
    await name(thailand, false);
    const last = (await news(after.digest))!;
    expect(last.answers!["G1.1-a"]!.named.map(({ id }) => id)).toEqual([secretariat.id]);
    // The same as the page itself shows.
    const page = await reportForReview(secretariat, here(), { locale: "en", now });
    expect(page!.indicators.find(({ code }) => code === "G1.1-a")!.named).toEqual(last.answers!["G1.1-a"]!.named);
  });

  it("tells what was accepted at once, as far as it stands", async () => {
    await makeReport(on.database.prisma, on.plan, {
      unit: "THA",
      period: "2016",
      state: "submitted" as const,
      others: "missing" as const,
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
