import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { type Locale, spokenLocale } from "./routing";
import { naming } from "./unit-naming";

/** The words for what an indicator counts, in the page's language. */
export function useUnitNames(): (unit: string) => string {
  return naming(useTranslations("unit"));
}

/** The same outside of components. */
export async function unitNamesOf(locale: Locale): Promise<(unit: string) => string> {
  return naming(await getTranslations({ locale: spokenLocale(locale), namespace: "unit" }));
}
