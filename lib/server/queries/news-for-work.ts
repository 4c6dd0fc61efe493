import "server-only";
import { platformReportCode } from "@/lib/domain/commitments/platform-report";
import { type RecommendationAnswer, recommendationParty } from "@/lib/domain/commitments/recommendation";
import { daysAfter, type IsoDate } from "@/lib/domain/framework/reporting-period";
import { type Actor, can, grantsIn, type UnitRef } from "@/lib/domain/permissions";
import { spokenLocale } from "@/lib/i18n/routing";
import { pointStands } from "@/lib/server/civil-society/taken-down-parts";
import { db } from "@/lib/server/db/client";
import { dayInRegion, startOfDayInRegion } from "@/lib/server/db/day";
import { Prisma } from "@/lib/server/db/generated/client";
import { frameworkOf, type PlanAtVersion, type PlanFramework } from "@/lib/server/framework/plan-framework";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { News, NewsView } from "@/lib/views/commitments/news-view";

/** So long something is new, and so much of it is told at once. */
const newsDays = 30;
const mostNews = 10;

/**
 * What is new in a plan for whoever speaks to governments or sits in a delegation: what was replied to what their organisation
 * said, and what was made public. Null for everybody else: what waits for them says it.
 */
export async function newsForWork(actor: Actor, plan: PlanAtVersion, { locale, now }: Asked): Promise<NewsView | null> {
  if (!can(actor, "hearNews", { planId: plan.id })) return null;
  const since = daysAfter(dayInRegion(now), -newsDays);
  const rows = await (await db()).$queryRaw<Row[]>(newsSince(actor, plan.id, since, spokenLocale(locale)));
  const framework = await frameworkOf(plan, locale);
  const news = rows
    .flatMap((row) => newsOf(actor, plan.id, row, framework))
    // Of one day, answers to oneself stand first, as the statement has them.
    .sort((one, other) => (one.on > other.on ? -1 : one.on < other.on ? 1 : 0));
  return { days: newsDays, news: news.slice(0, mostNews) };
}

/** A day, or a moment that has one where the region is. */
interface Row {
  kind: News["kind"];
  day: IsoDate | null;
  moment: Date | null;
  id: number | null;
  number: number | null;
  unitId: number | null;
  /** Of a recommendation: whose own forum it was said at. */
  forumUnitId: number | null;
  answer: RecommendationAnswer | null;
  code: string | null;
  year: number | null;
  title: string | null;
  count: number | null;
}

