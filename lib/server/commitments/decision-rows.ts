import "server-only";
import { arePublic, compareMeetings, decisionCode, isDueAt, type MeetingTime } from "@/lib/domain/commitments/decision";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { DecisionView, DueDecision } from "@/lib/views/commitments/decision-view";

const meetingSelect = {
  ...{ id: true, code: true, state: true, year: true, startsOn: true, endsOn: true },
  unit: { select: { code: true } },
} as const;

/** Every decision of a plan, in one statement's worth of rows: a meeting needs those of the meetings before it. */
export async function decisionsOf(client: Pick<Transaction, "meetingDecision" | "meeting">, planId: number) {
  const rows = await client.meetingDecision.findMany({
    where: { planId },
    orderBy: [{ meetingId: "asc" }, { number: "asc" }],
    select: {
      ...{ textId: true, meetingId: true, number: true, kind: true, dueOn: true },
      text: {
        select: {
          locale: true,
          units: { select: { unitId: true } },
          rounds: { where: { round: 1 }, select: { body: true } },
        },
      },
      followUps: { select: { meetingId: true, status: true, body: true } },
    },
  });
  const meetings = await client.meeting.findMany({ where: { planId }, select: meetingSelect });
  const byId = new Map(
    meetings.map(({ startsOn, endsOn, unit, ...meeting }) => [
      meeting.id,
      {
        ...meeting,
        ...{ startsOn: startsOn && dayOf(startsOn), endsOn: endsOn && dayOf(endsOn), unit: unit?.code ?? null },
      },
    ]),
  );
  const decisions = rows.map(({ text, meetingId, dueOn, followUps, ...row }) => ({
    ...row,
    ...{ dueOn: dueOn && dayOf(dueOn), language: text.locale, body: text.rounds[0]?.body ?? "" },
    unitIds: text.units.map(({ unitId }) => unitId),
    meeting: byId.get(meetingId)!,
    followUps: followUps
      .map((followUp) => ({ ...followUp, meeting: byId.get(followUp.meetingId)! }))
      .sort((one, other) => compareMeetings(one.meeting, other.meeting)),
  }));
  return { decisions, meetings: byId };
}
export type DecisionsOfPlan = Awaited<ReturnType<typeof decisionsOf>>;
type DecisionRow = DecisionsOfPlan["decisions"][number];

/** Those of earlier meetings that are to be looked at in this one, the oldest first. */
export function decisionsDueAt({ decisions, meetings }: DecisionsOfPlan, meetingId: number): DecisionRow[] {
  const meeting: MeetingTime | undefined = meetings.get(meetingId);
  if (!meeting) return [];
  return decisions
    .filter((decision) => arePublic(decision.meeting.state) && isDueAt(decision, meeting))
    .sort((one, other) => compareMeetings(one.meeting, other.meeting) || one.number - other.number);
}

/** A decision in a reader's language; its words stand as they were agreed. */
export function decisionView(
  { textId, number, kind, body, language, dueOn, unitIds, meeting, followUps }: DecisionRow,
  { units }: Pick<PlanFramework, "units">,
): DecisionView {
  return {
    ...{ textId, number, code: decisionCode(meeting.code, number), meeting: meeting.code, kind, body, language, dueOn },
    units: [...units].flatMap(([id, unit]) => (unitIds.includes(id) ? [unit] : [])),
    followUps: followUps.map(({ meeting: told, status, body: words }) => ({
      ...{ meeting: told.code, status, body: words },
    })),
  };
}

/** Those that are due in a meeting, with what it was told of each. */
export const dueViews = (found: DecisionsOfPlan, meetingId: number, framework: Pick<PlanFramework, "units">) =>
  decisionsDueAt(found, meetingId).map((row): DueDecision => {
    const decision = decisionView(row, framework);
    const meeting = found.meetings.get(meetingId)?.code;
    return { decision, told: decision.followUps.find((told) => told.meeting === meeting) ?? null };
  });
