import { getTranslations } from "next-intl/server";
import { wordingFrom } from "./figure-wording";
import { formatsOf } from "./formats";
import { type Locale, spokenLocale } from "./routing";

/** What it takes to write figures, in the page's language (`Wording` of lib/charts). */
export async function wordingOf(locale: Locale) {
  const t = await getTranslations({ locale: spokenLocale(locale), namespace: "public.figure" });
  return wordingFrom(t, formatsOf(locale).tag);
}
