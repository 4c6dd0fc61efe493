import "server-only";
import { type ResponseState, type RoundStage, readersOf, type TextEnd } from "@/lib/domain/commitments/addressed-life";
import { compareMeetings, type MeetingTime } from "@/lib/domain/commitments/decision";
import { firstDayOf, isSaidDueAt, type SaidBefore, type SaidKind, saidKinds } from "@/lib/domain/commitments/follow-up";
import type { MeetingKind } from "@/lib/domain/commitments/meeting";
import type { ReplyKind, Visibility } from "@/lib/domain/commitments/observation";
import {
  type PlatformPointKind,
  type PlatformReportState,
  platformReportCode,
  readsPlatformReport,
} from "@/lib/domain/commitments/platform-report";
import { answersDueOn, dueMeeting, nearnessOf, readsRecommendation } from "@/lib/domain/commitments/recommendation";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { dayInRegion } from "@/lib/server/db/day";
import { Prisma, type PrismaClient } from "@/lib/server/db/generated/client";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { SaidDue } from "@/lib/views/commitments/follow-up-view";
import { type FollowUpRow, followedUp, followUpsJson } from "./follow-up-rows";

/** A round that was passed on. */
interface Round {
  stage: RoundStage;
  body: string;
  /** With its time zone. */
  checkedAt: string | null;
  responses: {
    unitId: number;
    state: ResponseState;
    askedOn: IsoDate;
    dueOn: IsoDate | null;
    givenOn: IsoDate | null;
    kind: ReplyKind | null;
  }[];
}

/** Something that was said to governments, and all that says who reads it and where it stands. */
interface Row {
  textId: number;
  kind: SaidKind;
  number: number;
  end: TextEnd | null;
  endedAt: Date | null;
  locale: string;
  /** What it says in the language that was asked for, where it was translated. */
  translated: string | null;
  /** Of an observation. */
  visibility: Visibility | null;
  /** Of a recommendation. */
  forumId: number | null;
  /** Of a point. */
  report: {
    unit: string;
    year: number;
    kind: PlatformPointKind;
    state: PlatformReportState;
    visibility: Visibility;
  } | null;
  rounds: Round[];
  /** Of given answers; of what was taken down for safety nobody tells any more. */
  openActions: number;
  /** Of each that isn't open: the day on which it was told as done, or, with its time zone, when it was told as stopped. */
  settledActions: { doneOn: IsoDate | null; toldAt: string | null }[];
  followUps: FollowUpRow[];
}

type Meetings = ReadonlyMap<number, MeetingTime & { id: number; kind: MeetingKind }>;
interface Reader {
  planId: number;
  /** Into which young people's words may have been translated. */
  language: string;
  framework: Pick<PlanFramework, "units">;
  /** Of the plan. */
  meetings: Meetings;
  now: Date;
}

/** For whom it is read: anybody, or governments, which know of more. */
type Audience = "public" | "governments";

/**
 * What was said to governments and is looked at in a meeting beside decisions, in one statement, as far as those know of it for
 * whom it is read: recommendations of young people, points of platforms' reports, and observations, each with what is left to do
 * before the others, and the newest first.
 */
