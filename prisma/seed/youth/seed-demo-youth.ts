import { safetyCheckDueOn, usualReplyClocks } from "@/lib/domain/commitments/reply-clocks";
import { daysAfter, type IsoDate } from "@/lib/domain/framework/reporting-period";
import { writeAudit } from "@/lib/server/audit/write";
import { onlyRound, recommendationEvent } from "@/lib/server/commitments/hold-recommendation";
import { emptyTexts } from "@/lib/server/commitments/safety/empty-words";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import { presentEdition } from "@/lib/server/framework/edition";
import { type MadeUpAnswer, madeUpForum, madeUpRecommendations } from "./made-up-forum";

/** During office hours everywhere in the region. */
const at = (day: IsoDate) => new Date(`${day}T04:00:00Z`);
const date = (day: IsoDate) => new Date(day);

interface Places {
  planId: number;
  meetingId: number;
  units: { id: number; code: string }[];
  nodes: Map<string, number>;
  people: { author: { id: number; organisationId: number }; secretariat: number; focalPoints: Map<number, number> };
}

/**
 * Writes a made-up forum of young people, and what is recommended there in every state, as the commands leave it.
 * @param now when the demonstration is made: what waits for somebody waits since a few days then
 */
export async function seedDemoYouth(tx: Transaction, planId: number, now: Date): Promise<void> {
  const units = await tx.reportingUnit.findMany({
    where: { planId, level: "country" },
    orderBy: { position: "asc" },
    select: { id: true, code: true },
  });
  const goals = await tx.editionNode.findMany({
    where: { edition: { planId, ...presentEdition }, node: { kind: "goal" } },
    select: { code: true, nodeId: true },
  });
  const places = {
    planId,
    units,
    nodes: new Map(goals.map(({ code, nodeId }) => [code, nodeId])),
    meetingId: await writeForum(tx, planId, units),
    people: await peopleOf(tx),
  };
  const submitted = madeUpRecommendations.filter((each) => each.submitted);
  for (const made of madeUpRecommendations) {
    const number = made.submitted ? submitted.indexOf(made) + 1 : null;
    await write(tx, made, { ...places, number, now });
  }
}

async function writeForum(tx: Transaction, planId: number, units: Places["units"]): Promise<number> {
  const { code, days, host, texts, theme, organisers, participants } = madeUpForum;
  const idOf = (unit: string) => units.find((each) => each.code === unit)!.id;
  const { id } = await tx.meeting.create({
    data: {
      planId,
      code,
      kind: "youthForum",
      year: 2018,
      state: "held",
      startsOn: date(days[0]),
      endsOn: date(days[1]),
      hostUnitId: idOf(host),
      texts: { create: texts.map((text) => ({ ...text })) },
    },
    select: { id: true },
  });
  await tx.youthForum.create({ data: { meetingId: id, theme, organisers } });
  await tx.youthParticipants.createMany({
    data: participants.map(({ unit, ...counted }) => ({ ...counted, meetingId: id, planId, unitId: idOf(unit) })),
  });
  return id;
}

async function peopleOf(tx: Transaction): Promise<Places["people"]> {
  const people = await tx.user.findMany({
    where: { isDemo: true },
    select: { id: true, email: true, organisationId: true, roles: { select: { role: true, unitId: true } } },
  });
  const account = (name: string) => people.find(({ email }) => email.startsWith(`${name}@`))!;
  const focalPoints = people.flatMap(({ id, roles }) =>
    roles.flatMap(({ role, unitId }) => (role === "focalPoint" && unitId !== null ? [[unitId, id] as const] : [])),
  );
  return { author: account("youth"), secretariat: account("secretariat").id, focalPoints: new Map(focalPoints) };
}

