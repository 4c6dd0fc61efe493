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
import type { MeetingKind, MeetingState } from "@/lib/domain/commitments/meeting";
import type { Transaction } from "@/lib/server/db/client";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import type { DecisionView, DueDecision } from "@/lib/views/commitments/decision-view";
import type { MeetingHead } from "@/lib/views/commitments/meeting-view";
import { type KeyActionRow, keyActionsOf, selectKeyActions } from "./key-action-rows";
import { type HeadRow, meetingHead, namedInOrder } from "./meeting-rows";

interface Row extends Omit<MeetingTime, "startsOn" | "endsOn"> {
  meetingId: number;
  meetingKind: MeetingKind;
  state: MeetingState;
  startsOn: string | null;
  endsOn: string | null;
  /** What lists say of one to come; null of the others. */
  coming: (Omit<HeadRow, "startsOn" | "endsOn"> & Record<"startsOn" | "endsOn", string | null>) | null;
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
  isTakenDown: boolean;
  unitIds: number[];
  organisations: { id: number; name: string }[];
  followUps: { meetingId: number; status: FollowUpStatus; body: string; isEmptied: boolean }[];
  keyActions: KeyActionRow[];
}

/**
 * Every meeting of a plan with its decisions, in one statement: each meeting looks at those of the meetings before it.
 * @param locale in which organisations are named
 */
export async function decisionsOf(client: Pick<Transaction, "$queryRaw">, planId: number, locale: string) {
  const rows = await client.$queryRaw<Row[]>`
    SELECT m.id AS "meetingId", m.kind::text AS "meetingKind", m.code, m.state::text AS state, m.year, m.starts_on::text AS "startsOn",
      m.ends_on::text AS "endsOn", u.code AS unit,
      CASE WHEN m.state IN ('planned', 'papersOut') THEN jsonb_build_object('id', m.id, 'code', m.code, 'kind', m.kind,
        'state', m.state, 'year', m.year, 'startsOn', m.starts_on, 'endsOn', m.ends_on, 'isOnline', m.is_online,
        'hostUnitId', m.host_unit_id, 'unitId', m.unit_id, 'texts', COALESCE((SELECT jsonb_agg(jsonb_build_object(
          'locale', x.locale, 'title', x.title, 'place', x.place, 'notes', x.notes,
          'placeRedactedAt', x.place_redacted_at))
          FROM meeting_text x WHERE x.meeting_id = m.id AND x.locale IN (${locale}, 'en')), '[]')) END AS coming,
      d.text_id AS "textId", d.number, d.kind::text AS kind, d.due_on::text AS "dueOn", t.locale AS language, r.body,
      t."end" IS NOT DISTINCT FROM 'takenDown' AS "isTakenDown",
      d.priority_year AS "priorityYear", d.extended_to::text AS "extendedTo",
      COALESCE((SELECT jsonb_agg(n.node_id) FROM decision_node n WHERE n.text_id = d.text_id), '[]') AS "nodeIds",
      COALESCE((SELECT jsonb_agg(a.unit_id) FROM addressed_unit a WHERE a.text_id = d.text_id), '[]') AS "unitIds",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', ${organisationNameIn(locale)}) ORDER BY o.id)
        FROM decision_organisation a JOIN organisation o ON o.id = a.organisation_id WHERE a.text_id = d.text_id), '[]')
        AS organisations,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('meetingId', f.meeting_id, 'status', f.status, 'body', f.body,
        'isEmptied', f.redacted_at IS NOT NULL))
        FROM follow_up f WHERE f.text_id = d.text_id), '[]') AS "followUps",
      COALESCE((SELECT jsonb_agg(x ORDER BY x.id) FROM (${selectKeyActions(locale)}
        WHERE k.text_id = d.text_id AND k.round IS NULL) x), '[]') AS "keyActions"
    FROM meeting m LEFT JOIN reporting_unit u ON u.id = m.unit_id
      LEFT JOIN meeting_decision d ON d.meeting_id = m.id
      LEFT JOIN addressed_text t ON t.id = d.text_id
      LEFT JOIN addressed_round r ON r.text_id = d.text_id AND r.round = 1
    WHERE m.plan_id = ${planId} ORDER BY m.id, d.number`;
  const meetings = new Map(
    rows.map(({ meetingId: id, meetingKind, code, state, year, startsOn, endsOn, unit, coming }) => [
      id,
      { id, kind: meetingKind, code, state, year, startsOn, endsOn, unit, coming },
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
      isTakenDown,
      unitIds,
      organisations,
      followUps,
      keyActions,
    } = row;
    const told = followUps.map((followUp) => ({ ...followUp, meeting: meetings.get(followUp.meetingId)! }));
    return [
      {
        textId,
        number,
        kind,
        dueOn,
        language,
        body,
        unitIds,
        organisations,
        meeting: meetings.get(meetingId)!,
        priorityYear,
        extendedTo,
        nodeIds,
        keyActions,
        isTakenDown,
        followUps: told.sort((one, other) => compareMeetings(one.meeting, other.meeting)),
      },
    ];
  });
  return { decisions, meetings };
}
export type DecisionsOfPlan = Awaited<ReturnType<typeof decisionsOf>>;
type DecisionRow = DecisionsOfPlan["decisions"][number];

