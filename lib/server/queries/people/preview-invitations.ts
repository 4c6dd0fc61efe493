import "server-only";
import { mostInvitedAtOnce } from "@/lib/domain/invitation";
import type { Actor } from "@/lib/domain/permissions";
import type { InvitedLine } from "@/lib/exchange/invited-lines";
import { db } from "@/lib/server/db/client";
import type { InviteDefaults } from "@/lib/server/people/directory";
import { plansToGrant } from "@/lib/server/people/grant-places";
import { judgeInvitations } from "@/lib/server/people/judge-invitations";
import { mustManagePeople } from "@/lib/server/people/keep-person";
import { roleView } from "@/lib/server/people/role-view";
import type { PreviewLine } from "@/lib/views/people/people-view";

/**
 * What would become of each line of a list, were it sent now.
 * @throws Refusal `notAllowed` of whoever may invite nobody
 */
export async function previewInvitations(
  actor: Actor,
  lines: readonly InvitedLine[],
  defaults: InviteDefaults,
): Promise<PreviewLine[]> {
  mustManagePeople(actor);
  const client = await db();
  const plans = await plansToGrant(defaults.locale);
  const judged = await client.$transaction((tx) =>
    judgeInvitations(tx, actor, lines.slice(0, mostInvitedAtOnce), defaults),
  );
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
