import { describe, expect, it } from "vitest";
import { feedOfObservations } from "@/components/results/observations/feed-of-observations";
import { saidAbout } from "@/components/results/observations/said-about";
import { englishWords } from "@/components/results/observations/testing/english-words";
import type { TextEnd } from "@/lib/domain/commitments/addressed-life";
import { type Attribution, attributions, type Visibility, visibilities } from "@/lib/domain/commitments/observation";
import type { Actor } from "@/lib/domain/permissions";
import { allObservations, observationsFilterOf } from "@/lib/schemas/addresses/observations-filter";
import { addObservation } from "@/lib/server/commands/commitments/add-observation";
import { endObservation } from "@/lib/server/commands/commitments/end-observation";
import { lapseResponses } from "@/lib/server/commands/commitments/lapse-responses";
import { passObservation } from "@/lib/server/commands/commitments/pass-observation";
import { sendBackObservation } from "@/lib/server/commands/commitments/send-back-observation";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { speakAgain } from "@/lib/server/commands/commitments/speak-again";
import { takeDownObservation } from "@/lib/server/commands/commitments/take-down-observation";
import { submitObservation } from "@/lib/server/commands/commitments/testing/submit-observation";
import { publicVersion } from "@/lib/server/queries/public-version";
import { makeMember } from "@/test/factories/make-member";
import { reportingTests } from "@/test/factories/reporting-plan";
import { allPublicObservations, observationsAbout, publicObservation, publicObservations } from "./public-observations";

const on = reportingTests();
const now = new Date("2018-03-09T04:00:00Z");
const afterwards = new Date("2018-07-01T04:00:00Z");

interface Made {
  id: number;
  actor: Actor;
}
const seen = async ({ id }: Made) => ({
  plan: on.plan.code,
  id,
  rowVersion: (await on.database.prisma.addressedText.findUniqueOrThrow({ where: { id } })).rowVersion,
});
const submit = async (made: Made) => submitObservation(made.actor, await seen(made), now);
const pass = async (made: Made) => passObservation(on.plan.actors.secretariat, await seen(made), now);
const evidence = { evidenceTitle: "LIST OF THAILAND", evidenceUrl: "https://gov.example/list" };
const reply = async (made: Made, body = "REPLY OF THAILAND") =>
  sendReply(on.plan.actors.thailand, await seen(made), { kind: "explains", body, ...evidence }, now);
const end = async (made: Made, how: TextEnd) =>
  how === "takenDown"
    ? takeDownObservation(on.plan.actors.secretariat, await seen(made), "identifiable", now)
    : endObservation(made.actor, await seen(made), how, now);
const speakOnce = async (made: Made) => speakAgain(made.actor, await seen(made), "SECOND WORDS");

/** Everything that an observation can have become, by the steps to it. What lapses comes first: else more would lapse with it. */
const lives: Record<string, ((made: Made) => Promise<unknown>)[]> = {
  unanswered: [submit, pass, () => lapseResponses(afterwards)],
  draft: [],
  inSafetyCheck: [submit],
  sentBack: [
    submit,
    async (made) =>
      sendBackObservation(on.plan.actors.secretariat, await seen(made), { rule: "minor", note: "THE NOTE" }, now),
  ],
  awaited: [submit, pass],
  withdrawnBefore: [submit, pass, (made) => end(made, "withdrawn")],
  takenDownBefore: [submit, pass, (made) => end(made, "takenDown")],
  given: [submit, pass, reply],
  answered: [submit, pass, reply, (made) => end(made, "answered")],
  withdrawn: [submit, pass, reply, (made) => end(made, "withdrawn")],
  takenDown: [submit, pass, reply, (made) => end(made, "takenDown")],
  speaksAgain: [submit, pass, reply, speakOnce],
  awaitedAgain: [submit, pass, reply, speakOnce, submit, pass],
};
const isHeard = ["unanswered", "given", "answered", "speaksAgain", "awaitedAgain"];
const leavesPlace = [...isHeard, "withdrawn", "takenDown"];
/** Nobody is asked for a reply to what only the platform reads. */
const platformLives = ["draft", "inSafetyCheck", "sentBack", "awaited"];

