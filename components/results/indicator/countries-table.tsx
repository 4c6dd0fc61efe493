import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/results/status/status-chip";
import { Table } from "@/components/ui/table";
import { explanationOf } from "@/lib/charts/explanation-address";
import { letterInColumn } from "@/lib/charts/letter-text";
import { explainCountry } from "@/lib/charts/prepare/prepare-explanation";
import { redefinedPeriods } from "@/lib/charts/redefined-periods";
import { formatsOf } from "@/lib/i18n/formats";
import { indicatorPath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { IndicatorView } from "@/lib/views/indicator-view";
import { partsText, shownText, type Wording } from "@/lib/views/public-value";

/** The same numbers as the chart's, and what a percentage is made of. */
export function CountriesTable({ view, wording, locale }: { view: IndicatorView; wording: Wording; locale: Locale }) {
  const t = useTranslations("public.trend");
  const country = useTranslations("country");
  const { indicator, countries } = view;
  const formats = formatsOf(locale);
  const ofIndicator = indicatorPath(resultsPath(locale, view.plan), indicator.code, view.period.code);
  const period = formats.period(view.period);
  const periods = countries[0]?.points.map((point) => point.period) ?? [];
  const redefined = redefinedPeriods(view, periods);
  const explained = countries.map((line) => ({ line, ...explainCountry(line, indicator, wording) }));
  // Countries may follow definitions of different ends: then each target says its own year.
  const years = [...new Set(explained.flatMap(({ targetOn }) => (targetOn ? [formats.year(targetOn)] : [])))];
  const targetText = (T: string | null, on: string | null) => {
    const target = letterInColumn(T, indicator);
    return T && on && years.length > 1 ? country("targetBy", { target, by: formats.year(on) }) : target;
  };
  return (
    <Table
      caption={t("caption", { title: indicator.title })}
      head={
        <>
          <th scope="col">{t("country")}</th>
          <th scope="col" className="n">
            {t("baseline")}
          </th>
          {periods.map((each) => (
            <th key={each.code} scope="col" className="n">
              {formats.period(each)}
              {redefined.has(each.code) && <span className="unit block">{t("keys.break")}</span>}
            </th>
          ))}
          <th scope="col" className="n">
            {t("planned", { period })}
          </th>
          <th scope="col" className="n">
            {years.length === 1 ? t("targetOf", { year: years[0]! }) : t("target")}
          </th>
          <th scope="col">{t("status", { period })}</th>
        </>
      }
    >
      {explained.map(({ line, facts, targetOn }) => (
        <tr key={line.code}>
          <th scope="row">
            <a href={`${ofIndicator}${explanationOf(line.code)}`}>{line.name}</a>
          </th>
          <td className="n">{letterInColumn(facts.b, indicator)}</td>
          {line.points.map(({ period: when, value }) => (
            <td key={when.code} className="n" title={partsText(value, wording) ?? undefined}>
              {shownText(value, indicator, wording)}
            </td>
          ))}
          <td className="n">{letterInColumn(facts.A, indicator)}</td>
          <td className="n">{targetText(facts.T, targetOn)}</td>
          <td>{line.approvedOn === null ? "–" : <StatusChip status={line.status} />}</td>
        </tr>
      ))}
    </Table>
  );
}
