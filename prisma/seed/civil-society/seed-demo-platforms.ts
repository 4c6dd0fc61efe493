import { isPastDue, replyDueOn, usualReplyClocks } from "@/lib/domain/commitments/reply-clocks";
import { daysAfter, type IsoDate } from "@/lib/domain/framework/reporting-period";
import { writeAudit } from "@/lib/server/audit/write";
import { platformReportEvent } from "@/lib/server/civil-society/hold-platform";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion, dayInUnit } from "@/lib/server/db/day";
import { presentEdition } from "@/lib/server/framework/edition";
import { madeUpMembers, madeUpPlatformMeeting, madeUpReports } from "./made-up-report";

type MadeUpReport = (typeof madeUpReports)[number];

/** During office hours everywhere in the region. */
const at = (day: IsoDate) => new Date(`${day}T04:00:00Z`);
const date = (day: IsoDate) => new Date(day);

/** Writes made-up civil society platforms, and a report of one that was answered in part and of another that is a draft. */
export async function seedDemoPlatforms(tx: Transaction, planId: number, now: Date): Promise<void> {
  const places = await placesOf(tx, planId);
  for (const { unit, accounts } of madeUpMembers)
    await tx.platformMember.createMany({
      data: accounts.map((account) => ({
        planId,
        unitId: places.unit(unit).id,
        since: date("2016-01-01"),
        organisationId: places.person(account).organisationId,
      })),
    });
  const meetingId = await writeMeeting(tx, planId, places);
  for (const report of madeUpReports) await write(tx, report, { ...places, planId, meetingId, now });
}

async function placesOf(tx: Transaction, planId: number) {
  const units = await tx.reportingUnit.findMany({ where: { planId }, select: { id: true, code: true, level: true } });
  const goals = await tx.editionNode.findMany({
    where: { edition: { planId, ...presentEdition }, node: { kind: "goal" } },
    select: { code: true, nodeId: true },
  });
  const people = await tx.user.findMany({
    where: { isDemo: true },
    select: { id: true, email: true, organisationId: true, roles: { select: { role: true, unitId: true } } },
  });
  return {
    unit: (code: string) => units.find((unit) => unit.code === code)!,
    goal: (code: string) => goals.find((goal) => goal.code === code)!.nodeId,
    person: (account: string) => people.find(({ email }) => email.startsWith(`${account}@`))!,
    focalPoint: (unitId: number) =>
      people.find(({ roles }) => roles.some((held) => held.role === "focalPoint" && held.unitId === unitId))!.id,
  };
}
type Places = Awaited<ReturnType<typeof placesOf>>;

async function writeMeeting(tx: Transaction, planId: number, { unit }: Places): Promise<number> {
  const { code, days, host, texts } = madeUpPlatformMeeting;
  const { id } = await tx.meeting.create({
    data: {
      planId,
      code,
      kind: "platform",
      year: 2017,
      state: "held",
      hostUnitId: unit(host).id,
      startsOn: date(days[0]),
      endsOn: date(days[1]),
      texts: { create: texts.map((text) => ({ ...text })) },
    },
    select: { id: true },
  });
  return id;
}