const area = async () => ({
  code: on.plan.code,
  locale: "en",
  version: (await publicVersion({ plan: on.plan.code, area: "observations" }))!,
});
const all = async (query = "") =>
  (await publicObservations(await area(), observationsFilterOf(new URLSearchParams(query))))!;
const noFields = (typed: { number: string }) => ({
  numerator: "",
  denominator: "",
  yesNo: "",
  step: "",
  ...typed,
});
const wordsOf = (attribution: string, visibility: string, life: string) => `SAID ${attribution} ${visibility} ${life}.`;

async function make(attribution: Attribution, visibility: Visibility, life: string, actor?: Actor): Promise<Made> {
  const by = actor ?? on.plan.actors.cso;
  const { id } = await addObservation(
    by,
    { ...on.plan.address("THA", "2016"), about: { of: "indicator", code: "G2.1-a" } },
    {
      kind: "reportsGap",
      basis: "study",
      body: wordsOf(attribution, visibility, life),
      language: "en",
      attribution,
      visibility,
      sources: [{ title: `SOURCE ${life}`, url: "https://shelter.example/2016" }],
      shadow: { typed: noFields({ number: "1234" }), method: `METHOD ${life}` },
    },
    now,
  );
  const made = { id, actor: by };
  for (const step of lives[life]!) await step(made);
  return made;
}

describe("what anybody reads of all observations that there can be", () => {
  /** What every public query answers, as text. */
  async function everything(): Promise<string> {
    const numbers = await on.database.prisma.addressedText.findMany({ select: { number: true } });
    const most = Math.max(...numbers.map(({ number }) => number ?? 0)) + 1;
    const pages = await Promise.all(
      Array.from({ length: most }, async (_, index) => publicObservation(await area(), String(index + 1))),
    );
    const parts = ["THA", "G2.1-a", "G2"].map(async (subject) => observationsAbout(await area(), subject, "2016"));
    const feed = (await allPublicObservations(await area()))!;
    const abouts = (await Promise.all(parts)).map((about) => [about, saidAbout(about!, englishWords, "/en/spaiv")]);
    const entries = feedOfObservations(feed.observations, feed.plan.periods, englishWords, "/en/spaiv");
    expect(entries.length).toBe(attributions.length * leavesPlace.length);
    return JSON.stringify([await all(), pages, abouts, entries]);
  }

  it("is the words of those that were heard, and no name but of those that want to be named", async () => {
    const actors: Partial<Record<Attribution, Actor>> = {};
    for (const attribution of attributions)
      actors[attribution] = await makeMember(on.database.prisma, on.plan, `Organisation known to ${attribution}`);
    for (const life of Object.keys(lives))
      for (const visibility of visibilities)
        for (const attribution of attributions)
          if (visibility !== "platform" || platformLives.includes(life))
            await make(attribution, visibility, life, actors[attribution]);

    const text = await everything();
    const expected = attributions.flatMap((attribution) => isHeard.map((life) => wordsOf(attribution, "public", life)));
    expect([...new Set(text.match(/SAID [^.]*\./g))].sort()).toEqual(expected.sort());
    expect([...new Set(text.match(/Organisation known to \w+/g))]).toEqual(["Organisation known to named"]);
    for (const hidden of [
      "Member of",
      "SECOND WORDS",
      "THE NOTE",
      "SOURCE withdrawn",
      "SOURCE takenDown",
      "METHOD withdrawn",
      "METHOD takenDown",
    ])
      expect(text).not.toContain(hidden);
    for (const life of isHeard) for (const said of ["SOURCE", "METHOD"]) expect(text).toContain(`${said} ${life}`);
    expect(text).toContain("1,234 persons");

    // What was public and was withdrawn has its place, with its number and no word or kind of it.
    const { observations, total, counts } = await all();
    expect(total).toBe(attributions.length * leavesPlace.length);
    expect(counts).toMatchObject({ said: attributions.length * isHeard.length, unanswered: attributions.length });
    const left = observations.filter(({ said }) => said === null);
    expect(left.map(({ end }) => end).sort()).toEqual([
      "takenDown",
      "takenDown",
      "takenDown",
      ...Array(3).fill("withdrawn"),
    ]);
    expect(Object.keys(left[0]!).sort()).toEqual(
      ["corrected", "end", "endedOn", "number", "period", "said", "subject", "unit", "validity"].sort(),
    );
    expect((await all("?kind=reportsGap")).observations.filter(({ said }) => said === null)).toEqual([]);
  });
});

