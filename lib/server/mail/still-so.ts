import "server-only";
import { platformReportCode } from "@/lib/domain/commitments/platform-report";
import type { DigestMailKind } from "@/lib/domain/mail";
import { can } from "@/lib/domain/permissions";
import type { MailArgs } from "@/lib/schemas/mail/mail-args";
import { stillMemberOf } from "@/lib/server/civil-society/still-member-of";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { presentEdition } from "@/lib/server/framework/edition";
import { assigneesOf } from "@/lib/server/reports/contributors";
import { lockOf } from "@/lib/server/reports/locate-report";
import { peopleToTell } from "@/lib/server/reports/people-to-tell";
import { isOpenQuery } from "@/lib/server/reports/review-answers";
import { stillRecommended } from "@/lib/server/youth/recommendations-told";
import type { MailReader } from "./mail-reader";
import type { NoticeSubject } from "./notice-subject";
import { reminderStep } from "./reminder-step";
import { stillWaiting } from "./still-waiting";
import { whoReports } from "./who-reports";

type Told = { [K in DigestMailKind]: { kind: K; args: MailArgs<K> } }[DigestMailKind];

/** Which of these platforms' reports, by their codes, have points that still wait for the reader's answer for the unit. */
async function stillAnswering(
  { plan, unit }: NoticeSubject,
  codes: readonly string[],
  { actor }: MailReader,
): Promise<string[]> {
  if (actor === null || !can(actor, "sendReply", { planId: plan.id, unit })) return [];
  const reports = await (await db()).platformReport.findMany({
    where: {
      planId: plan.id,
      points: {
        some: {
          // Nobody waits for an answer to what was taken down.
          text: {
            end: null,
            rounds: { some: { responses: { some: { unitId: unit.id, state: { not: "given" } } } } },
          },
        },
      },
    },
    select: { year: true, unit: { select: { code: true } } },
  });
  const waiting = new Set(reports.map(({ year, unit: of }) => platformReportCode(of.code, year)));
  return codes.filter((code) => waiting.has(code));
}

/** What somebody was to be told, as far as it is still so; null where all of it was done meanwhile. */
export async function stillSo(
  told: Told,
  subject: NoticeSubject,
  reader: MailReader,
  now: Date,
): Promise<Told["args"] | null> {
  const state = subject.report?.state ?? "draft";
  const isIn = state === "submitted" || state === "approved";
  const only = (indicators: string[]) => (indicators.length > 0 ? { ...told.args, indicators } : null);
  switch (told.kind) {
    case "dueSoon":
    case "dueToday":
    case "overdue": {
      // Of the steps that a server slept over, the present one is told.
      const present = reminderStep(subject.period!.due, dayInRegion(now));
      const isPresent = present?.kind === told.kind && present.step === told.args.step;
      return isPresent && (await stillReports(subject, reader, now)) ? told.args : null;
    }
    case "reminder":
      return (await stillReports(subject, reader, now)) ? told.args : null;
    case "returned":
      return state === "returned" ? told.args : null;
    case "query":
      return only(await stillAsked(subject, told.args.indicators));
    case "reply":
      return state === "approved" ? null : told.args;
    case "handedBack":
      return isIn ? null : told.args;
    case "takenOver": {
      const again = await stillAssigned(subject, told.args.indicators, reader);
      return only(told.args.indicators.filter((code) => !again.includes(code)));
    }
    case "mention":
      return (await stillTold(subject, told.args, reader)) ? told.args : null;
    case "observationCheck":
    case "observationReply":
    case "observationNews":
    case "observationValidity": {
      const observations = await stillWaiting(told.kind, subject, told.args.observations, reader);
      return observations.length > 0 ? { ...told.args, observations } : null;
    }
    case "platformReply":
    case "platformNews": {
      const still = told.kind === "platformReply" ? stillAnswering : stillMemberOf;
      const reports = await still(subject, told.args.reports, reader);
      return reports.length > 0 ? { ...told.args, reports } : null;
    }
    case "recommendationCheck":
    case "recommendationReply":
    case "recommendationNews": {
      const { kind, args } = told;
      const recommendations = await stillRecommended(kind, subject, args.recommendations, reader, now);
      return recommendations.length > 0 ? { ...args, recommendations } : null;
    }
    case "assignment":
      return only(await stillAssigned(subject, told.args.indicators, reader));
  }
}

/** Whether the report can still be sent, by them. */
async function stillReports({ period, ...subject }: NoticeSubject, { actor }: MailReader, now: Date): Promise<boolean> {
  if (period === null || lockOf({ report: subject.report, period }, now) !== null) return false;
  return (await whoReports({ ...subject, period })).includes(actor?.id ?? 0);
}

const ofCodes = (planId: number, codes: string[]) => ({ edition: { planId, ...presentEdition }, code: { in: codes } });

/** Queries of the report that still wait. */
const openQueries = async (reportId: number): Promise<{ indicatorId: number; submission: number }[]> =>
  (await db()).$queryRaw`
    SELECT a.indicator_id AS "indicatorId", a.submission FROM review_answer a
    WHERE a.report_id = ${reportId} AND ${isOpenQuery}`;

/** Of these codes, those that a query still waits on. */
async function stillAsked({ plan, report }: NoticeSubject, codes: string[]): Promise<string[]> {
  if (!report) return [];
  const asked = (await openQueries(report.id)).map(({ indicatorId }) => indicatorId);
  const client = await db();
  const found = await client.editionIndicator.findMany({
    where: { ...ofCodes(plan.id, codes), indicatorId: { in: asked } },
    select: { code: true },
  });
  return found.map(({ code }) => code);
}

async function stillAssigned(
  { plan, unit, period }: NoticeSubject,
  codes: string[],
  { actor }: MailReader,
): Promise<string[]> {
  const client = await db();
  const own = (await assigneesOf(client, [unit.id])).filter(
    ({ user, periodId }) => user.id === actor?.id && (period === null || periodId === period.id),
  );
  const found = await client.editionIndicator.findMany({
    where: { ...ofCodes(plan.id, codes), indicatorId: { in: own.flatMap(({ indicatorIds }) => indicatorIds) } },
    select: { code: true },
  });
  return found.map(({ code }) => code);
}

/** Whether they haven't seen it yet, a query of it still waits, and they may still read it. */
async function stillTold(
  { plan, unit, period, report }: NoticeSubject,
  { indicator: code, inReview }: MailArgs<"mention">,
  { actor }: MailReader,
) {
  if (!actor || !report || !period) return false;
  const client = await db();
  if (inReview) {
    const { submittedById, submission, state } = report;
    if (state !== "submitted" || !can(actor, "reviewReport", { planId: plan.id, unit, submittedById })) return false;
    const indicator = { editions: { some: ofCodes(plan.id, [code]) } };
    const own = { personId: actor.id, seenAt: null, kind: "review" as const, reportId: report.id, submission };
    return (await client.mention.count({ where: { ...own, indicator } })) > 0;
  }
  const asked = (await openQueries(report.id)).map((query) => ({ kind: "query" as const, ...query }));
  const told = await client.mention.findFirst({
    where: {
      personId: actor.id,
      seenAt: null,
      reportId: report.id,
      indicator: { editions: { some: ofCodes(plan.id, [code]) } },
      OR: [{ kind: "comment" }, ...asked],
    },
    select: { indicatorId: true, byId: true },
  });
  if (told === null) return false;
  const { indicatorId, byId } = told;
  const subject = { planId: plan.id, unit, periodId: period.id, indicatorId };
  return (await peopleToTell(client, { id: byId }, subject)).some(({ id }) => id === actor.id);
}
