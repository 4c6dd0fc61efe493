import "server-only";
import type { ResponseState } from "@/lib/domain/commitments/addressed-life";
import type { ReplyKind } from "@/lib/domain/commitments/observation";
import {
  type PlatformPointKind,
  type PlatformReportFacts,
  platformReportCode,
} from "@/lib/domain/commitments/platform-report";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { UnitRef } from "@/lib/domain/permissions";
import { type FollowUpRow, followedUp, followUpsJson } from "@/lib/server/commitments/follow-ups/follow-up-rows";
import { onlyRound } from "@/lib/server/commitments/hold-recommendation";
import {
  evidenceOf,
  type KeyActionRow,
  keyActionsOf,
  selectKeyActions,
} from "@/lib/server/commitments/key-action-rows";
import { Prisma, type PrismaClient } from "@/lib/server/db/generated/client";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import type { ObservationView } from "@/lib/views/commitments/observation-view";
import type {
  PlatformActivityView,
  PlatformMemberView,
  PlatformPointView,
  PlatformReportHead,
  PlatformReportView,
} from "@/lib/views/commitments/platform-view";
import { type OfObservations, ofObservations } from "./observations-of-year";
import { pointStands, ruleOfActivity, ruleOfPoint } from "./taken-down-parts";

/** What a list shows of a report. */
interface HeadRow extends Pick<PlatformReportFacts, "planId" | "organisationId" | "state" | "visibility"> {
  id: number;
  unitId: number;
  year: number;
  /** How many members there were when it was agreed; null before. */
  memberCount: number | null;
  /** The organisations that agree to its words. */
  agreedIds: number[];
  points: number;
  answered: number;
}

const headColumns = Prisma.sql`r.id, r.plan_id AS "planId", r.unit_id AS "unitId", r.year, r.state::text AS state,
  r.organisation_id AS "organisationId", r.visibility::text AS visibility, r.member_count AS "memberCount",
  COALESCE((SELECT json_agg(a.organisation_id) FROM platform_agreement a WHERE a.report_id = r.id), '[]') AS "agreedIds",
  (SELECT count(*)::int FROM platform_point p WHERE p.report_id = r.id AND ${pointStands}) AS points,
  (SELECT count(*)::int FROM platform_point p WHERE p.report_id = r.id AND ${pointStands}
    AND EXISTS (SELECT FROM unit_response u WHERE u.text_id = p.text_id)
    AND NOT EXISTS (SELECT FROM unit_response u WHERE u.text_id = p.text_id AND u.state <> 'given')) AS answered`;

/** The reports of a plan, the latest year first. */
export const readPlatformReports = (client: Pick<PrismaClient, "$queryRaw">, planId: number): Promise<HeadRow[]> =>
  client.$queryRaw`SELECT ${headColumns} FROM platform_report r WHERE r.plan_id = ${planId} ORDER BY r.year DESC, r.id`;

/** @param memberIds the members of the platform now */
export function platformReportHead(
  { unitId, year, state, memberCount, agreedIds, points, answered }: HeadRow,
  memberIds: readonly number[],
  { units }: Pick<PlanFramework, "units">,
): PlatformReportHead {
  const unit = units.get(unitId)!;
  return {
    code: platformReportCode(unit.code, year),
    unit,
    year,
    state,
    points,
    answered,
    agreed: agreedIds.filter(counts(memberCount, memberIds)).length,
    members: memberCount ?? memberIds.length,
  };
}

/** Before it is agreed, those who left since they agreed don't count. */
const counts = (memberCount: number | null, memberIds: readonly number[]) => (organisationId: number) =>
  memberCount !== null || memberIds.includes(organisationId);

/** What its page shows besides. */
interface Row extends HeadRow, OfObservations {
  level: UnitRef["level"];
  /** The members of the platform now. */
  memberIds: number[];
  locale: string;
  rowVersion: number;
  author: string;
  agreedOn: IsoDate | null;
  presentedOn: IsoDate | null;
  meeting: string | null;
  meetingTitle: string | null;
  agreements: { id: number; name: string }[];
  activities: ActivityRow[];
  pointRows: PointRow[];
  /** What is done about its points. */
  keyActions: KeyActionRow[];
}
interface ActivityRow extends Omit<PlatformActivityView, "nodes" | "community"> {
  organisationId: number;
  community: number | null;
  nodeIds: number[];
}
interface PointRow extends Pick<PlatformPointView, "textId" | "kind" | "position" | "body" | "takenDown"> {
  followUps: FollowUpRow[];
  responses: {
    unitId: number;
    state: ResponseState;
    askedOn: IsoDate;
    dueOn: IsoDate;
    kind: ReplyKind | null;
    body: string;
    evidenceTitle: string;
    evidenceUrl: string;
    givenOn: IsoDate | null;
  }[];
}

