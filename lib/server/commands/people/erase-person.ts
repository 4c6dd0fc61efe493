import "server-only";
import { randomUUID } from "node:crypto";
import { formerEmail, formerName } from "@/lib/domain/former-person";
import { mayErasePerson } from "@/lib/domain/people";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { erasePerson as eraseFromAudit } from "@/lib/server/audit/erase-person";
import { writeAudit } from "@/lib/server/audit/write";
import { hashPassword } from "@/lib/server/auth/password";
import { forgetThrottled } from "@/lib/server/auth/sign-in-throttle";
import type { Transaction } from "@/lib/server/db/client";
import type { HeldPerson } from "@/lib/server/people/held-people";
import { holdToKeep } from "@/lib/server/people/keep-person";
import { organisationOfNobody } from "@/lib/server/people/organisation-of-nobody";
import { transaction } from "@/lib/server/transaction";

/**
 * Erases somebody's personal data for good: name, address, organisation, roles, assignments, sessions, links, identities, second step,
 * passkeys, choices, mails, what they were told of, their own notes, and invitations to their address, and what the audit says of them. What they reported, wrote and decided
 * stays, under a pseudonym. They were disabled before, so that nothing of theirs is under way, and so that it isn't the last
 * administrator.
 * @throws Refusal `notFound`, `notAllowed`, `signedOut`; `personNotDisabled`; `personErased` where it was done before; `auditAltered`
 */
export async function erasePerson(actor: Actor, id: number, now: Date): Promise<void> {
  // Of a password that nobody knows.
  const passwordHash = await hashPassword(randomUUID());
  await transaction(async (tx) => {
    const { acting, person } = await holdToKeep(tx, actor, id);
    if (!mayErasePerson(acting, person)) throw new Refusal("notAllowed");
    if (person.disabledAt === null) throw new Refusal("personNotDisabled");
    // It is everybody's, and names nobody.
    if (person.isDemo) throw new Refusal("notAllowed");
    const known = await knownAs(tx, person);
    await eraseRows(tx, person, known.emails, { passwordHash, erasedAt: now });
    const throttled = await forgetThrottled(tx, known.emails);
    const payloads = await eraseFromAudit(tx, { ...known, throttled }, actor.id);
    await writeAudit(tx, {
      stream: `user:${id}`,
      actorId: actor.id,
      action: "personErased",
      subject: `user ${id}`,
      after: { payloads },
    });
  });
}

/** All that they were ever called here. */
async function knownAs(tx: Transaction, { id, name, email }: HeldPerson) {
  const rows = await tx.$queryRaw<{ name: string | null; email: string | null }[]>`
    SELECT s.said ->> 'name' AS name, s.said ->> 'email' AS email
    FROM audit_payload p CROSS JOIN LATERAL (VALUES (p.before), (p.after)) s(said)
    WHERE p.stream = ${`user:${id}`} AND jsonb_typeof(s.said) = 'object'
    UNION SELECT i.name, i.email FROM invitation i WHERE i.used_by_id = ${id}`;
  const all = (words: (string | null)[]) =>
    [...new Set(words.filter((word) => word !== null && word !== ""))] as string[];
  return {
    id,
    names: all([name, ...rows.map((row) => row.name)]),
    emails: all([email, ...rows.map((row) => row.email)]),
  };
}

/** What stands in rows of theirs goes; rows that others refer to keep their place, and lose their words. */
async function eraseRows(
  tx: Transaction,
  { id, roles: grants }: HeldPerson,
  emails: string[],
  fresh: { passwordHash: string; erasedAt: Date },
): Promise<void> {
  const own = { userId: id };
  await tx.userRole.deleteMany({ where: own });
  await tx.indicatorAssignment.deleteMany({ where: own });
  await tx.session.deleteMany({ where: own });
  await tx.pendingSignIn.deleteMany({ where: own });
  await tx.identity.deleteMany({ where: own });
  await tx.twoStep.deleteMany({ where: own });
  await tx.passkey.deleteMany({ where: own });
  await tx.passkeyChallenge.deleteMany({ where: own });
  await tx.passwordLink.deleteMany({ where: own });
  await tx.unwantedMail.deleteMany({ where: own });
  await tx.reviewNote.deleteMany({ where: { authorId: id } });
  await tx.presence.deleteMany({ where: { personId: id } });
  await tx.mention.deleteMany({ where: { personId: id } });
  await tx.mail.deleteMany({ where: { OR: [own, { email: { in: emails } }] } });
  await tx.invitation.deleteMany({ where: { email: { in: emails }, usedById: null } });
  const as = {
    name: formerName({ role: grants[0]?.role ?? null, id }),
    email: formerEmail(id),
    organisationId: await organisationOfNobody(tx),
  };
  await tx.invitation.updateMany({ where: { usedById: id }, data: { ...as, locale: "en" } });
  await tx.user.update({ where: { id }, data: { ...as, locale: "en", mailBouncedAt: null, ...fresh } });
}
