import "server-only";
import { mayGrant } from "@/lib/domain/people";
import { type Actor, grantFits, mayBeOfAllPlans, type RoleGrant } from "@/lib/domain/permissions";
import { roles } from "@/lib/domain/roles";
import { placeText } from "@/lib/schemas/people/people-forms";
import type { GrantChoices } from "@/lib/views/people/people-view";
import type { NamedPlan } from "./grant-places";

/**
 * What the actor may give: each role that they may give for anything, and each place for which they may give some role; null
 * where there is nothing.
 * @param personId who is to get it; null for somebody without an account
 */
export function grantChoices(
  actor: Actor,
  plans: readonly NamedPlan[],
  personId: number | null,
): Pick<GrantChoices, "roles" | "places"> | null {
  const places = [
    { grant: { plan: null, unit: null }, plan: null, unit: null },
    ...plans.flatMap(({ units, title, ...plan }) => [
      { grant: { plan, unit: null }, plan: title, unit: null },
      ...units.map((unit) => ({ grant: { plan, unit }, plan: title, unit: unit.name })),
    ]),
  ];
  const may = (role: RoleGrant["role"], { plan, unit }: Pick<RoleGrant, "plan" | "unit">) =>
    grantFits(role, unit) &&
    (plan !== null || mayBeOfAllPlans(role)) &&
    mayGrant(actor, { role, plan, unit }, personId);
  const offered = places.filter(({ grant }) => roles.some((role) => may(role, grant)));
  if (offered.length === 0) return null;
  return {
    roles: roles.filter((role) => offered.some(({ grant }) => may(role, grant))),
    places: offered.map(({ grant, plan, unit }) => ({
      value: placeText({ plan: grant.plan?.code ?? null, unit: grant.unit?.code ?? null }),
      plan,
      unit,
    })),
  };
}
