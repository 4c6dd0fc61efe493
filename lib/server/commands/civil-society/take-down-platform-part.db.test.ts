import { describe, expect, it } from "vitest";
import { draftReply } from "@/lib/server/commands/commitments/draft-reply";
import { lapseResponses } from "@/lib/server/commands/commitments/lapse-responses";
import { platformReportForWork } from "@/lib/server/queries/civil-society/platform-report-for-work";
import { platformsWaiting } from "@/lib/server/queries/civil-society/platforms-waiting";
import { publicPlatformReport } from "@/lib/server/queries/civil-society/public-civil-society";
import { publicVersion } from "@/lib/server/queries/public-version";
import { auditWhere } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { whereWordsStand } from "@/test/factories/where-words-stand";
import { agreeToPlatformReport } from "./agree-to-platform-report";
import { closeAgreement } from "./close-agreement";
import { presentPlatformReport } from "./present-platform-report";
import { reopenPlatformReport } from "./reopen-platform-report";
import { takeDownPlatformPart } from "./take-down-platform-part";
import { now, reportingPlatform } from "./testing/reporting-platform";

const on = reportingTests();
const { agreed, meeting, seen, events, answering, act, answer } = reportingPlatform(on);
const explains = { kind: "explains", body: "It needs a law" } as const;
const challenge = { part: "challenge", position: 1, rule: "identifiable" } as const;
const activity = { part: "activity", position: 1, rule: "minor" } as const;

async function asAnybodyReads() {
  const version = (await publicVersion({ plan: on.plan.code, area: "civil-society" }))!;
  return (await publicPlatformReport({ code: on.plan.code, locale: "en", version }, "CSO-THA-2016"))!.report;
}
async function presented() {
  const report = await agreed("THA");
  await meeting("SOM12");
  await presentPlatformReport(on.plan.actors.secretariat, await seen(report.id), { meeting: "SOM12" }, now);
  const points = await on.database.prisma.platformPoint.findMany({
    where: { reportId: report.id },
    orderBy: { textId: "asc" },
  });
  return { ...report, points: points.map(({ textId }) => textId) };
}

