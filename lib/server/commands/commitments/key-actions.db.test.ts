import { describe, expect, it } from "vitest";
import type { KeyActionTold } from "@/lib/schemas/commitments/key-action-forms";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { makeMember } from "@/test/factories/make-member";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addKeyAction } from "./add-key-action";
import { endObservation } from "./end-observation";
import { removeKeyAction } from "./remove-key-action";
import { sendReply } from "./send-reply";
import { tellKeyAction } from "./tell-key-action";
import { now, observing, reply } from "./testing/observing";

const on = reportingTests();
const { seen, events, passed } = observing(on);

const promised = { body: "A second shelter opens", organisationId: null, dueOn: "2018-06-30" };
const underWay: KeyActionTold = { state: "underWay", dueOn: null, evidenceTitle: "", evidenceUrl: "", reason: "" };
const done: KeyActionTold = {
  ...underWay,
  state: "done",
  evidenceTitle: "Opening",
  evidenceUrl: "https://gov.example/o",
};
const actedOn = { kind: "actedOn", body: "More room is being made" } as const;

const kept = (textId: number) => on.database.prisma.keyAction.findMany({ where: { textId }, orderBy: { id: "asc" } });
/** One that Thailand's reply says is being acted on. */
async function promisedOf(): Promise<{ id: number; keyAction: number }> {
  const { thailand } = on.plan.actors;
  const id = await passed();
  await addKeyAction(thailand, await seen(id), promised, now);
  await sendReply(thailand, await seen(id), actedOn, now);
  return { id, keyAction: (await kept(id))[0]!.id };
}
const as = async (actor: typeof on.plan.actors.cso, id: number, at = now) =>
  observationForWork(actor, on.plan.code, id, { locale: "en", now: at });

describe("key actions", () => {
  it("go with a reply that something is being done, and are read with it", async () => {
    const { thailand, contributor, cso } = on.plan.actors;
    const id = await passed();
    await expect(sendReply(thailand, await seen(id), actedOn, now)).rejects.toThrow(refusal("keyActionMissing"));
    await addKeyAction(contributor, await seen(id), { ...promised, body: "Mistaken" }, now);
    await addKeyAction(thailand, await seen(id), promised, now);
    await removeKeyAction(contributor, await seen(id), (await kept(id))[0]!.id);
    expect((await as(thailand, id))?.draftKeyActions).toMatchObject([{ body: promised.body }]);
    // Only the unit reads them before the reply is sent.
    expect(JSON.stringify(await as(cso, id))).not.toContain(promised.body);
    await sendReply(thailand, await seen(id), actedOn, now);
    expect((await as(cso, id))?.rounds[0]?.reply?.keyActions).toMatchObject([
      { body: promised.body, dueOn: "2018-06-30", state: "planned", organisation: null, isOverdue: false },
    ]);
    expect((await events(id)).filter((action) => action.startsWith("keyAction"))).toEqual([
      "keyActionAdded",
      "keyActionAdded",
      "keyActionRemoved",
    ]);
  });

  it("are told of until they are done, with evidence; the first due date stays", async () => {
    const { thailand, cso } = on.plan.actors;
    const { id, keyAction } = await promisedOf();
    await tellKeyAction(thailand, await seen(id), keyAction, { ...underWay, dueOn: "2018-09-30" }, now);
    const read = async (at: string) => (await as(cso, id, new Date(at)))?.rounds[0]?.reply?.keyActions[0];
    // The day after it was due begins at midnight where the unit is.
    expect(await read("2018-09-30T16:59:00Z")).toMatchObject({ state: "underWay", isOverdue: false });
    expect(await read("2018-09-30T17:01:00Z")).toMatchObject({ isOverdue: true, firstDueOn: "2018-06-30" });
    await tellKeyAction(thailand, await seen(id), keyAction, done, new Date("2018-10-01T20:00:00Z"));
    expect(await read("2018-12-01T04:00:00Z")).toMatchObject({
      state: "done",
      doneOn: "2018-10-02",
      isOverdue: false,
      evidence: { title: "Opening", url: "https://gov.example/o" },
    });
    // Its author is told of what is done, as of the reply.
    const notices = { mail: { userId: cso.id }, kind: "observationNews" };
    expect(await on.database.prisma.mailNotice.count({ where: notices })).toBe(2);
  });

  it("stay as they were promised, whatever comes", async () => {
    const { thailand, cso } = on.plan.actors;
    const { id, keyAction } = await promisedOf();
    await expect(removeKeyAction(thailand, await seen(id), keyAction)).rejects.toThrow(refusal("changedMeanwhile"));
    const { prisma } = on.database;
    const where = { id: keyAction };
    await expect(prisma.keyAction.update({ where, data: { body: "Other" } })).rejects.toThrow();
    await expect(prisma.keyAction.update({ where, data: { firstDueOn: new Date("2019-01-01") } })).rejects.toThrow();
    await expect(prisma.keyAction.delete({ where })).rejects.toThrow();
    // What its author has closed is acted on all the same; what they withdraw is told to nobody any more.
    await endObservation(cso, await seen(id), "answered", now);
    await tellKeyAction(thailand, await seen(id), keyAction, underWay, now);
    await endObservation(cso, await seen(id), "withdrawn", now);
    await expect(tellKeyAction(thailand, await seen(id), keyAction, done, now)).rejects.toThrow(refusal("notFound"));
    await prisma.keyAction.update({ where, data: { body: "", redactedAt: now } });
  });

  it("are the unit's alone, for a day to come, by an organisation that works for it, and ten at most", async () => {
    const { thailand, contributor, cambodia, cso, secretariat } = on.plan.actors;
    const id = await passed();
    for (const [stranger, code] of [
      [cambodia, "notFound"],
      [cso, "notFound"],
      [secretariat, "notAllowed"],
    ] as const)
      await expect(addKeyAction(stranger, await seen(id), promised, now)).rejects.toThrow(refusal(code));
    await expect(addKeyAction(thailand, await seen(id), { ...promised, dueOn: "2018-03-08" }, now)).rejects.toThrow(
      refusal("keyActionPast"),
    );
    const { organisation } = await makeMember(on.database.prisma, on.plan, `Elsewhere ${id}`);
    const elsewhere = { ...promised, organisationId: organisation.id };
    await expect(addKeyAction(thailand, await seen(id), elsewhere, now)).rejects.toThrow(refusal("notFound"));
    const [unit] = await on.database.prisma.addressedUnit.findMany({ where: { textId: id } });
    await on.database.prisma.organisationUnit.create({
      data: { organisationId: organisation.id, unitId: unit!.unitId },
    });
    await addKeyAction(thailand, await seen(id), elsewhere, now);
    expect((await as(thailand, id))?.draftKeyActions[0]).toMatchObject({ organisation: `Elsewhere ${id}` });
    for (let more = 1; more < 10; more++) await addKeyAction(thailand, await seen(id), promised, now);
    await expect(addKeyAction(thailand, await seen(id), promised, now)).rejects.toThrow(refusal("keyActionsFull"));
    await sendReply(thailand, await seen(id), reply, now);
    await expect(addKeyAction(contributor, await seen(id), promised, now)).rejects.toThrow(refusal("notAllowed"));
  });

  it("of two who tell at once, one is told that it changed", async () => {
    const { thailand } = on.plan.actors;
    const { id, keyAction } = await promisedOf();
    const asked = await seen(id);
    const told = await Promise.allSettled([
      tellKeyAction(thailand, asked, keyAction, underWay, now),
      tellKeyAction(thailand, asked, keyAction, done, now),
    ]);
    expect(told.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "changedMeanwhile" } },
    ]);
  });
});
