import "server-only";
import type { WorkReport } from "@/lib/schemas/work-view";
import type { Transaction } from "@/lib/server/db/client";
import type { CountedIndicator } from "./answered-counts";

export interface Assignee {
  unitId: number;
  indicatorId: number;
  user: { id: number; name: string; organisation: { name: string } };
}

/** Who enters which indicator for these units; whoever can't sign in any more is left out. */
export function assigneesOf(
  client: Pick<Transaction, "indicatorAssignment">,
  unitIds: readonly number[],
): Promise<Assignee[]> {
  return client.indicatorAssignment.findMany({
    where: { unitId: { in: [...unitIds] }, user: { disabledAt: null } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    select: {
      unitId: true,
      indicatorId: true,
      user: { select: { id: true, name: true, organisation: { select: { name: true } } } },
    },
  });
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
