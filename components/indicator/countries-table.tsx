import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/results/status-chip";
import { Table } from "@/components/ui/table";
import type { IndicatorView } from "@/lib/charts/indicator-view";
import { explainCountry } from "@/lib/charts/prepare-explanation";
import { figureText, partsText, type Wording } from "@/lib/charts/public-figure";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";

/** The same numbers as the chart's, and what a percentage is made of. */
export function CountriesTable({ view, wording, locale }: { view: IndicatorView; wording: Wording; locale: Locale }) {
  const t = useTranslations("public.trend");
  const { indicator, countries, plan } = view;
  const formats = formatsOf(locale);
  const period = formats.period(view.period);
  const periods = countries[0]?.points.map((point) => point.period) ?? [];
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
            </th>
          ))}
          <th scope="col" className="n">
            {t("planned", { period })}
          </th>
          <th scope="col" className="n">
            {t("targetOf", { year: formats.year(plan.endsOn) })}
          </th>
          <th scope="col">{t("status", { period })}</th>
        </>
      }
    >
      {countries.map((country) => {
        const { facts } = explainCountry(country, indicator, wording);
        return (
          <tr key={country.code}>
            <th scope="row">{country.name}</th>
            <td className="n">{facts.b ?? "–"}</td>
            {country.points.map((point) => (
              <td key={point.period.code} className="n" title={partsText(point.figure, wording) ?? undefined}>
                {figureText(point.figure, indicator, wording)}
              </td>
            ))}
            <td className="n">{facts.A ?? "–"}</td>
            <td className="n">{facts.T ?? "–"}</td>
            <td>
              <StatusChip status={country.status} />
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
