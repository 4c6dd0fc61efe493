import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { confirmedBy } from "@/lib/server/reports/report-values";
import type { HandBackView } from "@/lib/views/assignment-view";

interface StoredHandBack extends HandBackView {
  unitId: number;
  periodId: number;
}

interface Row {
  id: number;
  unitId: number;
  periodId: number;
  userId: number;
  name: string;
  at: Date;
  left: number;
  comment: string;
  changedSince: boolean;
  askedAgainAt: Date | null;
  askedAgainBy: string | null;
  askedReason: string;
}

/**
 * The last hand-back of each person and report of these units, unless they took it back, by the person's name.
 * @param periodId of this period alone
 */
export async function handBacksOf(
  client: Pick<Transaction, "$queryRaw">,
  unitIds: readonly number[],
  periodId: number | null = null,
): Promise<StoredHandBack[]> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT h.id, h.unit_id AS "unitId", h.period_id AS "periodId", h.user_id AS "userId", u.name, h.handed_back_at AS at,
      h.left, h.comment, h.asked_again_at AS "askedAgainAt", b.name AS "askedAgainBy", h.asked_reason AS "askedReason",
      EXISTS (SELECT FROM report r JOIN value_revision v ON v.period_id = r.period_id AND v.report_id = r.id
        LEFT JOIN ${confirmedBy}
        WHERE p.revision IS NULL AND r.unit_id = h.unit_id AND r.period_id = h.period_id AND v.created_by_id = h.user_id
          AND v.sequence > h.values_up_to) AS "changedSince"
    FROM (
      SELECT DISTINCT ON (unit_id, period_id, user_id) * FROM hand_back
      WHERE unit_id = ANY(${[...unitIds]}::int[]) AND (${periodId}::int IS NULL OR period_id = ${periodId}::int)
      ORDER BY unit_id, period_id, user_id, id DESC
    ) h JOIN "user" u ON u.id = h.user_id LEFT JOIN "user" b ON b.id = h.asked_again_by_id
    WHERE h.taken_back_at IS NULL
    ORDER BY u.name, u.id`;
  return rows.map(({ userId, name, at, askedAgainAt, askedAgainBy, askedReason, ...row }) => ({
    ...row,
    person: { id: userId, name },
    at: at.toISOString(),
    askedAgain: askedAgainAt && { at: askedAgainAt.toISOString(), by: askedAgainBy ?? "", reason: askedReason },
  }));
}
