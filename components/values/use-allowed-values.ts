import { useLocale, useTranslations } from "next-intl";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import { formatsOf } from "@/lib/i18n/formats";
import { mayBeBelow } from "@/lib/schemas/values/number-text";
import { decimalText } from "@/lib/views/public-value";

/** What may be entered for an indicator, in a few words; empty where its fields offer nothing else anyway. */
export function useAllowedValues(): (rules: EntryRules) => string {
  const t = useTranslations("values.allowed");
  const { tag } = formatsOf(useLocale());
  const written = (limit: string | null) => (limit === null ? "" : decimalText(limit, tag));
  const ofType = ({ type, lowest, highest, decimals, mayExceedHundred, unit }: EntryRules): string => {
    switch (type) {
      case "number": {
        const range = lowest === null ? (highest === null ? "none" : "highest") : highest === null ? "lowest" : "both";
        return t("number", { range, lowest: written(lowest), highest: written(highest), unit: unit ?? "", decimals });
      }
      case "percentage":
        return t("share", { above: mayExceedHundred ? "yes" : "no" });
      case "yesNo":
      case "milestone":
      case "narrative":
        return "";
    }
  };
  return (rules) => {
    const allowed = ofType(rules);
    return allowed !== "" && rules.countsPersons && mayBeBelow(rules) ? `${allowed} ${t("small")}` : allowed;
  };
}
