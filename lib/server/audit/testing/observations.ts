import "server-only";
import { photo } from "@/lib/cleaning/testing/authored-files";
import type { Actor } from "@/lib/domain/permissions";
import type { KeyActionTold } from "@/lib/schemas/commitments/key-action-forms";
import type { ObservationWords } from "@/lib/schemas/commitments/observation-forms";
import { addKeyAction } from "@/lib/server/commands/commitments/add-key-action";
import { addObservation } from "@/lib/server/commands/commitments/add-observation";
import { addObservationFile } from "@/lib/server/commands/commitments/add-observation-file";
import { answerValidity } from "@/lib/server/commands/commitments/answer-validity";
import { askIfStillValid } from "@/lib/server/commands/commitments/ask-if-still-valid";
import { deleteObservation } from "@/lib/server/commands/commitments/delete-observation";
import { draftReply } from "@/lib/server/commands/commitments/draft-reply";
import { dropSecondRound } from "@/lib/server/commands/commitments/drop-second-round";
import { endObservation } from "@/lib/server/commands/commitments/end-observation";
import { lapseResponses } from "@/lib/server/commands/commitments/lapse-responses";
import { openAttribution } from "@/lib/server/commands/commitments/open-attribution";
import { passObservation } from "@/lib/server/commands/commitments/pass-observation";
import { recallObservation } from "@/lib/server/commands/commitments/recall-observation";
import { removeKeyAction } from "@/lib/server/commands/commitments/remove-key-action";
import { removeObservationFile } from "@/lib/server/commands/commitments/remove-observation-file";
import { sendBackObservation } from "@/lib/server/commands/commitments/send-back-observation";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { speakAgain } from "@/lib/server/commands/commitments/speak-again";
import { takeDownAnswer } from "@/lib/server/commands/commitments/take-down-answer";
import { takeDownObservation } from "@/lib/server/commands/commitments/take-down-observation";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";
import { submitObservation } from "@/lib/server/commands/commitments/testing/submit-observation";
import { writeObservation } from "@/lib/server/commands/commitments/write-observation";
import { raiseVersion } from "@/lib/server/results/publish";
import { makeApprovedTotal } from "@/test/factories/make-report";
import { now, type Step, type World, words } from "./accounts-and-entry";

