import { useTranslations } from "next-intl";
import { ChartOrTable } from "@/components/charts/chart-or-table";
import { TrendKeys } from "@/components/charts/trend-keys";
import { TrendPanels } from "@/components/charts/trend-panels";
import { ChartLinks } from "@/components/results/chart-links";
import { SaidKey, SaidTable } from "@/components/results/observations/said-beside";
import { StatusChip } from "@/components/results/status/status-chip";
import { SuppressedNote } from "@/components/results/status/suppressed-note";
import { TakenDownNote } from "@/components/results/status/taken-down-note";
import { Table } from "@/components/ui/table";
import { explanationOf } from "@/lib/charts/explanation-address";
import { laterDefinition } from "@/lib/charts/later-definition";
import { letterInColumn } from "@/lib/charts/letter-text";
import { explainCountry } from "@/lib/charts/prepare/prepare-explanation";
import { endsOfPaths, prepareTrend } from "@/lib/charts/prepare/prepare-trend";
import { redefinedPeriods } from "@/lib/charts/redefined-periods";
import { findingOfCountries } from "@/lib/i18n/countries-wording";
import { definitionNote } from "@/lib/i18n/definition-wording";
import { formatsOf } from "@/lib/i18n/formats";
import { chartPath, countryPath, csvPath, indicatorPath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { IndicatorView } from "@/lib/views/indicator-view";
import { partsText, shownText, type Wording } from "@/lib/views/public-value";
import { type ShownStatus, shownStatuses, statusesShown } from "@/lib/views/shown-status";
import { trendWords } from "./trend-words";
import { useMeasure } from "./use-measure";
import { useSaidBeside } from "./use-said-beside";
import { useSummaries } from "./use-summaries";

/** The same numbers as the chart's, and what a percentage is made of. */
function CountriesTable({ view, wording, locale }: { view: IndicatorView; wording: Wording; locale: Locale }) {
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

/** Of an indicator in words: that the answers are internal, and where the countries' own public words stand. */
function WordsNote({ view, locale }: { view: IndicatorView; locale: Locale }) {
  const t = useTranslations("public.indicator");
  const { pillar, countries, wordsOf } = view;
  const about = { pillar: `${pillar.code} ${pillar.title}`, period: formatsOf(locale).period(view.period) };
  const root = resultsPath(locale, view.plan);
  return (
    <div className="mt-4">
      <p>{t("wordsInternal")}</p>
      <p className="mt-2">{wordsOf.length === 0 ? t("wordsNone", about) : t("wordsPublic", about)}</p>
      {wordsOf.length > 0 && (
        <ul className="downs words">
          {countries
            .filter(({ code }) => wordsOf.includes(code))
            .map(({ code, name }) => (
              <li key={code}>
                <a href={`${countryPath(root, code, view.period.code)}#narratives-title`}>{name}</a>
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}

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
