import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { NamedIndicator, RegionalFindings } from "@/lib/charts/prepare/prepare-findings";
import { formatsOf } from "@/lib/i18n/formats";
import { indicatorPath, placePath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { RegionalView } from "@/lib/views/regional-view";
import { PeriodPicker } from "./period-picker";

/** The finding as a title, the findings in sentences, and how complete the picture is. */
export function RegionalHead({
  view,
  findings,
  locale,
}: {
  view: RegionalView;
  findings: RegionalFindings;
  locale: Locale;
}) {
  const t = useTranslations("public.overview");
  const formats = formatsOf(locale);
  const root = resultsPath(locale, view.plan);
  const period = formats.period(view.period);
  const { percent, yearsLeft, afterEnd, values } = findings;
  const bold = (chunks: ReactNode) => <b>{chunks}</b>;
  return (
    <>
      <div className="head">
        <div>
          <p className="kicker">{t("kicker")}</p>
          <h1>{percent === null ? t("titleNone", { period }) : t("title", { percent, yearsLeft, afterEnd })}</h1>
        </div>
        <PeriodPicker periods={view.periods} current={view.period.code} base={root} locale={locale} />
      </div>
      <div className="intro">
        <Sentences view={view} findings={findings} period={period} locale={locale} />
        <ul className="meta">
          <li>{t.rich("countriesReported", { part: view.reported.length, whole: view.countries.length, b: bold })}</li>
          <li>
            {t.rich("valuesReported", {
              part: formats.number(values.given),
              whole: formats.number(values.due),
              notApplicable: values.notApplicable,
              b: bold,
            })}
          </li>
          {view.approvedUpTo && <li>{t.rich("approvedUpTo", { date: formats.day(view.approvedUpTo), b: bold })}</li>}
          <li>
            <a href={`${placePath(root, "about")}#method`}>{t("howStatus")}</a>
          </li>
        </ul>
      </div>
    </>
  );
}

function Sentences({
  view,
  findings,
  period,
  locale,
}: {
  view: RegionalView;
  findings: RegionalFindings;
  period: string;
  locale: Locale;
}) {
  const t = useTranslations("public.overview");
  const { percent, favourable, assessed, reachedByAll, slowest, asSlow, movedAway, movedAwayMostly } = findings;
  const formats = formatsOf(locale);
  const root = resultsPath(locale, view.plan);
  const linked = (indicators: readonly NamedIndicator[]) => {
    const [first, second] = indicators;
    const link = (indicator: NamedIndicator | undefined) => (chunks: ReactNode) =>
      indicator && <a href={indicatorPath(root, indicator.code, view.period.code)}>{chunks}</a>;
    return {
      firstTitle: first?.title ?? "",
      secondTitle: second?.title ?? "",
      first: link(first),
      second: link(second),
    };
  };
  const [first, second] = reachedByAll;
  const counts = { firstCount: first?.count ?? 0, secondCount: second?.count ?? 0 };
  const [slow, slower] = slowest;
  const shares = {
    firstBehind: slow?.behind ?? 0,
    firstAssessed: slow?.assessed ?? 0,
    secondBehind: slower?.behind ?? 0,
    secondAssessed: slower?.assessed ?? 0,
  };
  return (
    <p className="lead">
      {percent !== null &&
        t.rich("share", {
          period,
          percent,
          favourable,
          assessed,
          all: (chunks) => <a href="#heat">{chunks}</a>,
        })}{" "}
      {first && t.rich(second ? "reachedTwo" : "reachedOne", { ...linked(reachedByAll), ...counts })}{" "}
      {slow && t.rich(slower ? "slowestTwo" : "slowestOne", { ...linked(slowest), ...shares, others: asSlow })}{" "}
      {movedAway > 0 && !movedAwayMostly && t("movedAway", { count: movedAway })}
      {movedAwayMostly &&
        t("movedAwayMostly", {
          count: movedAway,
          part: movedAwayMostly.count,
          isAll: String(movedAwayMostly.count === movedAway),
          countries: formats.units(movedAwayMostly.countries.map(({ name }) => name)),
        })}
    </p>
  );
}
