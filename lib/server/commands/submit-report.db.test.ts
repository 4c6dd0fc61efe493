import { describe, expect, it } from "vitest";
import type { Refusal } from "@/lib/domain/refusal";
import {
  auditOf,
  madeUpDeclaration,
  makeApprovedTotal,
  makeReport,
  type ReportValues,
  reportAsSeen,
} from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addComment } from "./add-comment";
import { replyToQuery } from "./reply-to-query";
import { declarationDigest, SubmissionBlocked, submitReport } from "./submit-report";
import { recordReasons } from "./values/record-reasons";
import { recordValue } from "./values/record-value";

const now = new Date("2017-02-01T04:00:00Z");

const on = reportingTests();

const here = () => on.plan.address("THA", "2016");
const seen = () => reportAsSeen(on.database.prisma, on.plan);
const submit = async (as = on.plan.actors.thailand) => submitReport(as, here(), await seen(), now);
const draft = (values: ReportValues, state: "draft" | "returned" = "draft") =>
  makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state, values, others: "missing" });
const count = (number: string) => ({ kind: "number", number }) as const;
const stored = (id: number) => on.database.prisma.report.findUniqueOrThrow({ where: { id } });

describe("submitting a report", () => {
  it("sends it off as it stands, with its number, and writes it down", async () => {
    const { id } = await draft({ "G1.1-a": { total: count("10") } });
    expect(await submit()).toEqual({ submission: 1 });
    expect(await stored(id)).toMatchObject({
      state: "submitted",
      submission: 1,
      rowVersion: 2,
      submittedById: on.plan.actors.thailand.id,
    });
    expect(await auditOf(on.database.prisma, on.plan)).toMatchObject([
      { action: "submitted", subject: "report THA 2016", after: { submission: 1, answered: 8, total: 8 } },
    ]);
  });

  it("is for the unit's focal point alone", async () => {
    await draft({ "G1.1-a": { total: count("10") } });
    const { cambodia, contributor, secretariat, cso } = on.plan.actors;
    await expect(submit(cambodia)).rejects.toThrow(refusal("notFound"));
    await expect(submit(cso)).rejects.toThrow(refusal("notFound"));
    await expect(submit(contributor)).rejects.toThrow(refusal("notAllowed"));
    await expect(submit(secretariat)).rejects.toThrow(refusal("notAllowed"));
    expect(await auditOf(on.database.prisma, on.plan)).toEqual([]);
  });

  it("needs of every indicator a value or the reason why there is none, of a narrative one too", async () => {
    const nothing = { rowVersion: 0, revisions: 0, ...madeUpDeclaration };
    await expect(submitReport(on.plan.actors.thailand, here(), nothing, now)).rejects.toThrow(refusal("notFound"));
    const { id } = await makeReport(on.database.prisma, on.plan, {
      unit: "THA",
      period: "2016",
      values: {
        "G1.1-a": { total: count("10") },
        "G1.2-a": { total: { kind: "missing", reason: "notYetAvailable" } },
      },
    });
    const refused = await submit().catch((error: unknown) => error);
    if (!(refused instanceof SubmissionBlocked)) throw new Error("submitted with blanks");
    expect(refused.blocks.map(({ code }) => code)).toEqual(Array(6).fill("blank"));
    const given = refused.blocks.map(({ indicator }) => ({ indicator, reason: "notCollected" as const }));
    await recordReasons(on.plan.actors.thailand, here(), { given: given.slice(1) }, now);
    await expect(submit()).rejects.toThrow(
      refusal("submissionBlocked", { blocks: [{ code: "blank", indicator: given[0]!.indicator }] }),
    );
    await recordReasons(on.plan.actors.thailand, here(), { given }, now);
    expect(await submit()).toEqual({ submission: 1 });
    expect(await on.database.prisma.value.count({ where: { reportId: id, kind: "missing" } })).toBe(7);
  });

  it("keeps who approved it with the submission, and names nobody in the audit", async () => {
    const { id } = await draft({ "G1.1-a": { total: count("10") } });
    await submit();
    const declared = { approver: "Officer made up", approverFunction: "Head of the task force (made up)" };
    expect(await on.database.prisma.submissionDeclaration.findMany({ where: { reportId: id } })).toMatchObject([
      { submission: 1, declaredById: on.plan.actors.thailand.id, ...declared },
    ]);
    const [event] = await auditOf(on.database.prisma, on.plan);
    expect(event?.after).toMatchObject({ declaration: declarationDigest(declared) });
    expect(JSON.stringify(event)).not.toContain("Officer made up");
  });

  it("waits for words on parts that differ from their total, and takes any", async () => {
    const parts = { "sex=female": count("265"), "sex=male": count("126") };
    const { id } = await draft({ "G1.1-a": { total: count("402"), ...parts } });
    const blocks = [{ code: "commentMissing", indicator: "G1.1-a" }];
    await expect(submit()).rejects.toThrow(refusal("submissionBlocked", { blocks }));
    expect(await stored(id)).toMatchObject({ state: "draft", rowVersion: 1 });
    const words = { indicator: "G1.1-a", body: "Two provinces didn't say." };
    await addComment(on.plan.actors.thailand, here(), words, now);
    expect(await submit()).toEqual({ submission: 1 });
  });

  it("asks again when a value is changed after the words on it, whatever the clock says", async () => {
    const parts = { "sex=female": count("265"), "sex=male": count("126") };
    const { id } = await draft({ "G1.1-a": { total: count("402"), ...parts } });
    const words = { indicator: "G1.1-a", body: "Two provinces didn't say." };
    await addComment(on.plan.actors.thailand, here(), words, now);
    const clock = { createdAt: new Date("2040-01-01T00:00:00Z") };
    await on.database.prisma.valueComment.updateMany({ where: { reportId: id }, data: clock });
    const entered = { kind: "number", number: "127", missingReason: "" } as const;
    const save = { indicator: "G1.1-a", cell: "sex=male", expectedRevision: 1, entered };
    const answer = await recordValue(on.plan.actors.thailand, here(), save, now);
    const blocks = [{ code: "commentMissing", indicator: "G1.1-a" }];
    expect(answer.commentMissing).toBe(true);
    await expect(submit()).rejects.toThrow(refusal("submissionBlocked", { blocks }));
    await addComment(on.plan.actors.thailand, here(), words, now);
    // The same value once more is no other value.
    expect((await recordValue(on.plan.actors.thailand, here(), save, now)).commentMissing).toBe(false);
    expect(await submit()).toEqual({ submission: 1 });
  });

  it("waits until every value keeps the limits that its definition has now", async () => {
    await draft({ "G1.2-c": { total: count("-4.5") } });
    const blocks = [{ code: "valueOutsideLimits", indicator: "G1.2-c" }];
    await expect(submit()).rejects.toThrow(refusal("submissionBlocked", { blocks }));
    const entered = { kind: "number", number: "4.5", missingReason: "" } as const;
    const save = { indicator: "G1.2-c", cell: "total", expectedRevision: 1, entered };
    await recordValue(on.plan.actors.thailand, here(), save, now);
    expect(await submit()).toEqual({ submission: 1 });
  });

  it("takes words on a total's jump as long as the total stays, whatever becomes of its parts", async () => {
    const before = { unit: "THA", period: "2015", indicator: "G1.1-a", value: count("100") };
    await makeApprovedTotal(on.database.prisma, on.plan, before);
    await draft({ "G1.1-a": { total: count("402") } });
    await addComment(on.plan.actors.thailand, here(), { indicator: "G1.1-a", body: "More raids." }, now);
    const entered = { kind: "number", number: "265", missingReason: "" } as const;
    const part = { indicator: "G1.1-a", cell: "sex=female", expectedRevision: 0, entered };
    expect(await recordValue(on.plan.actors.thailand, here(), part, now)).toMatchObject({ commentMissing: false });
    const total = { ...part, cell: "total", expectedRevision: 1 };
    expect(await recordValue(on.plan.actors.thailand, here(), total, now)).toMatchObject({ commentMissing: true });
    const again = { ...part, expectedRevision: 1, entered: { ...entered, number: "137" } };
    expect(await recordValue(on.plan.actors.thailand, here(), again, now)).toMatchObject({ commentMissing: true });
  });

  it("waits for a reply to each query, or another value", async () => {
    const values = { "G1.1-a": { total: count("54") }, "G1.2-b": { total: count("6") } };
    const { id } = await draft(values, "returned");
    for (const indicator of ["G1.1-a", "G1.2-b"])
      await on.database.prisma.reviewAnswer.create({
        data: {
          reportId: id,
          submission: 1,
          indicatorId: on.plan.indicatorIds[indicator]!,
          answer: "query",
          query: "Is it all?",
          answeredAt: new Date("2016-03-01T00:00:00Z"),
          answeredById: on.plan.actors.secretariat.id,
        },
      });
    const waiting = (...indicators: string[]) =>
      refusal("submissionBlocked", { blocks: indicators.map((indicator) => ({ code: "replyMissing", indicator })) });
    await expect(submit()).rejects.toThrow(waiting("G1.1-a", "G1.2-b"));
    await replyToQuery(on.plan.actors.thailand, here(), { indicator: "G1.1-a", reply: "Both lines." }, now);
    await expect(submit()).rejects.toThrow(waiting("G1.2-b"));
    const entered = { kind: "number", number: "7", missingReason: "" } as const;
    const save = { indicator: "G1.2-b", cell: "total", expectedRevision: 1, entered };
    await recordValue(on.plan.actors.thailand, here(), save, now);
    expect(await submit()).toEqual({ submission: 2 });
  });

  it("is refused while the period is locked, and for a report as it was before", async () => {
    await draft({ "G1.1-a": { total: count("10") } });
    const later = { ...(await seen()), rowVersion: 2 };
    await expect(submitReport(on.plan.actors.thailand, here(), later, now)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    await on.database.prisma.reportingPeriod.update({
      where: { id: on.plan.periodIds["2016"]! },
      data: { state: "locked" },
    });
    await expect(submit()).rejects.toThrow(refusal("locked", { args: { lock: "periodLocked" } }));
  });

  it("is refused with a value in it that came after the look at it", async () => {
    await draft({ "G1.1-a": { total: count("10") } });
    const before = await seen();
    const entered = { kind: "number", number: "11", missingReason: "" } as const;
    const save = { indicator: "G2.1-a", cell: "total", expectedRevision: 1, entered };
    await recordValue(on.plan.actors.contributor, here(), save, now);
    const { name } = on.plan.actors.contributor;
    const told = { codes: "G2.1-a", more: 0, by: name, at: expect.any(String) };
    await expect(submitReport(on.plan.actors.thailand, here(), before, now)).rejects.toThrow(
      refusal("valuesChanged", { args: told }),
    );
    const own = { ...save, indicator: "G1.2-b" };
    await recordValue(on.plan.actors.thailand, here(), own, now);
    await expect(submitReport(on.plan.actors.thailand, here(), before, now)).rejects.toThrow(
      refusal("valuesChanged", { args: { ...told, codes: "G1.2-b, G2.1-a", by: "you" } }),
    );
    expect(await submit()).toEqual({ submission: 1 });
  });

  it("happens once for two who submit at once", async () => {
    await draft({ "G1.1-a": { total: count("10") } });
    const outcomes = await Promise.allSettled([submit(), submit()]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "changedMeanwhile" } },
    ]);
    expect(await auditOf(on.database.prisma, on.plan)).toHaveLength(1);
  });

  it("leaves no value behind that is saved at the same moment: it is in the submission or refused", async () => {
    const { id } = await draft({ "G1.1-a": { total: count("10") } });
    const save = (n: number) =>
      recordValue(
        on.plan.actors.thailand,
        here(),
        {
          indicator: "G1.2-b",
          cell: "total",
          expectedRevision: 1,
          entered: { kind: "number", number: `${n}`, missingReason: "" },
        },
        now,
      );
    const insist = (): Promise<unknown> =>
      submit().catch((error: Refusal) => (error.code === "valuesChanged" ? insist() : Promise.reject(error)));
    const outcomes = await Promise.allSettled([save(1), insist(), save(2), save(3)]);
    const { submittedAt } = await stored(id);
    const late = await on.database.prisma.valueRevision.findMany({
      where: { reportId: id, createdAt: { gt: submittedAt! } },
    });
    expect(late).toEqual([]);
    const codes = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
    for (const code of codes) expect(["locked", "changedMeanwhile"]).toContain(code);
  });
});
