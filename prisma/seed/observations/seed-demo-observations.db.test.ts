import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { responseStates, roundStages, textEnds } from "@/lib/domain/commitments/addressed-life";
import { attributions, replyKinds, visibilities } from "@/lib/domain/commitments/observation";
import { daysAfter } from "@/lib/domain/framework/reporting-period";
import type { Actor } from "@/lib/domain/permissions";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import { addKeyAction } from "@/lib/server/commands/commitments/add-key-action";
import { addObservation } from "@/lib/server/commands/commitments/add-observation";
import { askIfStillValid } from "@/lib/server/commands/commitments/ask-if-still-valid";
import { endObservation } from "@/lib/server/commands/commitments/end-observation";
import { lapseResponses } from "@/lib/server/commands/commitments/lapse-responses";
import { passObservation } from "@/lib/server/commands/commitments/pass-observation";
import { sendBackObservation } from "@/lib/server/commands/commitments/send-back-observation";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { speakAgain } from "@/lib/server/commands/commitments/speak-again";
import { takeDownObservation } from "@/lib/server/commands/commitments/take-down-observation";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";
import { submitObservation } from "@/lib/server/commands/commitments/testing/submit-observation";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { seed } from "../seed";
import { heardObservations } from "./heard-observations";
import { laterObservations } from "./later-observations";
import { type MadeUpObservation, typedShadow } from "./made-up-observation";
import { waitingObservations } from "./waiting-observations";

const now = new Date("2026-03-12T04:00:00Z");
const all = [...waitingObservations, ...heardObservations, ...laterObservations];

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  // All of it: some are about what reports say in public, and what meetings decided.
  await seed(database.prisma, () => {}, now);
}, 300_000);
afterAll(() => database.close());

const rows = () =>
  database.prisma.addressedText.findMany({
    where: { kind: "observation" },
    orderBy: { id: "asc" },
    include: {
      units: { select: { unitId: true, planId: true } },
      rounds: { include: { responses: { include: { keyActions: true } } }, orderBy: { round: "asc" } },
      observation: { include: { sources: true, shadow: { include: { parts: { orderBy: { cellId: "asc" } } } } } },
    },
  });
type Row = Awaited<ReturnType<typeof rows>>[number];

/** What stands of an observation, whatever its number and however often it was changed. */
function kept({ id: _, number, rowVersion: _version, units, rounds, observation, ...text }: Row) {
  const { sources, shadow, textId: _text, ...own } = observation!;
  return {
    ...text,
    ...own,
    units,
    isNumbered: number !== null,
    sources: sources.map(({ title, url }) => ({ title, url })),
    shadow: shadow && { ...shadow, textId: 0, parts: shadow.parts.map((part) => ({ ...part, textId: 0 })) },
    rounds: rounds.map(({ textId: _own, responses, ...round }) => ({
      ...round,
      responses: responses.map(({ textId: _its, keyActions, ...response }) => ({
        ...response,
        keyActions: keyActions.map(({ id: _action, textId: _of, ...told }) => told),
      })),
    })),
  };
}

async function actorOf(email: string): Promise<Actor> {
  const { id } = await database.prisma.user.findUniqueOrThrow({ where: { email: `${email}@demo.spaiv.example` } });
  const session = await startSession(database.prisma, id, now);
  return (await sessionActor(session.id, now))!;
}
const focalPoints: Record<string, string> = {
  KHM: "focal.cambodia",
  CHN: "focal.china",
  LAO: "focal.laopdr",
  MMR: "focal.myanmar",
  THA: "focal.thailand",
  VNM: "focal.vietnam",
  REGION: "secretariat",
};
const today = now.toISOString().slice(0, 10);
const at = (day: string) => new Date(`${day}T04:00:00Z`);

