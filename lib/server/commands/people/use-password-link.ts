import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { endSessions } from "@/lib/server/auth/end-sessions";
import { hashPassword } from "@/lib/server/auth/password";
import { refuseWeakPassword } from "@/lib/server/auth/refuse-weak-password";
import { revokePasswordLinks } from "@/lib/server/auth/revoke-password-links";
import { countLink, forgiveLink, forgiveTries } from "@/lib/server/auth/sign-in-throttle";
import { holdPeople } from "@/lib/server/people/held-people";
import { openedPasswordLink } from "@/lib/server/people/open-password-link";
import { transaction } from "@/lib/server/transaction";

/**
 * Sets the password of whoever the link was made for, once, and ends all their sessions and
 * other links. It signs nobody in: whoever has a
 * second factor is asked for it as ever. Whoever made the link is judged as they are now.
 * @param network where it is asked from
 * @throws Refusal `throttled`, `linkInvalid`, `weakPassword`
 */
export async function usePasswordLink(
  { token, password }: { token: string; password: string },
  network: string,
  now: Date,
): Promise<void> {
  const counted = await countLink(network, now);
  const opened = await openedPasswordLink(token, now);
  if (!opened) throw new Refusal("linkInvalid");
  await refuseWeakPassword(password, opened.user);
  const passwordHash = await hashPassword(password);
  await transaction(async (tx) => {
    const people = await holdPeople(tx, [opened.madeById, opened.userId]);
    const person = people.find(({ id }) => id === opened.userId);
    const link = await openedPasswordLink(token, now, tx);
    if (!person || !link) throw new Refusal("linkInvalid");
    await tx.passwordLink.update({ where: { id: link.id }, data: { usedAt: now } });
    await tx.user.update({ where: { id: person.id }, data: { passwordHash } });
    await revokePasswordLinks(tx, person.id, now);
    const sessionsEnded = await endSessions(tx, { userId: person.id }, now);
    await forgiveTries(tx, { email: person.email, address: network });
    await forgiveLink(tx, counted);
    await writeAudit(tx, {
      stream: `user:${person.id}`,
      actorId: person.id,
      action: "passwordSetByLink",
      subject: `user ${person.id}`,
      after: { passwordLink: link.id, sessionsEnded, address: network },
    });
  });
}
