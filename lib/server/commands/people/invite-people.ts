import "server-only";
import { INVITATION_DAYS, invitationProblems } from "@/lib/domain/invitation";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { InvitedLine } from "@/lib/exchange/invited-lines";
import { defaultLocale, isLocale } from "@/lib/i18n/routing";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { queueMail } from "@/lib/server/mail/queue-mail";
import type { InviteDefaults } from "@/lib/server/people/directory";
import { holdActorAnd } from "@/lib/server/people/held-people";
import { type JudgedLine, judgeInvitations, mustBeFew } from "@/lib/server/people/judge-invitations";
import { mustManagePeople } from "@/lib/server/people/keep-person";
import { newNonce } from "@/lib/server/people/links";
import { transaction } from "@/lib/server/transaction";

const DAY_MS = 24 * 60 * 60_000;
export const invitationEnd = (now: Date) => new Date(now.getTime() + INVITATION_DAYS * DAY_MS);

/**
 * Invites people to a role each, all of them or nobody. No account is made yet, and whether there is one of an address that
 * the actor doesn't see makes no difference.
 * @param isList they come from a list, in which what is wrong is found by its line
 * @returns the ids of the invitations
 * @throws Refusal `notAllowed`, `signedOut`; InvalidFields that say what is wrong
 */
export async function invitePeople(
  actor: Actor,
  { lines, defaults, isList }: { lines: readonly InvitedLine[]; defaults: InviteDefaults; isList: boolean },
  now: Date,
): Promise<number[]> {
  mustManagePeople(actor);
  if (lines.length === 0) throw new InvalidFields([{ field: "list", key: "listMissing" }]);
  mustBeFew(lines);
  return unlessInvited(isList, () =>
    transaction(async (tx) => {
      const { acting } = await holdActorAnd(tx, actor, actor.id);
      const judged = await judgeInvitations(tx, acting, lines, defaults);
      refuseWrong(judged, isList);
      const rows = judged.flatMap(({ toInvite }) => toInvite ?? []);
      const made = await tx.invitation.createManyAndReturn({
        data: rows.map(({ email, name, organisation, locale, role, plan, unit }) => ({
          email,
          name,
          locale,
          role,
          organisationId: organisation.id,
          planId: plan?.id ?? null,
          unitId: unit?.id ?? null,
          invitedById: actor.id,
          createdAt: now,
          expiresAt: invitationEnd(now),
          nonce: newNonce(),
        })),
        select: { id: true, email: true, name: true, role: true, planId: true, unitId: true, locale: true },
      });
      const ids = made.map(({ id }) => id);
      for (const { id, email, locale } of made) await mailInvitation(tx, { id, email, locale }, now);
      // The language that they are written to in is the invitation's own.
      const invited = made.map(({ locale: _, ...invitation }) => invitation);
      await writeAudit(tx, {
        stream: `user:${actor.id}`,
        actorId: actor.id,
        action: "peopleInvited",
        subject: `invitations ${ids.join(" ")}`,
        after: { invited },
      });
      return ids;
    }),
  );
}

/** Hands the present link of an invitation over by mail. */
export const mailInvitation = (
  tx: Transaction,
  { id, email, locale }: { id: number; email: string; locale: string },
  now: Date,
) =>
  queueMail(
    tx,
    {
      to: { email, locale: isLocale(locale) ? locale : defaultLocale },
      kind: "invitation",
      args: { invitation: id },
      once: `invitation:${id}:${now.getTime()}`,
    },
    now,
  );

function refuseWrong(judged: readonly JudgedLine[], isList: boolean): void {
  const wrong = judged.filter(({ problem }) => problem !== null);
  const [first] = wrong;
  if (!first?.problem) return;
  if (!isList && first.problem === "grantNotAllowed") throw new Refusal("notAllowed");
  throw new InvalidFields([
    isList
      ? { field: "list", key: "linesWrong", args: { lines: wrong.length, first: first.number } }
      : { field: invitationProblems[first.problem], key: first.problem },
  ]);
}

/** Two at once may both have found that nobody is invited yet. */
async function unlessInvited<T>(isList: boolean, invite: () => Promise<T>): Promise<T> {
  try {
    return await invite();
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")) throw error;
    throw new InvalidFields([
      isList
        ? { field: "list", key: "linesWrong", args: { lines: 1, first: 0 } }
        : { field: "email", key: "invitedAlready" },
    ]);
  }
}
