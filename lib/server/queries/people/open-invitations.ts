import "server-only";
import { linkState } from "@/lib/domain/invitation";
import { mayGrant } from "@/lib/domain/people";
import type { Actor } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { siteAddress } from "@/lib/server/http/site-address";
import { mailSettings } from "@/lib/server/mail/mail-settings";
import { type NamedPlan, plansToGrant } from "@/lib/server/people/grant-places";
import {
  type InvitationRow,
  invitationRow,
  invitationRows,
  mayKeepInvitation,
} from "@/lib/server/people/held-invitation";
import { actingPerson, readPeople } from "@/lib/server/people/held-people";
import { pathOfInvitation } from "@/lib/server/people/invitation-path";
import { organisationName } from "@/lib/server/people/organisation-name";
import { grantSeen, peopleScope } from "@/lib/server/people/people-scope";
import { roleView } from "@/lib/server/people/role-view";
import type { InvitationView } from "@/lib/views/people/people-view";

/** So many links are shown at once: as many as can be invited together. */
const mostShown = 200;

/**
 * The invitations that wait to be accepted and that the actor may keep, the newest first, with the link of each; null where
 * they may see nobody.
 */
export async function openInvitations(actor: Actor, locale: string, now: Date): Promise<InvitationView[] | null> {
  const scope = peopleScope(actor);
  if (!scope) return null;
  const client = await db();
  const ids = await client.$queryRaw<{ id: number }[]>`
    SELECT i.id FROM invitation i WHERE i.used_at IS NULL AND i.revoked_at IS NULL
      AND ${grantSeen(scope, Prisma.sql`i`)}
    ORDER BY i.id DESC LIMIT ${mostShown}`;
  const plans = await plansToGrant(locale);
  const rows = await invitationRows(
    client,
    ids.map(({ id }) => id),
  );
  const kept = rows.filter((row) => mayKeepInvitation(actor, row));
  const isOpen = await opens(kept, now);
  return kept.map((row) => viewOf(row, plans, isOpen(row), locale));
}

/** One of them; null for one that is over, or that the actor may not keep. */
export async function invitationToKeep(
  actor: Actor,
  id: number,
  locale: string,
  now: Date,
): Promise<InvitationView | null> {
  const row = await invitationRow(await db(), id);
  if (!row || !["open", "expired"].includes(linkState(row, now)) || !mayKeepInvitation(actor, row)) return null;
  return viewOf(row, await plansToGrant(locale), (await opens([row], now))(row), locale);
}

/** Whether the link of each still works: nobody's does who may not give the role any more, until somebody else renews it. */
async function opens(rows: readonly InvitationRow[], now: Date): Promise<(row: InvitationRow) => boolean> {
  const inviters = new Map(
    (await readPeople(await db(), [...new Set(rows.map(({ invitedById }) => invitedById))])).map((person) => [
      person.id,
      actingPerson(person),
    ]),
  );
  return (row) => {
    const inviter = inviters.get(row.invitedById);
    return linkState(row, now) === "open" && !!inviter && mayGrant(inviter, row, null);
  };
}

function viewOf(row: InvitationRow, plans: NamedPlan[], isOpen: boolean, locale: string): InvitationView {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    language: row.locale,
    ...roleView(plans, { role: row.role, planId: row.plan?.id ?? null, unitId: row.unit?.id ?? null }),
    organisation: organisationName(row.organisation, locale),
    invitedBy: row.invitedBy.name,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isExpired: !isOpen,
    link: siteAddress(pathOfInvitation(row)),
    isMailed: mailSettings() !== null,
  };
}
