import { type Actor, can, grantsIn } from "./permissions";

/** Where those who work here do so, in the order of the navigation. */
const navigated = ["work", "reports", "review", "publications"] as const;
export type NavigatedPlace = (typeof navigated)[number];

/** All pages of a plan for those who work here: the navigation's, and those that other pages lead to. All others are public. */
export const workplaces = [...navigated, "assignments", "completeness", "periods"] as const;
export type Workplace = (typeof workplaces)[number];

/** Pages of no plan, made for one request as well. */
export const placesOfNoPlan = [
  "sign-in",
  "forgot-password",
  "account",
  "manage",
  "settings",
  "organisations",
  "audit",
  "people",
  "mail",
  "invitation",
  "reset-password",
] as const;

/** Where the address itself lets somebody in: no other site is told of it, and no search engine keeps it. */
export const placesOfLinks: readonly string[] = ["invitation", "reset-password"];

/** Where somebody has anything to do in a plan, in the order of the navigation. */
export function workplacesOf(actor: Actor, plan: { id: number }): NavigatedPlace[] {
  const grants = grantsIn(actor, plan.id);
  // Whoever holds a role for all units may, if at all, do it for the region.
  const isAble = (ability: "takePart" | "viewBrief" | "observe" | "recommend" | "viewReview" | "viewPublication") =>
    grants.some(({ unit }) => can(actor, ability, { planId: plan.id, unit: unit ?? { id: 0, level: "region" } }));
  const works = (["takePart", "viewBrief", "observe", "recommend"] as const).some(isAble);
  return [
    ...(works ? (["work"] as const) : []),
    ...(isAble("takePart") ? (["reports"] as const) : []),
    ...(isAble("viewReview") ? (["review"] as const) : []),
    ...(isAble("viewPublication") ? (["publications"] as const) : []),
  ];
}

/** For a phone's header: the country's code, or the first word of the name. */
export function shortNameOf({ name, roles }: Actor): string {
  return roles.find(({ unit }) => unit !== null)?.unit?.code ?? name.split(/[\s,]/)[0] ?? name;
}
