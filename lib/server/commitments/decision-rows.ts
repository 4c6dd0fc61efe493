import "server-only";
import {
  arePublic,
  compareMeetings,
  type DecisionKind,
  decisionCode,
  type FollowUpStatus,
  isDueAt,
  type MeetingTime,
} from "@/lib/domain/commitments/decision";
import type { MeetingState } from "@/lib/domain/commitments/meeting";
import type { Transaction } from "@/lib/server/db/client";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import type { DecisionView, DueDecision } from "@/lib/views/commitments/decision-view";
import { namedInOrder } from "./meeting-rows";

interface Row extends Omit<MeetingTime, "startsOn" | "endsOn"> {
  meetingId: number;
  state: MeetingState;
  startsOn: string | null;
  endsOn: string | null;
  /** Null, with all that follows, of a meeting without decisions. */
  textId: number | null;
  number: number;
  kind: DecisionKind;
  dueOn: string | null;
  priorityYear: number | null;
  extendedTo: string | null;
  nodeIds: number[];
  language: string;
  body: string;
  unitIds: number[];
  organisations: { id: number; name: string }[];
  followUps: { meetingId: number; status: FollowUpStatus; body: string }[];
}

/**
 * Every meeting of a plan with its decisions, in one statement: each meeting looks at those of the meetings before it.
 * @param locale in which organisations are named
 */
export async function decisionsOf(client: Pick<Transaction, "$queryRaw">, planId: number, locale: string) {
  const rows = await client.$queryRaw<Row[]>`
    SELECT m.id AS "meetingId", m.code, m.state::text AS state, m.year, m.starts_on::text AS "startsOn",
      m.ends_on::text AS "endsOn", u.code AS unit,
      d.text_id AS "textId", d.number, d.kind::text AS kind, d.due_on::text AS "dueOn", t.locale AS language, r.body,
      d.priority_year AS "priorityYear", d.extended_to::text AS "extendedTo",
      COALESCE((SELECT jsonb_agg(n.node_id) FROM decision_node n WHERE n.text_id = d.text_id), '[]') AS "nodeIds",
      COALESCE((SELECT jsonb_agg(a.unit_id) FROM addressed_unit a WHERE a.text_id = d.text_id), '[]') AS "unitIds",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', ${organisationNameIn(locale)}) ORDER BY o.id)
        FROM decision_organisation a JOIN organisation o ON o.id = a.organisation_id WHERE a.text_id = d.text_id), '[]')
        AS organisations,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('meetingId', f.meeting_id, 'status', f.status, 'body', f.body))
        FROM decision_follow_up f WHERE f.text_id = d.text_id), '[]') AS "followUps"
    FROM meeting m LEFT JOIN reporting_unit u ON u.id = m.unit_id
      LEFT JOIN meeting_decision d ON d.meeting_id = m.id
      LEFT JOIN addressed_text t ON t.id = d.text_id
      LEFT JOIN addressed_round r ON r.text_id = d.text_id AND r.round = 1
    WHERE m.plan_id = ${planId} ORDER BY m.id, d.number`;
  const meetings = new Map(
    rows.map(({ meetingId: id, code, state, year, startsOn, endsOn, unit }) => [
      id,
      { id, code, state, year, startsOn, endsOn, unit },
    ]),
  );
  const decisions = rows.flatMap(({ textId, meetingId, ...row }) => {
    if (textId === null) return [];
    const {
      number,
      kind,
      dueOn,
      priorityYear,
      extendedTo,
      nodeIds,
      language,
      body,
      unitIds,
      organisations,
      followUps,
    } = row;
    const told = followUps.map((followUp) => ({ ...followUp, meeting: meetings.get(followUp.meetingId)! }));
    return [
      {
        ...{ textId, number, kind, dueOn, language, body, unitIds, organisations, meeting: meetings.get(meetingId)! },
        ...{ priorityYear, extendedTo, nodeIds },
        followUps: told.sort((one, other) => compareMeetings(one.meeting, other.meeting)),
      },
    ];
  });
  return { decisions, meetings };
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
  { textId, number, kind, body, language, dueOn, unitIds, organisations, meeting, followUps, ...row }: DecisionRow,
  framework: Pick<PlanFramework, "units" | "named">,
): DecisionView {
  return {
    ...{ textId, number, code: decisionCode(meeting.code, number), meeting: meeting.code, kind, body, language, dueOn },
    units: [...framework.units].flatMap(([id, unit]) => (unitIds.includes(id) ? [unit] : [])),
    organisations: organisations.map(({ name }) => name),
    priority:
      row.priorityYear === null ? null : { year: row.priorityYear, nodes: namedInOrder(row.nodeIds, framework) },
    extendedTo: row.extendedTo,
    followUps: followUps.map(({ meeting: told, status, body: words }) => ({
      ...{ meeting: told.code, status, body: words },
    })),
  };
}

/** Those that are due in a meeting, with what it was told of each. */
export const dueViews = (
  found: DecisionsOfPlan,
  meetingId: number,
  framework: Pick<PlanFramework, "units" | "named">,
) =>
  decisionsDueAt(found, meetingId).map((row): DueDecision => {
    const decision = decisionView(row, framework);
    const meeting = found.meetings.get(meetingId)?.code;
    return { decision, told: decision.followUps.find((told) => told.meeting === meeting) ?? null };
  });
