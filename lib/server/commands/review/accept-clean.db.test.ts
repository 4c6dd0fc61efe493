import { describe, expect, it } from "vitest";
import { auditOf, makeReport, queriesAsSeen } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { recordReviewAnswer } from "../record-review-answer";
import { returnReport } from "../return-report";
import { acceptClean } from "./accept-clean";
import { undoAcceptance } from "./undo-acceptance";

const now = new Date("2017-05-01T04:00:00Z");

const on = reportingTests();

const here = () => on.plan.address("THA", "2016");
const make = (state: "submitted" | "approved" = "submitted") =>
  makeReport(on.database.prisma, on.plan, {
    unit: "THA",
    period: "2016",
    state,
    others: "missing",
    values: {
      "G1.1-a": { total: { kind: "number", number: "5" } },
      "G1.2-b": { total: { kind: "number", number: "7" } },
    },
  });
const answers = async () => {
  const rows = await on.database.prisma.reviewAnswer.findMany({
    where: { report: { planId: on.plan.planId } },
    orderBy: { indicatorId: "asc" },
  });
  return rows.map(({ answer, acceptanceId, answeredById }) => ({ answer, acceptanceId, answeredById }));
};
const shown = ["G1.1-a", "G1.1-b", "G1.1-c", "G1.2-b"];
const accept = ({ actor = on.plan.actors.secretariat, submission = 1, indicators = shown } = {}) =>
  acceptClean(actor, here(), { submission, indicators }, now);
const undo = (acceptance: number, { actor = on.plan.actors.secretariat, submission = 1 } = {}) =>
  undoAcceptance(actor, here(), { submission, acceptance }, now);
const answer = (indicator: string, answer: "accept" | "query" | "none", actor = on.plan.actors.secondReviewer) =>
  recordReviewAnswer(
    actor,
    here(),
    { indicator, submission: 1, answer, query: answer === "query" ? "All?" : "", seen: "accept" },
    now,
  );

const giveBack = async () => {
  const queries = await queriesAsSeen(on.database.prisma, on.plan);
  return returnReport(on.plan.actors.secretariat, here(), { rowVersion: 1, reason: "Check it.", queries }, now);
};

describe("everything clean", () => {
  it("is accepted in one act with one event, and nothing that a person has to look at", async () => {
    await make();
    const { acceptance, accepted } = await accept();
    expect(accepted.sort()).toEqual(["G1.1-a", "G1.2-b"]);
    expect(await answers()).toEqual(
      Array(2).fill({ answer: "accept", acceptanceId: acceptance, answeredById: on.plan.actors.secretariat.id }),
    );
    expect(await auditOf(on.database.prisma, on.plan)).toMatchObject([
      { action: "cleanAccepted", after: { submission: 1, acceptance, indicators: expect.arrayContaining(accepted) } },
    ]);
  });

  it("is accepted as far as the reviewer was shown it", async () => {
    await make();
    expect((await accept({ indicators: ["G1.2-b"] })).accepted).toEqual(["G1.2-b"]);
  });

  it("leaves what somebody answered, also at the same moment", async () => {
    await make();
    await answer("G1.1-a", "query");
    const [{ accepted }] = await Promise.all([accept(), answer("G1.1-b", "accept")]);
    expect(accepted).toEqual(["G1.2-b"]);
    expect((await answers()).filter(({ answer }) => answer === "query")).toHaveLength(1);
  });

  it("is accepted once by two at the same moment, and the other is told", async () => {
    await make();
    const both = await Promise.allSettled([accept(), accept({ actor: on.plan.actors.secondReviewer })]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "changedMeanwhile" } });
    expect(await answers()).toHaveLength(2);
    expect(await on.database.prisma.reviewAcceptance.count({ where: { report: { planId: on.plan.planId } } })).toBe(1);
    expect(await auditOf(on.database.prisma, on.plan)).toHaveLength(1);
  });

  it("is refused to others, for another submission, where nothing is left, and once it is decided", async () => {
    await make();
    await expect(accept({ actor: on.plan.actors.thailand })).rejects.toThrow(refusal("notAllowed"));
    await expect(accept({ actor: on.plan.actors.cambodia })).rejects.toThrow(refusal("notFound"));
    await expect(accept({ submission: 2 })).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(accept({ indicators: ["G1.1-b", "G9.9-z"] })).rejects.toThrow(refusal("changedMeanwhile"));
    await giveBack();
    await expect(accept()).rejects.toThrow(refusal("locked", { args: { lock: "returned" } }));
    expect(await answers()).toEqual([]);
    expect((await auditOf(on.database.prisma, on.plan)).filter(({ action }) => action === "cleanAccepted")).toEqual([]);
  });
});

describe("an acceptance at once", () => {
  it("is undone as far as it stands as the act left it, by any reviewer, with one event", async () => {
    await make();
    const { acceptance } = await accept();
    await answer("G1.1-a", "query");
    const { takenBack } = await undo(acceptance, { actor: on.plan.actors.secondReviewer });
    expect(takenBack).toEqual(["G1.2-b"]);
    expect(await answers()).toMatchObject([{ answer: "query", acceptanceId: null }]);
    expect((await auditOf(on.database.prisma, on.plan)).at(-1)).toMatchObject({
      action: "acceptanceUndone",
      after: { submission: 1, acceptance, indicators: ["G1.2-b"] },
    });
    await expect(undo(acceptance)).rejects.toThrow(refusal("changedMeanwhile"));
  });

  it("leaves what was accepted again by hand", async () => {
    await make();
    const { acceptance } = await accept();
    await answer("G1.1-a", "none");
    await answer("G1.1-a", "accept");
    expect((await undo(acceptance)).takenBack).toEqual(["G1.2-b"]);
    expect(await answers()).toMatchObject([{ answer: "accept", acceptanceId: null }]);
  });

  it("leaves what another reviewer accepted by itself, who hadn't seen the act yet", async () => {
    await make();
    const { secondReviewer } = on.plan.actors;
    const { acceptance } = await accept();
    const byItself = { indicator: "G1.1-a", submission: 1, answer: "accept", query: "", seen: "" } as const;
    await recordReviewAnswer(secondReviewer, here(), byItself, now);
    await recordReviewAnswer(secondReviewer, here(), byItself, now);
    expect((await undo(acceptance)).takenBack).toEqual(["G1.2-b"]);
    expect(await answers()).toEqual([{ answer: "accept", acceptanceId: null, answeredById: secondReviewer.id }]);
    expect((await auditOf(on.database.prisma, on.plan)).map(({ action }) => action)).toEqual([
      "cleanAccepted",
      "reviewAnswered",
      "acceptanceUndone",
    ]);
  });

  it("is undone once by two at the same moment", async () => {
    await make();
    const { acceptance } = await accept();
    const both = await Promise.allSettled([undo(acceptance), undo(acceptance)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await auditOf(on.database.prisma, on.plan)).toHaveLength(2);
  });

  it("isn't undone by others, in another report's name, or once it is decided", async () => {
    await make();
    const { acceptance } = await accept();
    await expect(undo(acceptance, { actor: on.plan.actors.thailand })).rejects.toThrow(refusal("notAllowed"));
    await expect(undo(acceptance, { submission: 2 })).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(undo(acceptance + 1)).rejects.toThrow(refusal("changedMeanwhile"));
    await giveBack();
    await expect(undo(acceptance)).rejects.toThrow(refusal("locked", { args: { lock: "returned" } }));
    expect(await answers()).toHaveLength(2);
  });
});
