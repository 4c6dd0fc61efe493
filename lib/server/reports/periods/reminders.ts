import "server-only";
import type { ReminderAudience } from "@/lib/domain/reports/reminder";
import type { Transaction } from "@/lib/server/db/client";

/** Focal points who can sign in, by the id of their unit. */
export async function focalPointsOf(
  client: Pick<Transaction, "$queryRaw">,
  planId: number,
): Promise<Map<number, number[]>> {
  const rows = await client.$queryRaw<{ unitId: number; userIds: number[] }[]>`
    SELECT g.unit_id AS "unitId", array_agg(DISTINCT u.id ORDER BY u.id) AS "userIds"
    FROM user_role g JOIN "user" u ON u.id = g.user_id
    WHERE g.plan_id = ${planId} AND g.role = 'focalPoint' AND u.disabled_at IS NULL
    GROUP BY g.unit_id`;
  return new Map(rows.map(({ unitId, userIds }) => [unitId, userIds]));
}

interface LastReminder {
  unitId: number;
  periodId: number;
  audience: ReminderAudience;
  at: Date;
}

/** When whoever reports was last reminded of each report. */
export const lastReminders = (
  client: Pick<Transaction, "$queryRaw">,
  planId: number,
  unitIds: readonly number[],
): Promise<LastReminder[]> =>
  client.$queryRaw<LastReminder[]>`
    SELECT unit_id AS "unitId", period_id AS "periodId", audience, max(asked_at) AS at
    FROM reminder WHERE plan_id = ${planId} AND unit_id = ANY(${[...unitIds]}::int[])
    GROUP BY unit_id, period_id, audience`;
