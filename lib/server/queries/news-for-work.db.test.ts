import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { agreeToPlatformReport } from "@/lib/server/commands/civil-society/agree-to-platform-report";
import { beginPlatformReport } from "@/lib/server/commands/civil-society/begin-platform-report";
import { closeAgreement } from "@/lib/server/commands/civil-society/close-agreement";
import { presentPlatformReport } from "@/lib/server/commands/civil-society/present-platform-report";
import { reportingPlatform } from "@/lib/server/commands/civil-society/testing/reporting-platform";
import { writePlatformReport } from "@/lib/server/commands/civil-society/write-platform-report";
import { addKeyAction } from "@/lib/server/commands/commitments/add-key-action";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";
import { observing, reply } from "@/lib/server/commands/commitments/testing/observing";
import { addDecision } from "@/lib/server/commands/meetings/add-decision";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { advanceMeeting } from "@/lib/server/commands/meetings/advance-meeting";
import { sendPapers } from "@/lib/server/commands/meetings/send-papers";
import { nameRelease } from "@/lib/server/commands/name-release";
import { addRecommendation } from "@/lib/server/commands/youth/add-recommendation";
import { passRecommendation } from "@/lib/server/commands/youth/pass-recommendation";
import { respondToRecommendation } from "@/lib/server/commands/youth/respond-to-recommendation";
import { submitRecommendation } from "@/lib/server/commands/youth/submit-recommendation";
import { takeDownRecommendation } from "@/lib/server/commands/youth/take-down-recommendation";
import { Publishing } from "@/lib/server/publications/testing/publishing";
import type { News } from "@/lib/views/commitments/news-view";
import { ENOUGH_STATEMENTS, statementsOfPage } from "./page-statements.testing";
import { yourWork } from "./your-work";

const given = new Publishing("news");
const observations = observing(given);
const platforms = reportingPlatform(given);

const march = (day: number) => new Date(`2018-03-${String(day).padStart(2, "0")}T04:00:00Z`);
const asked = { locale: "en" as const, now: march(20) };
const secretariat = () => given.plan.actors.secretariat;
/** The plan's member of civil society, in another role. */
const as = (role: Role, unit: "THA" | null, actor = given.plan.actors.cso): Actor => {
  const { planId, code, unitIds } = given.plan;
  const own = unit && { id: unitIds[unit]!, code: unit, level: "country" as const };
  return { ...actor, roles: [{ role, plan: { id: planId, code }, unit: own }] };
};
const meetingSeen = async (id: number) => {
  const { rowVersion } = await given.database.prisma.meeting.findUniqueOrThrow({ where: { id } });
  return { plan: given.plan.code, id, rowVersion };
};
async function planned(code: string, kind: "som" | "youthForum" | "taskForce" = "som", unit: string | null = null) {
  const { id } = await addMeeting(secretariat(), {
    plan: given.plan.code,
    code,
    entry: {
      kind,
      year: 2018,
      startsOn: null,
      endsOn: null,
      isOnline: false,
      host: null,
      unit,
      texts: [{ locale: "en", title: `Meeting ${code}`, place: "", notes: "" }],
      participants: [],
      sources: [],
    },
  });
  return id;
}
async function papersOut(code: string, at: Date, ownOf: string | null = null) {
  const id = await planned(code, ownOf === null ? "som" : "taskForce", ownOf);
  await sendPapers(secretariat(), await meetingSeen(id), null, at);
}
const release = () =>
  nameRelease(
    secretariat(),
    { plan: given.plan.code, code: "march", version: 2, title: "March", notes: "", titleTh: "มีนาคม", notesTh: "" },
    march(5),
  );
