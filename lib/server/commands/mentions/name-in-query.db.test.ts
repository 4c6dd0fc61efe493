import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { seenAnswer } from "@/lib/schemas/reports/review-fields";
import { sendDueMail } from "@/lib/server/mail/send-due-mail";
import { personalData } from "@/lib/server/queries/account/personal-data";
import { mentionsForWork } from "@/lib/server/queries/mentions-for-work";
import { peopleToAskOf } from "@/lib/server/queries/people-to-tell";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { reportForReview } from "@/lib/server/queries/report-for-review";
import { auditOf, makeReport, queriesAsSeen } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { recordReviewAnswer } from "../record-review-answer";
import { returnReport } from "../return-report";
import { nameInQuery } from "./name-in-query";
import { seeMention } from "./see-mention";

const now = new Date("2017-05-01T04:00:00Z");
const asked = { locale: "en", now };
const on = reportingTests();
const code = "G2.1-a";
const here = () => on.plan.address("THA", "2016");
/** By somebody who saw what stands. */
async function answer(answer: "accept" | "query" | "none", query = "", by = on.plan.actors.secretariat) {
  const seen = seenAnswer(
    (await on.database.prisma.reviewAnswer.findFirst({
      where: { submission: 1, report: { planId: on.plan.planId } },
    })) ?? {},
  );
  await recordReviewAnswer(by, here(), { indicator: code, submission: 1, answer, query, seen }, now);
}
const name = (person: Actor, isNamed = true, by = on.plan.actors.secretariat, submission = 1) =>
  nameInQuery(by, here(), { indicator: code, submission, person: person.id, isNamed }, now);
const waiting = async (actor: Actor) =>
  mentionsForWork(actor, await on.database.prisma.plan.findUniqueOrThrow({ where: { code: on.plan.code } }), asked);
const giveBack = async (tell: { indicator: string; person: number }[], named?: string) => {
  const queries = await queriesAsSeen(on.database.prisma, on.plan);
  const { rowVersion } = await on.database.prisma.report.findFirstOrThrow({ where: { planId: on.plan.planId } });
  return returnReport(on.plan.actors.secretariat, here(), { rowVersion, reason: "", queries, tell, named }, now);
};
const shown = async (actor: Actor) =>
  (await reportForReview(actor, here(), asked))?.indicators.find((one) => one.code === code)?.named;
const notices = ({ id }: Actor) =>
  on.database.prisma.mailNotice.findMany({
    where: { kind: "mention", mail: { userId: id } },
    select: { args: true, leftOut: true },
  });

const submittedBySecond = () =>
  on.database.prisma.report.updateMany({ data: { submittedById: on.plan.actors.secondReviewer.id } });

async function underReview() {
  await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2016", state: "submitted" });
  await answer("query", "Is it all?");
}

describe("a reviewer who is named in a query", () => {
  it("finds it among their work at once, with its words as they are now, until they have seen it", async () => {
    const { secretariat, secondReviewer } = on.plan.actors;
    await underReview();
    await name(secondReviewer);
    await name(secondReviewer);
    await answer("query", "Is it all of 2016?");
    expect(await waiting(secondReviewer)).toMatchObject([
      { kind: "review", indicator: { code }, body: "Is it all of 2016?", by: secretariat.name, count: 1 },
    ]);
    expect(await shown(secondReviewer)).toEqual([{ id: secondReviewer.id, name: secondReviewer.name, reviews: true }]);
    expect(
      (await auditOf(on.database.prisma, on.plan)).filter(({ action }) => action === "namedInQuery"),
    ).toMatchObject([{ after: { submission: 1, person: secondReviewer.id, isNamed: true } }]);
    await seeMention(secondReviewer, here(), { indicator: code, kind: "review", last: 999_999 }, now);
    expect(await waiting(secondReviewer)).toEqual([]);
  });

  it("is told by mail, which leads to the review, unless the query is none any more", async () => {
    const { secondReviewer } = on.plan.actors;
    await underReview();
    await name(secondReviewer);
    expect(await notices(secondReviewer)).toMatchObject([{ args: { indicator: code, inReview: true }, leftOut: null }]);
    await answer("accept");
    expect(await waiting(secondReviewer)).toEqual([]);
    await sendDueMail({ clock: async () => new Date(Date.now() + 3 * 86_400_000), settings: null });
    expect(await notices(secondReviewer)).toMatchObject([{ leftOut: "settled" }]);
  });

  it.each([
    ["the query is taken back", () => answer("none")],
    ["they are named no longer", () => name(on.plan.actors.secondReviewer, false)],
    ["the report came back", () => giveBack([])],
    ["they submitted it themselves", submittedBySecond],
  ])("has nothing waiting once %s", async (_, settle) => {
    const { secondReviewer } = on.plan.actors;
    await underReview();
    await name(secondReviewer);
    await settle();
    expect(await waiting(secondReviewer)).toEqual([]);
  });
});

