import "server-only";
import { headers } from "next/headers";
import { Refusal } from "@/lib/domain/refusal";
import { clientAddress } from "@/lib/server/auth/forwarded-headers";
import { countLink, forgiveLink } from "@/lib/server/auth/sign-in-throttle";
import { db } from "@/lib/server/db/client";
import { plansToGrant } from "@/lib/server/people/grant-places";
import { openedInvitation } from "@/lib/server/people/open-invitation";
import { openedPasswordLink } from "@/lib/server/people/open-password-link";
import { organisationName } from "@/lib/server/people/organisation-name";
import { roleView } from "@/lib/server/people/role-view";
import type { RoleView } from "@/lib/views/people/people-view";

/**
 * What a link opens that somebody was handed over; null for one that doesn't work, whyever, and where too many that don't
 * were tried: all that is one answer.
 */
async function opened<T>(open: (now: Date) => Promise<T | null>): Promise<T | null> {
  const now = new Date();
  try {
    const counted = await countLink(clientAddress(await headers()), now);
    const found = await open(now);
    if (found !== null) await forgiveLink(await db(), counted);
    return found;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

export interface OpenedInvitationView extends RoleView {
  email: string;
  name: string;
  organisation: string;
}

export async function invitationOfLink(token: string, locale: string): Promise<OpenedInvitationView | null> {
  const row = await opened((now) => openedInvitation(token, now));
  if (!row) return null;
  const plans = await plansToGrant(locale);
  const role = roleView(plans, { role: row.role, planId: row.plan?.id ?? null, unitId: row.unit?.id ?? null });
  return { ...role, email: row.email, name: row.name, organisation: organisationName(row.organisation, locale) };
}

/** Whose password a link sets. */
export async function personOfPasswordLink(token: string): Promise<{ email: string } | null> {
  const row = await opened((now) => openedPasswordLink(token, now));
  return row && { email: row.user.email };
}
