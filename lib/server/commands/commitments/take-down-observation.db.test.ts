import { describe, expect, it } from "vitest";
import { mailReader } from "@/lib/server/mail/mail-reader";
import { readNotices } from "@/lib/server/mail/read-notices";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { whereWordsStand } from "@/test/factories/where-words-stand";
import { addKeyAction } from "./add-key-action";
import { draftReply } from "./draft-reply";
import { endObservation } from "./end-observation";
import { passObservation } from "./pass-observation";
import { sendBackObservation } from "./send-back-observation";
import { sendReply } from "./send-reply";
import { speakAgain } from "./speak-again";
import { takeDownObservation } from "./take-down-observation";
import { tellKeyAction } from "./tell-key-action";
import { now, observing } from "./testing/observing";
import { submitObservation } from "./testing/submit-observation";

const on = reportingTests();
const { passed, seen, row, events } = observing(on);
const standing = (words: string) => whereWordsStand(on.database, words);

/** One that says such a word wherever somebody can say something about it: in two rounds, and in what was done. */
async function spoken(word: string): Promise<number> {
  const { cso, secretariat, thailand } = on.plan.actors;
  const id = await passed({
    body: `Body ${word}`,
    sources: [{ title: `Source ${word}`, url: `https://shelter.example/${word}` }],
    shadow: {
      typed: { number: "12", numerator: "", denominator: "", yesNo: "", step: "" },
      method: `Method ${word}`,
    },
  });
  for (const action of ["done", "stopped"])
    await addKeyAction(
      thailand,
      await seen(id),
      { body: `Action ${action} ${word}`, organisationId: null, dueOn: "2018-12-01" },
      now,
    );
  await sendReply(
    thailand,
    await seen(id),
    {
      kind: "actedOn",
      body: `Reply ${word}`,
      evidenceTitle: `List ${word}`,
      evidenceUrl: `https://gov.example/${word}`,
    },
    now,
  );
  const actions = await on.database.prisma.keyAction.findMany({ where: { textId: id }, orderBy: { id: "asc" } });
  const told = { dueOn: null, evidenceTitle: "", evidenceUrl: "", reason: "" };
  const done = {
    ...told,
    state: "done",
    evidenceTitle: `Proof ${word}`,
    evidenceUrl: `https://x.example/${word}`,
  } as const;
  await tellKeyAction(thailand, await seen(id), actions[0]!.id, done, now);
  const stopped = { ...told, state: "stopped", reason: `Reason ${word}` } as const;
  await tellKeyAction(thailand, await seen(id), actions[1]!.id, stopped, now);
  await speakAgain(cso, await seen(id), `Again ${word}`);
  await submitObservation(cso, await seen(id), now);
  await passObservation(secretariat, await seen(id), now);
  await draftReply(thailand, await seen(id), { kind: "explains", body: `Draft ${word}` }, now);
  return id;
}

const everywhere = [
  "addressed_round.body",
  "key_action.body",
  "key_action.evidence_title",
  "key_action.evidence_url",
  "key_action.reason",
  "observation_source.title",
  "observation_source.url",
  "shadow_value.method",
  "unit_response.body",
  "unit_response.evidence_title",
  "unit_response.evidence_url",
].sort();

describe("an observation that is taken down for safety", () => {
  it("leaves its words in no row of the database, and its neighbour's where they are", async () => {
    const { secretariat } = on.plan.actors;
    const [id] = [await spoken("MALEE"), await spoken("SOMSRI")];
    expect((await standing("MALEE")).sort()).toEqual(everywhere);
    await takeDownObservation(secretariat, await seen(id), "namesSomebody", now);
    expect(await standing("MALEE")).toEqual([]);
    expect((await standing("SOMSRI")).sort()).toEqual(everywhere);
  });

  it("leaves nothing of a second round either that was sent back with a note", async () => {
    const { cso, secretariat, thailand } = on.plan.actors;
    const id = await passed({ body: "Body KANYA" });
    await sendReply(thailand, await seen(id), { kind: "explains", body: "Reply KANYA" }, now);
    await speakAgain(cso, await seen(id), "Again KANYA");
    await submitObservation(cso, await seen(id), now);
    await sendBackObservation(secretariat, await seen(id), { rule: "namesSomebody", note: "Who is KANYA?" }, now);
    expect(await standing("KANYA")).toEqual(["addressed_round.body", "addressed_round.note", "unit_response.body"]);
    await takeDownObservation(secretariat, await seen(id), "namesSomebody", now);
    expect(await standing("KANYA")).toEqual([]);
  });

  it("leaves its number, its place, its days and the kinds of its answers, and the rule that it broke", async () => {
    const { cso, secretariat } = on.plan.actors;
    const id = await spoken("MALEE");
    const before = await row(id);
    await takeDownObservation(secretariat, await seen(id), "namesSomebody", now);
    const after = await row(id);
    expect(after).toMatchObject({
      number: before.number,
      end: "takenDown",
      endRule: "namesSomebody",
      endedAt: now,
      endedById: secretariat.id,
      observation: { indicatorId: before.observation!.indicatorId },
    });
    expect(after.rounds).toMatchObject([
      { body: "", redactedAt: now, responses: [{ state: "given", kind: "actedOn", body: "", redactedAt: now }] },
      { body: "", redactedAt: now, responses: [{ state: "awaited", kind: "explains", body: "" }] },
    ]);
    const actions = await on.database.prisma.keyAction.findMany({ where: { textId: id }, orderBy: { id: "asc" } });
    expect(actions).toMatchObject([
      { state: "done", body: "", evidenceUrl: "", redactedAt: now },
      { state: "stopped", body: "", reason: "", redactedAt: now },
    ]);
    const [event] = (await auditWhere(on.database.prisma, { stream: `addressed:${id}` })).slice(-1);
    expect(event).toMatchObject({
      action: "observationTakenDown",
      actorId: secretariat.id,
      after: { end: "takenDown", rule: "namesSomebody" },
    });
    // Its author hears of it, by its number alone.
    const told = await on.database.prisma.mailNotice.findMany({
      where: { mail: { userId: cso.id } },
      orderBy: { id: "desc" },
    });
    expect(told[0]).toMatchObject({ kind: "observationNews", args: { observations: [before.number] } });
    const reader = await mailReader({ userId: cso.id, email: null, locale: null });
    expect((await readNotices(told.slice(0, 1), reader, now)).map(({ leftOut }) => leftOut)).toEqual([null]);
  });

  it("is taken down by the secretariat alone, once, and also after it was withdrawn", async () => {
    const { cso, secretariat, thailand } = on.plan.actors;
    const id = await passed({ body: "Body MALEE" });
    for (const nobody of [cso, thailand])
      await expect(takeDownObservation(nobody, await seen(id), "minor", now)).rejects.toThrow(refusal("notAllowed"));
    await endObservation(cso, await seen(id), "withdrawn", now);
    await takeDownObservation(secretariat, await seen(id), "minor", now);
    expect(await standing("MALEE")).toEqual([]);
    await expect(takeDownObservation(secretariat, await seen(id), "minor", now)).rejects.toThrow(refusal("notFound"));
    expect((await events(id)).filter((action) => action === "observationTakenDown")).toHaveLength(1);
  });

  it("keeps for its author what is only withdrawn", async () => {
    const { cso } = on.plan.actors;
    const id = await spoken("MALEE");
    await endObservation(cso, await seen(id), "withdrawn", now);
    expect((await standing("MALEE")).sort()).toEqual(everywhere);
    expect((await row(id)).rounds.map(({ redactedAt }) => redactedAt)).toEqual([null, null]);
  });
});
