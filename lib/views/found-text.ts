import { westernDigits, yearInOtherEra } from "@/lib/domain/years";

/** Without what only a machine sees: a pasted word may bring marks of direction or places to break. */
const findable = (text: string, locale: string) =>
  westernDigits(text)
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toLocaleLowerCase(locale);

/**
 * Whether a text has the words that are looked for, in any order; no words are in every text. In Thai a year is found in either
 * era: pages say 2559, files and addresses 2016.
 */
export function hasWords(words: string, locale: string): (text: string) => boolean {
  const typed = findable(words, locale).trim().split(/\s+/);
  const wanted = typed.map((word) => [word, (locale === "th" && yearInOtherEra(word)) || word]);
  return (text) => {
    const all = findable(text, locale);
    return wanted.every((alike) => alike.some((word) => all.includes(word)));
  };
}

/** The order of a language's texts, numbers in them by their size. */
export const textOrder = (locale: string) => new Intl.Collator(locale, { numeric: true }).compare;
