import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roundStages } from "@/lib/domain/commitments/addressed-life";
import { recommendationAnswers } from "@/lib/domain/commitments/recommendation";
import { daysAfter } from "@/lib/domain/framework/reporting-period";
import type { Actor } from "@/lib/domain/permissions";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import { addKeyAction } from "@/lib/server/commands/commitments/add-key-action";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";
import { addRecommendation } from "@/lib/server/commands/youth/add-recommendation";
import { passRecommendation } from "@/lib/server/commands/youth/pass-recommendation";
import { respondToRecommendation } from "@/lib/server/commands/youth/respond-to-recommendation";
import { sendBackRecommendation } from "@/lib/server/commands/youth/send-back-recommendation";
import { submitRecommendation } from "@/lib/server/commands/youth/submit-recommendation";
import { takeDownRecommendation } from "@/lib/server/commands/youth/take-down-recommendation";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { yourWork } from "@/lib/server/queries/your-work";
import { publicYouthCard } from "@/lib/server/queries/youth-forum/public-youth-card";
import { publicYouthForum } from "@/lib/server/queries/youth-forum/public-youth-forum";
import { writeHistoricMeetings } from "../historic-meetings";
import { seedDemoPeople } from "../people";
import { readFramework } from "../read-framework";
import { writeFramework } from "../write-framework";
import { madeUpRecommendations } from "./made-up-forum";
import { seedDemoYouth } from "./seed-demo-youth";

const now = new Date("2026-03-12T04:00:00Z");
const today = now.toISOString().slice(0, 10);
const at = (day: string) => new Date(`${day}T04:00:00Z`);

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  const framework = readFramework(path.join(process.cwd(), "prisma", "seed", "framework"));
  await database.prisma.$transaction(
    async (tx) => {
      const planId = await writeFramework(tx, framework);
      await writeHistoricMeetings(tx, planId);
      await seedDemoPeople(tx, planId);
      await seedDemoYouth(tx, planId, now);
    },
    { timeout: 60_000 },
  );
}, 90_000);
afterAll(() => database.close());

const rows = () =>
  database.prisma.addressedText.findMany({
    orderBy: { id: "asc" },
    include: {
      units: { orderBy: { unitId: "asc" }, select: { unitId: true, planId: true } },
      rounds: {
        include: { responses: { orderBy: { unitId: "asc" }, include: { keyActions: { orderBy: { id: "asc" } } } } },
      },
      recommendation: true,
    },
  });

/** What stands of it, whatever its number and however often it was changed. */
function kept({
  id: _,
  number,
  rowVersion: _version,
  rounds,
  recommendation,
  ...text
}: Awaited<ReturnType<typeof rows>>[number]) {
  const { textId: _text, ...own } = recommendation!;
  return {
    ...text,
    ...own,
    isNumbered: number !== null,
    rounds: rounds.map(({ textId: _own, responses, ...round }) => ({
      ...round,
      responses: responses.map(({ textId: _its, keyActions, ...response }) => ({
        ...response,
        keyActions: keyActions.map(({ id: _action, textId: _of, ...told }) => told),
      })),
    })),
  };
}

async function actorOf(account: string): Promise<Actor> {
  const email = `${account}@demo.spaiv.example`;
  const { id } = await database.prisma.user.findUniqueOrThrow({ where: { email } });
  return (await sessionActor((await startSession(database.prisma, id, now)).id, now))!;
}
const focalPoints: Record<string, string> = {
  KHM: "focal.cambodia",
  LAO: "focal.laopdr",
  MMR: "focal.myanmar",
  THA: "focal.thailand",
  VNM: "focal.vietnam",
};

/** Takes every step of it by its command, on the day on which it is said to have happened. */
async function live({
  body,
  language,
  node,
  units = [],
  on,
  submitted,
  checked,
}: (typeof madeUpRecommendations)[number]) {
  const [author, secretariat] = [await actorOf("youth"), await actorOf("secretariat")];
  const { id: meeting } = await database.prisma.meeting.findFirstOrThrow({ where: { kind: "youthForum" } });
  let day = typeof on === "string" ? on : daysAfter(today, -on);
  const said = { body, language, node, units };
  const { id } = await addRecommendation(author, { plan: "spaiv", meeting }, said, at(day));
  const seen = async () => {
    const { rowVersion } = await database.prisma.addressedText.findUniqueOrThrow({ where: { id } });
    return { plan: "spaiv", id, rowVersion };
  };
  if (submitted) await submitRecommendation(author, await seen(), at(day));
  if (!checked) return id;
  day = daysAfter(day, checked.after);
  if ("rule" in checked) {
    await sendBackRecommendation(secretariat, await seen(), checked, at(day));
    return id;
  }
  await passRecommendation(secretariat, await seen(), at(day));
  const answering = async (code: string) => {
    const { rowVersion } = await database.prisma.addressedUnit.findFirstOrThrow({
      where: { textId: id, unit: { code } },
    });
    return { plan: "spaiv", id, rowVersion };
  };
  for (const { unit, answer, body: why = "", after, keyActions = [], ...links } of checked.answers) {
    const focalPoint = await actorOf(focalPoints[unit]!);
    const given = daysAfter(day, after);
    for (const { body: action, due } of keyActions) {
      const promised = { body: action, organisationId: null, dueOn: daysAfter(given, due) };
      await addKeyAction(focalPoint, { ...(await answering(unit)), unit }, promised, at(given));
    }
    const response = { unit, answer, body: why, ...links };
    await respondToRecommendation(focalPoint, await answering(unit), response, "sendReply", at(given));
    for (const { body: action, done } of keyActions) {
      if (!done) continue;
      const { id: one } = await database.prisma.keyAction.findFirstOrThrow({ where: { textId: id, body: action } });
      const evidence = { evidenceTitle: done.title, evidenceUrl: done.url };
      const told = { ...evidence, state: "done" as const, dueOn: null, reason: "" };
      await tellKeyAction(
        focalPoint,
        { ...(await answering(unit)), unit },
        one,
        told,
        at(daysAfter(given, done.after)),
      );
    }
  }
  if (checked.takenDownAfter)
    await takeDownRecommendation(secretariat, await seen(), "identifiable", at(daysAfter(day, checked.takenDownAfter)));
  return id;
}

