import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/results/status-chip";
import { Table } from "@/components/ui/table";
import { regionFigureText } from "@/lib/charts/count-of-countries";
import type { IndicatorView, RegionLine } from "@/lib/charts/indicator-view";
import type { Wording } from "@/lib/charts/public-figure";
import { redefinedPeriods } from "@/lib/charts/redefined-periods";
import { countOfPoint } from "@/lib/charts/region-sets";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";

/** The region period by period. A count of countries says of how many. */
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
    regionFigureText(point.figure, countOfPoint(region, point, isCount), view.indicator, wording);
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
          {region.points.map(({ period }) => (
            <th key={period.code} scope="col" className="n">
              {formats.period(period)}
              {redefined.has(period.code) && <span className="unit block">{t("keys.break")}</span>}
            </th>
          ))}
          <th scope="col">{t("status", { period: formats.period(view.period) })}</th>
        </>
      }
    >
      <tr>
        <th scope="row">{region.name}</th>
        {region.points.map((point) => (
          <td key={point.period.code} className="n">
            {textOf(point)}
          </td>
        ))}
        <td>
          <StatusChip status={region.status} />
        </td>
      </tr>
    </Table>
  );
}
