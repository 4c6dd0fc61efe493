import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { isoMoment } from "@/lib/server/db/iso-moment";
import { frameworkOf, type PlanAtVersion } from "@/lib/server/framework/plan-framework";
import { isOpenQuery, isUnderReview } from "@/lib/server/reports/review-answers";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { WorkMention } from "@/lib/views/work-view";

interface Row extends Pick<WorkMention, "kind" | "period" | "body" | "at" | "by" | "count" | "last"> {
  unitId: number;
  periodId: number;
  indicatorId: number;
  submittedById: number | null;
}

/**
 * What the actor was told of on indicators of a plan's reports, hasn't seen, and may still read; the latest first. A query
 * that is settled, or over, waits for nobody; nor does one that somebody was named in as a reviewer once the report is decided about.
 */
export async function mentionsForWork(actor: Actor, plan: PlanAtVersion, { locale }: Asked): Promise<WorkMention[]> {
  const rows = await (await db()).$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (m.report_id, m.indicator_id, m.kind) m.kind, r.unit_id AS "unitId", r.period_id AS "periodId",
        r.submitted_by_id AS "submittedById", p.code AS period, m.indicator_id AS "indicatorId", m.id AS last, COALESCE(c.body, a.query, '') AS body,
        ${isoMoment("m.told_at")} AS at, u.name AS by,
        (count(*) OVER (PARTITION BY m.report_id, m.indicator_id, m.kind))::int AS count
      FROM mention m JOIN report r ON r.id = m.report_id JOIN reporting_period p ON p.id = r.period_id
        JOIN "user" u ON u.id = m.by_id LEFT JOIN value_comment c ON c.id = m.comment_id
        LEFT JOIN review_answer a
          ON (a.report_id, a.submission, a.indicator_id) = (m.report_id, m.submission, m.indicator_id)
      WHERE m.person_id = ${actor.id} AND m.seen_at IS NULL AND r.plan_id = ${plan.id}
        AND (m.kind <> 'query' OR (m.told_at IS NOT NULL AND ${isOpenQuery}))
        AND (m.kind <> 'review' OR ${isUnderReview})
      ORDER BY m.report_id, m.indicator_id, m.kind, m.id DESC
    ) told ORDER BY at DESC`;
  if (rows.length === 0) return [];
  const { units, indicators } = await frameworkOf(plan, locale);
  return rows.flatMap(({ unitId, periodId, indicatorId, submittedById, ...row }) => {
    const unit = units.get(unitId);
    const indicator = indicators.find(({ id }) => id === indicatorId);
    if (!unit || !indicator) return [];
    const subject = { planId: plan.id, unit: { id: unitId, level: unit.level }, periodId, indicatorId };
    const { code, title } = indicator.versions[0]!.view;
    const isReadable =
      row.kind === "review"
        ? can(actor, "reviewReport", { ...subject, submittedById })
        : can(actor, "viewIndicator", subject);
    // Whoever enters it again, as if nobody had taken it over, has nothing to be told, nor has who left the report.
    const isTaken = can(actor, "viewReport", subject) && !can(actor, "enterValue", subject);
    const waits = row.kind === "takenOver" ? isTaken : isReadable;
    return waits ? [{ ...row, unit, indicator: { code, title }, isReadable }] : [];
  });
}
