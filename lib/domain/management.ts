import { type Actor, can, noPlan } from "./permissions";

/** Where an installation is run, in the order of the page that leads to them. */
const placesOfSite = ["people", "organisations", "mail", "settings", "audit"] as const;
const placesOfPlan = ["assignments", "periods", "completeness", "smallCounts"] as const;
export type ManagementPlace = (typeof placesOfSite)[number] | (typeof placesOfPlan)[number];
export const managementPlaces: readonly ManagementPlace[] = [
  ...(["people", "organisations", "assignments", "periods", "completeness"] as const),
  ...(["smallCounts", "mail", "settings", "audit"] as const),
];

/** Whether its page stands in a plan, and on no site without one. */
export const isOfPlan = (place: ManagementPlace): place is (typeof placesOfPlan)[number] =>
  (placesOfPlan as readonly string[]).includes(place);

/** Whether somebody finds anything in each of them, in that plan. */
const isFor: Record<ManagementPlace, (actor: Actor, plan: { planId: number }) => boolean> = {
  people: (actor, plan) => can(actor, "viewPeople", plan),
  // A directory for whoever works here.
  organisations: () => true,
  assignments: (actor, plan) => can(actor, "viewAssignments", plan),
  periods: (actor, plan) => can(actor, "keepPeriods", plan) || can(actor, "viewCompleteness", plan),
  completeness: (actor, plan) => can(actor, "viewCompleteness", plan),
  smallCounts: (actor, plan) => can(actor, "setThreshold", plan),
  // Both hold for all plans.
  mail: (actor) => can(actor, "viewMail", { planId: noPlan }),
  settings: (actor) => can(actor, "changeSettings", { planId: noPlan }),
  audit: (actor, plan) => can(actor, "seeAudit", plan),
};

/** What of it somebody may open, in a plan; the id of none stands for a site without a plan. */
export const managementPlacesOf = (actor: Actor, planId: number): ManagementPlace[] =>
  managementPlaces.filter((place) => isFor[place](actor, { planId }));

/** Whether the page that leads to them stands in somebody's navigation: theirs to run, not only to read. */
export const isManager = (actor: Actor, planId: number): boolean =>
  (["managePeople", "keepPeriods", "changeSettings", "seeAudit"] as const).some((ability) =>
    can(actor, ability, { planId }),
  );

/**
 * What an installation needs before reports come in, in the order in which it is done.
 * - `administrator`, `secretariat`: two people each, so that one can stand in, and somebody else reviews the region's report.
 * - `organisations`, `focalPoints`: one of a government for each country, and somebody who reports for it.
 * - `framework`: the adopted text in the place of the reference framework.
 * - `periods`: one that is open.
 * - `mail`: a server that takes it, else nobody is reminded.
 */
export const firstStepKeys = [
  "administrator",
  "secretariat",
  "organisations",
  "focalPoints",
  "framework",
  "periods",
  "mail",
] as const;
export type FirstStepKey = (typeof firstStepKeys)[number];
