import "server-only";
import type { StoredAssignment } from "@/lib/domain/assignments/assignment-copy";
import type { Actor } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { queueMail } from "@/lib/server/mail/queue-mail";
import type { AssigneePerson } from "./hold-assignments";
import { type LostPart, tellTakenOver } from "./note-taken-over";

/**
 * Tells those who got indicators, themselves or by their organisation, once for all that one change gave them, and those who
 * lost some by it. That one was taken over from them before is settled, and isn't told again once they lose it.
 */
export async function tellAssigned(
  tx: Transaction,
  actor: Actor,
  {
    plan,
    unit,
    period,
  }: { plan: { code: string }; unit: { id: number; code: string }; period: { id: number; code: string } },
  people: readonly Pick<AssigneePerson, "id" | "organisationId" | "bar">[],
  { added, lost = [] }: { added: readonly (StoredAssignment & { id: number; code: string })[]; lost?: LostPart[] },
  now: Date,
): Promise<void> {
  const able = people.filter(({ id, bar }) => bar === null && id !== actor.id).sort((one, other) => one.id - other.id);
  await settleTakenOver(tx, { unitId: unit.id, periodId: period.id }, added, now);
  // Person by person, for each mail stays locked until the transaction ends.
  for (const { id, organisationId } of able) {
    const part = lost.find(({ userId }) => userId === id);
    if (part) await tellTakenOver(tx, { plan, unit, period }, part, true, now);
    const own = added.filter((row) => row.userId === id || row.organisationId === organisationId);
    if (own.length === 0) continue;
    const indicators = [...new Set(own.map(({ code }) => code))];
    // A row's number is given once, so that what is assigned anew after it was taken away is told again.
    const once = `assignment:${unit.id}:${period.id}:${Math.max(...own.map((row) => row.id))}:${id}`;
    const args = { plan: plan.code, unit: unit.code, period: period.code, indicators };
    await queueMail(tx, { to: { userId: id }, kind: "assignment", args, once }, now);
  }
}

async function settleTakenOver(
  tx: Transaction,
  { unitId, periodId }: { unitId: number; periodId: number },
  added: readonly { id: number }[],
  now: Date,
): Promise<void> {
  const settled = await tx.$queryRaw<{ id: number }[]>`
    SELECT m.id FROM mention m JOIN report r ON r.id = m.report_id JOIN "user" u ON u.id = m.person_id
    WHERE m.kind = 'takenOver' AND m.seen_at IS NULL AND r.unit_id = ${unitId} AND r.period_id = ${periodId}
      AND EXISTS (SELECT FROM indicator_assignment a
        WHERE a.id = ANY(${added.map(({ id }) => id)}::int[]) AND a.indicator_id = m.indicator_id
          AND (a.user_id = u.id OR a.organisation_id = u.organisation_id))`;
  if (settled.length === 0) return;
  const ids = settled.map(({ id }) => id);
  await tx.mention.updateMany({ where: { id: { in: ids }, seenAt: null }, data: { seenAt: now } });
}
