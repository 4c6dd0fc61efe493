import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { wholeTable } from "@/lib/schemas/addresses/table-view";
import type { ObservationWords } from "@/lib/schemas/commitments/observation-forms";
import { remindOfReplies } from "@/lib/server/commitments/remind-of-replies";
import { mailReader } from "@/lib/server/mail/mail-reader";
import { readNotices } from "@/lib/server/mail/read-notices";
import { mailList } from "@/lib/server/queries/mail/mail-list";
import { mailOf } from "@/lib/server/queries/mail/mail-of";
import { makeMember } from "@/test/factories/make-member";
import { reportingTests } from "@/test/factories/reporting-plan";
import { addObservation } from "./add-observation";
import { lapseResponses } from "./lapse-responses";
import { passObservation } from "./pass-observation";
import { sendReply } from "./send-reply";
import { submitObservation } from "./testing/submit-observation";

const on = reportingTests();
const now = new Date("2018-03-09T04:00:00Z");
const said: ObservationWords = {
  kind: "reportsGap",
  basis: "serviceData",
  body: "Our shelter saw more",
  language: "en",
  attribution: "secretariatOnly",
  visibility: "public",
  sources: [],
  shadow: null,
};

async function passed() {
  const member = await makeMember(on.database.prisma, on.plan, "Shelter network (made up)");
  const subject = { ...on.plan.address("THA", "2016"), about: { of: "unit" as const } };
  const { id } = await addObservation(member, subject, said, now);
  const step = async (take: (asked: { plan: string; id: number; rowVersion: number }) => Promise<void>) => {
    const { rowVersion } = await on.database.prisma.addressedText.findUniqueOrThrow({ where: { id } });
    await take({ plan: on.plan.code, id, rowVersion });
  };
  await step((asked) => submitObservation(member, asked, now));
  await step((asked) => passObservation(on.plan.actors.secretariat, asked, now));
  return { member, step };
}

const toldTo = async ({ id }: Actor) => {
  const notices = await on.database.prisma.mailNotice.findMany({
    where: { mail: { userId: id } },
    orderBy: { id: "asc" },
  });
  return notices.map(({ kind, args }) => [kind, args]);
};
const args = () => ({ plan: on.plan.code, unit: "THA", observations: [1] });

describe("mail about observations", () => {
  it("goes to whoever has to do something next, and says a number alone", async () => {
    const { thailand, cambodia, secretariat, secondReviewer, contributor } = on.plan.actors;
    const { member } = await passed();
    for (const reviewer of [secretariat, secondReviewer])
      expect(await toldTo(reviewer)).toEqual([["observationCheck", args()]]);
    expect(await toldTo(thailand)).toEqual([["observationReply", args()]]);
    for (const nobody of [cambodia, contributor, member]) expect(await toldTo(nobody)).toEqual([]);
    await lapseResponses(new Date("2018-05-20T00:00:00Z"));
    expect(await toldTo(member)).toEqual([["observationNews", args()]]);
    expect(await toldTo(thailand)).toEqual([
      ["observationReply", args()],
      ["observationReply", args()],
    ]);
  });

  it("reminds the country once, a week before its reply is due, while none is given", async () => {
    const { thailand } = on.plan.actors;
    const { step } = await passed();
    const remind = (at: string) => remindOfReplies(new Date(at));
    const ofThailand = async () => (await toldTo(thailand)).filter(([kind]) => kind === "observationReply").length;
    await remind("2018-04-30T04:00:00Z");
    expect(await ofThailand()).toBe(1);
    await remind("2018-05-01T04:00:00Z");
    await remind("2018-05-02T04:00:00Z");
    expect(await ofThailand()).toBe(2);
    await step((asked) => sendReply(thailand, asked, { kind: "explains", body: "Counted elsewhere" }, now));
    await remind("2018-05-03T04:00:00Z");
    expect(await ofThailand()).toBe(2);
  });

  it("leaves out what is done by the morning", async () => {
    const { thailand, secretariat } = on.plan.actors;
    const { member, step } = await passed();
    await step((asked) => sendReply(thailand, asked, { kind: "explains", body: "Counted elsewhere" }, now));
    const leftOut = async ({ id }: Actor) => {
      const { prisma } = on.database;
      const notices = await prisma.mailNotice.findMany({ where: { mail: { userId: id } } });
      const reader = await mailReader({ userId: id, email: null, locale: null });
      return (await readNotices(notices, reader, now)).map((notice) => notice.leftOut);
    };
    expect(await leftOut(secretariat)).toEqual(["settled"]);
    expect(await leftOut(thailand)).toEqual(["settled"]);
    expect(await leftOut(member)).toEqual([null]);
  });

  it("to its author goes to everybody of the organisation who observes the country, whoever began it", async () => {
    const { prisma } = on.database;
    const { member, step } = await passed();
    const colleague = (unit: string | null, role?: "youthFacilitator") =>
      makeMember(prisma, on.plan, "Shelter network (made up)", unit, role);
    const [everywhere, there] = [await colleague(null), await colleague("THA")];
    const [elsewhere, young] = [await colleague("KHM"), await colleague(null, "youthFacilitator")];
    const left = await colleague(null);
    const another = await makeMember(prisma, on.plan, "Another network (made up)");
    for (const { id } of [member, left]) await prisma.user.update({ where: { id }, data: { disabledAt: now } });
    await step((asked) => sendReply(on.plan.actors.thailand, asked, { kind: "explains", body: "Elsewhere" }, now));
    for (const told of [everywhere, there]) {
      expect(await toldTo(told)).toEqual([["observationNews", args()]]);
      const notices = await prisma.mailNotice.findMany({ where: { mail: { userId: told.id } } });
      const reader = await mailReader({ userId: told.id, email: null, locale: null });
      expect((await readNotices(notices, reader, now)).map(({ leftOut }) => leftOut)).toEqual([null]);
    }
    for (const nobody of [member, left, elsewhere, young, another]) expect(await toldTo(nobody)).toEqual([]);
  });

  it("to its author stands in nobody's outbox who may not know who that is", async () => {
    const { member } = await passed();
    await lapseResponses(new Date("2018-05-20T00:00:00Z"));
    const everywhere = (role: "administrator" | "secretariat"): Actor => ({
      ...on.plan.actors[role],
      roles: [{ role, plan: null, unit: null }],
    });
    const words = { kind: (kind: string) => kind, state: (state: string) => state };
    const { id } = await on.database.prisma.mail.findFirstOrThrow({ where: { userId: member.id } });
    const seenBy = async (actor: Actor, find = "") => {
      const list = (await mailList(actor, "en", { ...wholeTable, find, size: 50 }, words))!;
      return [list.mails.some((mail) => mail.id === id), (await mailOf(actor, id, now)) !== null, list.total];
    };
    const [, , all] = await seenBy(everywhere("secretariat"));
    expect(await seenBy(everywhere("secretariat"))).toEqual([true, true, all]);
    const [listed, shown, fewer] = await seenBy(everywhere("administrator"));
    expect([listed, shown]).toEqual([false, false]);
    expect(Number(fewer)).toBeLessThan(Number(all));
    expect((await seenBy(everywhere("administrator"), member.email))[0]).toBe(false);
  });
});
