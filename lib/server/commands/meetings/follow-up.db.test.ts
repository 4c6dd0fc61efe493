import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { verifyStream } from "@/lib/server/audit/verify";
import { readPapers } from "@/lib/server/publications/read-papers";
import { publicPlatformReport } from "@/lib/server/queries/civil-society/public-civil-society";
import { meetingForWork } from "@/lib/server/queries/meetings/meetings-for-work";
import { meetingPresentation } from "@/lib/server/queries/meetings/public-meetings";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { publicObservation } from "@/lib/server/queries/observations/public-observations";
import { publicYouthForum } from "@/lib/server/queries/youth-forum/public-youth-forum";
import { publishedPlan } from "@/lib/server/results/read/plan";
import { meetingParts } from "@/lib/views/commitments/part-to-take-down";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { whereWordsStand } from "@/test/factories/where-words-stand";
import { takeDownPlatformPart } from "../civil-society/take-down-platform-part";
import { endObservation } from "../commitments/end-observation";
import { takeDownObservation } from "../commitments/take-down-observation";
import { takeDownRecommendation } from "../youth/take-down-recommendation";
import { advanceMeeting } from "./advance-meeting";
import { followUp } from "./follow-up";
import { takeDownMeetingPart } from "./take-down-meeting-part";

const _on = reportingTests();

import { followingUp, now } from "./testing/following-up";

const on = reportingTests();
const {
  observer,
  youth,
  platform,
  secretariat,
  held,
  seen,
  tell,
  area,
  ofMeeting,
  offered,
  asked,
  noLonger,
  replied,
  presented,
} = followingUp(on);

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
          textId,
          status: "underWay" as const,
          body: `${word} MALEE${at + 1}`,
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
      value: `followUp-${observation}`,
      kind: "followUpObservation",
      place: "2",
      begins: "Told again SOMSRI",
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
