import { useTranslations } from "next-intl";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { PeriodPicker } from "@/components/results/period-picker";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import { goalPath, indicatorPath, periodPath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { useUnitNames } from "@/lib/i18n/unit-names";
import type { IndicatorView } from "@/lib/views/indicator-view";

/** Where the indicator stands, what it is, and for which period. */
export function IndicatorHead({ view, locale }: { view: IndicatorView; locale: Locale }) {
  const t = useTranslations("public.indicator");
  const nav = useTranslations("public.nav");
  const unitName = useUnitNames();
  const { indicator, pillar, goal, nodes, region, countries } = view;
  const root = resultsPath(locale, view.plan);
  const formats = formatsOf(locale);
  const since = view.history.find(({ version }) => version === indicator.version)?.validFrom ?? null;
  const type = t("type", { type: indicator.type, unit: indicator.unit === null ? "" : unitName(indicator.unit) });
  const isOwn = countries.length === 0 && region !== null;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: nav("overview"), href: periodPath(root, view.period.code) },
          { label: `${goal.code} ${goal.title}`, href: goalPath(root, goal.code, view.period.code) },
          ...nodes.map(({ code, title }) => ({
            label: `${code} ${title}`,
            href: `${goalPath(root, goal.code)}#${code}`,
          })),
        ]}
      />
      <div className="head">
        <div>
          <p className="kicker flex flex-wrap gap-x-4">
            <span className={`pill ${pillar.code.toLowerCase()}`}>
              {pillar.code} {pillar.title}
            </span>
            <span>
              {t("kicker", {
                code: indicator.code,
                version: indicator.version,
                year: since === null ? "none" : formats.year(since),
              })}
            </span>
          </p>
          <h1 lang={languageOf(indicator.title, locale)}>{indicator.title}</h1>
        </div>
        <PeriodPicker
          periods={view.periods}
          current={view.period.code}
          base={indicatorPath(root, indicator.code)}
          locale={locale}
        />
      </div>
      <p className="about" lang={languageOf(indicator.definition, locale)}>
        {indicator.definition}
      </p>
      <ul className="meta">
        <li>
          {indicator.type === "narrative"
            ? type
            : t("typeAndTime", { type, accumulation: t("accumulation", { accumulation: indicator.accumulation }) })}
        </li>
        <li>{t("direction", { direction: indicator.direction })}</li>
        <li>{isOwn ? t("reportedByRegion") : t("region", { aggregation: indicator.aggregation })}</li>
      </ul>
    </>
  );
}
