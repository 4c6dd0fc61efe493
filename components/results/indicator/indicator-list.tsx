import { useTranslations } from "next-intl";
import { SuppressedNote } from "@/components/results/status/suppressed-note";
import { awaitTable } from "@/components/tables/table-address";
import { useTableLabels } from "@/components/tables/use-table-labels";
import { formatsOf } from "@/lib/i18n/formats";
import { resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { useUnitNames } from "@/lib/i18n/unit-names";
import type { RegionalRow, RegionalView } from "@/lib/views/regional-view";
import { letterOf } from "@/lib/views/shown-status";
import { IndicatorRows } from "./indicator-rows";

/** Every indicator, goal by goal, with what is reported, the aim and how the region stands. */
export function IndicatorList({ view, locale }: { view: RegionalView; locale: Locale }) {
  const t = useTranslations("indicators");
  const indicator = useTranslations("public.indicator");
  const word = useTranslations("status.word");
  const unit = useUnitNames();
  const measure = ({ type, unit: counted, countries }: RegionalRow) => {
    const what = indicator("type", { type, unit: counted === null ? "" : unit(counted) });
    return countries.every((cell) => cell === null) ? `${what}, ${t("regional")}` : what;
  };
  const shown = new Set(view.rows.flatMap(({ region }) => region?.status ?? []));
  const table = useTableLabels({
    find: t("find"),
    found: t.raw("found"),
    foundNone: t("foundNone"),
    ownOrder: t("ownOrder"),
  });
  return (
    <>
      <SuppressedNote statuses={shown} />
      <script>{awaitTable}</script>
      <IndicatorRows
        root={resultsPath(locale, view.plan)}
        locale={locale}
        goals={view.goals
          .map(({ code, title, pillar }) => ({
            code,
            title,
            pillar,
            rows: view.rows
              .filter(({ goal }) => goal === code)
              .map(
                (row) =>
                  [
                    row.code,
                    row.title,
                    measure(row),
                    t("aim", { direction: row.direction }),
                    row.region ? letterOf(row.region.status) : "",
                  ] as const,
              ),
          }))
          .filter(({ rows }) => rows.length > 0)}
        labels={{
          caption: t("caption"),
          indicator: t("indicator"),
          measure: t("measure"),
          aim: t("aimTitle"),
          region: t("region", { period: formatsOf(locale).period(view.period) }),
          notForRegion: t("notForRegion"),
          words: Object.fromEntries([...shown].map((status) => [status, word(status)])),
          table,
        }}
      />
    </>
  );
}
