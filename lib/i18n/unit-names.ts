import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { Messages } from "./messages";
import { type Locale, spokenLocale } from "./routing";

/**
 * The words for what an indicator counts, in the page's language. A framework may count what the messages don't know:
 * then its own word stands.
 */
export function useUnitNames(): (unit: string) => string {
  return naming(useTranslations("unit"));
}

/** The same outside of components. */
export async function unitNamesOf(locale: Locale): Promise<(unit: string) => string> {
  return naming(await getTranslations({ locale: spokenLocale(locale), namespace: "unit" }));
}

interface UnitMessages {
  (key: keyof Messages["unit"]): string;
  has: (key: keyof Messages["unit"]) => boolean;
}

const naming = (t: UnitMessages) => (unit: string) => {
  const key = unit as keyof Messages["unit"];
  return t.has(key) ? t(key) : unit;
};
