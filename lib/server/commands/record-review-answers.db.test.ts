import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { seenAnswer } from "@/lib/schemas/reports/review-fields";
import { reviewAnswersForm } from "@/lib/schemas/reports/review-forms";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { codeOf, presentCode } from "@/lib/server/framework/edition";
import { auditOf, makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { recordReviewAnswers } from "./record-review-answers";

const now = new Date("2017-05-01T04:00:00Z");

let database: Database;
let plan: Reporting;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  plans++;
  plan = await makeReporting(database.prisma, `plan${plans}`);
  await makeReport(database.prisma, plan, { unit: "THA", period: "2016", state: "submitted" });
});

const send = (fields: Record<string, string>, { actor = plan.actors.secretariat, submission = "1" } = {}) => {
  const form = reviewAnswersForm.parse({ ...plan.address("THA", "2016"), submission, ...fields });
  return recordReviewAnswers(actor, form.address, form, now);
};
const answers = async () => {
  const rows = await database.prisma.reviewAnswer.findMany({
    where: { report: { planId: plan.planId } },
    orderBy: { indicatorId: "asc" },
    select: { indicator: presentCode, answer: true, query: true },
  });
  return rows.map(({ indicator, ...row }) => ({ indicator: codeOf(indicator), ...row }));
};

describe("the answers of a page", () => {
  it("are stored as far as they changed", async () => {
    await send({
      seen: "G1.1-a: G1.1-b:accept G1.1-c:",
      "answer:G1.1-a": "accept",
      "answer:G1.1-b": "accept",
      "query:G1.1-c": "Nobody chose anything here.",
    });
    expect(await answers()).toEqual([{ indicator: "G1.1-a", answer: "accept", query: "" }]);
    expect(await auditOf(database.prisma, plan)).toHaveLength(1);
  });

  it("are stored from a page of another version, which says nothing of what it showed", async () => {
    await send({ "answer:G1.1-a": "accept", "seen:G1.1-a": "" });
    expect(await answers()).toEqual([{ indicator: "G1.1-a", answer: "accept", query: "" }]);
  });

  it("are told at the end where a query has no words, and the others are stored", async () => {
    const sent = send({
      seen: "G1.1-a: G1.1-b:query",
      "answer:G1.1-a": "query",
      "query:G1.1-a": " ",
      "answer:G1.1-b": "query",
      "query:G1.1-b": "Other words?",
    });
    await expect(sent).rejects.toMatchObject({
      code: "invalid",
      problems: [{ field: "query:G1.1-a", key: "wordsMissing" }],
    });
    expect(await answers()).toEqual([{ indicator: "G1.1-b", answer: "query", query: "Other words?" }]);
  });

  it("leave another reviewer's words alone where nobody saw them, and are told at their place", async () => {
    const actor = plan.actors.secondReviewer;
    const shown = (query: string) => `G1.1-a:${seenAnswer({ answer: "query", query })} G1.1-b:`;
    const query = (words: string) => ({ "answer:G1.1-a": "query", "query:G1.1-a": words });
    await send({ seen: "G1.1-a:", ...query("One?") });
    await send({ seen: shown("One?"), ...query("One, two?") });
    // What goes along as it was shown isn't a decision of whoever sends it.
    await send({ seen: shown("One?"), ...query("One?"), "answer:G1.1-b": "accept" }, { actor });
    await expect(send({ seen: shown("One?"), ...query("Mine?") }, { actor })).rejects.toMatchObject({
      code: "invalid",
      problems: [{ field: "answer:G1.1-a", key: "answeredMeanwhile", args: { answer: "query", query: "One, two?" } }],
    });
    expect(await answers()).toMatchObject([{ query: "One, two?" }, { answer: "accept" }]);
    // The page that tells it shows what stands: sent again, it is meant.
    await send({ seen: shown("One, two?"), ...query("Mine?") }, { actor });
    expect(await answers()).toMatchObject([{ query: "Mine?" }, { answer: "accept" }]);
  });

  it("are refused to others, for another submission and for indicators that aren't there", async () => {
    const fields = { seen: "G1.1-a:", "answer:G1.1-a": "accept" };
    await expect(send(fields, { actor: plan.actors.thailand })).rejects.toMatchObject({ code: "notAllowed" });
    await expect(send(fields, { actor: plan.actors.cambodia })).rejects.toMatchObject({ code: "notFound" });
    await expect(send(fields, { submission: "2" })).rejects.toMatchObject({ code: "changedMeanwhile" });
    await expect(send({ seen: "G9.9-z:", "answer:G9.9-z": "accept" })).rejects.toMatchObject({ code: "notFound" });
    expect(await answers()).toEqual([]);
    expect(await auditOf(database.prisma, plan)).toEqual([]);
  });
});
