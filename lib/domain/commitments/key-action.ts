import type { IsoDate } from "../framework/reporting-period";

/** How far what a unit does about what was said to it has come. */
export const keyActionStates = ["planned", "underWay", "done", "stopped"] as const;
export type KeyActionState = (typeof keyActionStates)[number];

/** More than these say nothing of what matters. */
export const mostKeyActions = 10;
export const longestKeyAction = 500;

/** What can be told of one that stands so: what has begun never was only planned. What was told in error is told anew. */
export const keyActionStatesAfter = (state: KeyActionState): KeyActionState[] =>
  keyActionStates.filter((to) => to !== "planned" || state === "planned");

/** Whether it should be done by now and isn't. @param today where the unit is */
export const isKeyActionOverdue = (
  { state, dueOn }: { state: KeyActionState; dueOn: IsoDate },
  today: IsoDate,
): boolean => (state === "planned" || state === "underWay") && dueOn < today;