/** What civil society says of a value, and what it is answered. */
export function observations(world: World): Step[] {
  const said = (of: string): ObservationWords => ({
    kind: "questions",
    basis: "media",
    body: words(of),
    language: "en",
    attribution: "secretariatOnly",
    visibility: "public",
    sources: [{ title: words("source"), url: "https://home.example/malee" }],
    shadow: null,
  });
  const people = () => world.plan.actors;
  const subject = () => ({ ...world.plan.address("THA", "2016"), about: { of: "indicator" as const, code: "G2.1-a" } });
  const add = (of: string) => addObservation(people().cso, subject(), said(of), now);
  const seen = async () => {
    const { id, rowVersion } = await world.database.prisma.addressedText.findFirstOrThrow({ orderBy: { id: "asc" } });
    return { plan: world.plan.code, id, rowVersion };
  };
  const by = (actor: Actor, step: (actor: Actor, asked: Awaited<ReturnType<typeof seen>>) => Promise<unknown>) =>
    seen().then((asked) => step(actor, asked));
  const submit = () => by(people().cso, (cso, asked) => submitObservation(cso, asked, now));
  const pass = () => by(people().secretariat, (secretariat, asked) => passObservation(secretariat, asked, now));
  const evidence = { evidenceTitle: words("evidence"), evidenceUrl: "https://home.example/malee" };
  const reply = (of: string) => ({ ...evidence, kind: "disagrees", body: words(of) }) as const;
  const promised = (of: string) => ({ body: words(of), organisationId: null, dueOn: "2099-01-01" });
  const file = async (of: string) => ({ title: words(of), consent: true, bytes: await photo("jpeg") });
  const keyAction = () =>
    world.database.prisma.keyAction.findFirstOrThrow({ orderBy: { id: "asc" } }).then(({ id }) => id);
  const stopped: KeyActionTold = {
    ...evidence,
    state: "stopped" as const,
    dueOn: null,
    reason: words("stopped"),
  };
  return [
    ["commitments/add-observation", () => add("observation")],
    [
      "commitments/write-observation",
      () => by(people().cso, (cso, asked) => writeObservation(cso, asked, said("observation"))),
    ],
    [
      "commitments/add-observation-file",
      async () => {
        await by(people().cso, async (cso, asked) => addObservationFile(cso, asked, await file("removed"), now));
        await by(people().cso, async (cso, asked) => addObservationFile(cso, asked, await file("file"), now));
      },
    ],
    [
      "commitments/remove-observation-file",
      () =>
        by(people().cso, async (cso, asked) => {
          const { id } = await world.database.prisma.storedFile.findFirstOrThrow({ orderBy: { id: "asc" } });
          await removeObservationFile(cso, asked, id);
        }),
    ],
    [
      "commitments/recall-observation",
      async () => {
        await submit();
        await by(people().cso, recallObservation);
      },
    ],
    [
      "commitments/send-back-observation",
      async () => {
        await submit();
        const broken = { rule: "namesSomebody", note: words("note") } as const;
        await by(people().secretariat, (secretariat, asked) => sendBackObservation(secretariat, asked, broken, now));
      },
    ],
    [
      "commitments/pass-observation",
      async () => {
        await submit();
        await pass();
      },
    ],
    [
      "commitments/draft-reply",
      () => by(people().contributor, (contributor, asked) => draftReply(contributor, asked, reply("draft"), now)),
    ],
    ["commitments/lapse-responses", () => lapseResponses(new Date("2017-12-01T04:00:00Z"))],
    [
      "commitments/add-key-action",
      async () => {
        await by(people().thailand, (thailand, asked) => addKeyAction(thailand, asked, promised("removed"), now));
        await by(people().thailand, (thailand, asked) => addKeyAction(thailand, asked, promised("promised"), now));
      },
    ],
    [
      "commitments/remove-key-action",
      () => by(people().thailand, async (thailand, asked) => removeKeyAction(thailand, asked, await keyAction())),
    ],
    [
      "commitments/send-reply",
      () => by(people().thailand, (thailand, asked) => sendReply(thailand, asked, reply("answer"), now)),
    ],
    [
      "commitments/tell-key-action",
      () =>
        by(people().thailand, async (thailand, asked) =>
          tellKeyAction(thailand, asked, await keyAction(), stopped, now),
        ),
    ],
    [
      "commitments/take-down-answer",
      () =>
        by(people().secretariat, async (secretariat, asked) =>
          takeDownAnswer(secretariat, asked, { of: "keyAction", id: await keyAction() }, "minor", now),
        ),
    ],
    ["commitments/open-attribution", () => by(people().cso, (cso, asked) => openAttribution(cso, asked, "named"))],
    ["commitments/speak-again", () => by(people().cso, (cso, asked) => speakAgain(cso, asked, words("second")))],
    ["commitments/drop-second-round", () => by(people().cso, dropSecondRound)],
    [
      "commitments/end-observation",
      () => by(people().cso, (cso, asked) => endObservation(cso, asked, "withdrawn", now)),
    ],
    [
      "commitments/take-down-observation",
      () => by(people().secretariat, (secretariat, asked) => takeDownObservation(secretariat, asked, "minor", now)),
    ],
    [
      "commitments/delete-observation",
      async () => {
        const { id } = await add("deleted");
        await deleteObservation(people().cso, { plan: world.plan.code, id, rowVersion: 1 });
      },
    ],
  ];
}

/** What its author is asked after a value that was approved. */
export function stillValid(world: World): Step[] {
  const said: ObservationWords = {
    kind: "questions",
    basis: "media",
    body: words("after"),
    language: "en",
    sources: [],
    shadow: null,
    attribution: "secretariatOnly",
    visibility: "public",
  };
  const asked: { version: number; seen: { plan: string; id: number; rowVersion: number } }[] = [];
  return [
    [
      "commitments/ask-if-still-valid",
      async () => {
        const { prisma } = world.database;
        const { planId, code: plan, actors } = world.plan;
        const about = { unit: "THA", period: "2016", indicator: "G2.1-a" };
        const reason = { planId, cause: "approval", subject: "report THA 2016" } as const;
        const version = await prisma.$transaction((tx) => raiseVersion(tx, reason));
        await makeApprovedTotal(prisma, world.plan, { ...about, value: { kind: "number", number: "40" }, version });
        const { indicator, ...address } = about;
        const subject = { plan, ...address, about: { of: "indicator" as const, code: indicator } };
        const { id } = await addObservation(actors.cso, subject, said, now);
        await submitObservation(actors.cso, { plan, id, rowVersion: 1 }, now);
        await passObservation(actors.secretariat, { plan, id, rowVersion: 2 }, now);
        asked.push({ version, seen: { plan, id, rowVersion: 3 } });
        await askIfStillValid({ planId, version }, now);
      },
    ],
    [
      "commitments/answer-validity",
      async () => {
        const [{ version, seen }] = asked as [(typeof asked)[number]];
        await answerValidity(world.plan.actors.cso, seen, { version, validity: "holdsNoLonger" }, now);
      },
    ],
  ];
}
