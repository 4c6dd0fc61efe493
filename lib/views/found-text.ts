/** Without what only a machine sees: a pasted word may bring marks of direction or places to break. */
const findable = (text: string, locale: string) =>
  text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toLocaleLowerCase(locale);

/** Whether a text has the words that are looked for, in any order; no words are in every text. */
export function hasWords(words: string, locale: string): (text: string) => boolean {
  const wanted = findable(words, locale).trim().split(/\s+/);
  return (text) => {
    const all = findable(text, locale);
    return wanted.every((word) => all.includes(word));
  };
}

/** The order of a language's texts, numbers in them by their size. */
export const textOrder = (locale: string) => new Intl.Collator(locale, { numeric: true }).compare;
