import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { verifyStream } from "@/lib/server/audit/verify";
import { readPapers } from "@/lib/server/publications/read-papers";
import { publicPlatformReport } from "@/lib/server/queries/civil-society/public-civil-society";
import { followUpForm } from "@/lib/server/queries/meetings/decision-forms";
import { meetingForWork } from "@/lib/server/queries/meetings/meetings-for-work";
import { meetingPresentation, publicMeeting } from "@/lib/server/queries/meetings/public-meetings";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { publicObservation } from "@/lib/server/queries/observations/public-observations";
import { publicVersion } from "@/lib/server/queries/public-version";
import { publicYouthForum } from "@/lib/server/queries/youth-forum/public-youth-forum";
import { publishedPlan } from "@/lib/server/results/read/plan";
import { meetingParts } from "@/lib/views/commitments/part-to-take-down";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { whereWordsStand } from "@/test/factories/where-words-stand";
import { presentPlatformReport } from "../civil-society/present-platform-report";
import { takeDownPlatformPart } from "../civil-society/take-down-platform-part";
import { reportingPlatform } from "../civil-society/testing/reporting-platform";
import { addKeyAction } from "../commitments/add-key-action";
import { endObservation } from "../commitments/end-observation";
import { sendReply } from "../commitments/send-reply";
import { takeDownObservation } from "../commitments/take-down-observation";
import { tellKeyAction } from "../commitments/tell-key-action";
import { observing, reply } from "../commitments/testing/observing";
import { takeDownRecommendation } from "../youth/take-down-recommendation";
import { recommending } from "../youth/testing/recommending";
import { addMeeting } from "./add-meeting";
import { advanceMeeting } from "./advance-meeting";
import { followUp } from "./follow-up";
import { takeDownMeetingPart } from "./take-down-meeting-part";

const on = reportingTests();
const before = new Date("2018-03-09T04:00:00Z");
const now = new Date("2018-10-16T04:00:00Z");
const observer = observing(on);
const youth = recommending(on);
const platform = reportingPlatform(on);
const secretariat = () => on.plan.actors.secretariat;

async function held(code: string, day: string, unit: string | null = null): Promise<number> {
  const { id } = await addMeeting(secretariat(), {
    ...{ plan: on.plan.code, code },
    entry: {
      ...{
        kind: unit ? "taskForce" : "rtf",
        year: 2018,
        startsOn: day,
        endsOn: day,
        isOnline: false,
        host: null,
        unit,
      },
      ...{ texts: [{ locale: "en", title: code, place: "", notes: "" }], participants: [], sources: [] },
    },
  });
  await advanceMeeting(secretariat(), await seen(id), "hold", new Date("2020-01-01T04:00:00Z"));
  return id;
}
const seen = async (id: number) => ({
  ...{ plan: on.plan.code, id },
  rowVersion: (await on.database.prisma.meeting.findUniqueOrThrow({ where: { id } })).rowVersion,
});
const tell = async (id: number, textIds: readonly number[], body = "Two ministries met.", actor = secretariat()) =>
  followUp(
    actor,
    await seen(id),
    textIds.map((textId) => ({ textId, status: "underWay" as const, body })),
    now,
  );
const area = async (name: "meetings" | "observations" | "youth-forum" | "civil-society") => ({
  ...{ code: on.plan.code, locale: "en" },
  version: (await publicVersion({ plan: on.plan.code, area: name }))!,
});
const ofMeeting = async (code: string) => (await publicMeeting(await area("meetings"), code))!.saidDue;
const offered = async (id: number) =>
  (await followUpForm(secretariat(), on.plan.code, id, { locale: "en", now }))!.saidDue;
const asked = { locale: "en" as const, now };

const noLonger = (...textIds: number[]) => ({
  problems: textIds.map((textId) => ({ field: `status_${textId}`, key: "meetingLooksNoLonger" })),
});

