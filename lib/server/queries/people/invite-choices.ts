import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { grantChoices } from "@/lib/server/people/grant-choices";
import { plansToGrant } from "@/lib/server/people/grant-places";
import { organisationChoices } from "@/lib/server/people/organisation-choices";
import type { GrantChoices } from "@/lib/views/people/people-view";

/** What whoever invites people chooses among; null where they may invite nobody. */
export async function inviteChoices(actor: Actor, locale: string): Promise<GrantChoices | null> {
  const grants = grantChoices(actor, await plansToGrant(locale), null);
  return grants && { ...grants, organisations: await organisationChoices(actor, locale) };
}
