import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CountryList } from "@/components/results/country/country-list";
import { NothingYet } from "@/components/results/nothing-yet";
import { pageMetadata } from "@/components/results/page-metadata";
import { ResultsPage } from "@/components/results/results-page";
import { StatusKey } from "@/components/results/status/status-key";
import { formatsOf } from "@/lib/i18n/formats";
import { pageLocale } from "@/lib/i18n/page-locale";
import { planOfResults } from "@/lib/server/queries/results/plan-of-results";
import { regionalProgress } from "@/lib/server/queries/results/public-progress";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  pageLocale((await params).locale);
  const t = await getTranslations();
  return pageMetadata(t("country.list.title"), t("description.countries"));
}

/** Every country: whether it reported, and the statuses of its indicators. */
export default async function Countries({ params }: Props) {
  const { version, locale: segment, plan: code } = await params;
  const locale = pageLocale(segment);
  const plan = await planOfResults(code, locale, version);
  if (!plan) notFound();
  const view = await regionalProgress(code, null, locale, version);
  const t = await getTranslations("country.list");
  return (
    <ResultsPage locale={locale} plan={plan} place="countries" path="/countries">
      <h1>{t("title")}</h1>
      {view ? (
        <>
          <p className="lead">
            {t("lead", {
              part: view.reported.length,
              whole: view.countries.length,
              period: formatsOf(locale).period(view.period),
            })}
          </p>
          <section className="block first" aria-label={t("statuses")}>
            <p className="note">{t("note")}</p>
            <StatusKey />
            <CountryList view={view} locale={locale} />
          </section>
        </>
      ) : (
        <NothingYet />
      )}
    </ResultsPage>
  );
}
