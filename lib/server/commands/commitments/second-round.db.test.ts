import { describe, expect, it } from "vitest";
import type { KeyActionTold } from "@/lib/schemas/commitments/key-action-forms";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { whereWordsStand } from "@/test/factories/where-words-stand";
import { addKeyAction } from "./add-key-action";
import { dropSecondRound } from "./drop-second-round";
import { endObservation } from "./end-observation";
import { passObservation } from "./pass-observation";
import { sendBackObservation } from "./send-back-observation";
import { sendReply } from "./send-reply";
import { speakAgain } from "./speak-again";
import { tellKeyAction } from "./tell-key-action";
import { now, observing, reply, said } from "./testing/observing";
import { submitObservation } from "./testing/submit-observation";
import { writeObservation } from "./write-observation";

const on = reportingTests();
const { add, seen, seenBy, passed, events } = observing(on);

const promised = { body: "A second shelter opens", organisationId: null, dueOn: "2018-06-30" };
const underWay: KeyActionTold = { state: "underWay", dueOn: null, evidenceTitle: "", evidenceUrl: "", reason: "" };
const read = async (actor: typeof on.plan.actors.cso, id: number) =>
  observationForWork(actor, on.plan.code, id, { locale: "en", now });

/** The second round passes the safety check. */
async function passAgain(id: number): Promise<void> {
  const { cso, secretariat } = on.plan.actors;
  await submitObservation(cso, await seen(id), now);
  await passObservation(secretariat, await seen(id), now);
}

describe("a second round that is dropped", () => {
  it("is gone before it is passed on, and what the first one allowed is allowed again", async () => {
    const { cso, secretariat, thailand } = on.plan.actors;
    const { prisma } = on.database;
    const id = await passed();
    await sendReply(thailand, await seen(id), reply, now);
    const mayOf = async () => {
      const { may } = (await read(cso, id))!;
      return { drop: may.drop, speakAgain: may.speakAgain, end: may.end };
    };
    const first = { drop: false, speakAgain: true, end: ["answered", "notAnswered", "withdrawn"] };
    expect(await mayOf()).toEqual(first);
    await expect(dropSecondRound(cso, await seen(id))).rejects.toThrow(refusal("changedMeanwhile"));
    const unit = await seenBy(thailand, id);
    await speakAgain(cso, await seen(id), "MISTAKEN");
    expect(await mayOf()).toEqual({ drop: true, speakAgain: false, end: ["withdrawn"] });
    await expect(endObservation(cso, await seen(id), "answered", now)).rejects.toThrow(refusal("changedMeanwhile"));
    await dropSecondRound(cso, await seen(id));
    expect(await mayOf()).toEqual(first);
    expect(await whereWordsStand(on.database, "MISTAKEN")).toEqual([]);

    // Sent back, with what the secretariat says of it; not while it waits for the safety check.
    await speakAgain(cso, await seen(id), "MISTAKEN");
    await submitObservation(cso, await seen(id), now);
    await expect(dropSecondRound(cso, await seen(id))).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(dropSecondRound(secretariat, await seen(id))).rejects.toThrow(refusal("notAllowed"));
    await expect(dropSecondRound(thailand, await seenBy(thailand, id))).rejects.toThrow(refusal("notAllowed"));
    await sendBackObservation(secretariat, await seen(id), { rule: "minor", note: "WHICHNOTE" }, now);
    const stale = await seen(id);
    await writeObservation(cso, stale, { ...said, body: "MISTAKEN twice" });
    await expect(dropSecondRound(cso, stale)).rejects.toThrow(refusal("changedMeanwhile"));
    await dropSecondRound(cso, await seen(id));
    expect(await whereWordsStand(on.database, "MISTAKEN")).toEqual([]);
    expect(await whereWordsStand(on.database, "WHICHNOTE")).toEqual([]);
    expect((await events(id)).filter((action) => action === "secondRoundDropped")).toHaveLength(2);
    // The unit knew of none of it; what it had on its screen is how things stand.
    expect(await seenBy(thailand, id)).toEqual(unit);
    await endObservation(cso, await seen(id), "answered", now);
    expect(await prisma.addressedRound.count({ where: { textId: id } })).toBe(1);
  });

  it("is never one that was passed on, nor the first one", async () => {
    const { cso, thailand } = on.plan.actors;
    const draft = await add();
    await expect(dropSecondRound(cso, await seen(draft))).rejects.toThrow(refusal("changedMeanwhile"));
    const id = await passed();
    await sendReply(thailand, await seen(id), reply, now);
    await speakAgain(cso, await seen(id), "And this");
    await passAgain(id);
    await expect(dropSecondRound(cso, await seen(id))).rejects.toThrow(refusal("changedMeanwhile"));
  });

  it("is submitted or dropped, of both in the same moment", async () => {
    const { cso, thailand } = on.plan.actors;
    const id = await passed();
    await sendReply(thailand, await seen(id), reply, now);
    await speakAgain(cso, await seen(id), "And this");
    const asked = await seen(id);
    const both = await Promise.allSettled([dropSecondRound(cso, asked), submitObservation(cso, asked, now)]);
    expect(both.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { code: "changedMeanwhile" } },
    ]);
  });
});

describe("key actions of the first round", () => {
  it("are told of after the second one was begun, passed on and answered", async () => {
    const { cso, thailand, contributor } = on.plan.actors;
    const id = await passed();
    await addKeyAction(thailand, await seen(id), promised, now);
    await sendReply(thailand, await seen(id), { kind: "actedOn", body: "More room is being made" }, now);
    const { id: keyAction } = await on.database.prisma.keyAction.findFirstOrThrow({ where: { textId: id } });
    const offered = async () => (await read(thailand, id))?.mayTell.map(({ state }) => state);
    const tell = async (dueOn: string) =>
      tellKeyAction(thailand, await seenBy(thailand, id), keyAction, { ...underWay, dueOn }, now);
    await speakAgain(cso, await seen(id), "It isn't open yet");
    await tell("2018-07-01");
    expect(await offered()).toEqual(["underWay"]);
    await passAgain(id);
    await tell("2018-07-02");
    expect(await offered()).toEqual(["underWay"]);
    // What goes with the reply that is written isn't told of before that is sent.
    await addKeyAction(thailand, await seen(id), promised, now);
    const [, written] = await on.database.prisma.keyAction.findMany({ where: { textId: id }, orderBy: { id: "asc" } });
    expect(written).toMatchObject({ round: 2 });
    await expect(tellKeyAction(thailand, await seen(id), written!.id, underWay, now)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    expect(await offered()).toEqual(["underWay"]);
    await sendReply(thailand, await seen(id), reply, now);
    await tell("2018-07-03");
    expect(await offered()).toEqual(["underWay", "planned"]);
    await tellKeyAction(thailand, await seen(id), written!.id, underWay, now);
    // By the same people as ever, and of this observation alone.
    expect((await read(contributor, id))?.mayTell).toEqual([]);
    expect((await read(cso, id))?.mayTell).toEqual([]);
    await expect(tellKeyAction(contributor, await seen(id), keyAction, underWay, now)).rejects.toThrow(
      refusal("notAllowed"),
    );
    const other = await passed();
    await sendReply(thailand, await seen(other), reply, now);
    await expect(tellKeyAction(thailand, await seen(other), keyAction, underWay, now)).rejects.toThrow(
      refusal("notFound"),
    );
  });
});
