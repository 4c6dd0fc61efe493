import { type Actor, can, noPlan, type RoleGrant } from "./permissions";

/**
 * Whether the actor may give that role to the person (null: somebody who has no account yet), or take it. One of all plans is
 * given and taken by whoever holds one of all plans.
 */
export const mayGrant = (actor: Actor, { role, plan, unit }: RoleGrant, personId: number | null): boolean =>
  can(actor, "grantRole", { planId: plan?.id ?? noPlan, role, unit, personId });

/** Whether the actor may take the second step of signing in from somebody: administrators, of accounts that they keep. */
export const mayResetTwoStep = (actor: Actor, person: { id: number; roles: readonly RoleGrant[] }): boolean =>
  actor.roles.some(({ role }) => role === "administrator") && mayKeepPerson(actor, person);

/**
 * Whether the actor may change somebody's account: theirs isn't, and each of its roles is one that they could take. An account
 * without a role is kept by whoever keeps people of all units.
 */
export function mayKeepPerson(actor: Actor, { id, roles }: { id: number; roles: readonly RoleGrant[] }): boolean {
  if (id === actor.id) return false;
  if (roles.length > 0) return roles.every((grant) => mayGrant(actor, grant, id));
  return actor.roles.some(({ plan }) => can(actor, "managePeople", { planId: plan?.id ?? noPlan, unit: null }));
}

/**
 * Whether the actor may erase somebody's personal data, once they are disabled: an administrator of all plans, for the audit
 * loses words by it, who keeps the account.
 */
export const mayErasePerson = (actor: Actor, person: { id: number; roles: readonly RoleGrant[] }): boolean =>
  can(actor, "eraseAudit", { planId: noPlan }) && mayKeepPerson(actor, person);