export async function saidDueAt(
  client: Pick<PrismaClient, "$queryRaw">,
  meetingId: number,
  audience: Audience,
  reader: Reader,
): Promise<SaidDue[]> {
  const meeting = reader.meetings.get(meetingId);
  if (!meeting) return [];
  const rows = await client.$queryRaw<Row[]>`
    SELECT t.id AS "textId", t.kind::text AS kind, COALESCE(t.number, p.position) AS number, t."end"::text AS "end", t.locale,
      t.ended_at AT TIME ZONE 'UTC' AS "endedAt",
      (SELECT w.body FROM recommendation_words w WHERE w.text_id = t.id AND w.locale = ${reader.language}) AS translated,
      o.visibility::text AS visibility, c.meeting_id AS "forumId",
      CASE WHEN p.text_id IS NOT NULL THEN json_build_object('unit', u.code, 'year', pr.year, 'kind', p.kind,
        'state', pr.state, 'visibility', pr.visibility) END AS report,
      (SELECT json_agg(json_build_object('stage', r.stage, 'body', r.body, 'checkedAt', r.checked_at AT TIME ZONE 'UTC',
          'responses', (SELECT COALESCE(json_agg(json_build_object('unitId', a.unit_id, 'state', a.state,
              'askedOn', a.asked_on, 'dueOn', a.due_on, 'givenOn', CASE WHEN a.state = 'given' THEN a.given_on END, 'kind', a.kind)), '[]')
            FROM unit_response a WHERE a.text_id = r.text_id AND a.round = r.round)) ORDER BY r.round)
        FROM addressed_round r WHERE r.text_id = t.id AND r.stage = 'passed') AS rounds,
      (SELECT count(*)::int FROM key_action k
          JOIN unit_response a ON a.text_id = k.text_id AND a.round = k.round AND a.unit_id = k.unit_id
        WHERE k.text_id = t.id AND a.state = 'given' AND k.state IN ('planned', 'underWay') AND k.redacted_at IS NULL)
        AS "openActions",
      (SELECT COALESCE(json_agg(json_build_object('doneOn', k.done_on, 'toldAt', k.told_at AT TIME ZONE 'UTC')), '[]')
        FROM key_action k WHERE k.text_id = t.id AND k.state NOT IN ('planned', 'underWay')) AS "settledActions",
      ${followUpsJson(Prisma.sql`f.text_id = t.id`)} AS "followUps"
    FROM addressed_text t LEFT JOIN observation o ON o.text_id = t.id LEFT JOIN recommendation c ON c.text_id = t.id
      LEFT JOIN platform_point p ON p.text_id = t.id LEFT JOIN platform_report pr ON pr.id = p.report_id
      LEFT JOIN reporting_unit u ON u.id = pr.unit_id
    WHERE t.plan_id = ${reader.planId} AND t.kind <> 'decision'
      AND EXISTS (SELECT FROM addressed_round r WHERE r.text_id = t.id AND r.stage = 'passed')
    ORDER BY t.number DESC, pr.year DESC, u.position, p.kind, p.position`;
  return rows
    .map((row) => asOf(row, meeting))
    .filter((row) => isSaidDueAt(saidBefore(row, reader), meeting))
    .flatMap((row) => viewOf(row, meeting, audience, reader) ?? [])
    .sort(
      (one, other) =>
        saidKinds.indexOf(one.kind) - saidKinds.indexOf(other.kind) || Number(isLeft(other)) - Number(isLeft(one)),
    );
}

/** Whether something of it is known to be left: it stands before the others of its kind. */
const isLeft = ({ isPastDue, openActions, lastTold }: SaidDue): boolean =>
  isPastDue || openActions > 0 || lastTold?.status === "underWay";

/** As it stood before a meeting: what was said again since isn't of it. What was said after it alone stays as it is. */
function asOf(row: Row, meeting: MeetingTime): Row {
  const rounds = row.rounds.filter(({ responses }) => responses.some(({ askedOn }) => askedOn < firstDayOf(meeting)));
  return rounds.length === 0 ? row : { ...row, rounds };
}

