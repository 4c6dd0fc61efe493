import { useTranslations } from "next-intl";
import type { IndicatorFacts } from "@/lib/charts/indicator-view";

/** What the figures are, as a chart's subtitle says it: "Persons", "Per cent". */
export function useMeasure(): (indicator: Pick<IndicatorFacts, "type" | "unit">, countsCountries?: boolean) => string {
  const t = useTranslations("public.measure");
  return ({ type, unit }, countsCountries = false) => {
    if (countsCountries) return t("count");
    if (type === "percentage") return t("percent");
    if (type === "milestone") return t("step");
    if (type === "yesNo") return t("yesNo");
    if (type === "narrative") return t("words");
    return unit === null ? "" : unit.charAt(0).toUpperCase() + unit.slice(1);
  };
}
