import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { WorkReport } from "@/lib/views/work-view";
import type { CountedIndicator } from "./answered-counts";

export interface Assignee {
  unitId: number;
  periodId: number;
  indicatorIds: number[];
  user: { id: number; name: string; organisation: { name: string } };
}

/**
 * Who enters which indicators for these units, by period: contributors to whom they are assigned, or to whose organisation.
 * Whoever can't sign in any more is left out.
 */
export async function assigneesOf(
  client: Pick<Transaction, "$queryRaw">,
  unitIds: readonly number[],
): Promise<Assignee[]> {
  return client.$queryRaw<Assignee[]>`
    SELECT a.unit_id AS "unitId", a.period_id AS "periodId", jsonb_agg(DISTINCT a.indicator_id) AS "indicatorIds",
      jsonb_build_object('id', u.id, 'name', u.name, 'organisation', jsonb_build_object('name', o.name)) AS "user"
    FROM indicator_assignment a
      JOIN user_role r ON r.unit_id = a.unit_id AND r.role = 'contributor'
      JOIN "user" u ON u.id = r.user_id AND (u.id = a.user_id OR u.organisation_id = a.organisation_id)
      JOIN organisation o ON o.id = u.organisation_id
    WHERE a.unit_id = ANY(${[...unitIds]}) AND u.disabled_at IS NULL
    GROUP BY a.unit_id, a.period_id, u.id, o.id
    ORDER BY u.name, u.id`;
}

/** How far each contributor of a unit is in a report. */
export function workOfContributors(
  assignees: readonly Assignee[],
  { unitId, periodId }: { unitId: number; periodId: number },
  indicators: readonly CountedIndicator[],
  answered: ReadonlySet<number> | undefined,
): Omit<WorkReport["contributors"][number], "handBack">[] {
  const versionOf = new Map(indicators.map(({ id, versionId }) => [id, versionId]));
  return assignees.flatMap(({ user, indicatorIds, ...place }) => {
    if (place.unitId !== unitId || place.periodId !== periodId) return [];
    // An indicator that the period doesn't ask for is nobody's to enter.
    const own = indicatorIds.flatMap((id) => versionOf.get(id) ?? []);
    if (own.length === 0) return [];
    const left = own.filter((versionId) => !answered?.has(versionId)).length;
    return [{ id: user.id, name: user.name, organisation: user.organisation.name, total: own.length, left }];
  });
}
