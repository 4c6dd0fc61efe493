import { useTranslations } from "next-intl";
import { KeptQuery } from "@/components/layout/kept-query";
import { SegmentedLinks } from "@/components/ui/switches/segmented";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import type { ResultsPeriod } from "@/lib/views/results-plan";

/**
 * @param base the page's address without its period
 * @param after what follows the period in it
 */
export function PeriodPicker({
  periods,
  current,
  base,
  after = "",
  locale,
}: {
  periods: readonly ResultsPeriod[];
  current: string;
  base: string;
  after?: string;
  locale: Locale;
}) {
  const t = useTranslations("public");
  const formats = formatsOf(locale);
  return (
    <KeptQuery>
      <SegmentedLinks
        label={t("periods")}
        current={current}
        segments={periods.map((period) => ({
          key: period.code,
          label: formats.period(period),
          href: period.hasResults ? `${base}/${period.code}${after}` : null,
          note: t("noResultsYet"),
        }))}
      />
    </KeptQuery>
  );
}