async function write(
  tx: Transaction,
  made: (typeof madeUpRecommendations)[number],
  { planId, meetingId, number, now, ...places }: Places & { number: number | null; now: Date },
): Promise<void> {
  const { node, language, body, words = [], checked } = made;
  const { author, secretariat, focalPoints } = places.people;
  const day = typeof made.on === "string" ? made.on : daysAfter(dayInRegion(now), -made.on);
  const addressed = places.units.filter(({ code }) => !made.units || made.units.includes(code));
  const checkedOn = checked && daysAfter(day, checked.after);
  const passed = checked && "answers" in checked ? checked : null;
  const { id: textId } = await tx.addressedText.create({
    data: {
      planId,
      kind: "recommendation",
      number,
      locale: language,
      createdAt: at(day),
      organisationId: author.organisationId,
      authorId: author.id,
      ...(passed?.takenDownAfter && {
        end: "takenDown",
        endedAt: at(daysAfter(checkedOn!, passed.takenDownAfter)),
        endedById: secretariat,
        endRule: "identifiable" as const,
      }),
      units: { create: addressed.map(({ id }) => ({ unitId: id })) },
    },
    select: { id: true },
  });
  await tx.recommendation.create({
    data: { textId, planId, meetingId, nodeId: places.nodes.get(node)!, words: { create: words } },
  });
  // Last, for once words have passed, what stands beside them stays.
  await tx.addressedRound.create({
    data: {
      textId,
      round: onlyRound,
      body,
      ...(made.submitted && {
        stage: "inSafetyCheck",
        submittedAt: at(day),
        submittedById: author.id,
        checkDueOn: date(safetyCheckDueOn(day, usualReplyClocks)),
      }),
      ...(checked && { checkedAt: at(checkedOn!), checkedById: secretariat }),
      ...(checked &&
        ("rule" in checked ? { stage: "sentBack", rule: checked.rule, note: checked.note } : { stage: "passed" })),
    },
  });
  for (const { id: unitId, code } of passed ? addressed : []) {
    const answer = passed!.answers.find(({ unit }) => unit === code);
    const givenOn = answer && daysAfter(checkedOn!, answer.after);
    await tx.unitResponse.create({
      data: {
        textId,
        round: onlyRound,
        unitId,
        askedOn: date(checkedOn!),
        dueOn: null,
        ...(answer && {
          state: "given",
          answer: answer.answer,
          body: answer.body ?? "",
          givenAt: at(givenOn!),
          evidenceTitle: answer.evidenceTitle,
          evidenceUrl: answer.evidenceUrl,
          givenOn: date(givenOn!),
          givenById: focalPoints.get(unitId)!,
        }),
      },
    });
    const place = { textId, round: onlyRound, unitId };
    if (answer)
      await tx.keyAction.createMany({ data: keyActionsOf(answer, givenOn!, place, focalPoints.get(unitId)!) });
  }
  if (passed?.takenDownAfter) await emptyTexts(tx, [textId], at(daysAfter(checkedOn!, passed.takenDownAfter)));
  await writeAudit(tx, {
    ...recommendationEvent({ id: textId, number, planId, planCode: "spaiv" }),
    actorId: null,
    action: "seeded",
    after: { madeUp: true, end: passed?.takenDownAfter ? "takenDown" : null },
  });
}

/** What is done about it, from the day of the answer on. */
function keyActionsOf(
  { keyActions = [] }: MadeUpAnswer,
  givenOn: IsoDate,
  place: { textId: number; round: number; unitId: number },
  by: number,
): Prisma.KeyActionCreateManyInput[] {
  return keyActions.map(({ body, due, done }) => {
    const dueOn = date(daysAfter(givenOn, due));
    const promised = { ...place, body, firstDueOn: dueOn, dueOn, createdAt: at(givenOn), createdById: by };
    if (!done) return promised;
    const day = daysAfter(givenOn, done.after);
    const told = { evidenceTitle: done.title, evidenceUrl: done.url, toldAt: at(day), toldById: by };
    return { ...promised, ...told, state: "done", doneOn: date(day), rowVersion: 2 };
  });
}
