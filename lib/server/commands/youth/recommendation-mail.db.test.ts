import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { MeetingEntry } from "@/lib/schemas/commitments/meeting-forms";
import { composeMail } from "@/lib/server/mail/compose-mail";
import { mailReader } from "@/lib/server/mail/mail-reader";
import { readNotices } from "@/lib/server/mail/read-notices";
import { remindOfRecommendations } from "@/lib/server/youth/remind-of-recommendations";
import { makeMember } from "@/test/factories/make-member";
import { reportingTests } from "@/test/factories/reporting-plan";
import { addKeyAction } from "../commitments/add-key-action";
import { tellKeyAction } from "../commitments/tell-key-action";
import { addMeeting } from "../meetings/add-meeting";
import { advanceMeeting } from "../meetings/advance-meeting";
import { changeMeeting } from "../meetings/change-meeting";
import { addRecommendation } from "./add-recommendation";
import { passRecommendation } from "./pass-recommendation";
import { recallRecommendation } from "./recall-recommendation";
import { respondToRecommendation } from "./respond-to-recommendation";
import { sendBackRecommendation } from "./send-back-recommendation";
import { submitRecommendation } from "./submit-recommendation";
import { takeDownRecommendation } from "./take-down-recommendation";

// All mail about one recommendation, with the people and the meeting that all of it shares: in two files they would stand twice.

const on = reportingTests();
const now = new Date("2018-03-09T04:00:00Z");
const at = (day: string) => new Date(`${day}T04:00:00Z`);
const remind = (day: string) => remindOfRecommendations(at(day));

const entry = (kind: "youthForum" | "som", startsOn: string, endsOn = startsOn): MeetingEntry => ({
  kind,
  year: 2018,
  startsOn,
  endsOn,
  isOnline: true,
  host: null,
  unit: null,
  participants: [],
  sources: [],
  texts: [{ locale: "en", title: "Made up", place: "", notes: "" }],
});
const plan = (code: string, of: MeetingEntry) =>
  addMeeting(on.plan.actors.secretariat, { plan: on.plan.code, code, entry: of });

/** A recommendation to two countries that waits for its check, due at a meeting of 10 and 11 May. */
async function submitted() {
  const { secretariat } = on.plan.actors;
  const { prisma } = on.database;
  const young = (organisation: string, unit: string | null = null) =>
    makeMember(prisma, on.plan, `${organisation} of ${on.plan.code}`, unit, "youthFacilitator");
  const [author, colleague] = [await young("Network"), await young("Network")];
  const strangers = [await young("Elsewhere"), await young("Network", "THA"), on.plan.actors.cso];
  const forum = await plan("YF-2018", entry("youthForum", "2018-03-01"));
  await advanceMeeting(secretariat, { plan: on.plan.code, id: forum.id, rowVersion: 1 }, "hold", now);
  const som = await plan("SOM20", entry("som", "2018-05-10", "2018-05-11"));
  const said = { body: "Teach it at school", language: "en" as const, node: "G1", units: ["THA", "KHM"] };
  const { id } = await addRecommendation(author, { plan: on.plan.code, meeting: forum.id }, said, now);
  const seen = async () => {
    const { rowVersion } = await prisma.addressedText.findUniqueOrThrow({ where: { id } });
    return { plan: on.plan.code, id, rowVersion };
  };
  await submitRecommendation(author, await seen(), now);
  return { id, som, author, colleague, strangers, seen };
}

/** The same, passed on. */
async function passed() {
  const { prisma } = on.database;
  const { id, seen, ...made } = await submitted();
  await passRecommendation(on.plan.actors.secretariat, await seen(), now);
  const answering = async (unit: string) => {
    const { rowVersion } = await prisma.addressedUnit.findFirstOrThrow({ where: { textId: id, unit: { code: unit } } });
    return { plan: on.plan.code, id, rowVersion, unit };
  };
  const answer = async (actor: Actor, unit: string, step: "draftReply" | "sendReply" = "sendReply") =>
    respondToRecommendation(actor, await answering(unit), { unit, answer: "accepted", body: "" }, step, now);
  return { id, ...made, seen, answering, answer };
}

const noticesOf = ({ id }: Actor) =>
  on.database.prisma.mailNotice.findMany({ where: { mail: { userId: id } }, orderBy: { id: "asc" } });
const toldTo = async (actor: Actor) => (await noticesOf(actor)).map(({ kind, args }) => [kind, args]);
const countOf = async (actor: Actor) => (await noticesOf(actor)).length;
const told = (kind: "Check" | "Reply" | "News", unit: string) => [
  `recommendation${kind}`,
  { plan: on.plan.code, unit, recommendations: [1] },
];
/** What a mail that leaves at that moment says, without its greeting and its end; null where nothing is left to say. */
async function mailTo(actor: Actor, when: Date) {
  const reader = await mailReader({ userId: actor.id, email: null, locale: null });
  const mail = await composeMail(await readNotices(await noticesOf(actor), reader, when), "en", when);
  return mail?.text.split("\n\n").slice(2, -1) ?? null;
}

