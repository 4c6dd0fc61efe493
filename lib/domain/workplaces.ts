import { type Actor, can } from "./permissions";

/** Where those who work here do so: pages of a plan, in the order of the navigation. All others of a plan are public. */
export const workplaces = ["work", "reports", "review", "publications"] as const;
export type Workplace = (typeof workplaces)[number];

/** Pages of no plan, made for one request as well. */
export const placesOfNoPlan = ["sign-in", "account"] as const;

/** Where somebody has anything to do in a plan, in the order of the navigation. */
export function workplacesOf(actor: Actor, plan: { id: number }): Workplace[] {
  const grants = actor.roles.filter((grant) => grant.plan.id === plan.id);
  const reports = grants.some(({ role }) => role === "focalPoint" || role === "contributor" || role === "secretariat");
  const reviews = can(actor, "lockPeriod", { planId: plan.id });
  // Whoever holds a role for all units may, if at all, make one about the region.
  const publishes = grants.some(({ unit }) =>
    can(actor, "makePublication", { planId: plan.id, unit: unit ?? { id: 0, level: "region" } }),
  );
  return [
    ...(reports ? (["work", "reports"] as const) : []),
    ...(reviews ? (["review"] as const) : []),
    ...(publishes ? (["publications"] as const) : []),
  ];
}

/** For a phone's header: the country's code, or the first word of the name. */
export function shortNameOf({ name, roles }: Actor): string {
  return roles.find(({ unit }) => unit !== null)?.unit?.code ?? name.split(/[\s,]/)[0] ?? name;
}
