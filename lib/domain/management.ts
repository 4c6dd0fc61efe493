import { type Actor, can } from "./permissions";

/** Where an installation is run, in the order of the page that leads to them. */
export const managementPlaces = ["organisations", "settings"] as const;
export type ManagementPlace = (typeof managementPlaces)[number];

/** Whether somebody finds anything in each of them, in that plan. */
const isFor: Record<ManagementPlace, (actor: Actor, plan: { planId: number }) => boolean> = {
  // A directory for whoever works here.
  organisations: () => true,
  settings: (actor, plan) => can(actor, "changeSettings", plan),
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
 */
export const firstStepKeys = [
  ...(["administrator", "secretariat", "organisations", "focalPoints"] as const),
  ...(["framework", "periods"] as const),
] as const;
export type FirstStepKey = (typeof firstStepKeys)[number];
