import { beforeEach, describe, expect, it } from "vitest";
import type { Attribution } from "@/lib/domain/commitments/observation";
import type { Actor } from "@/lib/domain/permissions";
import type { PublicationLanguage } from "@/lib/domain/publication";
import { type PublicationDocument, plainText } from "@/lib/publication/document";
import { addObservation } from "@/lib/server/commands/commitments/add-observation";
import { endObservation } from "@/lib/server/commands/commitments/end-observation";
import { passObservation } from "@/lib/server/commands/commitments/pass-observation";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { submitObservation } from "@/lib/server/commands/commitments/testing/submit-observation";
import { deletePublication } from "@/lib/server/commands/delete-publication";
import { makePublicationAgain } from "@/lib/server/commands/make-publication-again";
import { addDecision } from "@/lib/server/commands/meetings/add-decision";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { advanceMeeting } from "@/lib/server/commands/meetings/advance-meeting";
import { requestPaperSet } from "@/lib/server/commands/meetings/request-paper-set";
import { sendPapers } from "@/lib/server/commands/meetings/send-papers";
import { writeAgenda } from "@/lib/server/commands/meetings/write-agenda";
import { nameRelease } from "@/lib/server/commands/name-release";
import { meetingForWork } from "@/lib/server/queries/meetings/meetings-for-work";
import { paperFile } from "@/lib/server/queries/meetings/paper-file";
import { publicMeeting } from "@/lib/server/queries/meetings/public-meetings";
import { ENOUGH_STATEMENTS, statementsOfPage } from "@/lib/server/queries/page-statements.testing";
import { publicVersion } from "@/lib/server/queries/public-version";
import { makeMember } from "@/test/factories/make-member";
import { paperSetsOf } from "./paper-sets-of";
import { publicationJob } from "./publication-job";
import { readDocument } from "./read-content";
import { now, Publishing, refusal } from "./testing/publishing";

// The papers of one meeting, made and made anew: in two files the meeting and what is said of it would stand twice.

const given = new Publishing("papers");

