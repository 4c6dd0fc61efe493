import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { returnReportForm } from "@/lib/schemas/reports/review-forms";
import { sendDueMail } from "@/lib/server/mail/send-due-mail";
import { personalData } from "@/lib/server/queries/account/personal-data";
import { mentionsForWork } from "@/lib/server/queries/mentions-for-work";
import { peopleToAskOf } from "@/lib/server/queries/people-to-tell";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { reviewPage } from "@/lib/server/queries/review-page";
import { yourWork } from "@/lib/server/queries/your-work";
import { auditOf, makeReport, queriesAsSeen } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { recordReviewAnswer } from "../record-review-answer";
import { replyToQuery } from "../reply-to-query";
import { returnReport } from "../return-report";
import { recordValue } from "../values/record-value";
import { seeMention } from "./see-mention";

const now = new Date("2017-05-01T04:00:00Z");
const on = reportingTests();
const here = () => on.plan.address("THA", "2016");
const submitted = () => makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "submitted" });
const ask = (indicator: string, query = "Is it all?", submission = 1, by = on.plan.actors.secretariat) =>
  recordReviewAnswer(by, here(), { indicator, submission, answer: "query", query }, now);
const giveBack = async (tell: { indicator: string; person: number }[]) => {
  const queries = await queriesAsSeen(on.database.prisma, on.plan);
  const { rowVersion } = await on.database.prisma.report.findFirstOrThrow({ where: { planId: on.plan.planId } });
  return returnReport(on.plan.actors.secretariat, here(), { rowVersion, reason: "", queries, tell }, now);
};
const submitAgain = () =>
  on.database.prisma.report.updateMany({
    data: { state: "submitted", submission: { increment: 1 }, rowVersion: { increment: 1 } },
  });
/** What stands of a person's notices that were queued, and what was left out. */
const notices = (kind: "mention" | "query", { id }: Actor) =>
  on.database.prisma.mailNotice.findMany({
    where: { kind, mail: { userId: id } },
    orderBy: { id: "asc" },
    select: { args: true, leftOut: true },
  });
/** The moment of a return is the database's. */
const sendLater = () => sendDueMail({ clock: async () => new Date(Date.now() + 3 * 86_400_000), settings: null });
const save = () =>
  recordValue(
    on.plan.actors.thailand,
    here(),
    {
      indicator: "G2.1-a",
      cell: "total",
      expectedRevision: 0,
      entered: { kind: "number", number: "12", missingReason: "" },
    },
    now,
  );
const waiting = async (actor: Actor) => {
  const plan = await on.database.prisma.plan.findUniqueOrThrow({ where: { code: on.plan.code } });
  return mentionsForWork(actor, plan, { locale: "en", now });
};
const shown = async (actor: Actor) =>
  (await reviewPage(actor, here(), { locale: "en", now }, { narrative: false, opened: null, toReturn: true }))?.people;

