import { getTranslations } from "next-intl/server";
import { formatsOf } from "./formats";
import { type Locale, spokenLocale } from "./routing";
import { naming } from "./unit-naming";
import { wordingFrom } from "./wording-from";

/** What it takes to write values, in the page's language (`Wording` of lib/charts). */
export async function wordingOf(locale: Locale) {
  const t = await getTranslations({ locale: spokenLocale(locale), namespace: "public.value" });
  return wordingFrom(t, formatsOf(locale).tag);
}

/** The words for what an indicator counts, outside of components. */
export async function unitNamesOf(locale: Locale): Promise<(unit: string) => string> {
  return naming(await getTranslations({ locale: spokenLocale(locale), namespace: "unit" }));
}
