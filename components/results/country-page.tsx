import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { Notice } from "@/components/ui/notice";
import type { CountryView } from "@/lib/charts/country-view";
import { countIn, distributionOf } from "@/lib/charts/distribution";
import { prepareFindings } from "@/lib/charts/prepare-findings";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import { wordingOf } from "@/lib/i18n/wording";
import { ChangesSection } from "./changes-section";
import { CountryTable } from "./country-table";
import { DistributionList } from "./distribution-list";
import { PeriodPicker } from "./period-picker";
import { ResultsPage } from "./results-page";
import { StatusKey } from "./status-key";

/** A country: its statuses by goal, what changed, and every indicator with its value. */
export async function CountryPage({ view, locale, path }: { view: CountryView; locale: Locale; path: string }) {
  const t = await getTranslations("public");
  const wording = await wordingOf(locale);
  const formats = formatsOf(locale);
  const { country, plan } = view;
  const root = `/${locale}/${plan.code}`;
  const period = formats.period(view.period);
  const { percent, favourable, assessed, distribution, values } = prepareFindings(view.regional);
  const { name } = country;
  const bold = (chunks: React.ReactNode) => <b>{chunks}</b>;
  return (
    <ResultsPage
      locale={locale}
      plan={plan}
      place="countries"
      path={path}
      csvHref={`${root}/countries/${country.code}/${view.period.code}/csv`}
    >
      <Breadcrumb
        crumbs={[
          { label: t("nav.overview"), href: `${root}/${view.period.code}` },
          { label: t("nav.countries"), href: `${root}/countries` },
          { label: name, href: null },
        ]}
      />
      <div className="head">
        <div>
          <p className="kicker">{country.longName}</p>
          <h1>{percent === null ? t("country.titleNone", { name, period }) : t("country.title", { name, percent })}</h1>
        </div>
        <PeriodPicker
          periods={view.periods}
          current={view.period.code}
          base={`${root}/countries/${country.code}`}
          locale={locale}
        />
      </div>
      {view.approvedOn === null ? (
        <div className="mt-4">
          <Notice>
            <p>{t("country.notApproved", { name, period })}</p>
          </Notice>
        </div>
      ) : (
        <div className="intro">
          <p className="lead">
            {t("country.lead", { favourable, assessed, period, notAssessed: countIn(distribution, "notAssessed") })}
          </p>
          <ul className="meta">
            <li>
              {t.rich("country.valuesReported", {
                part: formats.number(values.given),
                whole: formats.number(values.due),
                b: bold,
              })}
            </li>
            <li>{t.rich("country.approvedOn", { date: formats.day(view.approvedOn), b: bold })}</li>
            <li>
              <a href={`${root}/about#method`}>{t("overview.howStatus")}</a>
            </li>
          </ul>
        </div>
      )}
      <section className="block" aria-labelledby="goals-title">
        <h2 id="goals-title">{t("country.byGoal")}</h2>
        <p className="note">{t("country.byGoalNote")}</p>
        <StatusKey />
        <DistributionList
          rows={view.goals.map(({ goal, rows }) => ({
            ...{ code: goal.code, title: goal.title, pillar: goal.pillar, href: `#${goal.code}` },
            counts: distributionOf(rows.map(({ cell }) => cell.status)),
          }))}
        />
      </section>
      <ChangesSection view={view.regional} locale={locale} />
      <section className="block" aria-labelledby="every-title">
        <h2 id="every-title">{t("country.everyIndicator", { period })}</h2>
        {view.goals.map((each) => (
          <CountryTable key={each.goal.code} view={view} {...each} wording={wording} locale={locale} />
        ))}
      </section>
    </ResultsPage>
  );
}
