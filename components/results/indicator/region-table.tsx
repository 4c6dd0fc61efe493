import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/results/status/status-chip";
import { Table } from "@/components/ui/table";
import { countOfPoint, fewerInStatus } from "@/lib/charts/axes/region-sets";
import { regionValueText } from "@/lib/charts/count-of-countries";
import { letterInColumn } from "@/lib/charts/letter-text";
import { explainRegion } from "@/lib/charts/prepare/prepare-explanation";
import { redefinedPeriods } from "@/lib/charts/redefined-periods";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import type { IndicatorView, RegionLine } from "@/lib/views/indicator-view";
import type { Wording } from "@/lib/views/public-value";

/** The region period by period, with what it is held against. A count of countries says of how many. */
export function RegionTable({
  view,
  region,
  isCount,
  wording,
  locale,
}: {
  view: IndicatorView;
  region: RegionLine;
  isCount: boolean;
  wording: Wording;
  locale: Locale;
}) {
  const t = useTranslations("public.trend");
  const heat = useTranslations("public.heat");
  const formats = formatsOf(locale);
  const textOf = (point: RegionLine["points"][number]) =>
    regionValueText(point.value, countOfPoint(region, point, isCount), view.indicator, wording);
  const { facts, targetOn } = explainRegion(region, view, wording);
  // Beside the values of other countries than the status is over, its letters would be read as theirs.
  const isPlanned = fewerInStatus(region) === null && (facts.b ?? facts.A ?? facts.T) !== null;
  const period = formats.period(view.period);
  const redefined = redefinedPeriods(
    view,
    region.points.map(({ period }) => period),
  );
  return (
    <Table
      caption={t("regionCaption", { title: view.indicator.title })}
      head={
        <>
          <th scope="col">{heat("region")}</th>
          {isPlanned && (
            <th scope="col" className="n">
              {t("baseline")}
            </th>
          )}
          {region.points.map(({ period }) => (
            <th key={period.code} scope="col" className="n">
              {formats.period(period)}
              {redefined.has(period.code) && <span className="unit block">{t("keys.break")}</span>}
            </th>
          ))}
          {isPlanned && (
            <>
              <th scope="col" className="n">
                {t("planned", { period })}
              </th>
              <th scope="col" className="n">
                {targetOn ? t("targetOf", { year: formats.year(targetOn) }) : t("target")}
              </th>
            </>
          )}
          <th scope="col">{t("status", { period })}</th>
        </>
      }
    >
      <tr>
        <th scope="row">{region.name}</th>
        {isPlanned && <td className="n">{letterInColumn(facts.b, view.indicator)}</td>}
        {region.points.map((point) => (
          <td key={point.period.code} className="n">
            {textOf(point)}
          </td>
        ))}
        {isPlanned && (
          <>
            <td className="n">{letterInColumn(facts.A, view.indicator)}</td>
            <td className="n">{letterInColumn(facts.T, view.indicator)}</td>
          </>
        )}
        <td>
          <StatusChip status={region.status} />
        </td>
      </tr>
    </Table>
  );
}
