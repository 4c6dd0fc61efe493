import { describe, expect, it } from "vitest";
import { seenAnswer } from "@/lib/schemas/reports/review-fields";
import { addComment } from "@/lib/server/commands/add-comment";
import { recordReviewAnswer } from "@/lib/server/commands/record-review-answer";
import { reopenReport } from "@/lib/server/commands/reopen-report";
import { replyToQuery } from "@/lib/server/commands/reply-to-query";
import { returnReport } from "@/lib/server/commands/return-report";
import { acceptClean } from "@/lib/server/commands/review/accept-clean";
import { undoAcceptance } from "@/lib/server/commands/review/undo-acceptance";
import { submitReport } from "@/lib/server/commands/submit-report";
import { recordReasons } from "@/lib/server/commands/values/record-reasons";
import { recordValue } from "@/lib/server/commands/values/record-value";
import { withdrawSubmission } from "@/lib/server/commands/withdraw-submission";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { queriesAsSeen, reportAsSeen } from "@/test/factories/make-report";
import { makeReporting } from "@/test/factories/make-reporting";
import { reportingTests } from "@/test/factories/reporting-plan";
import { newsOfReview } from "./news-of-review";
import { reportCheck } from "./report-check";
import { reportForEntry } from "./report-for-entry";
import { reportForReview } from "./report-for-review";
import { reportsDue } from "./reports-due";
import { reviewList } from "./review-list";

const now = new Date("2017-04-12T04:00:00Z");
const asked = { locale: "en", now };

const on = reportingTests();

const here = () => on.plan.address("THA", "2016");
const save = (indicator: string, number: string, expectedRevision = 0, cell = "total") => {
  const entered = { kind: "number", number, missingReason: "" } as const;
  return recordValue(on.plan.actors.thailand, here(), { indicator, cell, expectedRevision, entered }, now);
};
const rowVersion = async () =>
  (await on.database.prisma.report.findFirstOrThrow({ where: { planId: on.plan.planId } })).rowVersion;
/** With a reason for whatever is blank. */
async function submit() {
  const { blocks } = (await reportCheck(on.plan.actors.thailand, here(), asked))!;
  const given = blocks.flatMap(({ code, indicator }) =>
    code === "blank" ? [{ indicator, reason: "notReported" as const }] : [],
  );
  if (given.length > 0) await recordReasons(on.plan.actors.thailand, here(), { given }, now);
  return submitReport(on.plan.actors.thailand, here(), await reportAsSeen(on.database.prisma, on.plan), now);
}
const giveBack = async (reason = "") => {
  const seen = { rowVersion: await rowVersion(), queries: await queriesAsSeen(on.database.prisma, on.plan) };
  return returnReport(on.plan.actors.secretariat, here(), { ...seen, reason }, now);
};
const answer = (indicator: string, answer: "accept" | "query" | "none", submission: number, query = "") =>
  recordReviewAnswer(on.plan.actors.secretariat, here(), { indicator, submission, answer, query }, now);
const review = (actor = on.plan.actors.secretariat) => reportForReview(actor, here(), asked);
const entry = (code: string) =>
  reportForEntry(on.plan.actors.thailand, here(), asked).then((view) => view!.indicators.find((i) => i.code === code)!);

/** Two values submitted; one accepted, one queried; returned. */
async function returned() {
  await save("G1.1-a", "54");
  await save("G1.2-b", "30");
  await submit();
  await answer("G1.1-a", "query", 1, "Does it include the police line?");
  await answer("G1.2-b", "accept", 1);
  await giveBack();
}

