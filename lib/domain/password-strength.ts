/** NIST SP 800-63B asks for length and a list of known passwords rather than for special characters. */
const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

export type PasswordWeakness = "passwordTooShort" | "passwordTooLong" | "passwordWellKnown" | "passwordLikeOwnName";

/** Whoever knows which site this is would try these first. Other known words are looked up in `server/auth/refuse-weak-password.ts`. */
const ofThisSite = /^(?:spaiv|commit|mekong|trafficking|monitor|unodc)+$/;

/** Fewer different characters than this is a pattern, not a password. */
const MIN_DIFFERENT = 6;

/** What of a new password can be said without a list of known ones; null when it will do so far. `own` are the person's names and e-mail address. */
export function passwordWeakness(password: string, own: readonly string[]): PasswordWeakness | null {
  if ([...password].length < PASSWORD_MIN) return "passwordTooShort";
  if (password.length > PASSWORD_MAX) return "passwordTooLong";
  const lower = password.toLowerCase();
  // Digits and signs around such a word make it no stranger.
  const word = lower.replace(/[^\p{L}\p{M}]/gu, "").replace(/^\p{M}+/u, "");
  if (word.length === 0 || ofThisSite.test(word)) return "passwordWellKnown";
  if (new Set(lower).size < MIN_DIFFERENT) return "passwordWellKnown";
  const left = withoutOwn(lower, own).replace(/[\s@._-]/g, "");
  return [...left].length < PASSWORD_MIN / 2 ? "passwordLikeOwnName" : null;
}

/** What a password has beside the words of the person's names and address: short ones count only where they stand alone. */
function withoutOwn(password: string, own: readonly string[]): string {
  const words = own.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const rest = words.filter((word) => word.length >= 4).reduce((all, word) => all.replaceAll(word, ""), password);
  return rest.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (words.includes(word) ? "" : word));
}
