/**
 * What the author of an observation does, as the audit calls it. Which person did it stays internal, whatever attribution was
 * chosen: whoever reads the audit isn't told, and finds none of it by looking for a person.
 */
export const authorActions = [
  "observationAdded",
  "observationWritten",
  "observationSubmitted",
  "observationRecalled",
  "observationDeleted",
  "observationContinued",
  "observationClosed",
  "observationWithdrawn",
  "secondRoundDropped",
  "attributionOpened",
  "validityAnswered",
  "observationFileAdded",
  "observationFileRemoved",
] as const;
export type AuthorAction = (typeof authorActions)[number];
