import { describe, expect, it } from "vitest";
import { auditOf, makeReport, queriesAsSeen } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { recordReviewAnswer } from "./record-review-answer";
import { replyToQuery } from "./reply-to-query";
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

describe("a reply to a query", () => {
  const reply = (words: string, actor = on.plan.actors.thailand, indicator = "G1.1-a", seen?: string) =>
    replyToQuery(actor, here(), { indicator, reply: words, seen }, now);
  const standing = async (id: number) => (await stored(id)).reviewAnswers[0]!;

  it("is stored once the report is back, and may be given anew", async () => {
    const { id } = await make("submitted");
    await query("Is it all?");
    await expect(reply("Yes.")).rejects.toThrow(refusal("locked", { args: { lock: "submitted" } }));
    await giveBack("");
    await reply("Yes.");
    const seen = (await standing(id)).repliedAt!.toISOString();
    await reply("Yes, both lines.", on.plan.actors.thailand, "G1.1-a", seen);
    expect((await stored(id)).reviewAnswers).toMatchObject([
      { reply: "Yes, both lines.", repliedById: on.plan.actors.thailand.id },
    ]);
    expect((await auditOf(on.database.prisma, on.plan)).map(({ action }) => action)).toEqual([
      "reviewAnswered",
      "returned",
      "queryAnswered",
      "queryAnswered",
    ]);
  });

  it("replaces no other that nobody saw with it, and the same once more changes nothing", async () => {
    const { id } = await make("submitted");
    await query("Is it all?");
    await giveBack("");
    await reply("Yes.");
    const first = await standing(id);
    const at = first.repliedAt!.toISOString();
    const told = refusal("repliedMeanwhile", { args: { by: "you", at, reply: "Yes." } });
    await expect(reply("No.")).rejects.toThrow(told);
    await expect(reply("No.", on.plan.actors.thailand, "G1.1-a", "none")).rejects.toThrow(told);
    await reply("Yes.");
    expect(await standing(id)).toEqual(first);
    await reply("No.", on.plan.actors.thailand, "G1.1-a", at);
    await expect(reply("Both.", on.plan.actors.thailand, "G1.1-a", at)).rejects.toMatchObject({
      args: { reply: "No." },
    });
    expect((await auditOf(on.database.prisma, on.plan)).map(({ action }) => action)).toEqual([
      "reviewAnswered",
      "returned",
      "queryAnswered",
      "queryAnswered",
    ]);
  });

  it("is refused where nothing was asked, and to whoever doesn't enter the indicator", async () => {
    await expect(reply("Yes.")).rejects.toThrow(refusal("notFound"));
    await make("submitted");
    await query("Is it all?");
    await giveBack("");
    await expect(reply("Yes.", on.plan.actors.thailand, "G1.2-b")).rejects.toThrow(refusal("notFound"));
    await expect(reply("Yes.", on.plan.actors.contributor)).rejects.toThrow(refusal("notAssigned"));
    await expect(reply("Yes.", on.plan.actors.cambodia)).rejects.toThrow(refusal("notFound"));
  });
});
