import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { warnedParts } from "@/lib/domain/free-text/unsafe-parts";
import type { Actor } from "@/lib/domain/permissions";
import { newDecisionForm } from "@/lib/schemas/commitments/decision-forms";
import { sessionActor, startSession } from "@/lib/server/auth/session";
import { addDecision } from "@/lib/server/commands/meetings/add-decision";
import { addMeeting } from "@/lib/server/commands/meetings/add-meeting";
import { advanceMeeting } from "@/lib/server/commands/meetings/advance-meeting";
import { followUp } from "@/lib/server/commands/meetings/follow-up";
import { writeAgenda } from "@/lib/server/commands/meetings/write-agenda";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { seedDemoPlatforms } from "../civil-society/seed-demo-platforms";
import { seedDemoObservations } from "../observations/seed-demo-observations";
import { seedDemoPeople } from "../people";
import { readFramework } from "../read-framework";
import { writeFramework } from "../write-framework";
import { madeUpMeetings, madeUpPlan } from "./made-up-meetings";
import { saidAt, seedDemoMeetings } from "./seed-demo-meetings";

const madeOn = new Date("2026-03-12T04:00:00Z");
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  const framework = readFramework(path.join(process.cwd(), "prisma", "seed", "framework"));
  await database.prisma.$transaction(
    async (tx) => {
      const planId = await writeFramework(tx, framework);
      await seedDemoPeople(tx, planId);
      await seedDemoObservations(tx, planId, madeOn);
      await seedDemoPlatforms(tx, planId, madeOn);
      await seedDemoMeetings(tx, planId, madeOn);
    },
    { timeout: 60_000 },
  );
}, 90_000);
afterAll(() => database.close());

const isMadeUp = /^(?:Made-up example: |ตัวอย่างสมมติ: )/;
/** What stands of a meeting, but for numbers of rows, and how often it was changed. */
const kept = async (code: string) => {
  const row = await database.prisma.meeting.findFirstOrThrow({
    where: { code },
    select: {
      kind: true,
      state: true,
      year: true,
      startsOn: true,
      endsOn: true,
      hostUnitId: true,
      unitId: true,
      texts: { orderBy: { locale: "asc" }, select: { locale: true, title: true, place: true, notes: true } },
      participants: { orderBy: { kind: "asc" }, select: { kind: true, count: true } },
      agenda: {
        orderBy: { position: "asc" },
        select: {
          position: true,
          speaker: true,
          nodes: { select: { nodeId: true } },
          texts: { orderBy: { locale: "asc" }, select: { locale: true, title: true } },
        },
      },
      decisions: {
        orderBy: { number: "asc" },
        select: {
          number: true,
          kind: true,
          dueOn: true,
          priorityYear: true,
          nodes: { select: { nodeId: true } },
          text: {
            select: {
              locale: true,
              organisationId: true,
              authorId: true,
              units: { orderBy: { unitId: "asc" }, select: { unitId: true } },
              rounds: { omit: { textId: true } },
            },
          },
        },
      },
      followUps: {
        orderBy: [{ text: { kind: "asc" } }, { text: { decision: { number: "asc" } } }],
        select: {
          status: true,
          body: true,
          text: { select: { kind: true, number: true, decision: { select: { number: true } } } },
        },
      },
    },
  });
  return row;
};

async function secretariat(): Promise<Actor> {
  const { id } = await database.prisma.user.findFirstOrThrow({ where: { email: { startsWith: "secretariat@" } } });
  const now = new Date("2018-02-07T04:00:00Z");
  return (await sessionActor((await startSession(database.prisma, id, now)).id, now))!;
}

describe("made-up meetings", () => {
  it("are what the commands leave, one day after the other", async () => {
    const actor = await secretariat();
    const seen = async (id: number) => ({
      plan: "spaiv",
      id,
      rowVersion: (await database.prisma.meeting.findUniqueOrThrow({ where: { id } })).rowVersion,
    });
    const { id: planId } = await database.prisma.plan.findUniqueOrThrow({ where: { code: "spaiv" } });
    let before: number[] = [];
    for (const made of madeUpMeetings) {
      const {
        code,
        days,
        host,
        title,
        place,
        notes,
        participants,
        agenda,
        decisions,
        told = [],
        toldOf = [],
        state,
      } = made;
      const now = new Date(`${days[1]}T04:00:00Z`);
      const locales = ["en", "th"] as const;
      const { id } = await addMeeting(actor, {
        plan: "spaiv",
        code: `LIVED-${code}`,
        entry: {
          kind: "rtf",
          year: Number(days[0].slice(0, 4)),
          startsOn: days[0],
          endsOn: days[1],
          isOnline: false,
          host,
          unit: null,
          participants,
          sources: [],
          texts: locales.map((locale) => ({
            locale,
            title: title[locale],
            place: place[locale],
            notes: notes[locale],
          })),
        },
      });
      const points = agenda.map(({ title: words, speaker = "", nodes = [] }, index) => ({
        organisation: null,
        speaker,
        attends: [],
        nodes,
        documents: [],
        field: `nodes_${index + 1}`,
        texts: locales.map((locale) => ({ locale, title: words[locale] })),
      }));
      await writeAgenda(actor, await seen(id), points);
      await advanceMeeting(actor, await seen(id), "hold", now);
      const told_ = told.map(({ number, ...said }) => ({ ...said, textId: before[number - 1]! }));
      for (const { said, ...words } of toldOf)
        told_.push({ ...words, textId: await saidAt(database.prisma, planId, said) });
      if (told_.length > 0) await followUp(actor, await seen(id), told_, now);
      for (const { kind, body, dueOn = "", units = [], priority } of decisions) {
        const typed = {
          kind,
          body,
          dueOn,
          units,
          year: String(priority?.year ?? ""),
          nodes: (priority?.nodes ?? []).join(),
        };
        const {
          locale: _,
          plan: __,
          id: ___,
          rowVersion: ____,
          ...words
        } = newDecisionForm.parse({
          locale: "en",
          plan: "spaiv",
          id: "1",
          rowVersion: "1",
          ...typed,
        });
        await addDecision(actor, await seen(id), words, now);
      }
      await advanceMeeting(actor, await seen(id), "agreeOutcome", now);
      if (state === "closed") await advanceMeeting(actor, await seen(id), "close", now);
      before = (
        await database.prisma.meetingDecision.findMany({ where: { meetingId: id }, orderBy: { number: "asc" } })
      ).map(({ textId }) => textId);
      expect(await kept(`LIVED-${code}`)).toEqual(await kept(code));
    }
  });

  it("have one to come, two months after the demonstration is made", async () => {
    expect(await kept("RTF-2026-05")).toMatchObject({
      state: "planned",
      year: 2026,
      startsOn: new Date("2026-05-11"),
      decisions: [],
      agenda: [{ position: 1 }, { position: 2 }],
    });
  });

  it("say of themselves that they are, and tell of nobody", () => {
    for (const { title, notes, agenda, decisions, told = [], toldOf = [] } of madeUpMeetings) {
      const words = [title, notes, ...agenda.map((point) => point.title)].flatMap(({ en, th }) => [en, th]);
      const said = [
        ...words,
        ...decisions.map(({ body }) => body),
        ...[...told, ...toldOf].map(({ body }) => body).filter(Boolean),
      ];
      for (const text of said) {
        expect(text).toMatch(isMadeUp);
        expect(warnedParts(text)).toEqual([]);
      }
    }
    for (const { en, th } of [madeUpPlan.title, ...madeUpPlan.agenda.map((point) => point.title)])
      for (const text of [en, th]) expect(text).toMatch(isMadeUp);
  });
});