/** An observation on which Thailand said that it acts. */
async function replied(words: Parameters<typeof observer.passed>[0] = {}): Promise<number> {
  const id = await observer.passed(words);
  const promised = { body: "A second shelter opens", organisationId: null, dueOn: "2018-12-31" };
  await addKeyAction(on.plan.actors.thailand, await observer.seen(id), promised, before);
  const actedOn = { kind: "actedOn", body: "More room is being made" } as const;
  await sendReply(on.plan.actors.thailand, await observer.seen(id), actedOn, before);
  return id;
}
/** Says that it did. */
async function done(id: number): Promise<void> {
  const { id: keyAction } = await on.database.prisma.keyAction.findFirstOrThrow({ where: { textId: id } });
  const evidence = { evidenceTitle: "Opening", evidenceUrl: "https://gov.example/o" };
  const told = { state: "done", dueOn: null, reason: "", ...evidence } as const;
  await tellKeyAction(on.plan.actors.thailand, await observer.seen(id), keyAction, told, now);
}
/** The priorities of a presented report, in their order. */
async function presented(): Promise<{ report: number; points: number[] }> {
  const { id: report } = await platform.agreed("THA");
  await presentPlatformReport(
    secretariat(),
    await platform.seen(report),
    { meeting: await platform.meeting("SOM11", 2017) },
    before,
  );
  const points = await on.database.prisma.platformPoint.findMany({
    where: { reportId: report, kind: "priority" },
    orderBy: { position: "asc" },
  });
  return { report, points: points.map(({ textId }) => textId) };
}

