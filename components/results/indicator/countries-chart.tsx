import { useTranslations } from "next-intl";
import { ChartOrTable } from "@/components/charts/chart-or-table";
import { TrendKeys } from "@/components/charts/trend-keys";
import { TrendPanels } from "@/components/charts/trend-panels";
import { ChartLinks } from "@/components/results/chart-links";
import { SaidKey, SaidTable } from "@/components/results/observations/said-beside";
import { SuppressedNote } from "@/components/results/status/suppressed-note";
import { TakenDownNote } from "@/components/results/status/taken-down-note";
import { laterDefinition } from "@/lib/charts/later-definition";
import { explainCountry } from "@/lib/charts/prepare/prepare-explanation";
import { endsOfPaths, prepareTrend } from "@/lib/charts/prepare/prepare-trend";
import { findingOfCountries } from "@/lib/i18n/countries-wording";
import { definitionNote } from "@/lib/i18n/definition-wording";
import { formatsOf } from "@/lib/i18n/formats";
import { chartPath, csvPath, indicatorPath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { IndicatorView } from "@/lib/views/indicator-view";
import type { Wording } from "@/lib/views/public-value";
import { type ShownStatus, shownStatuses, statusesShown } from "@/lib/views/shown-status";
import { CountriesTable } from "./countries-table";
import { trendWords } from "./trend-words";
import { useMeasure } from "./use-measure";
import { useSaidBeside } from "./use-said-beside";
import { useSummaries } from "./use-summaries";
import { WordsNote } from "./words-note";

/** The countries' values against their planned paths, as small multiples or as a table. */
export function CountriesChart({ view, wording, locale }: { view: IndicatorView; wording: Wording; locale: Locale }) {
  const t = useTranslations("public.trend");
  const word = useTranslations("status.word");
  const shared = useTranslations("public");
  const download = shared("download");
  const summaries = useSummaries();
  const { indicator, countries, plan } = view;
  const model = prepareTrend(view, trendWords(locale, wording));
  const formats = formatsOf(locale);
  const period = formats.period(view.period);
  // Where a definition ends before the plan, so do the paths under it.
  const ends = endsOfPaths(model);
  const unit = useMeasure()(indicator);
  const finding = findingOfCountries(t, view, period, formats);
  const words = Object.fromEntries(shownStatuses.map((each) => [each, word(each)])) as Record<ShownStatus, string>;
  const reported = countries.filter(({ approvedOn }) => approvedOn !== null).length;
  const ofPeriod = indicatorPath(resultsPath(locale, plan), indicator.code, view.period.code);
  const hasPoints = model.panels.some(({ markers }) => markers.length > 0);
  const isDrawn = indicator.type !== "narrative";
  const explain = useTranslations("public.explain");
  const ofLater = countries
    .map((line) => explainCountry(line, indicator, wording))
    .filter(({ targetVersion }) => laterDefinition(view, targetVersion) !== null)
    .map((explained) => definitionNote(explain, explained, view, formats));
  const beside = useSaidBeside(view, locale);
  const table = (
    <>
      <CountriesTable view={view} wording={wording} locale={locale} />
      {ofLater[0] && <p className="src">{ofLater[0]}</p>}
    </>
  );
  const head = (
    <>
      <h2>{finding}</h2>
      <p className="fig-sub">
        {ends.length > 0 ? t("sub", { unit, period, end: formats.list(ends) }) : t("subPlain", { unit, period })}
      </p>
    </>
  );
  return (
    <figure id="countries">
      {isDrawn ? (
        <ChartOrTable
          query="countries"
          head={head}
          labels={{ view: t("view"), chart: t("chart"), table: t("table") }}
          chart={
            <>
              <TrendPanels
                model={model}
                beside={beside}
                labels={{
                  target: t("target"),
                  baseline: t("keys.baseline"),
                  redefined: t("keys.break"),
                  failed: shared("chartFailed"),
                  words,
                  summaries: summaries(model),
                }}
              />
              <TrendKeys model={model}>{beside && <SaidKey {...beside} />}</TrendKeys>
            </>
          }
          table={table}
          under={beside && <SaidTable {...beside} />}
        />
      ) : (
        <>
          <div className="fig-head">
            <div>{head}</div>
          </div>
          {table}
          <WordsNote view={view} locale={locale} />
        </>
      )}
      <p className="src">{t("source", { reported, all: countries.length })}</p>
      <SuppressedNote statuses={countries.flatMap(statusesShown)} />
      <TakenDownNote shown={countries.flatMap(({ points }) => points)} locale={locale} />
      {isDrawn && hasPoints && (
        <ChartLinks label={download} chart={chartPath(ofPeriod, "countries")} csv={csvPath(ofPeriod)} />
      )}
    </figure>
  );
}
