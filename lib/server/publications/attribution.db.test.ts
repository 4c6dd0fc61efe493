import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { createTranslator } from "use-intl/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { feedOfObservations } from "@/components/results/observations/feed-of-observations";
import { saidAbout } from "@/components/results/observations/said-about";
import { englishWords } from "@/components/results/observations/testing/english-words";
import { photo, author as photographer } from "@/lib/cleaning/testing/authored-files";
import { placesOf } from "@/lib/cleaning/testing/look-for";
import { attributions } from "@/lib/domain/commitments/observation";
import type { Actor } from "@/lib/domain/permissions";
import * as messages from "@/lib/i18n/messages/en";
import { auditFilterAsked } from "@/lib/schemas/addresses/audit-filter";
import { allObservations } from "@/lib/schemas/addresses/observations-filter";
import { readAudit } from "@/lib/server/audit/read";
import { exportAudit } from "@/lib/server/commands/audit/export-audit";
import { addObservationFile } from "@/lib/server/commands/commitments/add-observation-file";
import { passObservation } from "@/lib/server/commands/commitments/pass-observation";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { now, observing, reply } from "@/lib/server/commands/commitments/testing/observing";
import { submitObservation } from "@/lib/server/commands/commitments/testing/submit-observation";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { requestPaperSet } from "@/lib/server/commands/meetings/request-paper-set";
import { sendPapers } from "@/lib/server/commands/meetings/send-papers";
import { nameRelease } from "@/lib/server/commands/name-release";
import { composeMail } from "@/lib/server/mail/compose-mail";
import { mailReader } from "@/lib/server/mail/mail-reader";
import { readNotices } from "@/lib/server/mail/read-notices";
import { personalData } from "@/lib/server/queries/account/personal-data";
import { briefOf } from "@/lib/server/queries/meetings/brief";
import { meetingPresentation } from "@/lib/server/queries/meetings/public-meetings";
import { observationFile } from "@/lib/server/queries/observations/observation-file";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { observationList } from "@/lib/server/queries/observations/observation-list";
import {
  allPublicObservations,
  observationsAbout,
  publicObservation,
  publicObservations,
} from "@/lib/server/queries/observations/public-observations";
import { publicVersion } from "@/lib/server/queries/public-version";
import { makeMember } from "@/test/factories/make-member";
import { Publishing } from "./testing/publishing";

// One observation for each attribution, by an organisation of its own, followed through everything that leaves the product.

const given = new Publishing("attribution");
const { add, seen } = observing(given);
const data = mkdtempSync(path.join(tmpdir(), "spaiv-attribution-"));
beforeAll(() => {
  process.env.SPAIV_DATA_DIR = data;
});
afterAll(() => {
  delete process.env.SPAIV_DATA_DIR;
  rmSync(data, { recursive: true });
});

const meeting = "SOM12";
const names = Object.fromEntries(attributions.map((each) => [each, `Organisation-${each}-0`] as const));
/** Whose organisation stands in an answer, and whether a person who spoke does: nobody may know that. */
const namedIn = (answer: unknown): string[] => {
  const text = JSON.stringify(answer);
  return [
    ...attributions.filter((each) => text.includes(names[each]!)),
    ...(text.includes("Member of") || text.includes(photographer) ? ["A PERSON"] : []),
  ];
};
const namedInFile = (bytes: Uint8Array): string[] => [
  ...attributions.filter((each) => placesOf(names[each]!, bytes).length > 0),
  ...(placesOf("Member of", bytes).length + placesOf(photographer, bytes).length > 0 ? ["A PERSON"] : []),
];

/** Each said, passed on and replied to, with a photograph that says who took it. */
async function sayAll(): Promise<{ id: number; file: number }[]> {
  const said = [];
  for (const attribution of attributions) {
    const actor = await makeMember(given.database.prisma, given.plan, names[attribution]!);
    const id = await add({ attribution }, actor);
    const picture = { title: "The gate", consent: true, bytes: await photo("jpeg") };
    await addObservationFile(actor, await seen(id), picture, now);
    await submitObservation(actor, await seen(id), now);
    await passObservation(given.plan.actors.secretariat, await seen(id), now);
    await sendReply(given.plan.actors.thailand, await seen(id), reply, now);
    const { fileId } = await given.database.prisma.addressedFile.findFirstOrThrow({ where: { textId: id } });
    said.push({ id, file: fileId });
  }
  return said;
}

