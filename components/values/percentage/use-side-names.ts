import { useTranslations } from "next-intl";
import type { IndicatorView } from "@/lib/views/report-view";

type Named = Pick<IndicatorView, "numerator" | "denominator">;

/** What the two numbers of a percentage are called: as its definition has it, and in a table in a word. */
export function useSideNames() {
  const t = useTranslations("values.field");
  return {
    ofTotal: ({ numerator, denominator }: Named) => ({
      numerator: numerator || t("numerator"),
      denominator: denominator || t("denominator"),
    }),
    ofPart: (label: string) => ({
      numerator: t("numeratorOf", { label }),
      denominator: t("denominatorOf", { label }),
    }),
  };
}
