import "server-only";
import type { Actor, RoleGrant } from "@/lib/domain/permissions";
import { resultsVersion } from "@/lib/server/queries/results-version";

/**
 * The plan in which somebody is met by what belongs to no plan, such as signing in: the asked one where they hold a role,
 * else that of their first role, which for a role of all plans is the default plan. Null where they hold none.
 */
export async function planOfActor(
  { roles }: Pick<Actor, "roles">,
  asked: string | null = null,
): Promise<NonNullable<RoleGrant["plan"]> | null> {
  const held = roles.find(({ plan }) => plan?.code === asked) ?? roles[0];
  const ofAll = roles.find(({ plan }) => plan === null);
  if (held?.plan && (held.plan.code === asked || !ofAll)) return held.plan;
  if (!ofAll) return null;
  return (asked === null ? null : await resultsVersion(asked)) ?? held?.plan ?? (await resultsVersion(null));
}
