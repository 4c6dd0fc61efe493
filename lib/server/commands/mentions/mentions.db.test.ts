import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { commentEntryForm } from "@/lib/schemas/reports/entry-forms";
import { sendDueMail } from "@/lib/server/mail/send-due-mail";
import { personalData } from "@/lib/server/queries/account/personal-data";
import { mentionsForWork } from "@/lib/server/queries/mentions-for-work";
import { peopleToTellOf } from "@/lib/server/queries/people-to-tell";
import { reportingTests } from "@/test/factories/reporting-plan";
import { addComment } from "../add-comment";
import { seeMention } from "./see-mention";

const now = new Date("2017-02-01T04:00:00Z");
const on = reportingTests();
const refusal = (code: string) => expect.objectContaining({ code });
const here = () => on.plan.address("THA", "2016");
const say = (actor: Actor, tell: number[], indicator = "G2.1-a", lastComment = 0) =>
  addComment(actor, here(), { indicator, body: "Two provinces.", tell, lastComment }, now);
const waiting = async (actor: Actor) => {
  const plan = await on.database.prisma.plan.findUniqueOrThrow({ where: { code: on.plan.code } });
  return mentionsForWork(actor, plan, { locale: "en", now });
};
/** They were shown all comments that wait there, or no more than up to `last`. */
const see = (actor: Actor, last = 999_999) =>
  seeMention(actor, here(), { indicator: "G2.1-a", kind: "comment", last }, now);
const mentions = () => on.database.prisma.mention.findMany({ orderBy: { personId: "asc" } });
const names = async (actor: Actor, indicator: string) =>
  (await peopleToTellOf(actor, here(), indicator))?.map(({ name }) => name).sort() ?? null;

describe("whom a comment may be told to", () => {
  it("are those who can answer it there: nobody of another country, no contributor without the indicator, not oneself", async () => {
    const { thailand, contributor, secretariat, cambodia, cso } = on.plan.actors;
    const all = await names(thailand, "G2.1-a");
    expect(all).toContain(contributor.name);
    expect(all).toContain(secretariat.name);
    for (const other of [thailand, cambodia, cso]) expect(all).not.toContain(other.name);
    const unassigned = await names(thailand, "G1.1-a");
    expect(unassigned).toContain(secretariat.name);
    expect(unassigned).not.toContain(contributor.name);
    expect(await names(contributor, "G2.1-a")).toContain(thailand.name);
    for (const stranger of [cambodia, cso]) expect(await names(stranger, "G2.1-a")).toBeNull();
    expect(await names(contributor, "G1.1-a")).toBeNull();
  });

  it("is judged when the comment is added, which isn't added then", async () => {
    const { thailand, contributor, cambodia } = on.plan.actors;
    for (const [told, indicator] of [
      [cambodia.id, "G2.1-a"],
      [thailand.id, "G2.1-a"],
      [contributor.id, "G1.1-a"],
    ] as const)
      await expect(say(thailand, [told], indicator)).rejects.toThrow(refusal("changedMeanwhile"));
    expect(await on.database.prisma.valueComment.count()).toBe(0);
    expect(await mentions()).toEqual([]);
  });

  it("is read from a form by its boxes", () => {
    const place = { plan: "spaiv", unit: "THA", period: "2016", locale: "en", indicator: "G2.1-a" };
    const read = commentEntryForm.parse({ ...place, body: "So it is", "tell|12": "on", "tell|7": "on" });
    expect(read).toMatchObject({ body: "So it is", tell: [12, 7] });
    const wrong = commentEntryForm.safeParse({ ...place, body: " ", "tell|12": "on" });
    expect(wrong.error?.issues).toMatchObject([{ path: ["body"], message: "wordsMissing" }]);
  });
});

