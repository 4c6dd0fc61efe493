import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { WorkReport } from "@/lib/views/work-view";
import type { CountedIndicator } from "./answered-counts";

interface Assignee {
  unitId: number;
  indicatorId: number;
  user: { id: number; name: string; organisation: { name: string } };
}

/** Who enters which indicator for these units; whoever can't sign in any more is left out. */
export async function assigneesOf(
  client: Pick<Transaction, "$queryRaw">,
  unitIds: readonly number[],
): Promise<Assignee[]> {
  return client.$queryRaw<Assignee[]>`
    SELECT a.unit_id AS "unitId", a.indicator_id AS "indicatorId",
      jsonb_build_object('id', u.id, 'name', u.name, 'organisation', jsonb_build_object('name', o.name)) AS "user"
    FROM indicator_assignment a JOIN "user" u ON u.id = a.user_id JOIN organisation o ON o.id = u.organisation_id
    WHERE a.unit_id = ANY(${[...unitIds]}) AND u.disabled_at IS NULL
    ORDER BY u.name, u.id`;
}

/** How far each contributor of a unit is in a report. */
export function workOfContributors(
  assignees: readonly Assignee[],
  unitId: number,
  indicators: readonly CountedIndicator[],
  answered: ReadonlySet<number> | undefined,
): WorkReport["contributors"] {
  const versionOf = new Map(indicators.map(({ id, versionId }) => [id, versionId]));
  const work = new Map<number, WorkReport["contributors"][number]>();
  for (const { user, indicatorId, ...assignment } of assignees) {
    const versionId = versionOf.get(indicatorId);
    if (assignment.unitId !== unitId || versionId === undefined) continue;
    const own = work.get(user.id) ?? { name: user.name, organisation: user.organisation.name, total: 0, left: 0 };
    own.total += 1;
    own.left += answered?.has(versionId) ? 0 : 1;
    work.set(user.id, own);
  }
  return [...work.values()];
}
