import "server-only";

/** The end of a statement about plans that takes the default plan: what an administrator set, or else the first. */
export const defaultPlanOnly = "ORDER BY id = (SELECT default_plan_id FROM site_settings) DESC NULLS LAST, id LIMIT 1";