/** A report with all that hangs on it, in one statement; null where there is none. */
export async function readPlatformReport(
  client: Pick<PrismaClient, "$queryRaw">,
  { planId, unit, year }: { planId: number; unit: string; year: number },
  { locale, language }: { locale: string; language: string },
): Promise<Row | null> {
  const name = organisationNameIn(locale);
  const [row] = await client.$queryRaw<Row[]>`
    SELECT ${headColumns}, of_unit.level::text AS level, r.locale,
      COALESCE((SELECT json_agg(pm.organisation_id) FROM platform_member pm
        WHERE pm.unit_id = r.unit_id AND pm.until IS NULL), '[]') AS "memberIds",
      r.row_version AS "rowVersion", ${name} AS author, r.agreed_on::text AS "agreedOn",
      r.presented_on::text AS "presentedOn", m.code AS meeting,
      (SELECT t.title FROM meeting_text t WHERE t.meeting_id = m.id AND t.locale IN (${language}, 'en')
        ORDER BY t.locale <> ${language} LIMIT 1) AS "meetingTitle",
      COALESCE((SELECT json_agg(json_build_object('id', o.id, 'name', ${name}))
        FROM platform_agreement a JOIN organisation o ON o.id = a.organisation_id WHERE a.report_id = r.id), '[]') AS agreements,
      COALESCE((SELECT json_agg(json_build_object('position', a.position, 'organisationId', o.id, 'organisation', ${name},
          'title', a.title, 'place', a.place, 'time', a.time, 'officials', a.officials, 'community', a.community,
          'reach', a.reach, 'takenDown', ${ruleOfActivity}, 'nodeIds', COALESCE((SELECT json_agg(n.node_id) FROM platform_activity_node n
            WHERE n.report_id = a.report_id AND n.position = a.position), '[]')) ORDER BY a.position)
        FROM platform_activity a JOIN organisation o ON o.id = a.organisation_id WHERE a.report_id = r.id), '[]') AS activities,
      COALESCE((SELECT json_agg(json_build_object('textId', p.text_id, 'kind', p.kind, 'position', p.position,
          'body', said.body, 'takenDown', ${ruleOfPoint},
          'followUps', ${followUpsJson(Prisma.sql`f.text_id = p.text_id`)}, 'responses', COALESCE((SELECT json_agg(json_build_object(
            'unitId', u.unit_id, 'state', u.state, 'askedOn', u.asked_on, 'dueOn', u.due_on, 'kind', u.kind,
            'body', u.body, 'evidenceTitle', u.evidence_title, 'evidenceUrl', u.evidence_url, 'givenOn', u.given_on)) FROM unit_response u WHERE u.text_id = p.text_id), '[]'))
            ORDER BY p.position)
        FROM platform_point p JOIN addressed_round said ON said.text_id = p.text_id AND said.round = 1
        WHERE p.report_id = r.id), '[]') AS "pointRows",
      COALESCE((SELECT json_agg(x ORDER BY x.id) FROM (${selectKeyActions(locale)}
        JOIN platform_point p ON p.text_id = k.text_id WHERE p.report_id = r.id) x), '[]') AS "keyActions",
      ${ofObservations(Prisma.sql`r.plan_id`)}
    FROM platform_report r JOIN reporting_unit of_unit ON of_unit.id = r.unit_id
      JOIN organisation o ON o.id = r.organisation_id LEFT JOIN meeting m ON m.id = r.meeting_id
    WHERE r.plan_id = ${planId} AND of_unit.code = ${unit} AND r.year = ${year}`;
  return row ? withoutTakenDown(row) : null;
}

