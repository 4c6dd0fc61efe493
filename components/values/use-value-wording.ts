import { useLocale, useTranslations } from "next-intl";
import type { ValueWording } from "@/lib/charts/value-text";
import { formatsOf } from "@/lib/i18n/formats";
import { valueWordingFrom } from "@/lib/i18n/value-wording";

/** The words around what a unit reported, in the page's language. */
export function useValueWording(): ValueWording {
  return valueWordingFrom(useTranslations("values.text"), formatsOf(useLocale()).tag);
}
