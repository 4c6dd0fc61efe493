import { describe, expect, it } from "vitest";
import type { KeyActionTold } from "@/lib/schemas/commitments/key-action-forms";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addKeyAction } from "./add-key-action";
import { passObservation } from "./pass-observation";
import { sendReply } from "./send-reply";
import { speakAgain } from "./speak-again";
import { submitObservation } from "./submit-observation";
import { tellKeyAction } from "./tell-key-action";
import { now, observing, reply } from "./testing/observing";

const on = reportingTests();
const { seen, seenBy, passed } = observing(on);

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
