/** Every language that the product is wired for, by its own name, in the order of the switch. */
export const nativeNames = {
  en: "English",
  km: "ខ្មែរ",
  lo: "ລາວ",
  my: "မြန်မာ",
  th: "ไทย",
  vi: "Tiếng Việt",
  zh: "中文",
} as const;

export type Locale = keyof typeof nativeNames;

export const locales = Object.keys(nativeNames) as Locale[];
export const defaultLocale = "en" satisfies Locale;

export function isLocale(text: string): text is Locale {
  return Object.hasOwn(nativeNames, text);
}

/** The languages in which pages speak. Pages of the others show English until someone translates all that they say. */
export const translatedLocales = ["en", "th"] as const satisfies readonly Locale[];
export type TranslatedLocale = (typeof translatedLocales)[number];

/** The language in which a page of this locale really speaks: its own, or English as long as there are no messages. */
export function spokenLocale(locale: string): TranslatedLocale {
  return translatedLocales.find((translated) => translated === locale) ?? "en";
}
