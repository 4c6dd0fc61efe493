import { type Locale, spokenLocale } from "@/lib/i18n/routing";

/** The language of what somebody wrote, for its element; undefined where the page speaks it. */
export const spokenIn = (language: string, locale: Locale): string | undefined =>
  language === spokenLocale(locale) ? undefined : language;
