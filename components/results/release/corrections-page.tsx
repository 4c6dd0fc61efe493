import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { ResultsPage } from "@/components/results/results-page";
import { EmptyState } from "@/components/ui/empty-state";
import { formatsOf } from "@/lib/i18n/formats";
import { correctionsPath, countryPath, csvPath, planPath, releasesPath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { CorrectionsView } from "@/lib/views/corrections-view";
import type { ReleaseView } from "@/lib/views/results-plan";
import { CorrectionsTable } from "./corrections-table";

/** More are read in the file. */
const mostShown = 500;

/** What a release had and shows as taken down; nothing where there is nothing. */
function TakenDownSince({ view, locale }: { view: CorrectionsView; locale: Locale }) {
  const t = useTranslations("public.corrections");
  const kinds = useTranslations("country.narratives");
  const formats = formatsOf(locale);
  const root = resultsPath(locale, view.plan);
  const { values, texts } = view.takenDown;
  if (values.length + texts.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="taken-down">
      <h2 id="taken-down">{t("takenDown")}</h2>
      <p className="note">{t("takenDownNote")}</p>
      {values.length > 0 && (
        <CorrectionsTable view={{ ...view, corrections: values }} locale={locale} caption={t("takenDown")} />
      )}
      {texts.length > 0 && (
        <ul className="bare-list">
          {texts.map(({ unit, period, pillar, kind, on }) => (
            <li key={`${unit.code} ${period.code} ${pillar.code} ${kind} ${on}`}>
              <a href={countryPath(root, unit.code, period.code)}>
                {t("text", { unit: unit.name, period: formats.period(period), kind: kinds(kind) })}
              </a>{" "}
              {t("textOn", { pillar: `${pillar.code} ${pillar.title}`, day: formats.day(on) })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What was corrected since a release. */
export async function CorrectionsPage({
  view,
  release,
  locale,
}: {
  view: CorrectionsView;
  release: ReleaseView;
  locale: Locale;
}) {
  const t = await getTranslations("public.corrections");
  const releases = await getTranslations("public.release");
  const { plan, present, corrections, news } = view;
  const { day } = formatsOf(locale);
  const root = resultsPath(locale, plan);
  const csvHref = csvPath(correctionsPath(root));
  const shown = corrections.slice(0, mostShown);
  const versions = { version: release.version, day: day(release.releasedOn), present };
  return (
    <ResultsPage locale={locale} plan={plan} place="about" path={correctionsPath("")} isOfRelease csvHref={csvHref}>
      <Breadcrumb
        crumbs={[
          { label: releases("title"), href: releasesPath(planPath(locale, plan.code)) },
          { label: release.title, href: root },
          { label: t("crumb"), href: null },
        ]}
      />
      <h1>{t("title", { release: release.title })}</h1>
      <p className="lead">{t("lead", versions)}</p>
      {corrections.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={t("none")} />
        </div>
      ) : (
        <>
          <p className="mt-5">{t("count", { count: corrections.length })}</p>
          <p className="note">{t("bothPublic")}</p>
          {shown.length < corrections.length && <p className="note">{t("more", { shown: shown.length })}</p>}
          <CorrectionsTable view={{ ...view, corrections: shown }} locale={locale} caption={t("crumb")} />
        </>
      )}
      <TakenDownSince view={view} locale={locale} />
      {corrections.length + view.takenDown.values.length > 0 && (
        <p className="mt-5">
          <a href={csvHref}>{t("csv")}</a>
        </p>
      )}
      {news > 0 && <p className="note mt-5">{t("news", { news })}</p>}
    </ResultsPage>
  );
}
