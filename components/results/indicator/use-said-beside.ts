import { useTranslations } from "next-intl";
import type { SaidBeside } from "@/components/charts/trend-panels";
import type { SaidTableWords } from "@/components/results/observations/said-beside";
import { formatsOf } from "@/lib/i18n/formats";
import { observationsAboutPath, planPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { IndicatorView } from "@/lib/views/indicator-view";

/** Where the page asks for values that civil society sets beside its own, and their words; null on a release. */
export function useSaidBeside(
  { plan, indicator, period }: IndicatorView,
  locale: Locale,
): (SaidBeside & { words: SaidTableWords }) | null {
  const t = useTranslations("publicObservations.beside");
  if (plan.release || indicator.type === "narrative") return null;
  const { type, decimals } = indicator;
  return {
    address: observationsAboutPath(planPath(locale, plan.code), indicator.code, period.code),
    scale: { type, decimals },
    tag: formatsOf(locale).tag,
    title: t("title"),
    words: {
      note: t("note"),
      unit: t("unit"),
      period: t("period"),
      value: t("value"),
      by: t("by"),
      observation: t("observation"),
    },
  };
}
