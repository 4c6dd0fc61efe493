import { useTranslations } from "next-intl";
import { ChartLinks } from "@/components/results/chart-links";
import { useCountedTemplates } from "@/components/results/distribution-list";
import { inWords } from "@/components/results/status/in-words";
import { StatusBar } from "@/components/results/status/status-bar";
import { Table } from "@/components/ui/table";
import { assessedIn, distributionOf, totalOf } from "@/lib/charts/distribution";
import { formatsOf } from "@/lib/i18n/formats";
import { chartPath, countryPath, csvPath, periodPath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { RegionalView } from "@/lib/views/regional-view";

/** Every country in the plan's order, never by rank: whether it reported, and how often each status occurs. */
export function CountryList({ view, locale }: { view: RegionalView; locale: Locale }) {
  const t = useTranslations("country.list");
  const download = useTranslations("public")("download");
  const counted = useCountedTemplates();
  const period = formatsOf(locale).period(view.period);
  const root = resultsPath(locale, view.plan);
  const ofPeriod = periodPath(root, view.period.code);
  return (
    <>
      <Table
        caption={t("caption", { period })}
        stack
        head={
          <>
            <th scope="col">{t("country")}</th>
            <th scope="col">{t("report")}</th>
            <th scope="col" className="shares">
              {t("statuses")}
            </th>
            <th scope="col" className="n">
              {t("assessed")}
            </th>
          </>
        }
      >
        {view.countries.map(({ code, name }, index) => {
          const counts = distributionOf(view.rows.flatMap((row) => row.countries[index]?.status ?? []));
          const hasReport = view.reported.includes(code);
          return (
            <tr key={code}>
              <th scope="row">
                <span className="code">{code}</span> <a href={countryPath(root, code, view.period.code)}>{name}</a>
              </th>
              <td>{t(hasReport ? "approved" : "notApproved")}</td>
              <td>{hasReport && <StatusBar counts={counts} label={`${name}: ${inWords(counts, counted)}`} />}</td>
              <td className="n">{hasReport && t("part", { part: assessedIn(counts), whole: totalOf(counts) })}</td>
            </tr>
          );
        })}
      </Table>
      <ChartLinks label={download} chart={chartPath(ofPeriod, "countries")} csv={csvPath(ofPeriod)} />
    </>
  );
}
