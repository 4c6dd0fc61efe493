import "server-only";
import type { MeetingTime } from "@/lib/domain/commitments/decision";
import type { MeetingKind } from "@/lib/domain/commitments/meeting";
import { dueMeeting, type RecommendationFacts } from "@/lib/domain/commitments/recommendation";
import type { UnitRef } from "@/lib/domain/permissions";
import { meetingsOfAnswers, passedOnOf } from "@/lib/server/commitments/recommendation-rows";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";

/** A recommendation that somebody is told of by its number: neither its words nor who came stand in a mail. */
export interface ToldRecommendation extends Pick<RecommendationFacts, "planId" | "organisationId" | "forumUnit"> {
  id: number;
  number: number;
  planCode: string;
}

/** An answer of a unit that was asked for. */
export interface AskedAnswer extends ToldRecommendation, Pick<RecommendationFacts, "stage" | "end"> {
  unit: UnitRef;
  /** Null until it is given. */
  givenAt: Date | null;
  /** The meeting at which it is due; null where none is known. */
  due: MeetingTime | null;
}

const unitOf = { select: { id: true, code: true, level: true } } as const;
const timeSelect = { code: true, year: true, startsOn: true, endsOn: true, unit: unitOf } as const;

/** Answers to young people's recommendations that units were asked for, with where they are due. */
export async function askedAnswers(where: Prisma.UnitResponseWhereInput): Promise<AskedAnswer[]> {
  const client = await db();
  const rows = await client.unitResponse.findMany({
    where: { AND: [where, { addressed: { stage: "passed", text: { kind: "recommendation" } } }] },
    orderBy: [{ textId: "asc" }, { unitId: "asc" }],
    select: {
      state: true,
      givenAt: true,
      asked: { select: { unit: unitOf } },
      addressed: {
        select: {
          stage: true,
          checkedAt: true,
          text: {
            select: {
              id: true,
              number: true,
              planId: true,
              organisationId: true,
              end: true,
              plan: { select: { code: true } },
              recommendation: { select: { meeting: { select: timeSelect } } },
            },
          },
        },
      },
    },
  });
  const planIds = [...new Set(rows.map(({ addressed }) => addressed.text.planId))];
  const meetings = await client.meeting.findMany({
    where: { planId: { in: planIds }, ...meetingsOfAnswers },
    select: { ...timeSelect, planId: true, kind: true },
  });
  return rows.map(({ state, givenAt, asked, addressed: { text, ...round } }) => {
    const { id, number, planId, organisationId, end, plan, recommendation } = text;
    const forum = recommendation!.meeting;
    const ofPlan = meetings.filter((meeting) => meeting.planId === planId);
    return {
      id,
      number: number!,
      planId,
      planCode: plan.code,
      organisationId,
      forumUnit: forum.unit,
      stage: round.stage,
      end,
      unit: asked.unit,
      givenAt: state === "given" ? givenAt : null,
      due: dueMeeting({ ...timeOf(forum), unit: null }, passedOnOf({ rounds: [round] }), ofPlan.map(withKind)),
    };
  });
}

type TimeRow = Prisma.MeetingGetPayload<{ select: typeof timeSelect }>;

const timeOf = ({ code, year, startsOn, endsOn, unit }: TimeRow): MeetingTime => ({
  code,
  year,
  unit: unit?.code ?? null,
  startsOn: startsOn && dayOf(startsOn),
  endsOn: endsOn && dayOf(endsOn),
});
const withKind = (row: TimeRow & { kind: MeetingKind }) => ({ ...timeOf(row), kind: row.kind });