async function write(
  tx: Transaction,
  report: MadeUpReport,
  { planId, meetingId, now, ...places }: Places & { planId: number; meetingId: number; now: Date },
): Promise<void> {
  const unit = places.unit(report.unit);
  const author = places.person(report.by);
  const { year, agreedOn } = report;
  const { id: reportId } = await tx.platformReport.create({
    data: {
      planId,
      unitId: unit.id,
      year,
      locale: "en",
      visibility: "public",
      createdAt: at(report.begunOn),
      organisationId: author.organisationId,
      authorId: author.id,
    },
    select: { id: true },
  });
  for (const [index, { by, goals, ...said }] of report.activities.entries())
    await tx.platformActivity.create({
      data: {
        ...said,
        reportId,
        position: index + 1,
        organisationId: places.person(by).organisationId,
        nodes: { create: goals.map((goal) => ({ nodeId: places.goal(goal) })) },
      },
    });
  const points = [
    ...report.challenges.map((point, index) => ({ ...point, kind: "challenge" as const, position: index + 1 })),
    ...report.priorities.map((point, index) => ({ ...point, kind: "priority" as const, position: index + 1 })),
  ];
  const texts: { textId: number; point: (typeof points)[number] }[] = [];
  for (const point of points) {
    const { body, kind, position } = point;
    const { id: textId } = await tx.addressedText.create({
      data: {
        planId,
        kind: "platformPoint",
        organisationId: author.organisationId,
        authorId: author.id,
        locale: "en",
        createdAt: at(report.begunOn),
        rounds: { create: { round: 1, body } },
      },
      select: { id: true },
    });
    await tx.platformPoint.create({ data: { textId, planId, reportId, kind, position } });
    texts.push({ textId, point });
  }
  await tx.platformAgreement.createMany({
    data: report.agreed.map((account) => ({
      reportId,
      organisationId: places.person(account).organisationId,
      agreedAt: at(agreedOn ?? daysAfter(report.begunOn, 7)),
      agreedById: places.person(account).id,
    })),
  });
  if (agreedOn !== null) {
    const presentedOn = madeUpPlatformMeeting.days[1];
    for (const text of texts) await ask(tx, { ...places, ...text, planId, of: unit, presentedOn, now });
    const memberCount = madeUpMembers.find((each) => each.unit === report.unit)!.accounts.length;
    await tx.platformReport.update({
      where: { id: reportId },
      data: {
        state: "presented",
        agreedOn: date(agreedOn),
        memberCount,
        meetingId,
        presentedOn: date(presentedOn),
      },
    });
  }
  await writeAudit(tx, {
    ...platformReportEvent({ id: reportId, year, planId, planCode: "spaiv", unit }),
    actorId: null,
    action: "seeded",
    after: { points: points.length, madeUp: true },
  });
}

/** A point as it was presented, with what was answered to it, or that nothing was by the due date, and what is drafted. */
async function ask(
  tx: Transaction,
  {
    textId,
    point: { answer, draft },
    planId,
    of: unit,
    presentedOn,
    now,
    ...places
  }: Places & {
    textId: number;
    point: MadeUpReport["challenges"][number];
    planId: number;
    of: ReturnType<Places["unit"]>;
    presentedOn: IsoDate;
    now: Date;
  },
): Promise<void> {
  const [secretariat, replier] = [places.person("secretariat").id, places.focalPoint(unit.id)];
  await tx.addressedUnit.create({ data: { textId, unitId: unit.id, planId } });
  await tx.addressedRound.update({
    where: { textId_round: { textId, round: 1 } },
    data: {
      stage: "passed",
      submittedAt: at(presentedOn),
      submittedById: secretariat,
      checkedAt: at(presentedOn),
      checkedById: secretariat,
      checkDueOn: date(presentedOn),
    },
  });
  const dueOn = replyDueOn(presentedOn, usualReplyClocks);
  const place = { textId, round: 1, unitId: unit.id };
  const asked = { ...place, askedOn: date(presentedOn), dueOn: date(dueOn) };
  if (!answer) {
    const state = isPastDue(dueOn, dayInUnit(unit.code, now)) ? "unanswered" : "awaited";
    const drafted = draft && {
      kind: draft.kind,
      body: draft.body,
      draftedById: places.person(draft.by).id,
      draftedAt: at(daysAfter(dayInRegion(now), -draft.ago)),
    };
    await tx.unitResponse.create({ data: { ...asked, state, ...drafted } });
    return;
  }
  const { after, kind, body, evidenceTitle, evidenceUrl, action } = answer;
  const givenOn = daysAfter(presentedOn, after);
  await tx.unitResponse.create({
    data: {
      ...asked,
      state: "given",
      kind,
      body,
      evidenceTitle,
      evidenceUrl,
      givenAt: at(givenOn),
      givenById: replier,
      givenOn: date(givenOn),
    },
  });
  if (action === undefined) return;
  const due = date(daysAfter(givenOn, 180));
  await tx.keyAction.create({
    data: { ...place, body: action, firstDueOn: due, dueOn: due, createdAt: at(givenOn), createdById: replier },
  });
}
