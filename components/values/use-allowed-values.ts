import { useLocale, useTranslations } from "next-intl";
import { allowedText } from "@/lib/charts/allowed-text";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import { formatsOf } from "@/lib/i18n/formats";

/** What may be entered for an indicator, in the page's words; empty where its fields offer nothing else anyway. */
export function useAllowedValues(): (rules: EntryRules) => string {
  const t = useTranslations("values.allowed");
  const { tag } = formatsOf(useLocale());
  return (rules) =>
    allowedText(rules, {
      locale: tag,
      number: (args) => t("number", args),
      share: (args) => t("share", args),
      small: () => t("small"),
    });
}
