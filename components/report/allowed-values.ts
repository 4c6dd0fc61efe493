import { useLocale, useTranslations } from "next-intl";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import { formatsOf } from "@/lib/i18n/formats";
import { decimalText } from "@/lib/views/public-figure";

/** What may be entered for an indicator, in a few words; empty where its fields offer nothing else anyway. */
export function useAllowedValues() {
  const t = useTranslations("entry.allowed");
  const { tag } = formatsOf(useLocale());
  return ({ type, lowest, highest, decimals, mayExceedHundred, unit }: EntryRules): string => {
    if (type === "percentage") return t("share", { above: mayExceedHundred ? "yes" : "no" });
    if (type !== "number") return "";
    const range = lowest === null ? (highest === null ? "none" : "highest") : highest === null ? "lowest" : "both";
    const written = (limit: string | null) => (limit === null ? "" : decimalText(limit, tag));
    return t("number", { range, lowest: written(lowest), highest: written(highest), unit: unit ?? "", decimals });
  };
}
