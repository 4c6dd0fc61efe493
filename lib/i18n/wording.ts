import { getTranslations } from "next-intl/server";
import { formatsOf } from "./formats";
import { type Locale, spokenLocale } from "./routing";

/** What it takes to write figures, in the page's language (`Wording` of lib/charts). */
export async function wordingOf(locale: Locale) {
  const t = await getTranslations({ locale: spokenLocale(locale), namespace: "public.figure" });
  return {
    locale: formatsOf(locale).tag,
    yes: t("yes"),
    no: t("no"),
    noValue: t("noValue"),
    suppressed: t("suppressed"),
    inWords: t("inWords"),
    of: (part: string, whole: string) => t("of", { part, whole }),
  };
}
