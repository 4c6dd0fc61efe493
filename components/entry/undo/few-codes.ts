/** So many codes are named; of the rest their number is told. */
const named = 3;

/** The first of several codes, and how many more there are: the bar has two lines. */
export const fewCodes = (codes: readonly string[]): { codes: string; more: number } => ({
  codes: codes.slice(0, named).join(", "),
  more: Math.max(0, codes.length - named),
});
