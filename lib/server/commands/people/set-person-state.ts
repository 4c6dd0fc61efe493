import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { endSessions } from "@/lib/server/auth/end-sessions";
import { revokePasswordLinks } from "@/lib/server/auth/revoke-password-links";
import { holdToKeep } from "@/lib/server/people/keep-person";
import { refuseLastAdministrator } from "@/lib/server/people/last-administrator";
import { transaction } from "@/lib/server/transaction";

/**
 * Disables somebody at once, or lets them in again. Their sessions and links end with it. A change that they are making right
 * now is stored before, or not at all (`audit/write.ts`).
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile` where they are so already, `lastAdministrator`, `signedOut`
 */
export async function setPersonState(
  actor: Actor,
  { id, to }: { id: number; to: "active" | "disabled" },
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const { person } = await holdToKeep(tx, actor, id);
    if ((person.disabledAt !== null) === (to === "disabled")) throw new Refusal("changedMeanwhile");
    const administers = person.roles.some(({ role, plan }) => role === "administrator" && plan === null);
    if (to === "disabled" && administers) await refuseLastAdministrator(tx, id);
    await tx.user.update({ where: { id }, data: { disabledAt: to === "disabled" ? now : null } });
    const sessionsEnded = await endSessions(tx, { userId: id }, now);
    await revokePasswordLinks(tx, id, now);
    await writeAudit(tx, {
      stream: `user:${id}`,
      actorId: actor.id,
      action: to === "disabled" ? "personDisabled" : "personEnabled",
      subject: `user ${id}`,
      after: { sessionsEnded },
    });
  });
}
