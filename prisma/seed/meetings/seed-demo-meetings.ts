import { daysAfter, type IsoDate } from "@/lib/domain/framework/reporting-period";
import { writeAudit } from "@/lib/server/audit/write";
import { meetingEvent } from "@/lib/server/commitments/hold-meeting";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { presentEdition } from "@/lib/server/framework/edition";
import { madeUpMeetings, madeUpPlan, type SaidPlace } from "./made-up-meetings";

/** During office hours everywhere in the region. */
const at = (day: IsoDate) => new Date(`${day}T04:00:00Z`);
const date = (day: IsoDate) => new Date(day);
type Words = Record<"en" | "th", string>;
const locales = ["en", "th"] as const;

interface Places {
  plan: { id: number; code: string; resultsVersion: number };
  units: ReadonlyMap<string, number>;
  goals: ReadonlyMap<string, number>;
  secretariat: { id: number; organisationId: number };
}

/**
 * Writes two made-up meetings, the second of which was told what became of the decisions of the first and of what civil society
 * said before, which stands already, and one to come, as the commands leave them. A priority is public from the plan's present results version on.
 * @param now when the demonstration is made
 */
export async function seedDemoMeetings(tx: Transaction, planId: number, now: Date): Promise<void> {
  const units = await tx.reportingUnit.findMany({ where: { planId }, select: { id: true, code: true } });
  const goals = await tx.editionNode.findMany({
    where: { edition: { planId, ...presentEdition }, node: { kind: "goal" } },
    select: { code: true, nodeId: true },
  });
  const places: Places = {
    plan: await tx.plan.findUniqueOrThrow({
      where: { id: planId },
      select: { id: true, code: true, resultsVersion: true },
    }),
    units: new Map(units.map(({ code, id }) => [code, id])),
    goals: new Map(goals.map(({ code, nodeId }) => [code, nodeId])),
    secretariat: await tx.user.findFirstOrThrow({
      where: { isDemo: true, email: { startsWith: "secretariat@" } },
      select: { id: true, organisationId: true },
    }),
  };
  let before: number[] = [];
  for (const meeting of madeUpMeetings) before = await write(tx, meeting, places, before);
  await writePlanned(tx, daysAfter(dayInRegion(now), madeUpPlan.after), places);
}

/**
 * @param before the texts of the decisions of the meeting before, in the order of their numbers
 * @returns those of its own
 */
async function write(
  tx: Transaction,
  {
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
  }: (typeof madeUpMeetings)[number],
  { plan, units, goals, secretariat }: Places,
  before: readonly number[],
): Promise<number[]> {
  const planId = plan.id;
  const { id: meetingId } = await tx.meeting.create({
    data: {
      planId,
      code,
      kind: "rtf",
      state: "held",
      year: Number(days[0].slice(0, 4)),
      startsOn: date(days[0]),
      endsOn: date(days[1]),
      hostUnitId: units.get(host)!,
      texts: {
        create: locales.map((locale) => ({ locale, title: title[locale], place: place[locale], notes: notes[locale] })),
      },
      participants: { create: participants },
    },
    select: { id: true },
  });
  await writeAgenda(tx, meetingId, agenda, goals);
  const agreedAt = at(days[1]);
  const textIds: number[] = [];
  for (const [index, { kind, body, dueOn, units: addressed = [], priority }] of decisions.entries()) {
    const { id: textId } = await tx.addressedText.create({
      data: {
        planId,
        kind: "decision",
        locale: "en",
        createdAt: agreedAt,
        organisationId: secretariat.organisationId,
        authorId: secretariat.id,
        units: { create: addressed.map((unit) => ({ unitId: units.get(unit)! })) },
        rounds: {
          create: {
            round: 1,
            body,
            stage: "passed",
            checkDueOn: date(days[1]),
            submittedAt: agreedAt,
            submittedById: secretariat.id,
            checkedAt: agreedAt,
            checkedById: secretariat.id,
          },
        },
      },
      select: { id: true },
    });
    await tx.meetingDecision.create({
      data: {
        textId,
        planId,
        meetingId,
        number: index + 1,
        kind,
        dueOn: dueOn ? date(dueOn) : null,
        ...(priority && { priorityYear: priority.year, fromVersion: plan.resultsVersion }),
        nodes: { create: (priority?.nodes ?? []).map((node) => ({ nodeId: goals.get(node)! })) },
      },
    });
    textIds.push(textId);
  }
  await tx.followUp.createMany({
    data: told.map(({ number, ...said }) => ({ ...said, textId: before[number - 1]!, meetingId, planId })),
  });
  for (const { said, ...words } of toldOf)
    await tx.followUp.create({ data: { ...words, textId: await saidAt(tx, planId, said), meetingId, planId } });
  // Last, for then its decisions stay, and what it was told.
  await tx.meeting.update({ where: { id: meetingId }, data: { state } });
  await writeAudit(tx, {
    ...meetingEvent({ id: meetingId, code, planId, planCode: plan.code }),
    actorId: null,
    action: "seeded",
    after: { madeUp: true, state },
  });
  return textIds;
}

/** The row of something that was said before. */
export async function saidAt(tx: Pick<Transaction, "addressedText">, planId: number, said: SaidPlace): Promise<number> {
  const where =
    "observation" in said
      ? { kind: "observation" as const, number: said.observation }
      : {
          platformPoint: {
            kind: said.kind,
            position: said.position,
            report: { year: said.year, unit: { code: said.unit } },
          },
        };
  const { id } = await tx.addressedText.findFirstOrThrow({ where: { planId, ...where }, select: { id: true } });
  return id;
}

async function writeAgenda(
  tx: Transaction,
  meetingId: number,
  agenda: (typeof madeUpMeetings)[number]["agenda"],
  goals: Places["goals"],
): Promise<void> {
  for (const [index, { title: words, speaker = "", nodes = [] }] of agenda.entries())
    await tx.agendaPoint.create({
      data: {
        meetingId,
        position: index + 1,
        speaker,
        texts: { create: titlesOf(words) },
        nodes: { create: nodes.map((node) => ({ nodeId: goals.get(node)! })) },
      },
    });
}

async function writePlanned(
  tx: Transaction,
  day: IsoDate,
  { plan: { id: planId, code: planCode }, units, goals }: Places,
) {
  const { host, title, place, agenda } = madeUpPlan;
  const code = `RTF-${day.slice(0, 7)}`;
  const { id } = await tx.meeting.create({
    data: {
      planId,
      code,
      kind: "rtf",
      state: "planned",
      year: Number(day.slice(0, 4)),
      startsOn: date(day),
      endsOn: date(day),
      hostUnitId: units.get(host)!,
      texts: { create: locales.map((locale) => ({ locale, title: title[locale], place: place[locale], notes: "" })) },
    },
    select: { id: true },
  });
  await writeAgenda(tx, id, agenda, goals);
  await writeAudit(tx, {
    ...meetingEvent({ id, code, planId, planCode }),
    actorId: null,
    action: "seeded",
    after: { madeUp: true, state: "planned" },
  });
}

const titlesOf = (words: Words) => locales.map((locale) => ({ locale, title: words[locale] }));
