import type { TextEnd } from "./addressed-life";

/** What the author of an observation says of it after a value that became public since. */
export const validities = ["holds", "holdsNoLonger"] as const;
export type Validity = (typeof validities)[number];

/** Whether its author is asked: of each value once, and not of what has ended. A later value's question takes the place of an earlier one. */
export const isAskedIfValid = (end: TextEnd | null, last: { answer: Validity | null } | undefined | null): boolean =>
  end === null && last != null && last.answer === null;
