// That whoever wrote words looked at what may say of whom they speak. Apart from the rule that finds it, which no form needs.

/** The box in a form, with the sums of the words that were looked at. */
export const lookedAtField = "lookedAt";
/** Words that are warned of beside their field as they are written, and saved by themselves. */
export const toldBeside = "toldBeside";

/** Which words were looked at. */
export interface LookedAt {
  has: (sum: number) => boolean;
}

/** What the box says, as often as a form has it. */
export function lookedAtIn(sent: readonly string[]): LookedAt {
  const said = new Set(sent.flatMap((one) => one.split(" ")));
  return { has: (sum) => said.has(toldBeside) || said.has(String(sum)) };
}

export const lookedAtNothing: LookedAt = { has: () => false };
