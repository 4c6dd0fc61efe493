import { useTranslations } from "next-intl";
import { useUnitNames } from "@/lib/i18n/unit-names";
import type { IndicatorView } from "@/lib/views/report-view";

/** What a number's field is called: with its unit, but in a table, which names that once. */
export function useNumberName(): (label: string, of: Pick<IndicatorView, "unit">, isPart: boolean) => string {
  const t = useTranslations("values.field");
  const unitName = useUnitNames();
  return (label, { unit }, isPart) => (isPart || !unit ? label : t("withUnit", { label, unit: unitName(unit) }));
}