describe("the demonstration's forum of young people", () => {
  it("shows every state and every answer", async () => {
    const found = await rows();
    const rounds = found.flatMap((row) => row.rounds);
    const answers = rounds.flatMap(({ responses }) => responses.flatMap(({ answer }) => answer ?? []));
    expect(new Set(rounds.map(({ stage }) => stage))).toEqual(new Set(roundStages));
    expect(new Set(answers)).toEqual(new Set(recommendationAnswers));
    expect(found.map(({ number }) => number)).toEqual([null, 1, 2, 3, 4, 5]);
  });

  it("is read by everybody in the language of the page, answered by three of six, and due at the next meeting", async () => {
    const read = async (locale: string) =>
      (await publicYouthForum({ code: "spaiv", locale, version: "1-1" }))!.forums[0]!;
    const forum = await read("en");
    expect(forum.recommendations[0]!.due).toMatchObject({ meeting: { code: "SOM14" }, isPast: true });
    expect(forum.participants).toMatchObject({ countries: 6, below: 5 });
    expect(forum.recommendations.map(({ number, said }) => [number, said?.language])).toEqual([
      [1, "en"],
      [2, "en"],
      [3, undefined],
    ]);
    expect(forum.recommendations[0]!.answers.map(({ unit, answer }) => [unit.code, answer])).toEqual([
      ["KHM", "acceptedInPart"],
      ["CHN", null],
      ["LAO", null],
      ["MMR", null],
      ["THA", "accepted"],
      ["VNM", "noted"],
    ]);
    expect((await read("th")).recommendations.map(({ said }) => said?.language)).toEqual(["th", "th", undefined]);
    expect(JSON.stringify(forum)).not.toMatch(/could be found|poster|seat/);
  });

  it("stands on a card in any language as far as it was translated, with countries by their names there", async () => {
    const card = async (language: string, number: number) =>
      publicYouthCard({ code: "spaiv", language, version: "1-1" }, number);
    const khmer = (await card("km", 1))!;
    expect(khmer.recommendation.said?.language).toBe("en");
    expect(khmer.recommendation.answers[0]!.unit.name).toMatch(/\p{Script=Khmer}/u);
    expect(khmer.recommendation.answers.find(({ unit }) => unit.code === "THA")?.keyActions).toMatchObject([
      { state: "done" },
      { state: "planned" },
    ]);
    expect((await card("th", 1))?.recommendation.said?.language).toBe("th");
    expect((await card("en", 3))?.recommendation).toMatchObject({ said: null, answers: [] });
    // What isn't passed on has none.
    for (const number of [4, 5, 99]) expect(await card("en", number)).toBeNull();
  });

  it("waits for whoever has something to do with it, and says what was answered", async () => {
    const waiting = async (account: string) => {
      const view = (await yourWork(await actorOf(account), "spaiv", { locale: "en", now }))!.recommendations;
      return [view.waiting.map(({ waits, number }) => `${waits} ${number}`), view.told.map(({ number }) => number)];
    };
    expect(await waiting("youth")).toEqual([["putRight 4"], [1, 2]]);
    expect(await waiting("secretariat")).toEqual([["check 5"], []]);
    expect(await waiting("focal.laopdr")).toEqual([["answer 1", "answer 2"], []]);
    expect(await waiting("focal.thailand")).toEqual([[], []]);
    expect(await waiting("cso")).toEqual([[], []]);
  });

  it("stands as its commands leave it, step by step", async () => {
    const made = await rows();
    for (const [index, recommendation] of madeUpRecommendations.entries()) {
      const id = await live(recommendation);
      expect(kept(made[index]!)).toEqual(kept((await rows()).find((row) => row.id === id)!));
    }
  }, 60_000);
});
