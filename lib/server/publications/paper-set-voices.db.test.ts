import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import type { PublicationLanguage } from "@/lib/domain/publication";
import { type PublicationDocument, plainText } from "@/lib/publication/document";
import { agreeToPlatformReport } from "@/lib/server/commands/civil-society/agree-to-platform-report";
import { closeAgreement } from "@/lib/server/commands/civil-society/close-agreement";
import { presentPlatformReport } from "@/lib/server/commands/civil-society/present-platform-report";
import { reportingPlatform } from "@/lib/server/commands/civil-society/testing/reporting-platform";
import { writePlatformReport } from "@/lib/server/commands/civil-society/write-platform-report";
import { addKeyAction } from "@/lib/server/commands/commitments/add-key-action";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { advanceMeeting } from "@/lib/server/commands/meetings/advance-meeting";
import { requestPaperSet } from "@/lib/server/commands/meetings/request-paper-set";
import { sendPapers } from "@/lib/server/commands/meetings/send-papers";
import { nameRelease } from "@/lib/server/commands/name-release";
import { addRecommendation } from "@/lib/server/commands/youth/add-recommendation";
import { passRecommendation } from "@/lib/server/commands/youth/pass-recommendation";
import { respondToRecommendation } from "@/lib/server/commands/youth/respond-to-recommendation";
import { submitRecommendation } from "@/lib/server/commands/youth/submit-recommendation";
import { takeDownRecommendation } from "@/lib/server/commands/youth/take-down-recommendation";
import { takeDownTranslation } from "@/lib/server/commands/youth/take-down-translation";
import { translateRecommendation } from "@/lib/server/commands/youth/translate-recommendation";
import { meetingPresentation, publicMeeting } from "@/lib/server/queries/meetings/public-meetings";
import { publicVersion } from "@/lib/server/queries/public-version";
import { readDocument } from "./read-content";
import { now, Publishing } from "./testing/publishing";

const given = new Publishing("voices");

let som: number;
const secretariat = () => given.plan.actors.secretariat;
const facilitator = (): Actor => ({
  ...given.plan.actors.cso,
  roles: [{ role: "youthFacilitator", plan: { id: given.plan.planId, code: given.plan.code }, unit: null }],
});
const seen = async (id: number) => {
  const { rowVersion } = await given.database.prisma.meeting.findUniqueOrThrow({ where: { id } });
  return { plan: given.plan.code, id, rowVersion };
};
const textSeen = async (id: number) => {
  const { rowVersion } = await given.database.prisma.addressedText.findUniqueOrThrow({ where: { id } });
  return { plan: given.plan.code, id, rowVersion };
};
async function plan(code: string, kind: "som" | "youthForum", year: number): Promise<number> {
  const { id } = await addMeeting(secretariat(), {
    plan: given.plan.code,
    code,
    entry: {
      kind,
      year,
      startsOn: null,
      endsOn: null,
      isOnline: false,
      host: "THA",
      unit: null,
      texts: [{ locale: "en", title: `Meeting ${code}`, place: "Bangkok", notes: "" }],
      participants: [],
      sources: [],
    },
  });
  return id;
}
async function held(code: string, kind: "som" | "youthForum", year: number): Promise<number> {
  const id = await plan(code, kind, year);
  await advanceMeeting(secretariat(), await seen(id), "hold", now);
  return id;
}
async function recommended(meeting: number, body: string): Promise<number> {
  const said = { body, language: "en" as const, node: "G1", units: ["THA", "KHM"] };
  const { id } = await addRecommendation(facilitator(), { plan: given.plan.code, meeting }, said, now);
  await submitRecommendation(facilitator(), await textSeen(id), now);
  await passRecommendation(secretariat(), await textSeen(id), now);
  return id;
}
async function papers(language: PublicationLanguage = "en"): Promise<PublicationDocument> {
  const { id } = await requestPaperSet(secretariat(), { plan: given.plan.code, id: som, language }, now);
  await given.make(id);
  return readDocument(given.plan.code, (await given.read(id)).settings);
}
const part = ({ chapters }: PublicationDocument, name: string) =>
  JSON.stringify(chapters.find(({ id }) => id === name)?.blocks);