describe("what was said to governments", () => {
  it("is followed up at a meeting, and says so on its own page and on the meeting's", async () => {
    const recommendation = await youth.passed();
    const { points } = await presented();
    const observation = await replied();
    const id = await held("RTF-2018-10", "2018-10-15");
    expect((await offered(id)).map(({ kind, textId }) => [kind, textId])).toEqual([
      ["recommendation", recommendation],
      ["platformPoint", expect.any(Number)],
      ["platformPoint", points[0]],
      ["platformPoint", points[1]],
      ["observation", observation],
    ]);
    const pages = ["meetings", "observations", "youth-forum", "civil-society"] as const;
    const versions = async () => Promise.all(pages.map(async (page) => (await area(page)).version));
    const earlier = await versions();
    await tell(id, [recommendation, points[1]!, observation]);
    expect((await versions()).every((version, at) => version !== earlier[at])).toBe(true);
    expect((await ofMeeting("RTF-2018-10")).filter(({ told }) => told)).toMatchObject([
      { kind: "recommendation", isPublic: true, told: { status: "underWay", body: "Two ministries met." } },
      { kind: "platformPoint", number: 2, point: { report: "CSO-THA-2016", kind: "priority" } },
      { kind: "observation", answered: 1, units: [{ code: "THA" }] },
    ]);
    const told = [{ meeting: "RTF-2018-10", on: "2018-10-15", status: "underWay", body: "Two ministries met." }];
    expect((await publicObservation(await area("observations"), "1"))?.observation.said?.followUps).toMatchObject(told);
    const forums = (await publicYouthForum(await area("youth-forum")))!.forums;
    expect(forums[0]?.recommendations[0]?.followUps).toMatchObject(told);
    const { report } = (await publicPlatformReport(await area("civil-society"), "CSO-THA-2016"))!;
    expect(report.priorities.map(({ followUps }) => followUps.length)).toEqual([0, 1]);
    expect(report.priorities[1]?.followUps).toMatchObject(told);
    const [event] = (await auditWhere(on.database.prisma, { stream: `meeting:${id}` })).slice(-1);
    expect(event).toMatchObject({ action: "decisionsFollowedUp", actorId: secretariat().id });
  });

  it("stays away from public pages, and from those who may not read it, where it isn't public", async () => {
    const open = await replied();
    const internal = await replied({ visibility: "governments", attribution: "secretariatOnly" });
    await observer.passed({ visibility: "platform" });
    // Governments know of it once it is replied to.
    await observer.passed();
    const id = await held("RTF-2018-10", "2018-10-15");
    expect((await offered(id)).map(({ textId, isPublic }) => [textId, isPublic])).toEqual([
      [internal, false],
      [open, true],
    ]);
    await tell(id, [open, internal], "SAID AT THE TABLE");
    expect((await ofMeeting("RTF-2018-10")).map(({ textId }) => textId)).toEqual([open]);
    const slides = await meetingPresentation(await area("meetings"), "RTF-2018-10");
    expect(slides?.saidDue.map(({ textId }) => textId)).toEqual([open]);
    const published = (await publishedPlan(on.plan.code, "en", (await area("meetings")).version.split("-")[0]!))!;
    const made = await readPapers(published, on.plan.code, "RTF-2018-10", "en", now);
    expect(made?.papers.saidDue.map(({ textId }) => textId)).toEqual([open]);
    expect(made?.textIds).toContain(open);
    expect(made?.textIds).not.toContain(internal);
    expect(await publicObservation(await area("observations"), "2")).toBeNull();
    const read = (actor: Actor) => observationForWork(actor, on.plan.code, internal, asked);
    const { cambodia, thailand, cso } = on.plan.actors;
    for (const actor of [thailand, cambodia, cso, secretariat()])
      expect((await read(actor))?.followUps).toMatchObject([{ body: "SAID AT THE TABLE" }]);
    expect(await read({ ...cambodia, roles: [] })).toBeNull();
  });

  it("is looked at from the first meeting after it on, at a country's own where that is asked, until it is done", async () => {
    const recommendation = await youth.passed({ units: ["THA"] });
    const early = await held("RTF-2018-02", "2018-02-15");
    const own = await held("THA-2018-06", "2018-06-01", "THA");
    const other = await held("KHM-2018-06", "2018-06-01", "KHM");
    const next = await held("RTF-2018-10", "2018-10-15");
    const looked = async () => Promise.all([early, own, other, next].map(async (id) => (await offered(id)).length));
    expect(await looked()).toEqual([0, 1, 0, 1]);
    await expect(tell(early, [recommendation])).rejects.toMatchObject(noLonger(recommendation));
    await followUp(secretariat(), await seen(own), [{ textId: recommendation, status: "done", body: "" }], now);
    expect(await looked()).toEqual([0, 1, 0, 0]);
  });

  it("isn't due before answers are, nor once its author has closed it", async () => {
    const observation = await replied();
    const { id: som } = await addMeeting(secretariat(), {
      ...{ plan: on.plan.code, code: "SOM12" },
      entry: {
        ...{ kind: "som", year: 2018, startsOn: "2018-11-05", endsOn: "2018-11-06", isOnline: false, host: null },
        ...{ unit: null, texts: [{ locale: "en", title: "SOM12", place: "", notes: "" }] },
        ...{ participants: [], sources: [] },
      },
    });
    const recommendation = await youth.passed();
    const id = await held("RTF-2018-10", "2018-10-15");
    await advanceMeeting(secretariat(), await seen(som), "hold", new Date("2020-01-01T04:00:00Z"));
    expect((await offered(id)).map(({ textId }) => textId)).toEqual([observation]);
    expect((await offered(som)).map(({ textId }) => textId)).toEqual([recommendation, observation]);
    await tell(id, [observation]);
    await done(observation);
    // The meeting was told that more is to come.
    expect((await offered(som)).map(({ textId }) => textId)).toEqual([recommendation, observation]);
    await endObservation(on.plan.actors.cso, await observer.seen(observation), "answered", now);
    expect((await offered(id)).map(({ textId }) => textId)).toEqual([observation]);
    expect((await offered(som)).map(({ textId }) => textId)).toEqual([recommendation]);
    await endObservation(on.plan.actors.cso, await observer.seen(observation), "withdrawn", now);
    expect(await offered(id)).toEqual([]);
    expect(await ofMeeting("RTF-2018-10")).toMatchObject([{ isGone: true, body: "", told: { body: "" } }]);
  });

  it("stands at a past meeting as it did then, whatever became of it since", async () => {
    const { thailand } = on.plan.actors;
    const [closedLater, answeredLater] = [await observer.passed(), await observer.passed()];
    await held("RTF-2018-04", "2018-04-16");
    for (const [id, day] of [
      [closedLater, "2018-04-16"],
      [answeredLater, "2018-04-17"],
    ] as const)
      await sendReply(thailand, await observer.seen(id), reply, new Date(`${day}T04:00:00Z`));
    await endObservation(on.plan.actors.cso, await observer.seen(closedLater), "answered", now);
    expect((await ofMeeting("RTF-2018-04")).map(({ textId }) => textId)).toEqual([closedLater]);
  });

  it("is left out once it is answered and all is done, and what is left comes first", async () => {
    const [left, settled] = [await replied(), await replied()];
    const explained = await observer.passed();
    await sendReply(on.plan.actors.thailand, await observer.seen(explained), reply, before);
    const answeredThere = await observer.passed();
    const id = await held("RTF-2018-12", "2018-12-03");
    await sendReply(
      on.plan.actors.thailand,
      await observer.seen(answeredThere),
      reply,
      new Date("2018-12-03T04:00:00Z"),
    );
    expect((await offered(id)).map(({ textId }) => textId)).toEqual([settled, left, answeredThere]);
    await done(settled);
    expect((await offered(id)).map(({ textId }) => textId)).toEqual([left, answeredThere]);
  });

  it("is refused in its own row where it was withdrawn while somebody wrote, and alone", async () => {
    const [kept, withdrawn] = [await replied(), await replied()];
    const id = await held("RTF-2018-10", "2018-10-15");
    await endObservation(on.plan.actors.cso, await observer.seen(withdrawn), "withdrawn", now);
    await expect(tell(id, [kept, withdrawn])).rejects.toMatchObject(noLonger(withdrawn));
    await tell(id, [kept]);
    expect((await ofMeeting("RTF-2018-10")).map(({ textId, told }) => [textId, told?.status])).toEqual([
      [kept, "underWay"],
    ]);
  });

  it("is told of by the secretariat alone, as it saw the meeting, and names nobody where young people recommended it", async () => {
    const recommendation = await youth.passed();
    const id = await held("RTF-2018-10", "2018-10-15");
    const { thailand, contributor, cso, csoReporter, administrator } = on.plan.actors;
    for (const actor of [thailand, contributor, cso, csoReporter, administrator])
      await expect(tell(id, [recommendation], "", actor)).rejects.toThrow(refusal("notAllowed"));
    const stale = await seen(id);
    await expect(tell(id, [recommendation], "Ms Somchai Jaidee spoke")).rejects.toThrow(refusal("invalid"));
    await tell(id, [recommendation]);
    await expect(followUp(secretariat(), stale, [], now)).rejects.toThrow(refusal("changedMeanwhile"));
    expect(await on.database.prisma.followUp.count({ where: { meetingId: id } })).toBe(1);
    await tell(id, []);
    expect(await on.database.prisma.followUp.count({ where: { meetingId: id } })).toBe(0);
  });
});

