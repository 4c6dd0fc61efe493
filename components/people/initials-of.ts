/**
 * What stands for a person where their name has no room: the first letters of its first two words, and with each the vowel that
 * Thai and Lao write before its consonant.
 */
export const initialsOf = (name: string): string =>
  (name.match(/(?:^|\s)[เ-ไເ-ໄ]?[\p{L}\p{N}]/gu) ?? []).slice(0, 2).join("").replace(/\s/g, "");