describe("whom a reviewer may tell of a query", () => {
  it("are those who can answer it there, of each indicator", async () => {
    await submitted();
    const { thailand, contributor, secretariat, cambodia, cso } = on.plan.actors;
    const people = await shown(secretariat);
    expect(people?.find(({ id }) => id === thailand.id)).toMatchObject({ name: thailand.name, of: null });
    const own = people?.find(({ id }) => id === contributor.id)?.of;
    expect(own).toContain("G2.1-a");
    expect(own).not.toContain("G1.1-a");
    for (const { id } of [secretariat, cambodia, cso]) expect(people?.map((one) => one.id)).not.toContain(id);
  });

  it("is judged when the report is returned, which stays as it is then", async () => {
    await submitted();
    await ask("G1.1-a");
    await ask("G2.1-a");
    const { thailand, contributor, secretariat, cambodia } = on.plan.actors;
    for (const [indicator, { id: person, name: people }] of [
      ["G1.1-a", contributor],
      ["G1.1-a", cambodia],
      ["G1.1-a", secretariat],
      ["G3.1-a", thailand],
    ] as const)
      await expect(giveBack([{ indicator, person }])).rejects.toMatchObject({ code: "cannotBeTold", args: { people } });
    await expect(giveBack([{ indicator: "G1.1-a", person: 999_999 }])).rejects.toMatchObject({
      args: { people: "none" },
    });
    expect(await on.database.prisma.mention.count()).toBe(0);
    expect(await on.database.prisma.report.findFirst()).toMatchObject({ state: "submitted" });
  });

  it("is read by whoever reviews the report, and by nobody else", async () => {
    const { thailand, contributor, secretariat, secondReviewer, cso } = on.plan.actors;
    expect(await peopleToAskOf(secretariat, here())).toBeNull();
    await submitted();
    await ask("G2.1-a", "Is it all?", 1, secondReviewer);
    // Of all indicators that the plan has, where a page goes through those of the report.
    const read = await peopleToAskOf(secretariat, here());
    expect(read?.map(({ id }) => id)).toEqual((await shown(secretariat))?.map(({ id }) => id));
    expect(read?.find(({ id }) => id === secondReviewer.id)?.of).not.toContain("G2.1-a");
    expect(read?.find(({ id }) => id === contributor.id)?.of).toContain("G2.1-a");
    for (const actor of [thailand, contributor, cso]) expect(await peopleToAskOf(actor, here())).toBeNull();
    await on.database.prisma.report.updateMany({ data: { submittedById: secretariat.id } });
    expect(await peopleToAskOf(secretariat, here())).toBeNull();
  });

  it("is read from a form by its boxes", () => {
    const place = { plan: "spaiv", unit: "THA", period: "2016", locale: "en", rowVersion: "1", queries: "1:a" };
    const read = returnReportForm.parse({ ...place, reason: "", "tell|12|G2.1-a": "on", "tell|7|G1.1-a": "on" });
    expect(read.tell).toEqual([
      { indicator: "G2.1-a", person: 12 },
      { indicator: "G1.1-a", person: 7 },
    ]);
    expect(returnReportForm.safeParse({ ...place, "tell|12|__proto__ x": "on" }).success).toBe(false);
  });
});

