import { getTranslations } from "next-intl/server";
import type { IndicatorView } from "@/lib/charts/indicator-view";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";

/** The title of the browser's tab. */
export async function indicatorTitle({ indicator, period }: IndicatorView, locale: Locale): Promise<string> {
  const t = await getTranslations();
  const { code, title } = indicator;
  return t("common.pageTitle", {
    title: t("public.indicator.pageTitle", { code, title, period: formatsOf(locale).period(period) }),
  });
}
