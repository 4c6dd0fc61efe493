import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { AboutSection } from "@/components/results/observations/about-section";
import { PeriodPicker } from "@/components/results/period-picker";
import { ResultsPage } from "@/components/results/results-page";
import { Icon } from "@/components/ui/icon";
import { PanelSwitch } from "@/components/ui/switches/panel-switch";
import { explanationId, explanationIdOf } from "@/lib/charts/explanation-address";
import { explanationsOf } from "@/lib/charts/prepare/prepare-explanation";
import { prepareRegionTrend } from "@/lib/charts/prepare/prepare-region-trend";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import { csvPath, goalPath, indicatorPath, periodPath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { useUnitNames } from "@/lib/i18n/unit-names";
import { wordingOf } from "@/lib/i18n/wording";
import type { IndicatorView } from "@/lib/views/indicator-view";
import type { Wording } from "@/lib/views/public-value";
import { BreakdownSection } from "./breakdown-section";
import { CountriesChart } from "./countries-chart";
import { ExplanationPanel } from "./explanation-panel";
import { RegionChart } from "./region-chart";
import { trendWords } from "./trend-words";

/** How the values are made, and how the definition changed. */
function DefinitionFacts({ view, locale }: { view: IndicatorView; locale: Locale }) {
  const t = useTranslations("public.indicator");
  const { indicator, history } = view;
  const { edition, isReference } = view.plan;
  const formats = formatsOf(locale);
  const rows: [string, string][] = [
    [t("computation"), indicator.computation],
    [t("numerator"), indicator.numerator],
    [t("denominator"), indicator.denominator],
    [t("means"), indicator.source],
    [t("responsible"), indicator.responsible],
    [t("limits"), indicator.limits],
  ];
  return (
    <>
      <div>
        <h2 className="text-base mb-2">{t("definitionTitle")}</h2>
        <dl className="facts tall">
          {rows
            .filter(([, text]) => text !== "")
            .map(([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd lang={languageOf(text, locale)}>{text}</dd>
              </div>
            ))}
        </dl>
        <p className="note">
          {t("edition", {
            number: edition.number,
            day: formats.day(edition.datedOn),
            kind: isReference ? "reference" : "adopted",
          })}
        </p>
      </div>
      {history.length > 1 && (
        <div>
          <h2 className="text-base mb-2">{t("history")}</h2>
          <dl className="facts tall">
            {history.map(({ version, validFrom, comparable, definition }) => (
              <div key={version}>
                <dt>
                  {t("version", { version })}.{" "}
                  {validFrom ? t("from", { year: formats.year(validFrom) }) : t("fromStart")}
                </dt>
                <dd>
                  <span lang={languageOf(definition, locale)}>{definition}</span>{" "}
                  {!comparable && version > 1 && t("incomparable")}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </>
  );
}

/** The explanation of every status on the page, one at a time; `?country=THA#explanation-THA` in the address chooses one and leads to it. */
function ExplanationAside({ view, wording, locale }: { view: IndicatorView; wording: Wording; locale: Locale }) {
  const t = useTranslations("public.explain");
  const period = formatsOf(locale).period(view.period);
  const { region } = view;
  const explanations = explanationsOf(view, wording);
  const nameOf = ({ unit }: (typeof explanations)[number]) =>
    t("unitOf", { name: unit.code === region?.code ? t("region") : unit.name, period });
  return (
    <div className="panel">
      <h2 className="text-lg mb-3" id={explanationId} tabIndex={-1}>
        {t("title")}
      </h2>
      <PanelSwitch
        look="select"
        label={t("unit")}
        choices={explanations.map((each) => [each.unit.code, nameOf(each), explanationIdOf(each.unit.code)])}
        query="country"
      >
        {explanations.map((each) => (
          <section
            key={each.unit.code}
            id={explanationIdOf(each.unit.code)}
            className="explanation"
            tabIndex={-1}
            aria-label={nameOf(each)}
          >
            <h3 className="unscripted text-base">{nameOf(each)}</h3>
            <ExplanationPanel explanation={each} view={view} locale={locale} />
          </section>
        ))}
      </PanelSwitch>
    </div>
  );
}

/** Where the indicator stands, what it is, and for which period. */
function IndicatorHead({ view, locale }: { view: IndicatorView; locale: Locale }) {
  const t = useTranslations("public.indicator");
  const nav = useTranslations("public.nav");
  const unitName = useUnitNames();
  const { indicator, pillar, goal, nodes, region, countries } = view;
  const root = resultsPath(locale, view.plan);
  const formats = formatsOf(locale);
  const since = view.history.find(({ version }) => version === indicator.version)?.validFrom ?? null;
  const type = t("type", { type: indicator.type, unit: indicator.unit === null ? "" : unitName(indicator.unit) });
  const isOwn = countries.length === 0 && region !== null;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: nav("overview"), href: periodPath(root, view.period.code) },
          { label: `${goal.code} ${goal.title}`, href: goalPath(root, goal.code, view.period.code) },
          ...nodes.map(({ code, title }) => ({
            label: `${code} ${title}`,
            href: `${goalPath(root, goal.code)}#${code}`,
          })),
        ]}
      />
      <div className="head">
        <div>
          <p className="kicker flex flex-wrap gap-x-4">
            <span className={`pill ${pillar.code.toLowerCase()}`}>
              {pillar.code} {pillar.title}
            </span>
            <span>
              {t("kicker", {
                code: indicator.code,
                version: indicator.version,
                year: since === null ? "none" : formats.year(since),
              })}
            </span>
          </p>
          <h1 lang={languageOf(indicator.title, locale)}>{indicator.title}</h1>
        </div>
        <PeriodPicker
          periods={view.periods}
          current={view.period.code}
          base={indicatorPath(root, indicator.code)}
          locale={locale}
        />
      </div>
      <p className="about" lang={languageOf(indicator.definition, locale)}>
        {indicator.definition}
      </p>
      <ul className="meta">
        <li>
          {indicator.type === "narrative"
            ? type
            : t("typeAndTime", { type, accumulation: t("accumulation", { accumulation: indicator.accumulation }) })}
        </li>
        <li>{t("direction", { direction: indicator.direction })}</li>
        <li>{isOwn ? t("reportedByRegion") : t("region", { aggregation: indicator.aggregation })}</li>
      </ul>
    </>
  );
}

/** @param path the page's address after the plan */
export async function IndicatorPage({ view, locale, path }: { view: IndicatorView; locale: Locale; path: string }) {
  const wording = await wordingOf(locale);
  const t = await getTranslations("public.indicator");
  const { indicator, region, plan } = view;
  const period = view.period.code;
  const csvHref = csvPath(indicatorPath(resultsPath(locale, plan), indicator.code, period));
  const regionTrend = prepareRegionTrend(view, trendWords(locale, wording));
  const hasRegion = region !== null && (indicator.aggregation !== "notComputable" || region.assessment?.unit != null);
  return (
    <ResultsPage locale={locale} plan={plan} place="indicators" path={path} csvHref={csvHref}>
      <IndicatorHead view={view} locale={locale} />
      <div className="ind-grid">
        <div className="charts">
          {view.countries.length > 0 && <CountriesChart view={view} wording={wording} locale={locale} />}
          {hasRegion && regionTrend && (
            <RegionChart view={view} region={region} model={regionTrend} wording={wording} locale={locale} />
          )}
          <BreakdownSection view={view} wording={wording} locale={locale} />
        </div>
        <aside aria-label={t("aside")}>
          <ExplanationAside view={view} wording={wording} locale={locale} />
          <DefinitionFacts view={view} locale={locale} />
          <div className="downloads">
            <h2 className="text-base mb-2">{t("downloads")}</h2>
            <ul className="downs">
              <li>
                <Icon name="download" />
                <a href={csvHref} download>
                  {t("csv", { code: indicator.code, period: formatsOf(locale).periodWithCode(view.period) })}
                </a>
              </li>
            </ul>
          </div>
        </aside>
      </div>
      <AboutSection plan={plan} of="indicator" code={indicator.code} period={period} locale={locale} />
    </ResultsPage>
  );
}