describe("somebody who is told of a query", () => {
  const told = async (person = on.plan.actors.contributor) => {
    await submitted();
    await ask("G2.1-a");
    expect(await waiting(person)).toEqual([]);
    await giveBack([
      { indicator: "G2.1-a", person: person.id },
      { indicator: "G2.1-a", person: person.id },
    ]);
  };

  it("finds it among their work once the report came back, until they saw it", async () => {
    const { contributor, secretariat, thailand } = on.plan.actors;
    await told();
    expect(await waiting(contributor)).toMatchObject([
      { kind: "query", indicator: { code: "G2.1-a" }, body: "Is it all?", by: secretariat.name, count: 1 },
    ]);
    expect(await waiting(thailand)).toEqual([]);
    const read = await reportForEntry(thailand, here(), { locale: "en", now });
    const queries = read?.indicators.flatMap(({ query }) => query ?? []);
    expect(queries).toMatchObject([{ query: "Is it all?", told: [contributor.name] }]);
    expect((await auditOf(on.database.prisma, on.plan)).at(-1)).toMatchObject({
      action: "returned",
      after: { queries: 1, told: 1 },
    });
    const see = (kind: "comment" | "query") =>
      seeMention(contributor, here(), { indicator: "G2.1-a", kind, last: 999_999 }, now);
    await expect(see("comment")).rejects.toThrow(refusal("changedMeanwhile"));
    await see("query");
    expect(await waiting(contributor)).toEqual([]);
  });

  it("has nothing waiting once anybody replied", async () => {
    const { contributor, thailand } = on.plan.actors;
    await told();
    await replyToQuery(thailand, here(), { indicator: "G2.1-a", reply: "It is." }, now);
    expect(await waiting(contributor)).toEqual([]);
  });

  it("is told by mail, unless it was replied to before that leaves", async () => {
    const { secondReviewer, thailand } = on.plan.actors;
    await told(secondReviewer);
    expect(await notices("mention", secondReviewer)).toMatchObject([{ args: { indicator: "G2.1-a" }, leftOut: null }]);
    await replyToQuery(thailand, here(), { indicator: "G2.1-a", reply: "It is." }, now);
    await sendLater();
    expect(await notices("mention", secondReviewer)).toMatchObject([{ leftOut: "settled" }]);
  });

  it.each([
    ["a value was changed", save],
    ["the report was submitted again", submitAgain],
  ])("has nothing waiting, nor any mail, once %s", async (_, settle) => {
    const { secondReviewer, thailand } = on.plan.actors;
    await told(secondReviewer);
    await settle();
    const read = await reportForEntry(thailand, here(), { locale: "en", now });
    expect(read?.indicators.flatMap(({ query }) => query?.isOpen ?? [])).toEqual([false]);
    expect(await waiting(secondReviewer)).toEqual([]);
    await sendLater();
    expect(await notices("mention", secondReviewer)).toMatchObject([{ leftOut: "settled" }]);
    expect(await notices("query", thailand)).toMatchObject([{ leftOut: "settled" }]);
  });

  it("is told by whoever asked, who isn't told of it and can't be", async () => {
    const { contributor, secretariat, secondReviewer } = on.plan.actors;
    await submitted();
    await ask("G2.1-a", "Is it all?", 1, secondReviewer);
    await ask("G1.1-a");
    expect((await shown(secretariat))?.find(({ id }) => id === secondReviewer.id)?.of).not.toContain("G2.1-a");
    const others = { indicator: "G1.1-a", person: secondReviewer.id };
    const own = { indicator: "G2.1-a", person: secondReviewer.id };
    await expect(giveBack([others, own])).rejects.toMatchObject({
      code: "cannotBeTold",
      args: { people: secondReviewer.name },
    });
    await giveBack([others, { indicator: "G2.1-a", person: contributor.id }]);
    expect(await waiting(contributor)).toMatchObject([{ by: secondReviewer.name }]);
    expect(await waiting(secondReviewer)).toMatchObject([{ indicator: { code: "G1.1-a" }, by: secretariat.name }]);
  });

  it("is told once where they are asked to answer it anyway: by mail, and among their work", async () => {
    const { contributor } = on.plan.actors;
    await told();
    expect(await notices("query", contributor)).toMatchObject([{ args: { indicators: ["G2.1-a"] } }]);
    expect(await notices("mention", contributor)).toEqual([]);
    const work = await yourWork(contributor, on.plan.code, { locale: "en", now });
    expect(work?.view.queries).toMatchObject([{ indicator: { code: "G2.1-a" } }]);
    expect(work?.mentions).toEqual([]);
  });

  it("is told by mail also where they want none of queries, for this one names them", async () => {
    const { contributor } = on.plan.actors;
    const unwanted = { userId: contributor.id, kind: "query" };
    await on.database.prisma.unwantedMail.create({ data: unwanted });
    await told();
    expect(await notices("mention", contributor)).toMatchObject([{ args: { indicator: "G2.1-a" } }]);
    await on.database.prisma.unwantedMail.deleteMany({ where: unwanted });
  });

  it("has the last return's query waiting, and not the one of the return before", async () => {
    const { contributor } = on.plan.actors;
    await told();
    await submitAgain();
    await ask("G1.1-a", "Which law?", 2);
    await giveBack([]);
    expect(await waiting(contributor)).toEqual([]);
    await submitAgain();
    await ask("G2.1-a", "Since when?", 3);
    await giveBack([{ indicator: "G2.1-a", person: contributor.id }]);
    expect(await waiting(contributor)).toMatchObject([{ body: "Since when?", count: 1 }]);
  });

  it("and whoever told them have it in their own data, and nobody else has", async () => {
    const { contributor, secretariat, thailand } = on.plan.actors;
    await told();
    const own = [{ kind: "query", personId: contributor.id, byId: secretariat.id, seenAt: null }];
    expect(await personalData(contributor, now)).toMatchObject({ mentions: own });
    expect(await personalData(secretariat, now)).toMatchObject({ mentions: own });
    expect(await personalData(thailand, now)).toMatchObject({ mentions: [] });
  });
});