let meeting: number;
const secretariat = () => given.plan.actors.secretariat;
const seen = async (id: number) => {
  const { rowVersion } = await given.database.prisma.meeting.findUniqueOrThrow({ where: { id } });
  return { plan: given.plan.code, id, rowVersion };
};
async function plan(code: string, year: number): Promise<number> {
  const { id } = await addMeeting(secretariat(), {
    plan: given.plan.code,
    code,
    entry: {
      kind: "som",
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
const ask = (language: PublicationLanguage = "en", id = meeting) =>
  requestPaperSet(secretariat(), { plan: given.plan.code, id, language }, now);
async function make(language?: PublicationLanguage) {
  const { id } = await ask(language);
  await given.make(id);
  return given.read(id);
}
const offered = async () => {
  const version = (await publicVersion({ plan: given.plan.code, area: "meetings" }))!;
  const page = await publicMeeting({ code: given.plan.code, locale: "en", version }, "SOM12");
  return page!.paperSets.map(({ language, files }) => [language, ...files.map(({ format }) => format)]);
};
/** Everything that the papers say of a part. */
function said({ chapters }: PublicationDocument, part: string): string {
  return JSON.stringify(chapters.find(({ id }) => id === part));
}

beforeEach(async () => {
  await nameRelease(
    secretariat(),
    { plan: given.plan.code, code: "may", version: 2, title: "May", notes: "", titleTh: "", notesTh: "" },
    now,
  );
  meeting = await plan("SOM12", 2018);
  const point = {
    texts: [{ locale: "en" as const, title: "Progress of all" }],
    organisation: null,
    speaker: "ACTS",
    attends: ["government" as const, "donor" as const],
    nodes: [],
    documents: [],
    field: "",
  };
  await writeAgenda(secretariat(), await seen(meeting), [point]);
  await sendPapers(secretariat(), await seen(meeting), "may", now);
});

describe("the paper set of a meeting", () => {
  it("is of the results that the meeting looks at, whatever is approved later", { tags: ["long"] }, async () => {
    const { id, settings } = await make();
    expect((await given.read(id)).files.map(({ name }) => name)).toEqual([
      `${given.plan.code}-may-2016-paperset-som12-en.pdf`,
      `${given.plan.code}-may-2016-paperset-som12-en.docx`,
    ]);
    const before = await readDocument(given.plan.code, settings);
    await given.approve("KHM");
    const after = await readDocument(given.plan.code, settings);
    expect(after).toEqual(before);
    expect(said(after, "country-khm")).toContain("No report of Cambodia");
    // Else nothing would have changed that it could have shown.
    const present = await readDocument(given.plan.code, { ...settings, release: null });
    expect(said(present, "country-khm")).not.toContain("No report of Cambodia");
    expect((await make()).version).toBe(2);
  });

  it("has its agenda, a part for each country, and the decisions that are due", { tags: ["long"] }, async () => {
    const earlier = await plan("SOM11", 2017);
    await advanceMeeting(secretariat(), await seen(earlier), "hold", now);
    const words = {
      kind: "task",
      body: "Each country names a hotline.",
      dueOn: "",
      organisations: [],
      priority: null,
      extendedTo: null,
      units: ["THA"],
    } as const;
    const organisation = await given.database.prisma.organisation.create({
      data: { name: "Harbour", kind: "international", names: { create: { locale: "th", name: "ท่าเรือ" } } },
    });
    await addDecision(
      secretariat(),
      await seen(earlier),
      { ...words, units: [...words.units], organisations: [organisation.id] },
      now,
    );
    const { settings } = await make();
    expect(said(await readDocument(given.plan.code, settings), "agenda")).toContain(
      "Speaks: ACTS · Open to: governments and donors",
    );
    expect(said(await readDocument(given.plan.code, settings), "decisions")).not.toContain("hotline");
    await advanceMeeting(secretariat(), await seen(earlier), "agreeOutcome", now);
    const document = await readDocument(given.plan.code, settings);
    expect(document.chapters.map(({ id }) => id)).toEqual([
      "agenda",
      "findings",
      "status",
      "country-khm",
      "country-tha",
      "decisions",
      "observations",
      "youth",
      "imprint",
    ]);
    expect(plainText(document.title)).toBe("Papers of meeting SOM12");
    expect(said(document, "agenda")).toContain("Progress of all · Speaks: ACTS");
    expect(said(document, "decisions")).toMatch(
      /SOM11-D1: Each country names a hotline\..*Thailand and Harbour.*Nothing yet/,
    );
  });

  it("is offered to everybody once it is made, in each language", async () => {
    const { id } = await ask();
    expect(await offered()).toEqual([]);
    await given.make(id);
    const version = await publicVersion({ plan: given.plan.code, area: "meetings" });
    await make("th");
    expect(await publicVersion({ plan: given.plan.code, area: "meetings" })).not.toBe(version);
    expect(await offered()).toEqual([
      ["en", "pdf", "docx"],
      ["th", "pdf", "docx"],
    ]);
    const file = await paperFile(given.plan.code, "SOM12", "th", "pdf");
    expect(Buffer.from(file!.bytes.slice(0, 5)).toString()).toBe("%PDF-");
    expect(await paperFile(given.plan.code, "SOM12", "km", "pdf")).toBeNull();
    expect(await paperFile("nowhere", "SOM12", "th", "pdf")).toBeNull();
    await deletePublication(secretariat(), given.plan.code, id);
    expect(await offered()).toEqual([["th", "pdf", "docx"]]);
    expect((await paperSetsOf(meeting)).map(({ language, state }) => [language, state])).toEqual([["th", "ready"]]);
  });

  it("takes few statements to be shown on its meeting's page", async () => {
    await make("en");
    await make("th");
    const { plan, database } = given;
    const page = (actor: Actor) => meetingForWork(actor, plan.code, meeting, { locale: "en", now });
    expect((await page(secretariat()))?.paperSets.length).toBe(2);
    expect(await statementsOfPage(database, plan.code, secretariat(), page)).toBeLessThanOrEqual(ENOUGH_STATEMENTS);
  });

  it("is made once, however many ask for it at once", async () => {
    const asked = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(await given.actionsOf(asked[0]!.id)).toEqual(["publicationRequested"]);
    expect((await ask("th")).id).not.toBe(asked[0]!.id);
  });

  it("is asked for by whoever keeps meetings, of one that looks at results", async () => {
    const { thailand, cso, administrator } = given.plan.actors;
    const asked = { plan: given.plan.code, id: meeting, language: "en" as const };
    for (const stranger of [thailand, cso, administrator])
      await expect(requestPaperSet(stranger, asked, now)).rejects.toEqual(refusal("notAllowed"));
    await expect(ask("en", 999_999)).rejects.toEqual(refusal("notFound"));
    const planned = await plan("SOM13", 2019);
    await expect(ask("en", planned)).rejects.toEqual(refusal("changedMeanwhile"));
    await sendPapers(secretariat(), await seen(planned), null, now);
    await expect(ask("en", planned)).rejects.toEqual(refusal("changedMeanwhile"));
    expect(await given.database.prisma.publication.count({ where: { planId: given.plan.planId } })).toBe(0);
  });
});

describe("what civil society says in it", () => {
  const textSeen = async (id: number) => {
    const { rowVersion } = await given.database.prisma.addressedText.findUniqueOrThrow({ where: { id } });
    return { plan: given.plan.code, id, rowVersion };
  };
  async function say(organisation: string, attribution: Attribution) {
    const actor = await makeMember(given.database.prisma, given.plan, organisation);
    const { id } = await addObservation(
      actor,
      { ...given.plan.address("THA", "2016"), about: { of: "indicator", code: "G2.1-a" } },
      {
        kind: "reportsGap",
        basis: "study",
        body: `WORDS OF ${attribution}.`,
        language: "en",
        attribution,
        visibility: "public",
        sources: [],
        shadow: null,
      },
      now,
    );
    await submitObservation(actor, await textSeen(id), now);
    await passObservation(secretariat(), await textSeen(id), now);
    const evidence = { evidenceTitle: "THE LIST", evidenceUrl: "https://gov.example/list" };
    const reply = { ...evidence, kind: "explains" as const, body: "REPLY OF THAILAND." };
    await sendReply(given.plan.actors.thailand, await textSeen(id), reply, now);
    return { id, actor };
  }

  it("names those alone that want to be named, and counts by country", async () => {
    await say("Open Organisation", "named");
    await say("Careful Organisation", "governments");
    await say("Silent Organisation", "secretariatOnly");
    const { settings } = await make();
    const document = await readDocument(given.plan.code, settings);
    const chapter = said(document, "observations");
    for (const attribution of ["named", "governments", "secretariatOnly"])
      expect(chapter).toContain(`WORDS OF ${attribution}.`);
    expect(chapter).toContain("From Open Organisation");
    expect(chapter).toContain("REPLY OF THAILAND.");
    expect(chapter).toContain("THE LIST (https://gov.example/list)");
    expect(JSON.stringify(document)).not.toMatch(/Careful|Silent/);
    const table = document.chapters
      .find(({ id }) => id === "observations")!
      .blocks.find(({ kind }) => kind === "table");
    const rows = table?.kind === "table" ? table.rows : [];
    const counts = rows.map((row) => (row.kind === "cells" ? row.cells.map(({ text }) => plainText(text)) : []));
    expect(counts).toContainEqual(["Thailand", "3", "3", "0", "0", "0"]);
    expect(counts).toContainEqual(["Cambodia", "0", "0", "0", "0", "0"]);
  });

  it("is offered no longer once any of it is withdrawn, until it is made anew", async () => {
    const { id: text, actor } = await say("Open Organisation", "named");
    const { id } = await make();
    expect(await offered()).toEqual([["en", "pdf", "docx"]]);
    const version = await publicVersion({ plan: given.plan.code, area: "meetings" });
    await endObservation(actor, await textSeen(text), "withdrawn", now);
    expect(await publicVersion({ plan: given.plan.code, area: "meetings" })).not.toBe(version);
    expect(await offered()).toEqual([]);
    expect(await paperFile(given.plan.code, "SOM12", "en", "pdf")).toBeNull();
    expect(await given.read(id)).toMatchObject({ mayHoldTakenDown: true, isReadAnew: true });

    // It isn't while it is made, nor where that is given up once it was read.
    await makePublicationAgain(secretariat(), given.plan.code, id, now);
    await given.make(id, (job) =>
      publicationJob.run({
        ...job,
        progress: async (step) => {
          if (step === "pdf") throw new Error("It is given up.");
        },
      }),
    );
    expect(await given.read(id)).toMatchObject({ state: "failed" });
    expect(await offered()).toEqual([]);
    expect(await paperFile(given.plan.code, "SOM12", "en", "pdf")).toBeNull();

    await makePublicationAgain(secretariat(), given.plan.code, id, now);
    await given.make(id);
    expect(await offered()).toEqual([["en", "pdf", "docx"]]);
    expect(await given.read(id)).toMatchObject({ state: "ready", mayHoldTakenDown: false });
  });
});