/** Takes every step of it by its command, on the day on which it is said to have happened. */
async function live(observation: MadeUpObservation): Promise<number> {
  const { by, unit, period, about = { of: "unit" }, said, rounds, end } = observation;
  const shadow = typedShadow(observation);
  const [author, secretariat, replier] = [
    await actorOf(by),
    await actorOf("secretariat"),
    await actorOf(focalPoints[unit]!),
  ] as [Actor, Actor, Actor];
  const { sources = [], ...own } = said;
  const subject = { plan: "spaiv", unit, period, about };
  let id = 0;
  let day = "";
  const doneLater: { on: string; evidenceTitle: string; evidenceUrl: string }[] = [];
  const seen = async () => {
    const { rowVersion } = await database.prisma.addressedText.findUniqueOrThrow({ where: { id } });
    return { plan: "spaiv", id, rowVersion };
  };
  for (const [index, { body, on, submitted, checked }] of rounds.entries()) {
    day = typeof on === "string" ? on : daysAfter(today, -on);
    if (index > 0) await speakAgain(author, await seen(), body);
    else id = (await addObservation(author, subject, { ...own, body, sources, shadow }, at(day))).id;
    if (submitted) await submitObservation(author, await seen(), at(day));
    if (!checked) continue;
    day = daysAfter(day, checked.after);
    if ("rule" in checked) {
      await sendBackObservation(secretariat, await seen(), checked, at(day));
      continue;
    }
    await passObservation(secretariat, await seen(), at(day));
    if (!checked.reply) continue;
    day = daysAfter(day, checked.reply.after);
    for (const { body, due, done } of checked.reply.keyActions ?? []) {
      await addKeyAction(replier, await seen(), { body, organisationId: null, dueOn: daysAfter(day, due) }, at(day));
      if (done) doneLater.push({ on: daysAfter(day, done.after), evidenceTitle: done.title, evidenceUrl: done.url });
    }
    await sendReply(replier, await seen(), checked.reply, at(day));
  }
  await lapseResponses(end ? at(daysAfter(day, end.after)) : now);
  if (end) {
    const ended = at(daysAfter(day, end.after));
    if (end.as === "takenDown") await takeDownObservation(secretariat, await seen(), "securityRisk", ended);
    else await endObservation(author, await seen(), end.as, ended);
  }
  for (const { on, ...evidence } of doneLater) {
    const { id: action } = await database.prisma.keyAction.findFirstOrThrow({ where: { textId: id } });
    await tellKeyAction(replier, await seen(), action, { ...evidence, state: "done", dueOn: null, reason: "" }, at(on));
  }
  return id;
}

describe("the demonstration's observations", { tags: ["long"] }, () => {
  it("show every state, kind of reply and attribution, to every circle of readers", async () => {
    const found = await rows();
    const rounds = found.flatMap((row) => row.rounds);
    const responses = rounds.flatMap((round) => round.responses);
    const present = (values: readonly unknown[]) => [...new Set(values.filter((value) => value !== null))].sort();
    expect(present(rounds.map(({ stage }) => stage))).toEqual([...roundStages].sort());
    expect(present(responses.map(({ state }) => state))).toEqual([...responseStates].sort());
    expect(present(responses.map(({ kind }) => kind))).toEqual([...replyKinds].sort());
    expect(present(found.map(({ end }) => end))).toEqual([...textEnds].sort());
    expect(present(found.map(({ observation }) => observation!.attribution))).toEqual([...attributions].sort());
    expect(present(found.map(({ observation }) => observation!.visibility))).toEqual([...visibilities].sort());
    expect(present(found.map(({ locale }) => locale))).toEqual(["en", "km", "th", "vi"]);
    expect(responses.some(({ givenOn, dueOn }) => givenOn !== null && givenOn > dueOn!)).toBe(true);
    expect(rounds.some(({ round }) => round === 2)).toBe(true);
  });

  it("are numbered as they were submitted, and of a draft nobody knows", async () => {
    const numbered = (await rows()).filter(({ number }) => number !== null);
    const days = numbered.sort((one, other) => one.number! - other.number!).map(({ createdAt }) => createdAt.getTime());
    expect(numbered.map(({ number }) => number)).toEqual(days.map((_, index) => index + 1));
    expect(days).toEqual([...days].sort((one, other) => one - other));
    expect(all).toHaveLength(numbered.length + 1);
  });

  it("are about every kind of subject", async () => {
    const found = (await rows()).map(({ observation }) => observation!);
    for (const subject of ["indicatorId", "nodeId", "decisionId", "pillarId"] as const)
      expect([subject, found.some((each) => each[subject] !== null)]).toEqual([subject, true]);
    expect(all.some(({ about }) => about?.of === "node" && about.code.split(".").length > 1)).toBe(true);
  });

  it("stand as their commands leave them, step by step", { timeout: 60_000 }, async () => {
    const made = await rows();
    expect(await lapseResponses(now)).toBe(0);
    const lived = new Map<number, number>();
    for (const [index, observation] of all.entries()) {
      const id = await live(observation);
      lived.set(made[index]!.id, id);
      expect(kept(made[index]!)).toEqual(kept((await rows()).find((row) => row.id === id)!));
    }
    // Whose author is asked if it still holds, the job asks of the same value.
    const { plan, validityQuestion } = database.prisma;
    const questions = await validityQuestion.findMany();
    expect(questions.map(({ textId }) => textId)).toEqual(
      all.flatMap(({ isAskedIfValid }, index) => (isAskedIfValid ? [made[index]!.id] : [])),
    );
    const { id: planId, resultsVersion: version } = await plan.findFirstOrThrow();
    await askIfStillValid({ planId, version }, now);
    for (const asked of questions) {
      const textId = lived.get(asked.textId)!;
      expect(await validityQuestion.findUnique({ where: { textId_version: { textId, version } } })).toEqual({
        ...asked,
        textId,
      });
    }
  });
});
