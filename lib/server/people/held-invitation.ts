import "server-only";
import { mayGrant } from "@/lib/domain/people";
import type { Actor, RoleGrant } from "@/lib/domain/permissions";
import type { Transaction } from "@/lib/server/db/client";
import { organisationNames } from "./organisation-name";

const select = {
  id: true,
  email: true,
  name: true,
  locale: true,
  role: true,
  organisationId: true,
  invitedById: true,
  createdAt: true,
  expiresAt: true,
  usedAt: true,
  revokedAt: true,
  nonce: true,
  organisation: { select: organisationNames },
  plan: { select: { id: true, code: true } },
  unit: { select: { id: true, code: true, level: true } },
  invitedBy: { select: { name: true } },
} as const;

/** An invitation's row, by its id. */
export const invitationRow = (client: Pick<Transaction, "invitation">, id: number) =>
  client.invitation.findUnique({ where: { id }, select });
/** Several of them, the newest first. */
export const invitationRows = (client: Pick<Transaction, "invitation">, ids: number[]) =>
  client.invitation.findMany({ where: { id: { in: ids } }, orderBy: { id: "desc" }, select });
export type InvitationRow = NonNullable<Awaited<ReturnType<typeof invitationRow>>>;

/** An invitation that nobody else renews, revokes or accepts until the transaction ends; null where there is none. */
export async function holdInvitation(tx: Transaction, id: number): Promise<InvitationRow | null> {
  await tx.$queryRaw`SELECT 1 FROM invitation WHERE id = ${id} FOR UPDATE`;
  return invitationRow(tx, id);
}

/** Whether the actor may renew and revoke an invitation, and see its link: whoever could invite to the same. */
export const mayKeepInvitation = (actor: Actor, grant: RoleGrant): boolean => mayGrant(actor, grant, null);