/** All of it in one statement: the page that shows it asks enough besides. */
function newsSince(actor: Actor, planId: number, since: IsoDate, language: string): Prisma.Sql {
  const own = actor.organisation.id;
  const from = startOfDayInRegion(since);
  const grants = grantsIn(actor, planId);
  const units = grants.flatMap(({ unit }) => unit?.id ?? []);
  const ofMeeting = Prisma.sql`m.plan_id = ${planId}
    AND (m.unit_id IS NULL OR m.unit_id = ANY(${units}::int[]) OR ${grants.some(({ unit }) => unit === null)})`;
  const title = Prisma.sql`coalesce((SELECT x.title FROM meeting_text x WHERE x.meeting_id = m.id
    AND x.locale IN (${language}, 'en') ORDER BY x.locale <> ${language} LIMIT 1), m.code)`;
  const became = Prisma.sql`CASE k.state WHEN 'done' THEN 'Done' ELSE 'Stopped' END`;
  const isNew = Prisma.sql`(k.done_on >= ${since}::date OR k.state = 'stopped' AND k.told_at >= ${from})`;
  const isMember = Prisma.sql`EXISTS (SELECT FROM platform_member m WHERE m.unit_id = r.unit_id
    AND m.organisation_id = ${own} AND m.until IS NULL)`;
  const nothing = (type: string) => Prisma.raw(`NULL::${type}`);
  return Prisma.sql`
    SELECT CASE t.kind WHEN 'observation' THEN 'replied' ELSE 'recommendationAnswered' END AS kind,
      a.given_on::text AS day, ${nothing("timestamp")} AS moment, t.id, t.number, a.unit_id AS "unitId",
      f.unit_id AS "forumUnitId", a.answer::text AS answer, ${nothing("text")} AS code, ${nothing("int")} AS year,
      ${nothing("text")} AS title, ${nothing("int")} AS count
    FROM addressed_text t JOIN unit_response a ON a.text_id = t.id
      LEFT JOIN recommendation c ON c.text_id = t.id LEFT JOIN meeting f ON f.id = c.meeting_id
    WHERE t.plan_id = ${planId} AND t.organisation_id = ${own} AND t.kind IN ('observation', 'recommendation')
      AND t."end" IS DISTINCT FROM 'takenDown' AND a.state = 'given' AND a.given_on >= ${since}::date
    UNION ALL
    SELECT CASE t.kind WHEN 'observation' THEN 'observationActions' ELSE 'actions' END || ${became}, max(k.done_on)::text,
      max(k.told_at), t.id, t.number, k.unit_id, f.unit_id, NULL, NULL, NULL, NULL, count(*)::int
    FROM addressed_text t JOIN key_action k ON k.text_id = t.id
      LEFT JOIN recommendation c ON c.text_id = t.id LEFT JOIN meeting f ON f.id = c.meeting_id
    WHERE t.plan_id = ${planId} AND t.organisation_id = ${own} AND t.kind IN ('observation', 'recommendation')
      AND t."end" IS DISTINCT FROM 'takenDown' AND ${isNew}
    GROUP BY t.id, t.number, k.unit_id, f.unit_id, k.state
    UNION ALL
    SELECT 'pointsAnswered', a.given_on::text, NULL, NULL, NULL, a.unit_id, NULL, NULL, u.code, r.year, NULL, count(*)::int
    FROM platform_report r JOIN reporting_unit u ON u.id = r.unit_id
      JOIN platform_point p ON p.report_id = r.id JOIN unit_response a ON a.text_id = p.text_id
    WHERE r.plan_id = ${planId} AND a.state = 'given' AND a.given_on >= ${since}::date AND ${pointStands}
      AND ${isMember}
    GROUP BY a.given_on, a.unit_id, u.code, r.year
    UNION ALL
    SELECT 'pointActions' || ${became}, max(k.done_on)::text, max(k.told_at), NULL, NULL, k.unit_id, NULL, NULL, u.code, r.year,
      NULL, count(*)::int
    FROM platform_report r JOIN reporting_unit u ON u.id = r.unit_id
      JOIN platform_point p ON p.report_id = r.id JOIN key_action k ON k.text_id = p.text_id
    WHERE r.plan_id = ${planId} AND ${isNew} AND ${pointStands} AND ${isMember}
    GROUP BY k.unit_id, u.code, r.year, k.state
    UNION ALL
    SELECT 'released', NULL, r.released_at, NULL, NULL, NULL, NULL, NULL, r.code, NULL,
      coalesce((SELECT x.title FROM release_text x WHERE x.release_id = r.id AND x.locale IN (${language}, 'en')
        ORDER BY x.locale <> ${language} LIMIT 1), r.code), NULL
    FROM release r WHERE r.plan_id = ${planId} AND r.released_at >= ${from}
    UNION ALL
    SELECT 'papersOut', m.papers_sent_on::text, NULL, NULL, NULL, NULL, NULL, NULL, m.code, NULL, ${title}, NULL
    FROM meeting m WHERE ${ofMeeting} AND m.papers_sent_on >= ${since}::date
    UNION ALL
    SELECT 'agreed', NULL, max(r.checked_at), NULL, NULL, NULL, NULL, NULL, m.code, NULL, ${title}, count(*)::int
    FROM meeting m JOIN meeting_decision d ON d.meeting_id = m.id
      JOIN addressed_round r ON r.text_id = d.text_id AND r.stage = 'passed'
    WHERE ${ofMeeting} AND r.checked_at >= ${from} GROUP BY m.id, m.code`;
}

function newsOf(actor: Actor, planId: number, row: Row, { units }: PlanFramework): News[] {
  const on = row.day ?? (row.moment && dayInRegion(row.moment));
  if (on === null) return [];
  const { kind, id, number, answer, code, year, title, count } = row;
  const unit = row.unitId === null ? undefined : units.get(row.unitId);
  const speaksAt = (forumUnitId: number | null) => {
    const at = forumUnitId === null ? undefined : units.get(forumUnitId);
    const forumUnit = at ? { id: forumUnitId!, level: at.level } : null;
    return recommendationParty(actor, { planId, forumUnit, organisationId: actor.organisation.id }) === "author";
  };
  const speaksOfUnit = unit !== undefined && can(actor, "observe", about(planId, row.unitId!, unit));
  switch (kind) {
    case "replied":
      return speaksOfUnit && id !== null && number !== null && unit ? [{ kind, on, id, number, unit }] : [];
    case "observationActionsDone":
    case "observationActionsStopped":
      return speaksOfUnit && id !== null && number !== null && unit && count !== null
        ? [{ kind, on, id, number, unit, count }]
        : [];
    case "recommendationAnswered":
      return id !== null && number !== null && unit && answer !== null && speaksAt(row.forumUnitId)
        ? [{ kind, on, id, number, unit, answer }]
        : [];
    case "actionsDone":
    case "actionsStopped":
      return id !== null && number !== null && unit && count !== null && speaksAt(row.forumUnitId)
        ? [{ kind, on, id, number, unit, count }]
        : [];
    case "pointsAnswered":
    case "pointActionsDone":
    case "pointActionsStopped":
      return code !== null && year !== null && unit && count !== null && can(actor, "takePartInPlatform", { planId })
        ? [{ kind, on, report: { unit: code, year, code: platformReportCode(code, year) }, unit, count }]
        : [];
    case "released":
    case "papersOut":
      return code !== null && title !== null ? [{ kind, on, code, title }] : [];
    case "agreed":
      return code !== null && title !== null && count !== null ? [{ kind, on, code, title, count }] : [];
  }
}

const about = (planId: number, id: number, { level }: Pick<UnitRef, "level">) => ({ planId, unit: { id, level } });
