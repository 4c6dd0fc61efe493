import { isPastDue, replyDueOn, safetyCheckDueOn, usualReplyClocks } from "@/lib/domain/commitments/reply-clocks";
import { daysAfter, type IsoDate } from "@/lib/domain/framework/reporting-period";
import { writeAudit } from "@/lib/server/audit/write";
import { observationEvent } from "@/lib/server/commitments/hold-observation";
import { emptyTexts } from "@/lib/server/commitments/safety/empty-words";
import { readShadow } from "@/lib/server/commitments/shadow/read-shadow";
import { mustFindSubject } from "@/lib/server/commitments/subjects/must-find-subject";
import { spokenOf } from "@/lib/server/commitments/validity/validity-rows";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion, dayInUnit } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import { locateReport } from "@/lib/server/reports/locate-report";
import { heardObservations } from "./heard-observations";
import { laterObservations } from "./later-observations";
import { type MadeUpObservation, type MadeUpReply, type MadeUpRound, typedShadow } from "./made-up-observation";
import { waitingObservations } from "./waiting-observations";

/** During office hours everywhere in the region. */
const at = (day: IsoDate) => new Date(`${day}T04:00:00Z`);
const date = (day: IsoDate) => new Date(day);

/**
 * Writes what made-up organisations observe, in every state, as the commands leave it. Reports aren't changed by it.
 * @param now when the demonstration is made: what waits for somebody waits since a few days then
 */
export const seedDemoObservations = (tx: Transaction, planId: number, now: Date): Promise<void> =>
  writeAll(tx, [...waitingObservations, ...heardObservations], planId, now);

/** Writes the same about what meetings decided and reports say in public, which stands already, and about values that became public. */
export const seedLaterObservations = (tx: Transaction, planId: number, now: Date): Promise<void> =>
  writeAll(tx, laterObservations, planId, now);

async function writeAll(tx: Transaction, these: readonly MadeUpObservation[], planId: number, now: Date) {
  const all = [...waitingObservations, ...heardObservations, ...laterObservations];
  const begun = (each: MadeUpObservation) => dayOf(each.rounds[0]!, now);
  const submitted = all.filter(({ rounds }) => rounds[0]!.submitted);
  const numbered = submitted.sort((one, other) => begun(one).localeCompare(begun(other)));
  const place = await placesOf(tx, planId);
  for (const each of these) {
    const number = numbered.indexOf(each) + 1 || null;
    await write(tx, each, { ...place, planId, number, now });
  }
}

type Places = Awaited<ReturnType<typeof placesOf>>;

async function placesOf(tx: Transaction, planId: number) {
  const { code } = await tx.plan.findUniqueOrThrow({ where: { id: planId }, select: { code: true } });
  const people = await tx.user.findMany({
    where: { isDemo: true },
    select: { id: true, email: true, organisationId: true, roles: { select: { role: true, unitId: true } } },
  });
  return {
    locate: async (unit: string, period: string) => (await locateReport(tx, { plan: code, unit, period }))!,
    author: (account: string) => people.find(({ email }) => email.startsWith(`${account}@`))!,
    secretariat: people.find(({ email }) => email.startsWith("secretariat@"))!.id,
    focalPoint: (unitId: number) =>
      people.find(({ roles }) => roles.some((held) => held.role === "focalPoint" && held.unitId === unitId))?.id,
  };
}

async function write(
  tx: Transaction,
  observation: MadeUpObservation,
  { planId, number, now, ...places }: Places & { planId: number; number: number | null; now: Date },
) {
  const { by, about = { of: "unit" }, said, end } = observation;
  const { language, sources = [], ...own } = said;
  const located = await places.locate(observation.unit, observation.period);
  const { unit, period } = located;
  const author = places.author(by);
  // The secretariat replies for the region.
  const replier = places.focalPoint(unit.id) ?? places.secretariat;
  const people = { author: author.id, secretariat: places.secretariat, replier };
  const rounds = observation.rounds.map((round, index) =>
    roundOf(round, { round: index + 1, unit, own, people, endedAfter: end?.after, now }),
  );
  const lastDay = rounds.at(-1)!.lastDay;
  const subject = await mustFindSubject(tx, located, about);
  const whose = { unitId: unit.id, organisationId: author.organisationId, textId: null };
  const shadow = await readShadow(tx, typedShadow(observation), {
    planId,
    period,
    ...whose,
    indicatorId: null,
    ...subject,
  });
  const { id } = await tx.addressedText.create({
    data: {
      planId,
      kind: "observation",
      number,
      locale: language,
      createdAt: at(dayOf(observation.rounds[0]!, now)),
      organisationId: author.organisationId,
      authorId: author.id,
      ...(end && {
        end: end.as,
        endedAt: at(daysAfter(lastDay, end.after)),
        endedById: end.as === "takenDown" ? places.secretariat : author.id,
        ...(end.as === "takenDown" && { endRule: "securityRisk" as const }),
      }),
      units: { create: { unitId: unit.id } },
    },
    select: { id: true },
  });
  await tx.observation.create({
    data: {
      textId: id,
      planId,
      periodId: period.id,
      ...own,
      ...subject,
      sources: { createMany: { data: sources } },
      ...(shadow && { shadow: { create: shadow } }),
    },
  });
  // Last, for once words have passed, what stands beside them stays.
  for (const { row, response } of rounds) {
    await tx.addressedRound.create({ data: { ...row, textId: id } });
    if (response) await tx.unitResponse.create({ data: { ...response, textId: id, unitId: unit.id } });
  }
  for (const [index, { checked }] of observation.rounds.entries()) {
    if (!checked || "rule" in checked) continue;
    const place = { textId: id, round: index + 1, unitId: unit.id };
    await tx.keyAction.createMany({ data: keyActionsOf(checked, rounds[index]!.lastDay, { ...place, by: replier }) });
  }
  for (const { version } of observation.isAskedIfValid ? await spokenOf(tx, { planId, textId: id }) : [])
    await tx.validityQuestion.create({ data: { textId: id, planId, version, askedAt: now } });
  if (end?.as === "takenDown") await emptyTexts(tx, [id], at(daysAfter(lastDay, end.after)));
  await writeAudit(tx, {
    ...observationEvent({ id, number, planId, unit }),
    actorId: null,
    action: "seeded",
    after: { rounds: rounds.length, end: end?.as ?? null, madeUp: true },
  });
}

