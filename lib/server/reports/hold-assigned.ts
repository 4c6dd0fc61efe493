import "server-only";
import { type Actor, onlyAsAssigned, type ReportSubject } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";

/** Rows `a` of assignments to that person, or to their organisation, in a unit's report for a period. */
export const assignedTo = (
  { id }: Pick<Actor, "id">,
  { unit, periodId }: Pick<ReportSubject, "periodId"> & { unit: { id: number } },
): Prisma.Sql => Prisma.sql`
  indicator_assignment a JOIN "user" assignee ON assignee.id = ${id}::int
    AND (a.user_id = assignee.id OR a.organisation_id = assignee.organisation_id)
  WHERE a.unit_id = ${unit.id}::int AND a.period_id = ${periodId}::int`;

/**
 * Holds what makes the actor able until the transaction ends: whoever takes the assignment away waits for it, or was faster
 * and it is refused. Whoever is able without one needs none.
 * @throws Refusal `notAssigned`
 */
export async function holdAssigned(
  tx: Pick<Transaction, "$queryRaw">,
  actor: Actor,
  ability: "enterValue" | "addComment" | "addEvidence",
  subject: ReportSubject,
  indicatorIds: readonly number[],
): Promise<void> {
  const wanted = new Set(
    indicatorIds.filter((indicatorId) => onlyAsAssigned(actor, ability, { ...subject, indicatorId })),
  );
  if (wanted.size === 0) return;
  const rows = await tx.$queryRaw<{ indicatorId: number }[]>`
    SELECT a.indicator_id AS "indicatorId" FROM ${assignedTo(actor, subject)} AND a.indicator_id = ANY(${[...wanted]}::int[])
    ORDER BY a.id FOR KEY SHARE OF a`;
  const held = new Set(rows.map(({ indicatorId }) => indicatorId));
  if ([...wanted].some((id) => !held.has(id))) throw new Refusal("notAssigned");
}