/** The papers of a meeting that looks at the results, as files. */
async function papers() {
  const { secretariat } = given.plan.actors;
  const words = { title: "May", notes: "", titleTh: "", notesTh: "" };
  await nameRelease(secretariat, { plan: given.plan.code, code: "may", version: 2, ...words }, now);
  const { id } = await addMeeting(secretariat, {
    plan: given.plan.code,
    code: meeting,
    entry: {
      kind: "som",
      year: 2018,
      startsOn: null,
      endsOn: null,
      isOnline: false,
      host: "THA",
      unit: null,
      texts: [{ locale: "en", title: "Twelfth meeting", place: "Bangkok", notes: "" }],
      participants: [],
      sources: [],
    },
  });
  const { rowVersion } = await given.database.prisma.meeting.findUniqueOrThrow({ where: { id } });
  await sendPapers(secretariat, { plan: given.plan.code, id, rowVersion }, "may", now);
  const set = await requestPaperSet(secretariat, { plan: given.plan.code, id, language: "en" }, now);
  await given.make(set.id);
  return given.database.prisma.publicationFile.findMany({ where: { publicationId: set.id } });
}

async function area(name: "observations" | "meetings") {
  return {
    code: given.plan.code,
    locale: "en",
    version: (await publicVersion({ plan: given.plan.code, area: name }))!,
  };
}
async function mailTo(actor: Actor) {
  const notices = await given.database.prisma.mailNotice.findMany({ where: { mail: { userId: actor.id } } });
  const reader = await mailReader({ userId: actor.id, email: null, locale: null });
  return composeMail(await readNotices(notices, reader, now), "en", now);
}

it("is kept in pages, the feed, files and their names, mail, and the audit", { tags: ["long"] }, async () => {
  const said = await sayAll();
  const files = await papers();
  const { thailand, cambodia, secretariat, administrator } = given.plan.actors;
  const delegate = { ...cambodia, roles: cambodia.roles.map((grant) => ({ ...grant, role: "delegate" as const })) };
  const plan = given.plan.code;
  const asked = { locale: "en", now } as const;
  const other = await makeMember(given.database.prisma, given.plan, "Another network");
  const own = (actor: Actor) => Promise.all(said.map(({ id }) => observationForWork(actor, plan, id, asked)));
  const pictures = await Promise.all(
    said.map(async ({ file }) => {
      const found = (await observationFile(null, plan, file, now))!;
      return { ...found, bytes: await buffer((await found.open())!) };
    }),
  );
  const feed = (await allPublicObservations(await area("observations")))!;
  const rows = await exportAudit(administrator, auditFilterAsked({}), {
    locale: "en",
    t: createTranslator({ locale: "en", messages, namespace: "audit" }),
  });
  let exported = "";
  for await (const piece of rows) exported += piece;

  const everybody = ["named"];
  const governments = ["governments", "named"];
  const told: [channel: string, named: string[], expected: string[]][] = [
    ["list", namedIn(await publicObservations(await area("observations"), allObservations)), everybody],
    [
      "pages",
      namedIn(await Promise.all(said.map(async (_, at) => publicObservation(await area("observations"), `${at + 1}`)))),
      everybody,
    ],
    ["feed", namedIn(feedOfObservations(feed.observations, feed.plan.periods, englishWords, "/en/spaiv")), everybody],
    [
      "what stands beside results",
      namedIn(
        await Promise.all(
          ["THA", "G2.1-a"].map(async (subject) => {
            const about = (await observationsAbout(await area("observations"), subject, "2016"))!;
            return [about, saidAbout(about, englishWords, "/en/spaiv")];
          }),
        ),
      ),
      everybody,
    ],
    ["slides", namedIn(await meetingPresentation(await area("meetings"), meeting)), everybody],
    ["names of papers", namedIn(files.map(({ name }) => name)), []],
    // The letters of a PDF are numbers of glyphs: what it tells of itself is read, and its words in the DOCX.
    ...files.map(({ format, bytes }): [string, string[], string[]] => [
      `papers as ${format}`,
      namedInFile(bytes),
      format === "docx" ? everybody : [],
    ]),
    ["pictures", [...new Set(pictures.flatMap(({ bytes }) => namedInFile(bytes)))], []],
    ["names of pictures", namedIn(pictures.map(({ title, type }) => [title, type])), []],
    ["the government asked", namedIn(await own(thailand)), governments],
    ["another government", namedIn(await own(cambodia)), governments],
    ["a delegate", namedIn(await own(delegate)), governments],
    ["another organisation", namedIn([await own(other), await observationList(other, plan, asked)]), everybody],
    ["the secretariat", namedIn(await own(secretariat)), [...attributions]],
    ["a delegation's brief", namedIn(await briefOf(thailand, plan, meeting, null, asked)), []],
    ["mail to governments", namedIn(await mailTo(thailand)), []],
    ["mail to the secretariat", namedIn(await mailTo(secretariat)), []],
    ["what others are given of their data", namedIn([await personalData(thailand, now)]), []],
    ["audit", namedIn(await readAudit(administrator, { planId: given.plan.planId })), []],
    ["audit as a file", namedIn(exported), []],
  ];
  expect(told.map(([channel, named]) => [channel, [...named].sort()])).toEqual(
    told.map(([channel, , expected]) => [channel, [...expected].sort()]),
  );
  expect(files.map(({ format }) => format).sort()).toEqual(["docx", "pdf"]);
});
