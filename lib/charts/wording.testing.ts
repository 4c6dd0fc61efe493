import type { Wording } from "../views/public-value";

/** English words in the shape in which messages bring them. */
export const wording: Wording = {
  locale: "en",
  yes: "Yes",
  no: "No",
  noValue: "no value",
  noReport: "no approved report",
  takenDown: "taken down",
  notApplicable: "not applicable",
  suppressed: "suppressed",
  inWords: "in words",
  of: (part, whole) => `${part} of ${whole}`,
  atMost: (value) => `at most ${value}`,
};
