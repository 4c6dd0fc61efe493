import { useLocale, useTranslations } from "next-intl";
import type { ValueWording } from "@/lib/charts/value-text";
import { formatsOf } from "@/lib/i18n/formats";

/** The words around what a unit reported, in the page's language. */
export function useValueWording(): ValueWording {
  const t = useTranslations("review.value");
  return {
    locale: formatsOf(useLocale()).tag,
    yes: t("yes"),
    no: t("no"),
    noValue: t("nothing"),
    noReport: t("nothing"),
    notApplicable: t("nothing"),
    suppressed: t("suppressed"),
    inWords: t("inWords"),
    nothing: t("nothing"),
    of: (part, whole) => t("of", { part, whole }),
    withPercent: (parts, percent) => t("withPercent", { parts, percent }),
    missing: (reason) => t("missing", { reason }),
  };
}