/** What the rule asks of it that says in which meetings it is looked at. */
function saidBefore(row: Row, { framework, meetings }: Reader): SaidBefore {
  const { rounds, end, openActions, followUps } = row;
  const asked = rounds.flatMap(({ responses }) => responses);
  const last = rounds.at(-1)!.responses;
  const [due = null] = last.map(({ dueOn }) => dueOn).sort();
  const [answeredOn = null] = asked.flatMap(({ givenOn }) => givenOn ?? []).sort();
  // Of what will be corrected something is left, until its author closes it or a meeting is told that it is done.
  const given = last.map(({ givenOn, kind }) => (kind === "willCorrect" ? null : givenOn));
  const settledOn = row.settledActions.map(
    ({ doneOn, toldAt }) => doneOn ?? (toldAt ? dayInRegion(new Date(toldAt)) : ""),
  );
  const isGone = end === "withdrawn" || end === "takenDown";
  return {
    // What no government was asked about is known to none.
    passedOn: asked.map(({ askedOn }) => askedOn).sort()[0] ?? "9999-12-31",
    units: last.flatMap(({ unitId }) => framework.units.get(unitId)?.code ?? []),
    dueOn: row.forumId === null ? due : (dueAt(row, meetings)?.dueOn ?? null),
    answeredOn,
    isGone,
    followUps,
    allAnsweredOn: given.includes(null) ? null : (given.sort().at(-1) ?? null),
    closedOn: row.endedAt && dayInRegion(row.endedAt),
    actionsOn: openActions > 0 ? null : (settledOn.sort().at(-1) ?? ""),
  };
}

/** When answers to young people are due: at a meeting of Senior Officials. */
function dueAt({ forumId, rounds: [round] }: Row, meetings: Meetings) {
  const forum = forumId === null ? undefined : meetings.get(forumId);
  const passedOn = round?.checkedAt ? dayInRegion(new Date(round.checkedAt)) : null;
  const due = forum && dueMeeting({ ...forum, unit: null }, passedOn, [...meetings.values()]);
  return due ? { meeting: due, dueOn: answersDueOn(due) } : null;
}

/** Whether those read a round of it. */
function reads(audience: Audience, { kind, end, visibility, report }: Row, round: Round): boolean {
  const { stage, responses } = round;
  switch (kind) {
    case "observation":
      return readersOf({ stage, response: responses[0]?.state ?? null }, visibility!, end)[audience];
    case "recommendation":
      return readsRecommendation(null, { stage, end });
    case "platformPoint":
      if (end === "takenDown") return false;
      return audience === "public"
        ? readsPlatformReport(null, { ...report!, planId: 0, memberIds: [] })
        : report!.visibility !== "platform";
  }
}

/** The words that they read of it last; null where they read none. */
const readBy = (audience: Audience, row: Row): Round | null =>
  row.rounds.filter((round) => reads(audience, row, round)).at(-1) ?? null;

function viewOf(row: Row, meeting: MeetingTime, audience: Audience, reader: Reader): SaidDue | null {
  const { textId, kind, number, end, locale, translated, report, openActions } = row;
  const said = readBy(audience, row);
  // Of what is withdrawn or taken down, number and place alone are left for whoever could read it before.
  const known = said ?? readBy(audience, { ...row, end: null });
  if (known === null) return null;
  const isGone = said === null;
  const told = followedUp(
    row.followUps.filter((each) => compareMeetings(each.meeting, meeting) <= 0),
    textId,
  ).map((each) => (isGone ? { ...each, body: "" } : each));
  const due = kind === "recommendation" ? dueAt(row, reader.meetings) : null;
  const isPast = due !== null && nearnessOf(due.meeting, dayInRegion(reader.now)) === "past";
  return {
    textId,
    kind,
    number,
    isGone,
    body: isGone ? "" : (translated ?? known.body),
    language: translated === null ? locale : reader.language,
    openActions: isGone ? 0 : openActions,
    point: report && {
      report: platformReportCode(report.unit, report.year),
      unit: report.unit,
      year: report.year,
      kind: report.kind,
    },
    isPublic: readBy("public", { ...row, end: isGone ? null : end }) !== null,
    units: [...reader.framework.units].flatMap(([id, unit]) =>
      known.responses.some(({ unitId }) => unitId === id) ? [unit] : [],
    ),
    answered: known.responses.filter(({ state }) => state === "given").length,
    isPastDue: known.responses.some(({ state }) => state === "unanswered" || (state === "awaited" && isPast)),
    told: told.find((each) => each.meeting === meeting.code) ?? null,
    lastTold: told.at(-1) ?? null,
  };
}