describe("somebody who is told of a comment", () => {
  it("finds it among their work until they say that they saw it, once", async () => {
    const { thailand, contributor } = on.plan.actors;
    await say(thailand, [contributor.id]);
    await say(thailand, [contributor.id, contributor.id]);
    expect(await waiting(contributor)).toMatchObject([
      { unit: { code: "THA" }, period: "2016", indicator: { code: "G2.1-a" }, by: thailand.name, count: 2 },
    ]);
    expect(await waiting(thailand)).toEqual([]);
    await expect(see(thailand)).rejects.toThrow(refusal("changedMeanwhile"));
    await see(contributor);
    expect(await waiting(contributor)).toEqual([]);
    await expect(see(contributor)).rejects.toThrow(refusal("changedMeanwhile"));
    const events = await on.database.prisma.auditEvent.findMany({ where: { action: "mentionSeen" } });
    expect(events.map(({ actorId }) => actorId)).toEqual([contributor.id]);
  });

  it("has answered by a comment of their own on the same indicator, and on no other", async () => {
    const { thailand, secretariat } = on.plan.actors;
    await say(thailand, [secretariat.id]);
    await say(secretariat, [], "G1.1-a");
    expect(await waiting(secretariat)).toHaveLength(1);
    await say(secretariat, [thailand.id], "G2.1-a", 999_999);
    expect(await waiting(secretariat)).toEqual([]);
    expect(await waiting(thailand)).toMatchObject([{ by: secretariat.name, count: 1 }]);
  });

  it("has neither seen nor answered what was told after their page was made", async () => {
    const { thailand, contributor } = on.plan.actors;
    const first = await say(thailand, [contributor.id]);
    const [shown] = await waiting(contributor);
    const second = await say(thailand, [contributor.id]);
    await see(contributor, shown!.last);
    await expect(see(contributor, shown!.last)).rejects.toThrow(refusal("changedMeanwhile"));
    await say(contributor, [], "G2.1-a", first.id);
    await say(contributor, []);
    expect(await waiting(contributor)).toMatchObject([{ count: 1 }]);
    await say(contributor, [], "G2.1-a", second.id);
    expect(await waiting(contributor)).toEqual([]);
  });

  it("may see it while the report is away, and not once the indicator is no longer theirs", async () => {
    const { thailand, contributor } = on.plan.actors;
    await say(thailand, [contributor.id]);
    const away = { submission: 1, submittedAt: now, submittedById: thailand.id };
    await on.database.prisma.report.updateMany({ data: { state: "submitted", ...away } });
    expect(await waiting(contributor)).toHaveLength(1);
    const former = { ...contributor, assignments: [] };
    expect(await waiting(former)).toEqual([]);
    await expect(see(former)).rejects.toThrow(refusal("notAllowed"));
    await see(contributor);
    expect(await waiting(contributor)).toEqual([]);
  });

  it("is told once by mail, unless they have seen it before it leaves", async () => {
    const { thailand, contributor, secretariat } = on.plan.actors;
    await say(thailand, [contributor.id, secretariat.id]);
    await see(contributor);
    // The moment of a comment is the database's, and the mail of its day goes out the next morning.
    const later = new Date(Date.now() + 3 * 86_400_000);
    await sendDueMail({ clock: async () => later, settings: null });
    const notices = await on.database.prisma.mailNotice.findMany({
      where: { kind: "mention" },
      orderBy: { id: "asc" },
      select: { leftOut: true, mail: { select: { userId: true, state: true } } },
    });
    const of = (id: number) => notices.filter(({ mail }) => mail.userId === id);
    expect(of(contributor.id)).toMatchObject([{ leftOut: "settled", mail: { state: "dropped" } }]);
    expect(of(secretariat.id)).toMatchObject([{ leftOut: null }]);
    expect(of(secretariat.id)[0]?.mail.state).not.toBe("dropped");
  });

  it("and whoever told them have it in their own data, and nobody else has", async () => {
    const { thailand, contributor, secretariat } = on.plan.actors;
    await say(thailand, [contributor.id]);
    const own = [{ personId: contributor.id, seenAt: null }];
    expect(await personalData(contributor, now)).toMatchObject({ mentions: own });
    expect(await personalData(thailand, now)).toMatchObject({ mentions: own });
    expect(await personalData(secretariat, now)).toMatchObject({ mentions: [] });
  });
});