/** Meetings of a plan that are to come, as lists show them. */
export const comingMeetings = (
  { meetings }: DecisionsOfPlan,
  language: string,
  framework: Pick<PlanFramework, "units">,
): MeetingHead[] =>
  [...meetings.values()].flatMap(({ coming }) => {
    if (coming === null) return [];
    const dateOf = (day: string | null) => (day === null ? null : new Date(day));
    const row = { ...coming, startsOn: dateOf(coming.startsOn), endsOn: dateOf(coming.endsOn) };
    return [meetingHead(row, language, framework)];
  });

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
  { textId, number, kind, body, isTakenDown, language, dueOn, organisations, meeting, followUps, ...row }: DecisionRow,
  framework: Pick<PlanFramework, "units" | "named">,
  now: Date,
): DecisionView {
  // What a country's own meeting decides is for that country where nobody is named.
  const isOwn = row.unitIds.length + organisations.length === 0 && meeting.unit !== null;
  return {
    textId,
    number,
    code: decisionCode(meeting.code, number),
    meeting: meeting.code,
    kind,
    body,
    language,
    dueOn,
    isTakenDown,
    units: [...framework.units].flatMap(([id, unit]) =>
      (isOwn ? unit.code === meeting.unit : row.unitIds.includes(id)) ? [unit] : [],
    ),
    organisations: organisations.map(({ name }) => name),
    priority:
      row.priorityYear === null ? null : { year: row.priorityYear, nodes: namedInOrder(row.nodeIds, framework) },
    extendedTo: row.extendedTo,
    followUps: followUps.map(({ meeting: told, status, body: words, isEmptied }) => ({
      meeting: told.code,
      status,
      body: words,
      isEmptied,
    })),
    actions: [...framework.units].flatMap(([id, unit]) => {
      const own = row.keyActions.filter(({ unitId }) => unitId === id);
      return own.length === 0
        ? []
        : [{ unit, keyActions: keyActionsOf(own, { id: textId, round: null, unit: unit.code }, now) }];
    }),
  };
}

/** Those that are due in a meeting, with what it was told of each. What later meetings were told isn't known in it. */
export const dueViews = (
  found: DecisionsOfPlan,
  meetingId: number,
  framework: Pick<PlanFramework, "units" | "named">,
  now: Date,
) =>
  decisionsDueAt(found, meetingId).map((row): DueDecision => {
    const meeting = found.meetings.get(meetingId)!;
    const followUps = row.followUps.filter((told) => compareMeetings(told.meeting, meeting) <= 0);
    const decision = decisionView({ ...row, followUps }, framework, now);
    return { decision, told: decision.followUps.find((told) => told.meeting === meeting.code) ?? null };
  });