describe("public observations", () => {
  it("are the newest first, and narrowed as the address asks", async () => {
    const first = await make("named", "public", "given");
    await make("named", "public", "unanswered");
    await make("named", "public", "answered");
    await make("named", "public", "awaited");
    const numbers = async (query: string) => (await all(query)).observations.map(({ number }) => number);
    expect(await numbers("")).toEqual([3, 2, 1]);
    expect(await numbers("?state=replied")).toEqual([3, 1]);
    expect(await numbers("?state=noReply")).toEqual([2]);
    expect(await numbers("?state=closed")).toEqual([3]);
    expect(await numbers("?country=KHM")).toEqual([]);
    expect(await numbers("?about=G2&country=THA&kind=reportsGap")).toEqual([3, 2, 1]);
    expect(await numbers("?about=G1")).toEqual([]);
    await speakOnce(first);
    await submit(first);
    await pass(first);
    expect(await numbers("?state=replied")).toEqual([3, 1]);
    expect(await all("")).toMatchObject({
      counts: { said: 3, replied: 2, late: 0, unanswered: 1, medianDays: 0 },
      subjects: [{ code: "G2" }, { code: "G2.1" }, { code: "G2.1-a" }],
    });
  });

  it("are none of a country, a subject, a page, a release or a plan that there isn't", async () => {
    await make("named", "public", "given");
    for (const query of ["?country=USA", "?about=G99", "?page=2"])
      expect(await publicObservations(await area(), observationsFilterOf(new URLSearchParams(query)))).toBeNull();
    for (const version of ["1", "1~june-2018", "99-1"])
      expect(await publicObservations({ ...(await area()), version }, allObservations), version).toBeNull();
    expect(await publicObservations({ ...(await area()), code: "nowhere" }, allObservations)).toBeNull();
    for (const number of ["2", "0", "01", "1x", "999999999"]) {
      expect(await publicObservation(await area(), number), number).toBeNull();
    }
    expect(await publicObservation(await area(), "1")).toMatchObject({ observation: { number: 1 } });
    expect(await observationsAbout(await area(), "USA", "2016")).toBeNull();
    expect(await observationsAbout(await area(), "THA", "1999")).toBeNull();
    expect(await observationsAbout(await area(), "KHM", "2016")).toMatchObject({ observations: [] });
  });

  it("say when a reply came, and whether it was late", async () => {
    const made = await make("named", "public", "unanswered");
    const of = async () => (await publicObservation(await area(), "1"))!.observation.said!.rounds;
    expect(await of()).toMatchObject([{ dueOn: "2018-05-08", reply: null }]);
    await sendReply(on.plan.actors.thailand, await seen(made), { kind: "willCorrect", body: "Late" }, afterwards);
    expect(await of()).toMatchObject([{ reply: { kind: "willCorrect", isLate: true, givenOn: "2018-07-01" } }]);
    expect((await all()).counts).toMatchObject({ replied: 1, late: 1, unanswered: 0 });
  });

  it("are made anew with each change of what anybody may read", async () => {
    const versions: string[] = [];
    const note = async () => versions.push((await area()).version);
    const made = await make("named", "public", "awaited");
    await note();
    await reply(made);
    await note();
    await end(made, "answered");
    await note();
    await end(made, "takenDown");
    await note();
    expect(new Set(versions).size).toBe(4);
    expect(await publicVersion({ plan: on.plan.code, area: "feed.xml" })).toBe(versions.at(-1));
  });
});