describe("somebody of the unit whom a query names", () => {
  it("hears nothing of it before the report comes back, nor does anybody else of the unit", async () => {
    const { contributor, thailand, secretariat } = on.plan.actors;
    await underReview();
    await name(contributor);
    expect(await waiting(contributor)).toEqual([]);
    expect(await notices(contributor)).toEqual([]);
    expect(await personalData(contributor, now)).toMatchObject({ mentions: [] });
    expect(await personalData(secretariat, now)).toMatchObject({ mentions: [{ personId: contributor.id }] });
    const see = () => seeMention(contributor, here(), { indicator: code, kind: "query", last: 999_999 }, now);
    await expect(see()).rejects.toThrow(refusal("changedMeanwhile"));
    await giveBack([], "");
    expect(await waiting(contributor)).toMatchObject([{ kind: "query", indicator: { code } }]);
    expect(await personalData(contributor, now)).toMatchObject({ mentions: [{ kind: "query" }] });
    const read = await reportForEntry(thailand, here(), asked);
    expect(read?.indicators.flatMap(({ query }) => query ?? [])).toMatchObject([{ told: [contributor.name] }]);
  });

  it("is told nothing where whoever returns the report saw the name and took the tick off", async () => {
    const { contributor } = on.plan.actors;
    await underReview();
    await name(contributor);
    await giveBack([], `${code}:${contributor.id}`);
    expect(await waiting(contributor)).toEqual([]);
    expect(await on.database.prisma.mention.count({ where: { report: { planId: on.plan.planId } } })).toBe(0);
  });

  it("is read with whom a query may be told to, as a reviewer who is named is", async () => {
    const { contributor, secretariat, secondReviewer, thailand } = on.plan.actors;
    await underReview();
    await name(contributor);
    await name(secondReviewer);
    const read = await peopleToAskOf(secretariat, here());
    const namedOf = ({ id }: Actor) => read?.find((person) => person.id === id)?.named;
    for (const person of [contributor, secondReviewer]) expect(namedOf(person)).toEqual([code]);
    expect(namedOf(thailand)).toEqual([]);
  });

  it("isn't shown, as a reviewer isn't, among those who were told of the query", async () => {
    const { secondReviewer, thailand } = on.plan.actors;
    await underReview();
    await name(secondReviewer);
    await giveBack([]);
    const read = await reportForEntry(thailand, here(), asked);
    expect(read?.indicators.flatMap(({ query }) => query ?? [])).toMatchObject([{ told: [] }]);
  });
});

describe("whom a query may name", () => {
  it("is judged in the command: nobody who can neither answer nor review it, and nobody themselves", async () => {
    const { cambodia, cso, secretariat } = on.plan.actors;
    await underReview();
    for (const person of [cambodia, cso, secretariat])
      await expect(name(person)).rejects.toMatchObject({ code: "cannotBeTold", args: { people: person.name } });
    expect(await on.database.prisma.mention.count({ where: { report: { planId: on.plan.planId } } })).toBe(0);
  });

  it("is said by reviewers alone, of a query that stands", async () => {
    const { thailand, contributor, cso, secondReviewer } = on.plan.actors;
    await underReview();
    for (const actor of [thailand, contributor])
      await expect(name(secondReviewer, true, actor)).rejects.toThrow(refusal("notAllowed"));
    await expect(name(secondReviewer, true, cso)).rejects.toThrow(refusal("notFound"));
    await expect(name(secondReviewer, true, undefined, 2)).rejects.toThrow(refusal("changedMeanwhile"));
    await answer("accept");
    await expect(name(secondReviewer)).rejects.toThrow(refusal("changedMeanwhile"));
    await answer("query", "Is it all?");
    await giveBack([]);
    await expect(name(secondReviewer)).rejects.toThrow(refusal("locked"));
  });

  it("may be the one who asked it: two reviewers look into it", async () => {
    const { secretariat, secondReviewer } = on.plan.actors;
    await underReview();
    await name(secretariat, true, secondReviewer);
    expect(await waiting(secretariat)).toMatchObject([{ kind: "review", by: secondReviewer.name }]);
  });
});
