import "server-only";
import { isNearlyDue } from "@/lib/domain/commitments/reply-clocks";
import type { UnitRef } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { dayInUnit } from "@/lib/server/db/day";
import { transaction } from "@/lib/server/transaction";
import { pointStands } from "./taken-down-parts";
import { tellUnits } from "./tell-units";

/** A unit that owes answers to points of a report by a day. */
interface Owing {
  id: number;
  planId: number;
  planCode: string;
  year: number;
  unit: UnitRef;
  of: UnitRef;
  dueOn: string;
}

/** Reminds of points whose answers are due soon, once of each report and due date, in the mail of the next morning. */
export async function remindOfPoints(now: Date): Promise<void> {
  // Which of those within a fortnight are near, each unit's own day decides.
  const owing = await (await db()).$queryRaw<Owing[]>`
    SELECT DISTINCT r.id, r.plan_id AS "planId", pl.code AS "planCode", r.year,
      jsonb_build_object('id', u.id, 'code', u.code, 'level', u.level) AS unit,
      jsonb_build_object('id', o.id, 'code', o.code, 'level', o.level) AS of, a.due_on::text AS "dueOn"
    FROM unit_response a JOIN platform_point p ON p.text_id = a.text_id JOIN platform_report r ON r.id = p.report_id
      JOIN plan pl ON pl.id = r.plan_id JOIN reporting_unit u ON u.id = r.unit_id JOIN reporting_unit o ON o.id = a.unit_id
    WHERE a.state = 'awaited' AND ${pointStands} AND a.due_on BETWEEN ${now}::date - 14 AND ${now}::date + 14 ORDER BY r.id`;
  for (const { of, dueOn, ...report } of owing) {
    if (!isNearlyDue(dueOn, dayInUnit(of.code, now))) continue;
    await transaction((tx) => tellUnits(tx, report, [of], `due ${dueOn}`, now));
  }
}
