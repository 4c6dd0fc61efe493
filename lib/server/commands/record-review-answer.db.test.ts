import { describe, expect, it } from "vitest";
import { seenAnswer, seenOneOf } from "@/lib/schemas/reports/review-fields";
import { auditOf, makeReport, queriesAsSeen } from "@/test/factories/make-report";
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

describe("an answer", () => {
  const answer = (
    answer: "accept" | "query" | "none",
    { query = "", submission = 1, actor = on.plan.actors.secretariat, indicator = "G1.1-a", seen = "" } = {},
  ) => recordReviewAnswer(actor, here(), { indicator, submission, answer, query, seen }, now);

  it("is set, changed and taken back, each time with its event, and not when nothing changed", async () => {
    const { id } = await make("submitted");
    await answer("query", { query: "Is it all?" });
    await answer("query", { query: "Is it all?" });
    expect((await stored(id)).reviewAnswers).toMatchObject([{ answer: "query", query: "Is it all?" }]);
    await answer("accept", { seen: seenAnswer({ answer: "query", query: "Is it all?" }) });
    expect((await stored(id)).reviewAnswers).toMatchObject([{ answer: "accept", query: "" }]);
    await answer("none");
    await answer("none");
    expect((await stored(id)).reviewAnswers).toEqual([]);
    expect(await auditOf(on.database.prisma, on.plan)).toMatchObject([
      { action: "reviewAnswered", after: { answer: "query" } },
      { action: "reviewAnswered", after: { answer: "accept" } },
      { action: "reviewAnswered", after: { answer: "none" } },
    ]);
  });

  it("is refused to others, for another submission, for what isn't there, and once it is decided", async () => {
    await make("submitted");
    await expect(answer("accept", { actor: on.plan.actors.thailand })).rejects.toThrow(refusal("notAllowed"));
    await expect(answer("accept", { actor: on.plan.actors.cambodia })).rejects.toThrow(refusal("notFound"));
    await expect(answer("accept", { submission: 2 })).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(answer("accept", { indicator: "G2.1-r" })).rejects.toThrow(refusal("notFound"));
    await giveBack("Check it.");
    await expect(answer("accept")).rejects.toThrow(refusal("locked", { args: { lock: "returned" } }));
  });

  it("of one's own replaces no words that were written in another window and not seen in this one", async () => {
    const { id } = await make("submitted");
    const outcomes = await Promise.allSettled([
      answer("query", { query: "One?" }),
      answer("query", { query: "Two?" }),
      answer("accept", { seen: seenOneOf(["", seenAnswer({ answer: "query", query: "Three?" })]) }),
    ]);
    const [standing, ...others] = (await stored(id)).reviewAnswers;
    expect(others).toEqual([]);
    // Whichever comes first: of the two queries one is refused, and nothing replaces the other.
    expect(outcomes.slice(0, 2).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(standing).toMatchObject({ answer: "query" });
    await answer("query", { query: "Four?", seen: seenOneOf(["accept", seenAnswer(standing!)]) });
    expect((await stored(id)).reviewAnswers).toMatchObject([{ query: "Four?" }]);
  });

  it("of two reviewers at once is the first one's, and the other is told what stands and whose it is", async () => {
    const { id } = await make("submitted");
    const { secretariat, secondReviewer } = on.plan.actors;
    const outcomes = await Promise.allSettled([
      answer("query", { query: "One?" }),
      answer("query", { query: "Two?", actor: secondReviewer }),
    ]);
    const [standing] = (await stored(id)).reviewAnswers;
    const first = standing!.answeredById === secretariat.id ? 0 : 1;
    expect(standing).toMatchObject({ query: ["One?", "Two?"][first] });
    const by = (await on.database.prisma.user.findUniqueOrThrow({ where: { id: standing!.answeredById } })).name;
    const told = { by, at: standing!.answeredAt.toISOString(), answer: "query", query: standing!.query };
    expect(outcomes[first]).toMatchObject({ status: "fulfilled" });
    expect(outcomes[1 - first]).toMatchObject({
      status: "rejected",
      reason: { code: "answeredMeanwhile", args: told },
    });
    expect(await auditOf(on.database.prisma, on.plan)).toHaveLength(1);
  });

  it("gives way to another reviewer who saw it as it stands, and to nobody else", async () => {
    const { id } = await make("submitted");
    const actor = on.plan.actors.secondReviewer;
    await answer("query", { query: "One?" });
    const before = seenAnswer({ answer: "query", query: "One?" });
    await answer("query", { query: "One, two?", seen: before });
    const refused = refusal("answeredMeanwhile");
    await expect(answer("accept", { actor, seen: before })).rejects.toThrow(refused);
    await expect(answer("none", { actor, seen: before })).rejects.toThrow(refused);
    await expect(answer("accept", { actor, seen: "query" })).rejects.toThrow(refused);
    expect((await stored(id)).reviewAnswers).toMatchObject([{ query: "One, two?" }]);
    await answer("accept", { actor, seen: seenAnswer({ answer: "query", query: "One, two?" }) });
    expect((await stored(id)).reviewAnswers).toMatchObject([{ answer: "accept", answeredById: actor.id }]);
  });

  it("is no conflict with itself: sent again after its answer was lost, or the same from another reviewer", async () => {
    const { id } = await make("submitted");
    await answer("query", { query: "One?" });
    await answer("query", { query: "One?", actor: on.plan.actors.secondReviewer });
    const seen = ["One?", "One, two?"].map((query) => seenAnswer({ answer: "query", query }));
    await answer("query", { query: "One, two?", seen: seen[0] });
    await answer("accept", { seen: seen[1] });
    expect((await stored(id)).reviewAnswers).toMatchObject([{ answer: "accept" }]);
    expect(await auditOf(on.database.prisma, on.plan)).toHaveLength(3);
  });
});