describe("a review", () => {
  it("isn't there before the first submission, nor for anybody but the secretariat", async () => {
    await save("G1.1-a", "54");
    expect(await review()).toBeNull();
    await submit();
    for (const actor of [on.plan.actors.thailand, on.plan.actors.cambodia, on.plan.actors.cso])
      expect(await review(actor)).toBeNull();
    expect(await review()).toMatchObject({ mayReview: true, isOwnSubmission: false });
  });

  it("of a first submission has nothing to compare with", async () => {
    await save("G1.1-a", "54");
    await submit();
    const view = (await review())!;
    expect(view.counts).toEqual({ changed: 0, warnings: 0, withoutValue: 7, all: 8 });
    expect(view.answers).toEqual({ accepted: 0, queries: 0, undecided: 8 });
    expect(view.decisions).toEqual([]);
    expect(view.locks).toEqual({ approve: null, return: null, reopen: "submitted" });
    expect(view.indicators[0]).toMatchObject({ before: null, now: { number: "54" }, changes: [], answer: null });
  });

  it("compares with a withdrawn submission where no other was before it", async () => {
    await save("G1.1-a", "54");
    await submit();
    await withdrawSubmission(on.plan.actors.thailand, here(), { rowVersion: await rowVersion() }, now);
    await save("G1.1-a", "60", 1);
    await submit();
    const view = (await review())!;
    expect(view).toMatchObject({ isCompared: true, counts: { changed: 1 }, decisions: [] });
    expect(view.indicators[0]).toMatchObject({ before: { number: "54" }, now: { number: "60" } });
  });

  it("compares with what a reviewer decided on, so that a withdrawal hides no change", async () => {
    await returned();
    await save("G1.1-a", "118", 1);
    await submit();
    await withdrawSubmission(on.plan.actors.thailand, here(), { rowVersion: await rowVersion() }, now);
    await save("G1.2-b", "31", 1);
    await submit();
    const view = (await review())!;
    expect(view.indicators.filter(({ changes }) => changes.length > 0).map(({ code }) => code)).toEqual([
      "G1.1-a",
      "G1.2-b",
    ]);
  });

  it("keeps the reviewer's answers from the unit until the report comes back", async () => {
    await save("G1.1-a", "54");
    await submit();
    await answer("G1.1-a", "query", 1, "Is it all?");
    expect((await entry("G1.1-a")).query).toBeNull();
    await giveBack();
    expect((await entry("G1.1-a")).query).toMatchObject({ query: "Is it all?", isOpen: true });
  });

  it("shows as undecided what was carried on and taken back, also over a query, until somebody decides", async () => {
    await returned();
    await replyToQuery(on.plan.actors.thailand, here(), { indicator: "G1.1-a", reply: "It does." }, now);
    await submit();
    const { secretariat, secondReviewer } = on.plan.actors;
    const code = "G1.2-b";
    const shown = async () => {
      const view = (await review())!;
      const news = await newsOfReview(secondReviewer, here(), { submission: 2, seen: "" }, now);
      const { answer, toLookAt } = view.indicators.find((indicator) => indicator.code === code)!;
      return [answer?.answer ?? null, answer?.carried ?? null, news?.answers?.[code]?.answer, toLookAt];
    };
    expect(await shown()).toEqual(["accept", true, undefined, null]);
    await answer(code, "none", 2);
    const undecided = [null, null, null, null];
    expect(await shown()).toEqual(undecided);
    const { acceptance, accepted } = await acceptClean(secretariat, here(), { submission: 2, indicators: [code] }, now);
    expect(accepted).toEqual([code]);
    expect(await shown()).toEqual(["accept", false, "accept", null]);
    await undoAcceptance(secretariat, here(), { submission: 2, acceptance }, now);
    expect(await shown()).toEqual(undecided);
    await answer(code, "query", 2, "Is it all?");
    const seen = seenAnswer({ answer: "query", query: "Is it all?" });
    const none = { indicator: code, submission: 2, answer: "none", query: "", seen } as const;
    await recordReviewAnswer(secretariat, here(), none, now);
    expect(await shown()).toEqual(undecided);
    // The unit isn't told that it is accepted, nor is it in the next submission.
    await giveBack("Look again.");
    expect(await entry(code)).toMatchObject({ accepted: null, query: null });
    await submit();
    expect((await review())!.indicators.find((indicator) => indicator.code === code)!.answer).toBeNull();
  });

  it("shows what changed since the submission before, and carries on what was accepted and didn't change", async () => {
    await returned();
    expect(await entry("G1.2-b")).toMatchObject({ accepted: expect.any(String), query: null });
    await save("G1.1-a", "118", 1);
    await save("G1.1-a", "60", 0, "sex=female");
    await replyToQuery(on.plan.actors.thailand, here(), { indicator: "G1.1-a", reply: "Now both lines." }, now);
    await addComment(on.plan.actors.thailand, here(), { indicator: "G1.1-a", body: "Sex known for some." }, now);
    await submit();
    const view = (await review())!;
    expect(view.counts).toMatchObject({ changed: 1 });
    expect(view.indicators[0]).toMatchObject({
      before: { number: "54" },
      now: { number: "118" },
      changes: [
        { cell: "total", before: { number: "54" }, now: { number: "118" } },
        { cell: "sex=female", before: null, now: { number: "60" } },
      ],
      asked: { submission: 1, query: "Does it include the police line?", reply: "Now both lines.", changedSince: true },
      answer: null,
    });
    expect(view.indicators.find(({ code }) => code === "G1.2-b")).toMatchObject({
      changes: [],
      answer: { answer: "accept", carried: true },
    });
    expect(view.answers).toEqual({ accepted: 1, queries: 0, undecided: 7 });
    expect(view.decisions).toMatchObject([{ submission: 1, decision: "returned", queries: 1 }]);
  });

  it("asks nothing more of what an approval has settled", async () => {
    await returned();
    await replyToQuery(on.plan.actors.thailand, here(), { indicator: "G1.1-a", reply: "Both lines." }, now);
    await submit();
    const asked = async () => (await review())!.indicators.find(({ code }) => code === "G1.1-a")!.asked;
    expect(await asked()).toMatchObject({ submission: 1 });
    await approveAsShown(on.plan.actors.secretariat, here(), { rowVersion: await rowVersion() }, now);
    const again = { rowVersion: await rowVersion(), reason: "A value was wrong.", readersReason: "Corrected." };
    await reopenReport(on.plan.actors.secretariat, here(), again, now);
    await submit();
    expect(await asked()).toBeNull();
  });

  it("lets nobody accept a correction unseen, though the submission before has it already", async () => {
    await save("G1.1-a", "54");
    await save("G1.2-b", "30");
    await submit();
    await approveAsShown(on.plan.actors.secretariat, here(), { rowVersion: await rowVersion() }, now);
    const again = { rowVersion: await rowVersion(), reason: "A value was wrong.", readersReason: "Corrected." };
    await reopenReport(on.plan.actors.secretariat, here(), again, now);
    await save("G1.2-b", "29", 1);
    await submit();
    await answer("G1.1-a", "query", 2, "Does it include the police line?");
    await giveBack();
    await replyToQuery(on.plan.actors.thailand, here(), { indicator: "G1.1-a", reply: "Yes." }, now);
    await submit();
    const corrected = (await review())!.indicators.find(({ code }) => code === "G1.2-b");
    expect(corrected).toMatchObject({ changes: [], isChangedSinceApproval: true, toLookAt: "changed" });
  });

  it("lets nobody accept unseen what was accepted once and changed before the submission before", async () => {
    await returned();
    await save("G1.2-b", "31", 1);
    await replyToQuery(on.plan.actors.thailand, here(), { indicator: "G1.1-a", reply: "Yes." }, now);
    await submit();
    await answer("G1.1-a", "query", 2, "And the other line?");
    await giveBack();
    await replyToQuery(on.plan.actors.thailand, here(), { indicator: "G1.1-a", reply: "That too." }, now);
    await submit();
    const changed = (await review())!.indicators.find(({ code }) => code === "G1.2-b");
    expect(changed).toMatchObject({ changes: [], toLookAt: "changed" });
  });

  it("takes an acceptance back when the value changes afterwards, also when it is cleared", async () => {
    await returned();
    await save("G1.2-b", "", 1);
    expect((await entry("G1.2-b")).accepted).toBeNull();
    await replyToQuery(on.plan.actors.thailand, here(), { indicator: "G1.1-a", reply: "Yes." }, now);
    await submit();
    const trained = (await review())!.indicators.find(({ code }) => code === "G1.2-b");
    expect(trained).toMatchObject({ answer: null, changes: [{ before: { number: "30" }, now: { kind: "missing" } }] });
  });
});

