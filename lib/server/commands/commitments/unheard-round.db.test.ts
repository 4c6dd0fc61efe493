import { expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { stillWaiting } from "@/lib/server/mail/still-waiting";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { observationList } from "@/lib/server/queries/observations/observation-list";
import { openObservations } from "@/lib/server/queries/observations/open-observations";
import { yourWork } from "@/lib/server/queries/your-work";
import { reportingTests } from "@/test/factories/reporting-plan";
import { draftReply } from "./draft-reply";
import { lapseResponses } from "./lapse-responses";
import { passObservation } from "./pass-observation";
import { recallObservation } from "./recall-observation";
import { sendBackObservation } from "./send-back-observation";
import { sendReply } from "./send-reply";
import { speakAgain } from "./speak-again";
import { observing, reply, said } from "./testing/observing";
import { submitObservation } from "./testing/submit-observation";
import { writeObservation } from "./write-observation";

// What its author writes after no reply came, before it is passed on: the unit knows nothing of it, and can still reply late.

const on = reportingTests();
const { row, passed, seenBy } = observing(on);
/** Three days after the reply was due. */
const now = new Date("2018-05-11T04:00:00Z");
const asked = { locale: "en" as const, now };

/** Everything by which somebody could know where the observation stands. */
async function knownTo(actor: Actor, id: number) {
  const { prisma } = on.database;
  const plan = await prisma.plan.findUniqueOrThrow({ where: { code: on.plan.code } });
  const unit = await prisma.reportingUnit.findFirstOrThrow({ where: { planId: plan.id, code: "THA" } });
  const { number } = await row(id);
  const reader = { actor } as Parameters<typeof stillWaiting>[3];
  const subject = { plan } as unknown as Parameters<typeof stillWaiting>[1];
  return {
    page: await observationForWork(actor, plan.code, id, asked),
    list: (await observationList(actor, plan.code, asked))?.listed.filter((each) => each.id === id),
    home: (await yourWork(actor, plan.code, asked))!.observations.waiting.filter((each) => each.id === id),
    brief: (await openObservations({ planId: plan.id, unit }, await frameworkOf(plan, "en"), now)).filter(
      (each) => each.id === id,
    ),
    mail: await stillWaiting("observationReply", subject, [number!], reader),
  };
}

it("is unknown to its unit until it is passed on, and takes nothing of what the unit may do", {
  tags: ["long"],
}, async () => {
  const { cso, secretariat, thailand, contributor } = on.plan.actors;
  const id = await passed();
  await lapseResponses(now);
  const number = (await row(id)).number!;
  const before = { thailand: await knownTo(thailand, id), contributor: await knownTo(contributor, id) };
  expect(before.thailand).toMatchObject({
    page: { may: { sendReply: true }, response: "unanswered", daysOverdue: 3 },
    list: [{ waiting: "reply", daysOverdue: 3 }],
    home: [{ waiting: "reply", daysOverdue: 3 }],
    brief: [{ daysOverdue: 3 }],
    mail: [number],
  });
  const knowsNoMore = async () =>
    expect({ thailand: await knownTo(thailand, id), contributor: await knownTo(contributor, id) }).toEqual(before);
  const early = await seenBy(thailand, id);

  await speakAgain(cso, await seenBy(cso, id), "Two more of them");
  await knowsNoMore();
  expect((await knownTo(cso, id)).home).toMatchObject([{ waiting: "finish" }]);
  await writeObservation(cso, await seenBy(cso, id), { ...said, body: "Two more of them came" });
  await submitObservation(cso, await seenBy(cso, id), now);
  await knowsNoMore();
  expect((await knownTo(secretariat, id)).home).toMatchObject([{ waiting: "check" }]);
  await recallObservation(cso, await seenBy(cso, id));
  await submitObservation(cso, await seenBy(cso, id), now);
  await sendBackObservation(secretariat, await seenBy(secretariat, id), { rule: "smallCount", note: "Two" }, now);
  await knowsNoMore();
  expect((await knownTo(cso, id)).home).toMatchObject([{ waiting: "putRight" }]);

  // What was on the unit's screen before all that is still as things stand for it.
  await draftReply(contributor, early, { ...reply, body: "So far" }, now);
  expect((await knownTo(thailand, id)).page?.draftReply).toMatchObject({ body: "So far" });
  const written = await seenBy(cso, id);
  await sendReply(thailand, await seenBy(thailand, id), reply, now);
  expect((await row(id)).rounds).toMatchObject([
    { stage: "passed", responses: [{ state: "given", givenOn: new Date("2018-05-11") }] },
    { stage: "sentBack", responses: [] },
  ]);
  expect((await knownTo(cso, id)).page?.rounds).toMatchObject([{ reply: { isLate: true } }, { stage: "sentBack" }]);
  // Its author wrote without knowing of it: they look first, and may go on.
  await expect(submitObservation(cso, written, now)).rejects.toMatchObject({ code: "changedMeanwhile" });
  await submitObservation(cso, await seenBy(cso, id), now);
  await passObservation(secretariat, await seenBy(secretariat, id), now);
  expect((await knownTo(thailand, id)).home).toMatchObject([{ waiting: "reply", dueOn: "2018-07-10" }]);
  await sendReply(thailand, await seenBy(thailand, id), { ...reply, body: "Those too" }, now);
  expect((await row(id)).rounds[1]?.responses).toMatchObject([{ state: "given", body: "Those too" }]);
});

it("of a late reply and a second round in the same moment, both stand", async () => {
  const { cso, thailand } = on.plan.actors;
  const id = await passed();
  await lapseResponses(now);
  const [author, unit] = [await seenBy(cso, id), await seenBy(thailand, id)];
  const [spoken, replied] = await Promise.allSettled([
    speakAgain(cso, author, "Two more of them"),
    sendReply(thailand, unit, reply, now),
  ]);
  expect(replied).toMatchObject({ status: "fulfilled" });
  const { rounds } = await row(id);
  expect(rounds[0]?.responses).toMatchObject([{ state: "given" }]);
  // Whoever spoke without having seen the reply looks first.
  expect(rounds.length).toBe(spoken.status === "fulfilled" ? 2 : 1);
});
