import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { InvitedLine } from "@/lib/exchange/invited-lines";
import { db } from "@/lib/server/db/client";
import type { InviteDefaults } from "@/lib/server/people/directory";
import { plansToGrant } from "@/lib/server/people/grant-places";
import { judgeInvitations, mustBeFew } from "@/lib/server/people/judge-invitations";
import { mustManagePeople } from "@/lib/server/people/keep-person";
import { roleView } from "@/lib/server/people/role-view";
import type { PreviewLine } from "@/lib/views/people/people-view";

/**
 * What would become of each line of a list, were it sent now.
 * @throws Refusal `notAllowed` of whoever may invite nobody; InvalidFields where there are too many
 */
export async function previewInvitations(
  actor: Actor,
  lines: readonly InvitedLine[],
  defaults: InviteDefaults,
): Promise<PreviewLine[]> {
  mustManagePeople(actor);
  mustBeFew(lines);
  const client = await db();
  const plans = await plansToGrant(defaults.locale);
  const judged = await client.$transaction((tx) => judgeInvitations(tx, actor, lines, defaults));
  return judged.map(({ number, given, toInvite, problem }) => ({
    number,
    email: toInvite?.email ?? given.email ?? "",
    name: toInvite?.name ?? given.name ?? "",
    organisation: toInvite?.organisation.name ?? given.organisation ?? "",
    role:
      toInvite &&
      roleView(plans, { role: toInvite.role, planId: toInvite.plan?.id ?? null, unitId: toInvite.unit?.id ?? null }),
    problem,
  }));
}