function rowsOf({ chapters }: PublicationDocument, table: string): string[][] {
  const found = chapters.flatMap(({ blocks }) => blocks).find((block) => block.kind === "table" && block.id === table);
  const rows = found?.kind === "table" ? found.rows : [];
  return rows.map((row) => (row.kind === "cells" ? row.cells.map(({ text }) => plainText(text)) : []));
}
const slides = async () => {
  const version = (await publicVersion({ plan: given.plan.code, area: "meetings" }))!;
  return { version, view: (await meetingPresentation({ code: given.plan.code, locale: "en", version }, "SOM12"))! };
};

beforeEach(async () => {
  await nameRelease(
    secretariat(),
    { plan: given.plan.code, code: "may", version: 2, title: "May", notes: "", titleTh: "", notesTh: "" },
    now,
  );
  som = await plan("SOM12", "som", 2018);
  await sendPapers(secretariat(), await seen(som), "may", now);
});

/** A country's answer, as its page shows it. */
const answering = async (id: number) => {
  const { rowVersion } = await given.database.prisma.addressedUnit.findFirstOrThrow({
    where: { textId: id, unit: { code: "THA" } },
  });
  return { plan: given.plan.code, id, rowVersion };
};

describe("what young people say in papers of a meeting", () => {
  it("is what was recommended before it, with what each country answers and does", { tags: ["long"] }, async () => {
    const { thailand } = given.plan.actors;
    const id = await recommended(await held("YF-2017", "youthForum", 2017), "ASK US FIRST.");
    await recommended(await held("YF-2019", "youthForum", 2019), "TOO LATE.");
    const of = async () => ({ ...(await answering(id)), unit: "THA" });
    for (const body of ["A council of students", "A hotline"])
      await addKeyAction(thailand, await of(), { body, organisationId: null, dueOn: "2018-12-01" }, now);
    const evidence = { evidenceTitle: "THE MAP", evidenceUrl: "https://gov.example/map" };
    const answer = { ...evidence, unit: "THA", answer: "acceptedInPart", body: "NOT EVERYWHERE YET." } as const;
    await respondToRecommendation(thailand, await answering(id), answer, "sendReply", now);
    const { id: action } = await given.database.prisma.keyAction.findFirstOrThrow({ where: { textId: id } });
    const told = { state: "underWay", dueOn: null, evidenceTitle: "", evidenceUrl: "", reason: "" } as const;
    await tellKeyAction(thailand, await of(), action, told, now);
    const document = await papers();
    const { number } = await given.database.prisma.addressedText.findUniqueOrThrow({ where: { id } });
    expect(part(document, "youth")).toContain("ASK US FIRST.");
    expect(part(document, "youth")).not.toContain("TOO LATE.");
    expect(rowsOf(document, "youth-counts")).toEqual(
      expect.arrayContaining([
        ["Cambodia", "1", "0", "0", "0"],
        ["Thailand", "1", "1", "1", "0"],
      ]),
    );
    expect(rowsOf(document, `answers-${number}`)).toEqual([
      ["Cambodia", "No answer by 31 December 2018", "–"],
      ["Thailand", "Accepted in part · 1 May 2017", "A council of students"],
      ["Thailand", "", "A hotline"],
    ]);
    expect(part(document, "youth")).toContain("NOT EVERYWHERE YET. · THE MAP (https://gov.example/map)");
    expect(part(document, "youth")).toContain("Under way, due 1 December 2018");
  });

  it("is read in the language of the papers as far as it was translated, and says so where nothing was recommended", {
    tags: ["long"],
  }, async () => {
    expect(part(await papers(), "youth")).toContain("No recommendation of young people was made public");
    const id = await recommended(await held("YF-2017", "youthForum", 2017), "ASK US FIRST.");
    await given.database.prisma.recommendationWords.create({
      data: { textId: id, locale: "km", body: "សូមសួរយើងជាមុន" },
    });
    const khmer = part(await papers("km"), "youth");
    expect(khmer).toContain('"text":"សូមសួរយើងជាមុន"');
    expect(khmer).toMatch(/និយាយជាភាសា\s?អង់គ្លេស/);
    expect(part(await papers("lo"), "youth")).toContain('{"text":"ASK US FIRST.","lang":"en"}');
    expect(part(await papers("lo"), "youth")).not.toContain("ກ່າວເປັນພາສາ");
  });

  it("is offered in no papers once it is taken down", { tags: ["long"] }, async () => {
    const id = await recommended(await held("YF-2017", "youthForum", 2017), "ASK US FIRST.");
    await papers();
    const offered = async () => {
      const version = (await publicVersion({ plan: given.plan.code, area: "meetings" }))!;
      return (await publicMeeting({ code: given.plan.code, locale: "en", version }, "SOM12"))!.paperSets.length;
    };
    expect(await offered()).toBe(1);
    const words = { language: "km" as const, body: "សូមសួរយើងជាមុន" };
    await translateRecommendation(secretariat(), await textSeen(id), [words]);
    await papers("km");
    expect(await offered()).toBe(2);
    await takeDownTranslation(secretariat(), await textSeen(id), "km", "minor", now);
    // Papers in other languages never said it.
    expect(await offered()).toBe(1);
    await takeDownRecommendation(secretariat(), await textSeen(id), "minor", now);
    expect(await offered()).toBe(0);
    expect(part(await papers(), "youth")).not.toContain("ASK US FIRST.");
  });

  it("stands on the slides as it is by now", async () => {
    const id = await recommended(await held("YF-2017", "youthForum", 2017), "ASK US FIRST.");
    const before = await slides();
    expect(before.view.recommended.forums).toMatchObject([
      { meeting: { code: "YF-2017" }, recommendations: [{ said: { body: "ASK US FIRST." } }] },
    ]);
    const accepted = { unit: "THA", answer: "accepted", body: "" } as const;
    await respondToRecommendation(given.plan.actors.thailand, await answering(id), accepted, "sendReply", now);
    const after = await slides();
    expect(after.version).not.toBe(before.version);
    expect(after.view.recommended.units.find(({ unit }) => unit.code === "THA")?.counts.answered).toBe(1);
  });
});

