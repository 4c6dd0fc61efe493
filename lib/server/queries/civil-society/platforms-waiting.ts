import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import type { PlatformsWaitingView } from "@/lib/views/commitments/platform-view";
import { planOfPlatforms } from "./platforms-for-work";

interface Row {
  unit: string;
  /** Null of a platform without a draft. */
  year: number | null;
  hasAgreed: boolean;
}

/** What of civil society platforms waits for somebody; null for whoever has nothing to do with them. */
export async function platformsWaiting(actor: Actor, planCode: string): Promise<PlatformsWaitingView | null> {
  const plan = await planOfPlatforms(actor, planCode);
  if (!plan) return null;
  if (!can(actor, "writePlatformReport", { planId: plan.id })) return { toAgree: [], own: [] };
  const rows = await (await db()).$queryRaw<Row[]>`
    SELECT u.code AS unit, r.year, EXISTS (SELECT FROM platform_agreement a WHERE a.report_id = r.id
      AND a.organisation_id = m.organisation_id) AS "hasAgreed"
    FROM platform_member m JOIN reporting_unit u ON u.id = m.unit_id
      LEFT JOIN platform_report r ON r.unit_id = u.id AND r.state = 'draft'
    WHERE m.plan_id = ${plan.id} AND m.organisation_id = ${actor.organisation.id} AND m.until IS NULL
    ORDER BY u.position, r.year`;
  return {
    own: [...new Set(rows.map(({ unit }) => unit))],
    toAgree: rows.flatMap(({ unit, year, hasAgreed }) => (year === null || hasAgreed ? [] : [{ unit, year }])),
  };
}