/** The day on which the words of a round are written. */
const dayOf = ({ on }: MadeUpRound, now: Date): IsoDate =>
  typeof on === "string" ? on : daysAfter(dayInRegion(now), -on);

interface AboutRound {
  round: number;
  unit: { code: string };
  own: Pick<MadeUpObservation["said"], "visibility">;
  people: { author: number; secretariat: number; replier: number };
  /** Days after its last step: from then on nothing is due any more. */
  endedAfter?: number;
  now: Date;
}

/** What is stored of a round and the response to it, and the day of the last step in it. */
function roundOf(
  made: MadeUpRound,
  { round, unit, own, people, endedAfter, now }: AboutRound,
): {
  row: Prisma.AddressedRoundUncheckedCreateWithoutTextInput;
  response: Omit<Prisma.UnitResponseUncheckedCreateInput, "textId" | "unitId"> | null;
  lastDay: IsoDate;
} {
  const { body, submitted, checked } = made;
  const day = dayOf(made, now);
  if (!submitted) return { row: { round, body }, response: null, lastDay: day };
  const sent = {
    submittedAt: at(day),
    submittedById: people.author,
    checkDueOn: date(safetyCheckDueOn(day, usualReplyClocks)),
  };
  if (!checked) return { row: { round, body, ...sent, stage: "inSafetyCheck" }, response: null, lastDay: day };
  const checkedOn = daysAfter(day, checked.after);
  const looked = { ...sent, checkedAt: at(checkedOn), checkedById: people.secretariat };
  if ("rule" in checked) {
    const { rule, note } = checked;
    return { row: { round, body, ...looked, stage: "sentBack", rule, note }, response: null, lastDay: checkedOn };
  }
  const row = { round, body, ...looked, stage: "passed" as const };
  if (own.visibility === "platform") return { row, response: null, lastDay: checkedOn };
  const { reply } = checked;
  const dueOn = replyDueOn(checkedOn, usualReplyClocks);
  const asked = { round, askedOn: date(checkedOn), dueOn: date(dueOn) };
  if (!reply) {
    const state = isPastDue(
      dueOn,
      endedAfter === undefined ? dayInUnit(unit.code, now) : daysAfter(checkedOn, endedAfter),
    )
      ? ("unanswered" as const)
      : ("awaited" as const);
    return { row, response: { ...asked, state }, lastDay: checkedOn };
  }
  const givenOn = daysAfter(checkedOn, reply.after);
  const given = { state: "given" as const, givenAt: at(givenOn), givenById: people.replier, givenOn: date(givenOn) };
  const { kind, evidenceTitle, evidenceUrl } = reply;
  return {
    row,
    response: { ...asked, ...given, kind, body: reply.body, evidenceTitle, evidenceUrl },
    lastDay: givenOn,
  };
}

/** What is done about a round, from the day of the reply on. */
function keyActionsOf(
  { reply }: { reply?: MadeUpReply },
  repliedOn: IsoDate,
  { by, ...place }: { textId: number; round: number; unitId: number; by: number },
): Prisma.KeyActionCreateManyInput[] {
  return (reply?.keyActions ?? []).map(({ body, due, done }) => {
    const dueOn = date(daysAfter(repliedOn, due));
    const promised = { ...place, body, firstDueOn: dueOn, dueOn, createdAt: at(repliedOn), createdById: by };
    if (!done) return promised;
    const day = daysAfter(repliedOn, done.after);
    const told = { evidenceTitle: done.title, evidenceUrl: done.url, toldAt: at(day), toldById: by };
    return { ...promised, ...told, state: "done", doneOn: date(day), rowVersion: 2 };
  });
}
