import "server-only";
import type { StoredAssignment } from "@/lib/domain/assignments/assignment-copy";
import type { Actor } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { queueMail } from "@/lib/server/mail/queue-mail";
import type { AssigneePerson } from "./hold-assignments";

/** Tells those who got indicators, themselves or by their organisation, once for all that one change gave them. */
export async function tellAssigned(
  tx: Transaction,
  actor: Actor,
  {
    plan,
    unit,
    period,
  }: { plan: { code: string }; unit: { id: number; code: string }; period: { id: number; code: string } },
  people: readonly Pick<AssigneePerson, "id" | "organisationId" | "bar">[],
  added: readonly (StoredAssignment & { id: number; code: string })[],
  now: Date,
): Promise<void> {
  const able = people.filter(({ id, bar }) => bar === null && id !== actor.id).sort((one, other) => one.id - other.id);
  for (const { id, organisationId } of able) {
    const own = added.filter((row) => row.userId === id || row.organisationId === organisationId);
    if (own.length === 0) continue;
    const indicators = [...new Set(own.map(({ code }) => code))];
    // A row's number is given once, so that what is assigned anew after it was taken away is told again.
    const once = `assignment:${unit.id}:${period.id}:${Math.max(...own.map((row) => row.id))}:${id}`;
    const args = { plan: plan.code, unit: unit.code, period: period.code, indicators };
    await queueMail(tx, { to: { userId: id }, kind: "assignment", args, once }, now);
  }
}
