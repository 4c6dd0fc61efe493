import { useTranslations } from "next-intl";
import { TakenDownNote } from "@/components/results/status/taken-down-note";
import { awaitTable } from "@/components/tables/table-address";
import { useTableLabels } from "@/components/tables/use-table-labels";
import { Icon } from "@/components/ui/icon";
import { explanationOf } from "@/lib/charts/explanation-address";
import { prepareCountryTable } from "@/lib/charts/prepare/prepare-country-table";
import { formatsOf } from "@/lib/i18n/formats";
import { resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { useUnitNames } from "@/lib/i18n/unit-names";
import { type CountryView, readableNarratives } from "@/lib/views/country-view";
import type { Wording } from "@/lib/views/public-value";
import { type ShownStatus, shownStatuses } from "@/lib/views/shown-status";
import { CountryTable } from "./country-table";

/** Every indicator that a country reports, and the same values as a file. */
export function CountrySection({
  view,
  wording,
  locale,
  csvHref,
}: {
  view: CountryView;
  wording: Wording;
  locale: Locale;
  csvHref: string;
}) {
  const t = useTranslations("country");
  const indicators = useTranslations("indicators");
  const word = useTranslations("status.word");
  const unit = useUnitNames();
  const formats = formatsOf(locale);
  const period = formats.period(view.period);
  const { name, code } = view.country;
  const isInWords = view.goals.some(({ rows }) => rows.some(({ cell }) => cell.value.state === "words"));
  const table = useTableLabels({
    find: indicators("find"),
    found: indicators.raw("found"),
    foundNone: indicators("foundNone"),
    ownOrder: indicators("ownOrder"),
  });
  const goals = prepareCountryTable(view, {
    ...wording,
    unit,
    missing: (reason) => t(`why.${reason}`),
    targetBy: (target, by) => t("targetBy", { target, by: formats.period(by) }),
  });
  return (
    <section className="block" aria-labelledby="every-title">
      <h2 id="every-title">{t("everyIndicator", { period })}</h2>
      <p className="note">{t("everyNote")}</p>
      {isInWords && (
        <p className="note">
          {t.rich("inWordsNote", {
            name: formats.units([name]),
            period,
            count: readableNarratives(view.narratives).length,
            words: (chunks) => <a href="#narratives-title">{chunks}</a>,
          })}
        </p>
      )}
      <ul className="downs">
        <li>
          <Icon name="download" />
          <a href={csvHref} download>
            {t("csv")}
          </a>
        </li>
      </ul>
      <script>{awaitTable}</script>
      <CountryTable
        goals={goals}
        root={resultsPath(locale, view.plan)}
        period={view.period.code}
        query={explanationOf(code)}
        locale={locale}
        labels={{
          caption: t("everyCaption", { name, period }),
          indicator: t("indicator"),
          value: view.approvedOn === null ? null : t("value", { period }),
          target: t("target", { period }),
          noTarget: t("noTarget"),
          before: view.previous && t("status", { period: formats.period(view.previous) }),
          status: view.approvedOn === null ? null : t("status", { period }),
          redefined: t("redefined"),
          words: Object.fromEntries(shownStatuses.map((each) => [each, word(each)])) as Record<ShownStatus, string>,
          table,
        }}
      />
      <TakenDownNote shown={view.goals.flatMap(({ rows }) => rows.map(({ cell }) => cell))} locale={locale} />
    </section>
  );
}
