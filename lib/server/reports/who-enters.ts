import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { assigneesOf } from "./contributors";
import type { LocatedReport } from "./locate-report";

/** Those to whom an indicator is assigned, as a form that judges them says it saw them. */
export const seenOf = (people: readonly { id: number }[]): string =>
  people
    .map(({ id }) => id)
    .sort((one, other) => one - other)
    .join(" ");

/** Who enters the indicators of a report: to whom they are assigned, and who changed a value of them last. */
export async function whoEnters(
  client: Pick<Transaction, "$queryRaw">,
  { unit, period, report }: Pick<LocatedReport, "unit" | "period" | "report">,
  actor: Actor | null,
) {
  const assignees = (await assigneesOf(client, [unit.id])).filter(({ periodId }) => periodId === period.id);
  const changes = report
    ? await client.$queryRaw<{ versionId: number; id: number; name: string }[]>`
        SELECT DISTINCT ON (r.indicator_version_id) r.indicator_version_id AS "versionId", u.id, u.name
        FROM value_revision r JOIN "user" u ON u.id = r.created_by_id
        WHERE r.period_id = ${period.id} AND r.report_id = ${report.id}
        ORDER BY r.indicator_version_id, r.sequence DESC`
    : [];
  const changedIn = new Map(changes.map(({ versionId, ...by }) => [versionId, by]));
  return ({ id, versionId }: { id: number; versionId: number }) => {
    const assigned = assignees.filter(({ indicatorIds }) => indicatorIds.includes(id)).map(({ user }) => user);
    const changed = changedIn.get(versionId);
    return {
      who: { assigned: assigned.map(({ name }) => name), seen: seenOf(assigned), changedBy: changed?.name ?? null },
      isMine: actor !== null && [...assigned, ...(changed ? [changed] : [])].some((person) => person.id === actor.id),
    };
  };
}