describe("what a meeting was told of it", () => {
  it("goes with the words that are taken down, from the audit and at a closed meeting too", async () => {
    const recommendation = await youth.passed();
    const { report, points } = await presented();
    const observation = await replied();
    const id = await held("RTF-2018-10", "2018-10-15");
    await tell(id, [recommendation], "MALEE1");
    for (const word of ["FIRST", "SECOND"])
      await followUp(
        secretariat(),
        await seen(id),
        [recommendation, points[0]!, observation].map((textId, at) => ({
          ...{ textId, status: "underWay" as const, body: `${word} MALEE${at + 1}` },
        })),
        now,
      );
    for (const step of ["agreeOutcome", "close"] as const)
      await advanceMeeting(secretariat(), await seen(id), step, now);
    const standing = (word: string) => whereWordsStand(on.database, word);
    expect(await standing("MALEE3")).toEqual(["audit_payload.before", "follow_up.body"]);
    await takeDownObservation(secretariat(), await observer.seen(observation), "namesSomebody", now);
    expect(await standing("MALEE3")).toEqual([]);
    await takeDownPlatformPart(
      secretariat(),
      await platform.seen(report),
      { part: "priority", position: 1, rule: "namesSomebody" },
      now,
    );
    expect(await standing("MALEE2")).toEqual([]);
    await takeDownRecommendation(secretariat(), await youth.seen(recommendation), "namesSomebody", now);
    expect(await standing("MALEE1")).toEqual([]);
    const told = (await ofMeeting("RTF-2018-10")).filter((each) => each.told !== null);
    expect(told.map((each) => [each.isGone, each.told?.isEmptied])).toEqual(Array(3).fill([true, true]));
    expect((await verifyStream(on.database.prisma, `meeting:${id}`)).intact).toBe(true);
  });

  it("goes from all but the audit where this isn't as it was written, which says so", async () => {
    const recommendation = await youth.passed();
    const { report, points } = await presented();
    const observation = await replied();
    const id = await held("RTF-2018-10", "2018-10-15");
    for (const word of ["FIRST", "SECOND"]) await tell(id, [recommendation, points[0]!, observation], `${word} KANYA`);
    const stream = `meeting:${id}`;
    await on.database.pool.query("ALTER TABLE audit_payload DISABLE TRIGGER USER");
    await on.database.pool.query(`UPDATE audit_payload SET after = '{}' WHERE stream = $1 AND sequence = 2`, [stream]);
    await on.database.pool.query("ALTER TABLE audit_payload ENABLE TRIGGER USER");
    const altered = await verifyStream(on.database.prisma, stream);
    expect(altered).toMatchObject({ intact: false, sequence: 2 });
    const kept = { isKeptByAudit: true };
    const rule = "namesSomebody";
    expect(await takeDownObservation(secretariat(), await observer.seen(observation), rule, now)).toEqual(kept);
    const priority = { part: "priority", position: 1, rule } as const;
    expect(await takeDownPlatformPart(secretariat(), await platform.seen(report), priority, now)).toEqual(kept);
    expect(await takeDownRecommendation(secretariat(), await youth.seen(recommendation), rule, now)).toEqual(kept);
    expect(await whereWordsStand(on.database, "KANYA")).toEqual(["audit_payload.before"]);
    expect(await verifyStream(on.database.prisma, stream)).toEqual(altered);
    const notErased = [{ stream, sequence: 2 }];
    for (const action of ["observationTakenDown", "platformPartTakenDown", "recommendationTakenDown"])
      expect((await auditWhere(on.database.prisma, { action })).at(-1)).toMatchObject({ after: { notErased } });
  });

  it("can be taken down by itself, and what is told anew stands without it", async () => {
    await replied();
    const observation = await replied({ visibility: "governments" });
    const id = await held("RTF-2018-10", "2018-10-15");
    for (const word of ["Told", "Told again"]) await tell(id, [observation], `${word} SOMSRI`);
    const parts = meetingParts((await meetingForWork(secretariat(), on.plan.code, id, asked))!);
    expect(parts).toContainEqual({
      ...{ value: `followUp-${observation}`, kind: "followUpObservation", place: "2", begins: "Told again SOMSRI" },
    });
    const takeDown = async () =>
      takeDownMeetingPart(secretariat(), await seen(id), { of: "followUp", at: observation }, "namesSomebody", now);
    const { version } = await area("observations");
    await takeDown();
    expect(await whereWordsStand(on.database, "SOMSRI")).toEqual([]);
    expect((await area("observations")).version).not.toBe(version);
    await expect(takeDown()).rejects.toThrow(refusal("notFound"));
    const read = await observationForWork(secretariat(), on.plan.code, observation, asked);
    expect(read?.followUps).toMatchObject([{ status: "underWay", body: "", isEmptied: true }]);
  });
});
