import { useLocale, useTranslations } from "next-intl";
import { allowedText } from "@/lib/charts/allowed-text";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import { formatsOf } from "@/lib/i18n/formats";
import { useUnitNames } from "@/lib/i18n/unit-names";

/** What may be entered for an indicator, in the page's words; empty where its fields offer nothing else anyway. */
export function useAllowedValues(): (rules: EntryRules) => string {
  const t = useTranslations("values.allowed");
  const unitName = useUnitNames();
  const { tag } = formatsOf(useLocale());
  return (rules) =>
    allowedText(rules, {
      locale: tag,
      number: (args) => t("number", { ...args, unit: unitName(args.unit) }),
      share: (args) => t("share", args),
      small: () => t("small"),
    });
}
