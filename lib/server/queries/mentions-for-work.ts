import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { isoMoment } from "@/lib/server/db/iso-moment";
import { frameworkOf, type PlanAtVersion } from "@/lib/server/framework/plan-framework";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { WorkMention } from "@/lib/views/work-view";

interface Row {
  unitId: number;
  periodId: number;
  period: string;
  indicatorId: number;
  body: string;
  at: string;
  by: string;
  count: number;
  commentId: number;
}

/** Comments of a plan's reports that the actor was told of, hasn't seen, and may still read; the latest first. */
export async function mentionsForWork(actor: Actor, plan: PlanAtVersion, { locale }: Asked): Promise<WorkMention[]> {
  const rows = await (await db()).$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (r.id, c.indicator_id) r.unit_id AS "unitId", r.period_id AS "periodId", p.code AS period,
        c.indicator_id AS "indicatorId", c.id AS "commentId", c.body, ${isoMoment("c.created_at")} AS at, u.name AS by,
        (count(*) OVER (PARTITION BY r.id, c.indicator_id))::int AS count
      FROM mention m JOIN value_comment c ON c.id = m.comment_id JOIN report r ON r.id = c.report_id
        JOIN reporting_period p ON p.id = r.period_id JOIN "user" u ON u.id = c.author_id
      WHERE m.person_id = ${actor.id} AND m.seen_at IS NULL AND r.plan_id = ${plan.id}
      ORDER BY r.id, c.indicator_id, c.id DESC
    ) told ORDER BY at DESC`;
  if (rows.length === 0) return [];
  const { units, indicators } = await frameworkOf(plan, locale);
  return rows.flatMap(({ unitId, periodId, indicatorId, ...row }) => {
    const unit = units.get(unitId);
    const indicator = indicators.find(({ id }) => id === indicatorId);
    if (!unit || !indicator) return [];
    const subject = { planId: plan.id, unit: { id: unitId, level: unit.level }, periodId, indicatorId };
    const { code, title } = indicator.versions[0]!.view;
    return can(actor, "viewIndicator", subject) ? [{ ...row, unit, indicator: { code, title } }] : [];
  });
}
