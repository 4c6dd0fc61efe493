import { type Actor, can, noPlan, type UnitRef } from "./permissions";

/** A unit that an organisation works for. */
export interface UnitOfPlan extends Pick<UnitRef, "id" | "level"> {
  planId: number;
}

/** Whether the actor keeps the organisations of all units of a plan, and so those that work for none in particular. */
export const keepsAnyOrganisation = (actor: Actor): boolean =>
  actor.roles.some(({ plan }) => can(actor, "keepOrganisations", { planId: plan?.id ?? noPlan, unit: null }));

/** Whether the actor may add an organisation at all. */
export const mayAddOrganisation = (actor: Actor): boolean =>
  actor.roles.some(({ plan }) => can(actor, "keepOrganisations", { planId: plan?.id ?? noPlan }));

/**
 * Whether the actor may keep an organisation that works for these units: every one is theirs. A focal point thus keeps those
 * of the own country alone, and none that works for another as well.
 */
export function mayKeepOrganisation(actor: Actor, units: readonly UnitOfPlan[]): boolean {
  if (units.length === 0) return keepsAnyOrganisation(actor);
  return units.every(({ planId, ...unit }) => can(actor, "keepOrganisations", { planId, unit }));
}