describe("reports of platforms in papers of a meeting", () => {
  const platform = reportingPlatform(given);
  async function agreed(visibility: "public" | "governments", unit = "THA") {
    const { author, id } = await platform.begun(unit);
    const words = platform.words(author.organisation.id, { visibility });
    await writePlatformReport(author, await platform.seen(id), words, now);
    await agreeToPlatformReport(author, await platform.seen(id), now);
    await closeAgreement(author, await platform.seen(id), now);
    return id;
  }

  it("are named where anybody may read them, with where they were presented", { tags: ["long"] }, async () => {
    const id = await agreed("public");
    await agreed("governments", "KHM");
    expect(part(await papers(), "observations")).toContain(
      "CSO-THA-2016: Thailand, 2016 · agreed by 1 of 2 member organisations; not presented yet",
    );
    await held("SOM11", "som", 2017);
    const before = await slides();
    await presentPlatformReport(secretariat(), await platform.seen(id), { meeting: "SOM11" }, now);
    const after = await slides();
    expect(after.version).not.toBe(before.version);
    expect(after.view.said.reports).toMatchObject([{ code: "CSO-THA-2016", presented: { meeting: "SOM11" } }]);
    const said = part(await papers(), "observations");
    expect(said).toContain("CSO-THA-2016: Thailand, 2016 · presented at SOM11 on 1 May 2017; 0 of 3 points answered");
    expect(said).not.toContain("CSO-KHM-2016");
  });
});
