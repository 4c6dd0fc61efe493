import { useTranslations } from "next-intl";
import { naming } from "./unit-naming";

/** The words for what an indicator counts, in the page's language. */
export function useUnitNames(): (unit: string) => string {
  return naming(useTranslations("unit"));
}