describe("your work", () => {
  const work = (actor: (typeof on.plan.actors)["thailand"]) => reportsDue(actor, on.plan.code, asked);

  it("lists the focal point's reports of the periods that have begun, with the queries that wait", async () => {
    await returned();
    const view = (await work(on.plan.actors.thailand))!;
    expect(view.reports.map(({ period, state, due }) => [period.code, state, due.state])).toEqual([
      ["2015", "draft", "overdue"],
      ["2016", "returned", "overdue"],
      ["2017", "draft", "running"],
    ]);
    expect(view.reports[1]).toMatchObject({
      unit: { code: "THA", name: "Thailand" },
      due: { days: 12 },
      lock: null,
      isOpened: true,
      total: 8,
      answered: 8,
      returned: { reason: "", reopened: false, by: "Officer secretariat" },
      contributors: [{ name: "Officer contributor", organisation: "Ministry (made up)", total: 1, left: 0 }],
      maySubmit: true,
    });
    expect(view.queries).toMatchObject([
      {
        unit: "THA",
        period: "2016",
        indicator: { code: "G1.1-a", title: "Victims identified" },
        query: "Does it include the police line?",
      },
    ]);
    expect(view.waiting).toEqual([]);
    await save("G1.1-a", "118", 1);
    expect((await work(on.plan.actors.thailand))!.queries).toEqual([]);
  });

  it("counts for a contributor what is assigned", async () => {
    await save("G1.1-a", "54");
    await save("G2.1-a", "3");
    const view = (await work(on.plan.actors.contributor))!;
    expect(view.reports[1]).toMatchObject({ total: 1, answered: 1, contributors: [], maySubmit: false });
  });

  it("shows the secretariat what waits for review, and the region's own reports", async () => {
    await save("G1.1-a", "54");
    await submit();
    const view = (await work(on.plan.actors.secretariat))!;
    expect(view.waiting).toMatchObject([
      { unit: { code: "THA" }, period: { code: "2016" }, submission: 1, answered: 8, total: 8, isOwn: false },
    ]);
    expect(view.units.map(({ code }) => code)).toEqual(["REGION"]);
    expect(view.reports).toHaveLength(3);
    await approveAsShown(on.plan.actors.secretariat, here(), { rowVersion: await rowVersion() }, now);
    expect((await work(on.plan.actors.secretariat))!.waiting).toEqual([]);
  });

  it("is empty for a CSO, and nothing in a plan without a role", async () => {
    expect(await work(on.plan.actors.cso)).toMatchObject({ reports: [], queries: [], waiting: [] });
    for (const code of ["elsewhere", "\0"]) expect(await reportsDue(on.plan.actors.cso, code, asked)).toBeNull();
    const other = await makeReporting(on.database.prisma, "other");
    expect(await reportsDue(other.actors.thailand, on.plan.code, asked)).toBeNull();
  });
});

describe("the list of reports to review", () => {
  it("has every unit and period begun, waiting ones first, and is the secretariat's", async () => {
    await save("G1.1-a", "54");
    await submit();
    const view = (await reviewList(on.plan.actors.secretariat, on.plan.code, asked))!;
    expect(view.reports).toHaveLength(9);
    expect(view.reports[0]).toMatchObject({ unit: "THA", period: "2016", state: "submitted", answered: 8, total: 8 });
    expect(view.reports[1]).toMatchObject({ unit: "REGION", period: "2015", state: "draft", answered: 0, total: 1 });
    for (const actor of [on.plan.actors.thailand, on.plan.actors.cso, on.plan.actors.administrator])
      expect(await reviewList(actor, on.plan.code, asked)).toBeNull();
  });
});
