import { describe, expect, it } from "vitest";
import { messagesIn } from "@/lib/i18n/messages";
import { plainText } from "@/lib/publication/document";
import { presentPlatformReport } from "@/lib/server/commands/civil-society/present-platform-report";
import { takeDownPlatformPart } from "@/lib/server/commands/civil-society/take-down-platform-part";
import { now, reportingPlatform } from "@/lib/server/commands/civil-society/testing/reporting-platform";
import { endObservation } from "@/lib/server/commands/commitments/end-observation";
import { lapseResponses } from "@/lib/server/commands/commitments/lapse-responses";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { takeDownAnswer } from "@/lib/server/commands/commitments/take-down-answer";
import { observing } from "@/lib/server/commands/commitments/testing/observing";
import { nameRelease } from "@/lib/server/commands/name-release";
import { whereWordsStand } from "@/test/factories/where-words-stand";
import { platformReportFiles } from "./testing/platform-report-files";
import { Publishing } from "./testing/publishing";

const given = new Publishing("platformwords");
const { act, agreed, answer, meeting, seen } = reportingPlatform(given);
const { passed, seen: textSeen } = observing(given);
const { ask, make, fileFor, offered, read } = platformReportFiles(given);

describe("the files of a platform's report, read", () => {
  it("say who agrees, what was done, each point with its answers, and what waits", async () => {
    const { secretariat, thailand, cambodia } = given.plan.actors;
    const { id: report, author } = await agreed("REGION");
    const { id } = await ask(author, "en", "REGION");
    const before = await read(id);
    expect(before.document.chapters.map((each) => each.id)).toEqual([
      "members",
      "activities",
      "observations",
      "points-challenge",
      "points-priority",
      "imprint",
    ]);
    await meeting("SOM12");
    await presentPlatformReport(secretariat, await seen(report), { meeting: "SOM12" }, now);
    const points = await given.database.prisma.platformPoint.findMany({
      where: { reportId: report },
      orderBy: { textId: "asc" },
    });
    const point = points[0]!.textId;
    const acts = { kind: "actedOn", body: "We begin" } as const;
    await act(thailand, point, "THA", "Open two shelters");
    await answer(thailand, point, "THA", acts);
    const later = new Date("2018-07-01T04:00:00Z");
    await lapseResponses(later);
    await answer(cambodia, point, "KHM", { ...acts, kind: "explains" }, later);
    const { document, said, textIds } = await read(id, later);
    expect(plainText(document.title)).toBe("Annual report of the regional civil society platform, 2016");
    const facts = document.facts.map(({ text }) => plainText(text));
    expect(facts).toContain("by 1 of 2 organisations, 9 March 2018");
    expect(facts).toContain("SOM12, 9 March 2018");
    expect(facts).toContain("1 of 3 points answered");
    expect(said("members")).toMatch(/Shelter of .*Legal aid of /);
    expect(said("activities")).toMatch(/Trained social workers.*Mae Sot.*Officials: 3; People of communities: 40/);
    expect(said("points-challenge")).toMatch(
      /Few interpreters.*Cambodia, 1 July 2018: Explains; late, it was due on .*We begin.*Thailand, 9 March 2018: Is being acted on.*Open two shelters.*due on 31 December 2018/,
    );
    expect(said("points-priority")).toMatch(/Priority 1.*Shelters.*Cambodia: no answer by .*Priority 2.*Hotlines/);
    const waiting = document.chapters.find((each) => each.id === "waiting")!.blocks[0];
    const rows = waiting?.kind === "table" ? waiting.rows : [];
    const countries = await given.database.prisma.reportingUnit.count({
      where: { planId: given.plan.planId, level: "country" },
    });
    expect(rows).toHaveLength(points.length * countries - 2);
    expect(JSON.stringify(rows[0])).toContain("No answer by the due date");
    expect(textIds).toEqual(points.map(({ textId }) => textId));
  });

  it("have observations as anybody reads them, and none of what was withdrawn since", async () => {
    const { thailand, cso } = given.plan.actors;
    const { member } = await agreed("THA");
    const text = await passed({ attribution: "secretariatOnly", body: "WORDS OF ALL" });
    const hidden = await passed({ visibility: "governments", body: "WORDS OF FEW" });
    for (const each of [text, hidden])
      await sendReply(thailand, await textSeen(each), { kind: "explains", body: "REPLY OF THAILAND" }, now);
    const id = await make(member);
    const { said, document } = await read(id);
    expect(said("observations")).toMatch(/Which organisation speaks isn.t told.*WORDS OF ALL.*REPLY OF THAILAND/);
    expect(JSON.stringify(document)).not.toContain("WORDS OF FEW");
    expect(JSON.stringify(document)).not.toContain(cso.organisation.name);
    await endObservation(cso, await textSeen(text), "withdrawn", now);
    expect(await offered()).toEqual([["en", "ready"]]);
    expect(await fileFor(null)).toBeNull();
    expect(await make(member)).toBe(id);
    expect(await offered()).toEqual([["en", "ready", "pdf", "docx"]]);
    expect((await read(id)).said("observations")).not.toContain("WORDS OF ALL");
    expect(await given.actionsOf(id)).toEqual([
      "publicationRequested",
      "publicationMade",
      "publicationRequestedAgain",
      "publicationMade",
    ]);
  }, 60_000);

  it.each(["en", "km", "lo", "my", "th", "vi", "zh"] as const)(
    "say in %s what the page says of parts that were taken down for safety",
    async (language) => {
      const { secretariat } = given.plan.actors;
      const { id: report, member } = await agreed("THA");
      for (const part of ["challenge", "activity"] as const)
        await takeDownPlatformPart(secretariat, await seen(report), { part, position: 1, rule: "minor" }, now);
      const { id } = await ask(member, language);
      const { said } = await read(id);
      const { publication } = await messagesIn(language);
      for (const chapter of ["activities", "points-challenge"]) {
        expect(said(chapter)).toContain(publication.takenDown);
        expect(said(chapter)).not.toContain(publication.papers.observations.emptied);
      }
    },
  );

  it("are gone where an answer that they say is taken down alone, and say so when they are made anew", async () => {
    const { secretariat, thailand } = given.plan.actors;
    const { id: report, member } = await agreed("THA");
    await meeting("SOM12");
    await presentPlatformReport(secretariat, await seen(report), { meeting: "SOM12" }, now);
    const { textId: point } = await given.database.prisma.platformPoint.findFirstOrThrow({
      where: { reportId: report, kind: "challenge" },
    });
    await answer(thailand, point, "THA", { kind: "explains", body: "The answer KANYA" });
    const id = await make(member);
    expect((await read(id)).said("points-challenge")).toContain("KANYA");
    const part = { of: "reply", round: 1, unit: "THA" } as const;
    await takeDownAnswer(secretariat, { ...(await seen(report)), point }, part, "minor", now);
    expect(await fileFor(member)).toBeNull();
    expect(await whereWordsStand(given.database, "KANYA")).toEqual([]);
    const { said } = await read(await make(member));
    expect(said("points-challenge")).not.toContain("KANYA");
    expect(said("points-challenge")).toContain((await messagesIn("en")).publication.papers.observations.emptied);
  }, 60_000);

  it("don't tell of few people once the threshold is raised", async () => {
    const { prisma } = given.database;
    const { planId } = given.plan;
    const { member } = await agreed("THA");
    const id = await make(member);
    const { resultsVersion: until } = await prisma.plan.findUniqueOrThrow({ where: { id: planId } });
    await nameRelease(
      given.plan.actors.secretariat,
      { plan: given.plan.code, code: "next", version: until, title: "Next", notes: "", titleTh: "", notesTh: "" },
      now,
    );
    await prisma.formerThreshold.create({ data: { planId, until, threshold: 5 } });
    await prisma.plan.update({ where: { id: planId }, data: { smallCountThreshold: 50 } });
    expect(await fileFor(member)).toBeNull();
    // The release has raised the version: what is read now is read under the new threshold.
    expect(await make(member)).toBe(id);
    expect(await fileFor(member)).not.toBeNull();
    expect((await read(id)).said("activities")).toContain("how many is not said");
  }, 60_000);
});
