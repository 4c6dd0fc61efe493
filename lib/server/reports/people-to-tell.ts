import "server-only";
import type { Actor, ReportSubject, RoleGrant } from "@/lib/domain/permissions";
import { mayBeTold } from "@/lib/domain/reports/mention";
import { demoMode } from "@/lib/server/auth/demo-mode";
import type { Transaction } from "@/lib/server/db/client";
import type { PersonToTell } from "@/lib/views/report-view";

interface Row extends PersonToTell {
  roles: RoleGrant[];
  isAssigned: boolean;
}

/** Whom the author may tell of a comment on an indicator of a report, by their names. Whoever can't sign in is left out. */
export async function peopleToTell(
  client: Pick<Transaction, "$queryRaw">,
  author: Pick<Actor, "id">,
  subject: ReportSubject & { indicatorId: number },
): Promise<PersonToTell[]> {
  const { planId, unit, periodId, indicatorId } = subject;
  const rows = await client.$queryRaw<Row[]>`
    SELECT u.id, u.name, o.name AS organisation,
      (SELECT jsonb_agg(jsonb_build_object('role', r.role,
          'plan', CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'code', p.code) END,
          'unit', CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('id', n.id, 'code', n.code, 'level', n.level) END))
        FROM user_role r LEFT JOIN plan p ON p.id = r.plan_id LEFT JOIN reporting_unit n ON n.id = r.unit_id
        WHERE r.user_id = u.id) AS roles,
      EXISTS (SELECT FROM indicator_assignment a
        WHERE (a.user_id = u.id OR a.organisation_id = u.organisation_id)
          AND a.unit_id = ${unit.id} AND a.period_id = ${periodId} AND a.indicator_id = ${indicatorId}) AS "isAssigned"
    FROM "user" u JOIN organisation o ON o.id = u.organisation_id
    WHERE u.disabled_at IS NULL AND (${demoMode()} OR NOT u.is_demo) AND EXISTS (SELECT FROM user_role r
      WHERE r.user_id = u.id AND (r.plan_id IS NULL OR r.plan_id = ${planId}) AND (r.unit_id IS NULL OR r.unit_id = ${unit.id}))
    ORDER BY u.name, u.id`;
  const assigned = [{ unitId: unit.id, periodId, indicatorIds: [indicatorId] }];
  return rows
    .filter(({ id, roles, isAssigned }) =>
      mayBeTold({ id, roles, assignments: isAssigned ? assigned : [] }, author, subject),
    )
    .map(({ id, name, organisation }) => ({ id, name, organisation }));
}
