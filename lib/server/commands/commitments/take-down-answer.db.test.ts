import { describe, expect, it } from "vitest";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { whereWordsStand } from "@/test/factories/where-words-stand";
import { addKeyAction } from "./add-key-action";
import { sendReply } from "./send-reply";
import { takeDownAnswer } from "./take-down-answer";
import { now, observing } from "./testing/observing";

const on = reportingTests();
const { passed, seen } = observing(on);
const standing = (words: string) => whereWordsStand(on.database, words);

async function replied(word: string) {
  const { thailand } = on.plan.actors;
  const id = await passed({ body: `Body ${word}` });
  for (const body of [`First ${word}1`, `Second ${word}2`])
    await addKeyAction(thailand, await seen(id), { body, organisationId: null, dueOn: "2018-12-01" }, now);
  const early = { of: "keyAction", id: await actionOf(id) } as const;
  await expect(takeDownAnswer(on.plan.actors.secretariat, await seen(id), early, "minor", now)).rejects.toThrow(
    refusal("notFound"),
  );
  await sendReply(thailand, await seen(id), { kind: "actedOn", body: `Reply ${word}3` }, now);
  return id;
}
const actionOf = async (textId: number) =>
  (await on.database.prisma.keyAction.findFirstOrThrow({ where: { textId }, orderBy: { id: "asc" } })).id;
const reply = { of: "reply", round: 1, unit: "THA" } as const;

describe("an answer that is taken down for safety by itself", () => {
  it("leaves its kind and its days, and its words nowhere; what it answers stands", async () => {
    const { secretariat, thailand } = on.plan.actors;
    const id = await replied("ANONG");
    await takeDownAnswer(secretariat, await seen(id), reply, "identifiable", now);
    expect([await standing("ANONG3"), await standing("ANONG1")]).toEqual([[], ["key_action.body"]]);
    await takeDownAnswer(secretariat, await seen(id), { of: "keyAction", id: await actionOf(id) }, "minor", now);
    expect([await standing("ANONG1"), await standing("ANONG2")]).toEqual([[], ["key_action.body"]]);
    const view = await observationForWork(thailand, on.plan.code, id, { locale: "en", now });
    expect(view).toMatchObject({
      end: null,
      response: "given",
      rounds: [
        {
          body: "Body ANONG",
          reply: { kind: "actedOn", body: "", givenOn: "2018-03-09", keyActions: [{ body: "" }, {}] },
        },
      ],
    });
    const audit = await auditWhere(on.database.prisma, { stream: `addressed:${id}` });
    expect(audit.slice(-2)).toMatchObject([
      { action: "answerTakenDown", after: { round: 1, unit: "THA", rule: "identifiable" } },
      { action: "answerTakenDown", after: { rule: "minor" } },
    ]);
  });

  it("is taken down by the secretariat alone, as they saw it, and once", async () => {
    const { cso, secretariat, thailand } = on.plan.actors;
    const id = await replied("KANYA");
    for (const nobody of [cso, thailand])
      await expect(takeDownAnswer(nobody, await seen(id), reply, "minor", now)).rejects.toThrow(refusal("notAllowed"));
    for (const none of [{ ...reply, unit: "KHM" }, { of: "keyAction", id: 999_999 } as const])
      await expect(takeDownAnswer(secretariat, await seen(id), none, "minor", now)).rejects.toThrow(
        refusal("notFound"),
      );
    const before = await seen(id);
    await takeDownAnswer(secretariat, before, reply, "minor", now);
    await expect(takeDownAnswer(secretariat, before, reply, "minor", now)).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(takeDownAnswer(secretariat, await seen(id), reply, "minor", now)).rejects.toThrow(refusal("notFound"));
  });
});