/** Of what was taken down, its place alone is read, by whomever. */
const withoutTakenDown = (row: Row): Row => ({
  ...row,
  activities: row.activities.map((activity) =>
    activity.takenDown === null
      ? activity
      : {
          ...activity,
          organisation: "",
          title: "",
          place: "",
          time: "",
          reach: "",
          officials: null,
          community: null,
          nodeIds: [],
        },
  ),
  pointRows: row.pointRows.map((point) =>
    point.takenDown === null ? point : { ...point, body: "", responses: [], followUps: [] },
  ),
});

interface Reader {
  framework: PlanFramework;
  locale: string;
  /** Counts of people below it aren't said. */
  threshold: number;
  observations: readonly ObservationView[];
  now: Date;
}

/** A report in a reader's language; its words stand as they were written. */
export function platformReportView(row: Row, reader: Reader): PlatformReportView {
  const { framework, locale, observations } = reader;
  const { memberIds, agreements, agreedOn, meeting, meetingTitle, presentedOn, memberCount, author, visibility } = row;
  const isCounted = counts(memberCount, memberIds);
  return {
    ...platformReportHead(row, memberIds, framework),
    language: row.locale,
    visibility,
    author,
    agreedOn,
    observations,
    agreements: agreements
      .filter(({ id }) => isCounted(id))
      .map(({ name }) => name)
      .sort((one, other) => one.localeCompare(other, locale)),
    presented: meeting && presentedOn ? { meeting, title: meetingTitle ?? meeting, on: presentedOn } : null,
    activities: row.activities.map((activity) => activityView(activity, reader)),
    challenges: pointsOf(row, "challenge", reader),
    priorities: pointsOf(row, "priority", reader),
  };
}

const activityView = (
  { organisationId: _, nodeIds, community, ...said }: ActivityRow,
  { framework, threshold }: Reader,
): PlatformActivityView => ({
  ...said,
  // Since it was written, the threshold may have been raised.
  community: community !== null && community > 0 && community < threshold ? "few" : community,
  nodes: nodeIds
    .flatMap((nodeId) => framework.named.get(nodeId) ?? [])
    .sort((one, other) => one.code.localeCompare(other.code, "en", { numeric: true })),
});

const pointsOf = ({ pointRows, keyActions: all }: Row, kind: PlatformPointKind, reader: Reader): PlatformPointView[] =>
  pointRows
    .filter((point) => point.kind === kind)
    .map(({ responses, followUps, ...point }) => ({
      ...point,
      followUps: followedUp(followUps, point.textId),
      responses: [...reader.framework.units].flatMap(([id, unit]) => {
        const response = responses.find(({ unitId }) => unitId === id);
        if (!response) return [];
        const { state, askedOn, dueOn, kind: said, body, givenOn } = response;
        const isGiven = state === "given" && said !== null && givenOn !== null;
        const own = all.filter(({ unitId }) => unitId === id);
        const keyActions = keyActionsOf(own, { id: point.textId, round: onlyRound, unit: unit.code }, reader.now);
        return [
          {
            unit,
            state,
            askedOn,
            dueOn,
            reply: isGiven
              ? {
                  kind: said,
                  body,
                  evidence: evidenceOf(response),
                  givenOn,
                  isLate: givenOn > dueOn,
                  keyActions,
                }
              : null,
          },
        ];
      }),
    }));

/** Whom it asks for answers: its country, or for the region each country. */
export const addressedOf = ({ unitId, level }: Row, { units }: PlanFramework): Pick<UnitRef, "id" | "level">[] =>
  level === "region"
    ? [...units].flatMap(([id, unit]) => (unit.level === "country" ? [{ id, level: unit.level }] : []))
    : [{ id: unitId, level }];

/** The members of a plan's platforms now, by their names. */
export const readMembers = (
  client: Pick<PrismaClient, "$queryRaw">,
  planId: number,
  locale: string,
): Promise<(PlatformMemberView & { unitId: number })[]> => client.$queryRaw`
  SELECT m.id, m.unit_id AS "unitId", m.organisation_id AS "organisationId", m.since::text AS since,
    ${organisationNameIn(locale)} AS name
  FROM platform_member m JOIN organisation o ON o.id = m.organisation_id
  WHERE m.plan_id = ${planId} AND m.until IS NULL ORDER BY name, m.id`;
