import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PeriodPicker } from "@/components/results/period-picker";
import { countIn } from "@/lib/charts/distribution";
import { prepareFindings } from "@/lib/charts/prepare/prepare-findings";
import { formatsOf } from "@/lib/i18n/formats";
import { placePath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { CountryView } from "@/lib/views/country-view";

/**
 * The finding as a title, then in a sentence, with what it rests on.
 * @param base the country's address without the period
 */
export function CountryHead({ view, base, locale }: { view: CountryView; base: string; locale: Locale }) {
  const t = useTranslations("country");
  const overview = useTranslations("public.overview");
  const formats = formatsOf(locale);
  const { name, longName } = view.country;
  const period = formats.period(view.period);
  const { percent, favourable, assessed, distribution, values } = prepareFindings(view.regional);
  const bold = (chunks: ReactNode) => <b>{chunks}</b>;
  return (
    <>
      <div className="head">
        <div>
          <p className="kicker">{longName}</p>
          <h1>{percent === null ? t("titleNone", { name, period }) : t("title", { name, percent })}</h1>
        </div>
        <PeriodPicker periods={view.periods} current={view.period.code} base={base} locale={locale} />
      </div>
      {view.approvedOn !== null && (
        <div className="intro">
          <p className="lead">
            {t("lead", {
              favourable,
              assessed,
              period,
              notAssessed: countIn(distribution, "notAssessed"),
              notApplicable: values.notApplicable,
            })}
          </p>
          <ul className="meta">
            <li>
              {t.rich("valuesReported", {
                part: formats.number(values.given),
                whole: formats.number(values.due),
                notApplicable: values.notApplicable,
                b: bold,
              })}
            </li>
            <li>{t.rich("approvedOn", { date: formats.day(view.approvedOn), b: bold })}</li>
            <li>
              <a href={`${placePath(resultsPath(locale, view.plan), "about")}#method`}>{overview("howStatus")}</a>
            </li>
          </ul>
        </div>
      )}
    </>
  );
}