describe("a part of a platform's report", () => {
  // The first: what others say later stands in the same tables.
  it("leaves its place, and its words and answers to nobody: neither readers nor the audit", async () => {
    const { secretariat, thailand } = on.plan.actors;
    const { id, author, address, points } = await presented();
    await answer(thailand, points[0]!, "THA", explains);
    for (const part of [challenge, activity]) await takeDownPlatformPart(secretariat, await seen(id), part, now);
    const anybody = await asAnybodyReads();
    expect(anybody.challenges).toMatchObject([{ position: 1, takenDown: "identifiable", responses: [] }]);
    expect(anybody.activities).toMatchObject([{ position: 1, takenDown: "minor", nodes: [] }]);
    const read = await Promise.all(
      [author, secretariat, thailand].map((actor) => platformReportForWork(actor, address, { locale: "en", now })),
    );
    const audit = await auditWhere(on.database.prisma, { stream: `platformReport:${id}` });
    const everything = JSON.stringify([anybody, ...read, audit]);
    expect(await whereWordsStand(on.database, "Hotlines")).toEqual(["addressed_round.body"]);
    for (const words of [
      "Few interpreters",
      "It needs a law",
      "Trained social workers",
      "Mae Sot",
      "From all districts",
    ])
      expect([everything.includes(words), await whereWordsStand(on.database, words)]).toEqual([false, []]);
    expect(everything).toContain("Hotlines");
  });

  it("takes along what its governments have only drafted to answer", async () => {
    const { secretariat, contributor } = on.plan.actors;
    const { id, points } = await presented();
    const links = { evidenceTitle: "Title SOMCHAI", evidenceUrl: "https://example.org/SOMCHAI" };
    for (const [point, word] of [
      [points[0]!, "SOMCHAI"],
      [points[1]!, "MALEE"],
    ] as const) {
      await draftReply(
        contributor,
        await answering(point, "THA"),
        { kind: "explains", body: `Draft ${word}`, ...links },
        now,
      );
      await act(contributor, point, "THA", `Action ${word}`);
    }
    await takeDownPlatformPart(secretariat, await seen(id), challenge, now);
    expect(await whereWordsStand(on.database, "Draft SOMCHAI")).toEqual([]);
    expect(await whereWordsStand(on.database, "Action SOMCHAI")).toEqual([]);
    // What is drafted to answer another point stands.
    expect(await whereWordsStand(on.database, "MALEE")).toEqual(["key_action.body", "unit_response.body"]);
    await takeDownPlatformPart(secretariat, await seen(id), { ...challenge, part: "priority" }, now);
    expect(await whereWordsStand(on.database, "MALEE")).toEqual([]);
    expect(await whereWordsStand(on.database, "SOMCHAI")).toEqual([]);
  });

  it("is taken down by the secretariat alone, once, and only where it is", async () => {
    const { secretariat, thailand } = on.plan.actors;
    const { id, author } = await presented();
    for (const nobody of [thailand, author])
      await expect(takeDownPlatformPart(nobody, await seen(id), challenge, now)).rejects.toThrow(refusal("notAllowed"));
    for (const part of ["challenge", "activity"] as const)
      await expect(
        takeDownPlatformPart(secretariat, await seen(id), { ...challenge, part, position: 7 }, now),
      ).rejects.toThrow(refusal("notFound"));
    const before = await seen(id);
    await takeDownPlatformPart(secretariat, before, challenge, now);
    await expect(takeDownPlatformPart(secretariat, before, activity, now)).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(takeDownPlatformPart(secretariat, await seen(id), challenge, now)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    await expect(on.database.prisma.platformTakeDown.deleteMany({ where: { reportId: id } })).rejects.toThrow();
    expect((await events(id)).at(-1)).toBe("platformPartTakenDown");
  });

  it("waits for no answer any more; a report whose last one it was is answered", async () => {
    const { secretariat, thailand } = on.plan.actors;
    const { id, points } = await presented();
    for (const point of points.slice(1)) await answer(thailand, point, "THA", explains);
    expect((await platformsWaiting(thailand, on.plan.code))?.toAnswer).toMatchObject([{ points: 1 }]);
    await takeDownPlatformPart(secretariat, await seen(id), challenge, now);
    expect((await platformsWaiting(thailand, on.plan.code))?.toAnswer).toEqual([]);
    expect(await asAnybodyReads()).toMatchObject({ state: "answered", points: 2, answered: 2 });
    await expect(answer(thailand, points[0]!, "THA", explains)).rejects.toThrow(refusal("changedMeanwhile"));
    await lapseResponses(new Date("2019-03-09T04:00:00Z"));
    const left = await on.database.prisma.unitResponse.findFirst({ where: { textId: points[0]! } });
    expect(left?.state).toBe("awaited");
  });

  it("isn't in the draft that its report becomes, nor asked about when that was presented", async () => {
    const { secretariat } = on.plan.actors;
    const { id, author } = await agreed("THA");
    for (const part of [challenge, activity]) await takeDownPlatformPart(secretariat, await seen(id), part, now);
    await reopenPlatformReport(author, await seen(id));
    const address = { plan: on.plan.code, unit: "THA", year: 2016 };
    expect(await platformReportForWork(author, address, { locale: "en", now })).toMatchObject({
      activities: [],
      challenges: [],
      priorities: [{ body: "Shelters" }, { body: "Hotlines" }],
    });
    await agreeToPlatformReport(author, await seen(id), now);
    await closeAgreement(author, await seen(id), now);
    await takeDownPlatformPart(secretariat, await seen(id), { ...challenge, part: "priority", position: 2 }, now);
    await meeting("SOM12");
    await presentPlatformReport(secretariat, await seen(id), { meeting: "SOM12" }, now);
    const asked = await on.database.prisma.unitResponse.findMany({
      where: { asked: { text: { platformPoint: { reportId: id } } } },
      select: { addressed: { select: { body: true } } },
    });
    expect(asked).toEqual([{ addressed: { body: "Shelters" } }]);
  });

  it("leaves nothing to present where it was the last: its report is written anew", async () => {
    const { secretariat } = on.plan.actors;
    const { id, author } = await agreed("THA");
    for (const part of [
      challenge,
      { ...challenge, part: "priority" },
      { ...challenge, part: "priority", position: 2 },
    ] as const)
      await takeDownPlatformPart(secretariat, await seen(id), part, now);
    await meeting("SOM12");
    const address = { plan: on.plan.code, unit: "THA", year: 2016 };
    const page = (await platformReportForWork(secretariat, address, { locale: "en", now }))!;
    expect([page.may, page.meetings]).toEqual([["takeDown"], []]);
    await expect(presentPlatformReport(secretariat, await seen(id), { meeting: "SOM12" }, now)).rejects.toThrow(
      refusal("platformNothingStands"),
    );
    await reopenPlatformReport(author, await seen(id));
    expect((await events(id)).at(-1)).toBe("platformReportReopened");
  });
});
