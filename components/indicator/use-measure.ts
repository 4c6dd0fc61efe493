import { useTranslations } from "next-intl";
import type { IndicatorFacts } from "@/lib/charts/indicator-view";
import { useUnitNames } from "@/lib/i18n/unit-names";

/** What the figures are, as a chart's subtitle says it: "Persons", "Per cent". */
export function useMeasure(): (indicator: Pick<IndicatorFacts, "type" | "unit">, countsCountries?: boolean) => string {
  const t = useTranslations("public.measure");
  const unitName = useUnitNames();
  return ({ type, unit }, countsCountries = false) => {
    if (countsCountries) return t("count");
    if (type === "percentage") return t("percent");
    if (type === "milestone") return t("step");
    if (type === "yesNo") return t("yesNo");
    if (type === "narrative") return t("words");
    const name = unit === null ? "" : unitName(unit);
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
}