async function agreed(code: string, at: Date) {
  const id = await planned(code);
  await advanceMeeting(secretariat(), await meetingSeen(id), "hold", march(1));
  const decided = {
    kind: "task",
    body: "Hotlines.",
    dueOn: "",
    organisations: [],
    priority: null,
    extendedTo: null,
    units: [],
  } as const;
  await addDecision(secretariat(), await meetingSeen(id), { ...decided, units: [], organisations: [] }, march(1));
  await advanceMeeting(secretariat(), await meetingSeen(id), "agreeOutcome", at);
}
type AnswerSeen = { plan: string; id: number; rowVersion: number; unit: string };
async function recommended(actor: Actor, beforeAnswer = async (_: () => Promise<AnswerSeen>) => {}) {
  const forum = await planned("YF-2018", "youthForum");
  await advanceMeeting(secretariat(), await meetingSeen(forum), "hold", march(1));
  const said = { body: "Ask us.", language: "en" as const, node: "G1", units: ["THA", "KHM"] };
  const { id } = await addRecommendation(actor, { plan: given.plan.code, meeting: forum }, said, march(1));
  await submitRecommendation(actor, await observations.seen(id), march(1));
  await passRecommendation(secretariat(), await observations.seen(id), march(2));
  const seen = async () => {
    const where = { textId: id, unit: { code: "THA" } };
    const { rowVersion } = await given.database.prisma.addressedUnit.findFirstOrThrow({ where });
    return { plan: given.plan.code, id, rowVersion, unit: "THA" };
  };
  await beforeAnswer(seen);
  const answer = { unit: "THA", answer: "acceptedInPart", body: "Not at once." } as const;
  await respondToRecommendation(given.plan.actors.thailand, await seen(), answer, "sendReply", march(9));
  return id;
}
const newsOf = async (actor: Actor, now = asked.now) =>
  (await yourWork(actor, given.plan.code, { ...asked, now }))?.news?.news ?? null;
const told = (news: readonly News[] | null) => news?.map(({ on, kind }) => `${on} ${kind}`);

