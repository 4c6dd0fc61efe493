/**
 * Public places whose content is no result, such as a directory or a library: below a plan, or right below the language. Each
 * has a version of its own, which the command raises that changes its content, so that a reply doesn't make all results anew.
 */
export interface Areas {
  ofPlan: readonly string[];
  ofNoPlan: readonly string[];
}

/** A place that gets pages under `app/results` is named here first; `paths.test.ts` holds them against each other. */
export const areas: Areas = {
  ofPlan: ["observations", "meetings", "youth-forum", "civil-society", "feed.xml"],
  ofNoPlan: [],
};