describe("mail about what young people recommend", () => {
  it("asks those who answer for each country addressed, by number and day alone", async () => {
    const { thailand, cambodia, secretariat, contributor } = on.plan.actors;
    const { id, author } = await passed();
    expect(await toldTo(thailand)).toEqual([told("Reply", "THA")]);
    expect(await toldTo(cambodia)).toEqual([told("Reply", "KHM")]);
    for (const nobody of [contributor, author]) expect(await toldTo(nobody)).toEqual([]);
    // That it waited for its check is settled.
    expect(await mailTo(secretariat, now)).toBeNull();
    const [part, ...others] = (await mailTo(thailand, now))!;
    expect(others).toEqual([]);
    expect(part).toContain("Young people’s recommendations wait for your answer by 11 May 2018: number 1.");
    expect(part).toMatch(new RegExp(`/en/${on.plan.code}/work/youth/${id}$`));
  });

  it("asks the secretariat for the safety check each time that it is submitted, by number alone", async () => {
    const { secretariat, secondReviewer, administrator, thailand } = on.plan.actors;
    const { id, author, seen } = await submitted();
    const check = told("Check", "REGION");
    for (const reviewer of [secretariat, secondReviewer]) expect(await toldTo(reviewer)).toEqual([check]);
    for (const nobody of [administrator, thailand, author]) expect(await toldTo(nobody)).toEqual([]);
    const [part, ...others] = (await mailTo(secretariat, now))!;
    expect(others).toEqual([]);
    expect(part).toContain("Young people’s recommendations wait for the safety check: number 1.");
    expect(part).toMatch(new RegExp(`/en/${on.plan.code}/work/youth/${id}$`));
    // Taken back by the morning, it waits for nobody.
    await recallRecommendation(author, await seen());
    expect(await mailTo(secretariat, now)).toBeNull();
    await submitRecommendation(author, await seen(), now);
    expect(await toldTo(secretariat)).toEqual([check, check]);
    await on.database.prisma.userRole.deleteMany({ where: { userId: secondReviewer.id } });
    expect(await mailTo(secondReviewer, now)).toBeNull();
  });

  it("reminds a country that hasn't answered once, a week before the meeting", async () => {
    const { thailand, cambodia } = on.plan.actors;
    const { answer } = await passed();
    await answer(cambodia, "KHM");
    await remind("2018-05-02");
    expect(await countOf(thailand)).toBe(1);
    await remind("2018-05-03");
    expect(await countOf(thailand)).toBe(2);
    for (const day of ["2018-05-04", "2018-05-11"]) await remind(day);
    expect(await toldTo(thailand)).toEqual([told("Reply", "THA"), told("Reply", "THA")]);
    expect(await countOf(cambodia)).toBe(1);
  });

  it("tells the country and who speaks for the young people that the day passed where it is, also after a long sleep", async () => {
    const { thailand, cambodia } = on.plan.actors;
    const { author, colleague, answer } = await passed();
    await answer(cambodia, "KHM");
    const before = await countOf(author);
    await remindOfRecommendations(new Date("2018-05-11T16:59:00Z"));
    expect([await countOf(thailand), await countOf(author)]).toEqual([2, before]);
    await remindOfRecommendations(new Date("2018-05-11T17:01:00Z"));
    expect([await countOf(thailand), await countOf(author)]).toEqual([3, before + 1]);
    for (const day of ["2018-05-12", "2018-05-30"]) await remind(day);
    expect([await countOf(thailand), await countOf(cambodia)]).toEqual([3, 1]);
    for (const facilitator of [author, colleague])
      expect((await toldTo(facilitator)).slice(before)).toEqual([told("News", "THA")]);
    const missed = "No answer was given by 11 May 2018 to young people’s recommendations: number 1.";
    expect((await mailTo(thailand, at("2018-05-12")))!.join()).toContain(missed);
    expect((await mailTo(author, at("2018-05-12")))!.map((part) => part.split("\n")[1])).toEqual([
      "There is news of young people’s recommendations: number 1.",
      missed,
    ]);
  });

  it("says once what a server slept over, and nothing of days that are long past", async () => {
    const { thailand } = on.plan.actors;
    const { author } = await passed();
    await remind("2018-07-01");
    expect([await countOf(thailand), await countOf(author)]).toEqual([1, 0]);
    await remind("2018-06-08");
    await remind("2018-06-08");
    expect([await countOf(thailand), await countOf(author)]).toEqual([2, 2]);
  });

  it("goes by the end of the year where the meeting's days aren't set", async () => {
    const { thailand, secretariat } = on.plan.actors;
    const { som, author } = await passed();
    const days = { startsOn: null, endsOn: null };
    const seen = { plan: on.plan.code, id: som.id, rowVersion: 1 };
    await changeMeeting(secretariat, seen, { ...entry("som", "2018-05-10"), ...days });
    for (const day of ["2018-05-04", "2018-05-12", "2018-12-23"]) await remind(day);
    expect([await countOf(thailand), await countOf(author)]).toEqual([1, 0]);
    expect((await mailTo(thailand, at("2018-12-23")))!.join()).toContain("by 31 December 2018: number 1.");
    for (const day of ["2018-12-24", "2019-01-01"]) await remind(day);
    expect([await countOf(thailand), await countOf(author)]).toEqual([3, 2]);
  });

  it("moves with the meeting", async () => {
    const { thailand, secretariat } = on.plan.actors;
    const { som, author } = await passed();
    for (const day of ["2018-05-04", "2018-05-12"]) await remind(day);
    expect([await countOf(thailand), await countOf(author)]).toEqual([3, 2]);
    const moved = { plan: on.plan.code, id: som.id, rowVersion: 1 };
    await changeMeeting(secretariat, moved, entry("som", "2018-06-14"));
    // What the morning's mail was to say of the day is no longer so.
    expect(await mailTo(author, at("2018-05-13"))).toBeNull();
    expect((await mailTo(thailand, at("2018-05-13")))!.join()).toContain(
      "wait for your answer by 14 June 2018: number 1.",
    );
    for (const day of ["2018-05-14", "2018-06-06"]) await remind(day);
    expect([await countOf(thailand), await countOf(author)]).toEqual([3, 2]);
    for (const day of ["2018-06-07", "2018-06-15"]) await remind(day);
    expect([await countOf(thailand), await countOf(author)]).toEqual([5, 4]);
  });

  it("tells who speaks for the young people of an answer, and of what was done, and nobody else", async () => {
    const { thailand } = on.plan.actors;
    const { author, colleague, strangers, answering, answer } = await passed();
    const due = { body: "Teachers are trained", organisationId: null, dueOn: "2018-06-30" };
    await addKeyAction(thailand, await answering("THA"), due, now);
    await answer(thailand, "THA", "draftReply");
    expect(await countOf(author)).toBe(0);
    await answer(thailand, "THA");
    expect(await toldTo(author)).toEqual([told("News", "THA")]);
    const { id: action } = await on.database.prisma.keyAction.findFirstOrThrow({ where: { body: due.body } });
    const how = { dueOn: null, evidenceTitle: "", evidenceUrl: "", reason: "" };
    await tellKeyAction(thailand, await answering("THA"), action, { ...how, state: "underWay" }, now);
    expect(await countOf(author)).toBe(1);
    const evidence = { evidenceTitle: "Programme", evidenceUrl: "https://gov.example/p" };
    await tellKeyAction(thailand, await answering("THA"), action, { ...how, ...evidence, state: "done" }, now);
    for (const facilitator of [author, colleague])
      expect(await toldTo(facilitator)).toEqual([told("News", "THA"), told("News", "THA")]);
    for (const stranger of strangers) expect(await toldTo(stranger)).toEqual([]);
    expect((await mailTo(author, now))!.join()).toContain("There is news of young people’s recommendations: number 1.");
  });

  it("leaves out what is done by the morning, what is taken down, and what its reader doesn't want", async () => {
    const { thailand, cambodia, secretariat } = on.plan.actors;
    const { author, colleague, seen, answer } = await passed();
    await answer(thailand, "THA");
    expect(await mailTo(thailand, now)).toBeNull();
    expect(await mailTo(cambodia, now)).not.toBeNull();
    await on.database.prisma.unwantedMail.create({ data: { userId: colleague.id, kind: "recommendationNews" } });
    expect([await mailTo(author, now), await mailTo(colleague, now)]).toEqual([expect.anything(), null]);
    await takeDownRecommendation(secretariat, await seen(), "minor", now);
    expect(await mailTo(cambodia, now)).toBeNull();
    // Of the answer nothing is left to say; that it was taken down is news.
    expect((await toldTo(author)).slice(1)).toEqual([told("News", "REGION")]);
    expect(await mailTo(author, now)).toHaveLength(1);
    await remind("2018-05-04");
    await remind("2018-05-12");
    expect([await countOf(cambodia), await countOf(author)]).toEqual([1, 2]);
  });

  it("tells who speaks for the young people that it was sent back, and nobody else", async () => {
    const { secretariat, thailand } = on.plan.actors;
    const { id, author, colleague, strangers, seen } = await submitted();
    await sendBackRecommendation(secretariat, await seen(), { rule: "contactDetails", note: "" }, now);
    for (const facilitator of [author, colleague]) expect(await toldTo(facilitator)).toEqual([told("News", "REGION")]);
    for (const nobody of [thailand, ...strangers]) expect(await toldTo(nobody)).toEqual([]);
    const [part] = (await mailTo(author, now))!;
    expect(part).toContain("There is news of young people’s recommendations: number 1.");
    expect(part).toMatch(new RegExp(`/en/${on.plan.code}/work/youth/${id}$`));
  });

  it("doesn't reach who speaks for the young people no longer", async () => {
    const { thailand } = on.plan.actors;
    const { author, colleague, answer } = await passed();
    await on.database.prisma.user.update({ where: { id: colleague.id }, data: { disabledAt: now } });
    await answer(thailand, "THA");
    expect([await countOf(author), await countOf(colleague)]).toEqual([1, 0]);
    await on.database.prisma.userRole.deleteMany({ where: { userId: author.id } });
    expect(await mailTo(author, now)).toBeNull();
  });
});