describe("what is new", () => {
  it("is what was replied to what an organisation said, and what was made public, the newest first", async () => {
    const { cso, csoReporter, thailand } = given.plan.actors;
    await sendReply(thailand, await observations.seen(await observations.passed()), reply, march(10));
    // One that a platform can have as a member.
    await given.database.prisma.organisation.update({
      where: { id: cso.organisation.id },
      data: { kind: "civilSociety" },
    });
    await platforms.join(cso);
    const { id } = await beginPlatformReport(
      csoReporter,
      platforms.address(),
      { year: 2016, language: "en" },
      march(1),
    );
    await writePlatformReport(csoReporter, await platforms.seen(id), platforms.words(cso.organisation.id), march(1));
    await agreeToPlatformReport(cso, await platforms.seen(id), march(1));
    await closeAgreement(csoReporter, await platforms.seen(id), march(1));
    await agreed("SOM11", march(8));
    await presentPlatformReport(secretariat(), await platforms.seen(id), { meeting: "SOM11" }, march(8));
    const points = await given.database.prisma.platformPoint.findMany({ where: { reportId: id }, take: 2 });
    const explains = { kind: "explains", body: "It began." } as const;
    for (const { textId } of points) await platforms.answer(thailand, textId, "THA", explains, march(11));
    await release();
    await papersOut("SOM12", march(12));
    expect(await newsOf(cso)).toMatchObject([
      { on: "2018-03-12", kind: "papersOut", code: "SOM12", title: "Meeting SOM12" },
      { on: "2018-03-11", kind: "pointsAnswered", report: { code: "CSO-THA-2016" }, unit: { code: "THA" }, count: 2 },
      { on: "2018-03-10", kind: "replied", number: 1, unit: { code: "THA" } },
      { on: "2018-03-08", kind: "agreed", code: "SOM11", count: 1 },
      { on: "2018-03-05", kind: "released", code: "march", title: "March" },
    ]);
    const thai = await yourWork(cso, given.plan.code, { ...asked, locale: "th" });
    expect(thai?.news?.news.at(-1)).toMatchObject({ title: "มีนาคม" });
    // What another organisation said is no news of theirs.
    const other = await platforms.of("Elsewhere");
    expect(told(await newsOf(other))).toEqual(["2018-03-12 papersOut", "2018-03-08 agreed", "2018-03-05 released"]);
  });

  it("is so for a month, and so much at once", async () => {
    const { cso } = given.plan.actors;
    for (let day = 1; day <= 12; day++) await papersOut(`SOM${day}`, march(day));
    const news = (await newsOf(cso))!;
    expect(news.length).toBe(10);
    expect([news[0]!.on, news[9]!.on]).toEqual(["2018-03-12", "2018-03-03"]);
    expect(told(await newsOf(cso, new Date("2018-04-10T04:00:00Z")))).toEqual([
      "2018-03-12 papersOut",
      "2018-03-11 papersOut",
    ]);
    expect(await newsOf(cso, new Date("2018-04-12T04:00:00Z"))).toEqual([]);
  });

  it("is for whoever speaks for young people what was answered to them, until it is taken down", async () => {
    const facilitator = as("youthFacilitator", null);
    const id = await recommended(facilitator);
    expect(await newsOf(facilitator)).toMatchObject([
      { on: "2018-03-09", kind: "recommendationAnswered", id, unit: { code: "THA" }, answer: "acceptedInPart" },
    ]);
    // Of the same organisation, but they don't speak for the young people, or not of all countries.
    expect(await newsOf(given.plan.actors.cso)).toEqual([]);
    expect(await newsOf(as("youthFacilitator", "THA"))).toEqual([]);
    await takeDownRecommendation(secretariat(), await observations.seen(id), "minor", march(15));
    expect(await newsOf(facilitator)).toEqual([]);
  });

  it("is for whoever speaks for young people also what was done about it, or stopped, as it stands now", async () => {
    const facilitator = as("youthFacilitator", null);
    const { thailand } = given.plan.actors;
    const id = await recommended(facilitator, async (seen) => {
      for (const body of ["Teachers", "Lessons", "Books"])
        await addKeyAction(thailand, await seen(), { body, organisationId: null, dueOn: "2018-06-30" }, march(3));
    });
    const { prisma } = given.database;
    const [first, second, third] = await prisma.keyAction.findMany({ where: { textId: id }, orderBy: { id: "asc" } });
    const tell = async (keyAction: { id: number }, state: "underWay" | "done" | "stopped", on: number) => {
      const { rowVersion } = await prisma.addressedUnit.findFirstOrThrow({
        where: { textId: id, unit: { code: "THA" } },
      });
      const evidence = { evidenceTitle: "Programme", evidenceUrl: "https://gov.example/p" };
      await tellKeyAction(
        thailand,
        { plan: given.plan.code, id, rowVersion, unit: "THA" },
        keyAction.id,
        {
          evidenceTitle: "",
          evidenceUrl: "",
          ...(state === "done" && evidence),
          state,
          dueOn: null,
          reason: state === "stopped" ? "No money" : "",
        },
        march(on),
      );
    };
    await tell(first!, "underWay", 10);
    expect(told(await newsOf(facilitator))).toEqual(["2018-03-09 recommendationAnswered"]);
    await tell(first!, "done", 11);
    await tell(second!, "done", 12);
    await tell(third!, "stopped", 10);
    expect(await newsOf(facilitator)).toMatchObject([
      { on: "2018-03-12", kind: "actionsDone", id, number: 1, unit: { code: "THA" }, count: 2 },
      { on: "2018-03-10", kind: "actionsStopped", id, count: 1 },
      { kind: "recommendationAnswered" },
    ]);
    expect(await newsOf(given.plan.actors.cso)).toEqual([]);
    expect(await newsOf(as("youthFacilitator", "THA"))).toEqual([]);
    expect(await newsOf(facilitator, new Date("2018-04-12T04:00:00Z"))).toEqual([]);
    await takeDownRecommendation(secretariat(), await observations.seen(id), "minor", march(15));
    expect(await newsOf(facilitator)).toEqual([]);
  });

  it("is for a delegation what meetings of all countries and its own bring; others are told by what waits", async () => {
    const delegate = as("delegate", "THA", given.plan.actors.thailand);
    await papersOut("NTF-THA", march(3), "THA");
    await papersOut("NTF-KHM", march(4), "KHM");
    await agreed("SOM11", march(8));
    expect(await newsOf(delegate)).toMatchObject([{ code: "SOM11" }, { code: "NTF-THA" }]);
    const { thailand, contributor, administrator } = given.plan.actors;
    for (const other of [thailand, contributor, administrator, secretariat()]) expect(await newsOf(other)).toBeNull();
    expect(await yourWork(delegate, "nowhere", asked)).toBeNull();
  });

  it("takes few statements on the page that begins with what waits", async () => {
    const { cso, thailand } = given.plan.actors;
    await recommended(as("youthFacilitator", null));
    await sendReply(thailand, await observations.seen(await observations.passed()), reply, march(10));
    await papersOut("SOM12", march(12));
    const { code } = given.plan;
    const counts: Record<string, number> = {};
    const readers = { cso, youth: as("youthFacilitator", null), delegate: as("delegate", "THA", thailand) };
    // Who is signed in is read by their id; what they may is theirs here.
    for (const [name, actor] of Object.entries(readers))
      counts[name] = await statementsOfPage(given.database, code, actor, () => yourWork(actor, code, asked));
    expect(Object.entries(counts).filter(([, count]) => count > ENOUGH_STATEMENTS)).toEqual([]);
  });
});
