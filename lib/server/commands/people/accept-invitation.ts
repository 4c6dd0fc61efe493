import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import { writeAudit } from "@/lib/server/audit/write";
import { beginSession } from "@/lib/server/auth/begin-session";
import { type Device, unknownDevice } from "@/lib/server/auth/device-of";
import { hashPassword } from "@/lib/server/auth/password";
import { refuseWeakPassword } from "@/lib/server/auth/refuse-weak-password";
import type { StartedSession } from "@/lib/server/auth/session";
import { countLink, forgiveLink, uncountedAttempt } from "@/lib/server/auth/sign-in-throttle";
import { openedInvitation, takeInvitation } from "@/lib/server/people/open-invitation";
import { transaction } from "@/lib/server/transaction";

/**
 * Makes the account that somebody was invited to, with a password of theirs, and signs them in. Where there is an account of
 * that address by now, the link works as little as any that doesn't work.
 * @param network where it is asked from
 * @throws Refusal `throttled`, `linkInvalid`, `weakPassword`
 */
export async function acceptInvitation(
  { token, name, password }: { token: string; name: string; password: string },
  network: string,
  now: Date,
  device: Device = unknownDevice,
): Promise<StartedSession> {
  const counted = await countLink(network, now);
  const opened = await openedInvitation(token, now);
  if (!opened) throw new Refusal("linkInvalid");
  await refuseWeakPassword(password, { name, email: opened.email });
  const passwordHash = await hashPassword(password);
  const attempt = await uncountedAttempt({ email: opened.email, address: network }, now);
  return transaction(async (tx) => {
    const { id, email, locale, organisationId, role, plan, unit } = await takeInvitation(tx, token, null, now);
    const [user] = await tx.user.createManyAndReturn({
      data: [{ email, name, passwordHash, organisationId, locale }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!user) throw new Refusal("linkInvalid");
    const grant = { role, planId: plan?.id ?? null, unitId: unit?.id ?? null };
    await tx.userRole.create({ data: { userId: user.id, ...grant } });
    await tx.invitation.update({ where: { id }, data: { usedAt: now, usedById: user.id } });
    await forgiveLink(tx, counted);
    await writeAudit(tx, {
      stream: `user:${user.id}`,
      actorId: user.id,
      action: "invitationAccepted",
      subject: `invitation ${id}`,
      place: { planId: plan?.id, unitId: unit?.id },
      after: { email, name, ...grant, isNew: true },
    });
    return beginSession(tx, { userId: user.id, attempt, address: network, device }, now);
  });
}
