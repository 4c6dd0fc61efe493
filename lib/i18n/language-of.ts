import { type Locale, spokenLocale } from "./routing";

/** Scripts that belong to one of the product's languages; Latin may be several. */
const scripts: readonly (readonly [Locale, RegExp])[] = [
  ["th", /\p{Script=Thai}/gu],
  ["lo", /\p{Script=Lao}/gu],
  ["km", /\p{Script=Khmer}/gu],
  ["my", /\p{Script=Myanmar}/gu],
  ["zh", /\p{Script=Han}/gu],
];

/**
 * The language of a text that isn't in its page's own, told by the script of most of its letters: what isn't translated
 * yet, and what a country wrote in its own language. A reader's voice, font and line height depend on it.
 * @returns undefined for a text in the page's language, without letters, or whose script doesn't tell
 */
export function languageOf(text: string, locale: Locale): Locale | undefined {
  return languageApartFrom(spokenLocale(locale), text);
}

/** Letters that Vietnamese has and English hasn't: few of its sentences go without. */
const vietnameseLetters = /[\u0300-\u0309\u0323đ]/iu;
/** So many words of Vietnamese without one of them would be rare. */
const tellingWords = 3;

/** The same beside a language that is really spoken. */
export function languageApartFrom(page: Locale, text: string): Locale | undefined {
  const counts = scripts.map(([language, letters]) => [language, text.match(letters)?.length ?? 0] as const);
  const [found, count] = counts.reduce((most, each) => (each[1] > most[1] ? each : most));
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (count > latin) return found === page ? undefined : found;
  // Texts fall back to English. On an English page, Latin letters may be any language's.
  if (page === "vi") {
    const isLong = (text.match(/\p{Script=Latin}{2,}/gu)?.length ?? 0) >= tellingWords;
    return isLong && !vietnameseLetters.test(text.normalize("NFD")) ? "en" : undefined;
  }
  const hasOwnScript = scripts.some(([language]) => language === page);
  return hasOwnScript && latin > 0 && !counts.some(([language, own]) => language === page && own > 0)
    ? "en"
    : undefined;
}
