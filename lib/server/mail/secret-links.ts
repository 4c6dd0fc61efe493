import "server-only";
import { linkState } from "@/lib/domain/invitation";
import type { Transaction } from "@/lib/server/db/client";
import { pathOfInvitation, pathOfPasswordLink } from "@/lib/server/people/invitation-path";

/** A link that lets in whoever has it, and until when it does. */
export interface SecretLink {
  path: (locale: string) => string;
  until: Date;
  /** Of one that sets another password: how many passkeys go on signing in. */
  passkeys?: number;
}

type LinkOf = (client: Transaction, id: number, now: Date) => Promise<SecretLink | null>;

const select = { id: true, nonce: true, expiresAt: true, usedAt: true, revokedAt: true } as const;

/**
 * How a mail finds the link that it hands over, by what it is about; null where the link isn't good any more, and the mail is
 * dropped. It is asked for when the mail leaves, and stands in no row of the queue.
 */
export const secretLinks: Record<"invitation" | "passwordLink", LinkOf> = {
  async invitation(client, id, now) {
    const row = await client.invitation.findUnique({ where: { id }, select });
    if (!row || linkState(row, now) !== "open") return null;
    return { path: (locale) => pathOfInvitation({ ...row, locale }), until: row.expiresAt };
  },
  async passwordLink(client, id, now) {
    const ofUser = { user: { select: { _count: { select: { passkeys: true } } } } } as const;
    const row = await client.passwordLink.findUnique({ where: { id }, select: { ...select, ...ofUser } });
    if (!row || linkState(row, now) !== "open") return null;
    const { passkeys } = row.user._count;
    return { path: (locale) => pathOfPasswordLink({ ...row, locale }), until: row.expiresAt, passkeys };
  },
};
