import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { countryRows } from "@/components/results/country-rows";
import { DistributionList } from "@/components/results/distribution-list";
import { NothingYet } from "@/components/results/nothing-yet";
import { ResultsPage } from "@/components/results/results-page";
import { StatusKey } from "@/components/results/status-key";
import { formatsOf } from "@/lib/i18n/formats";
import { pageLocale } from "@/lib/i18n/page-locale";
import { planOfResults } from "@/lib/server/queries/plan-of-results";
import { regionalProgress } from "@/lib/server/queries/regional-progress";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ locale: string; plan: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  pageLocale((await params).locale);
  const t = await getTranslations();
  return { title: t("common.pageTitle", { title: t("public.lists.countriesTitle") }) };
}

/** Every country with the statuses of its indicators. */
export default async function Countries({ params }: Props) {
  const { locale: segment, plan: code } = await params;
  const locale = pageLocale(segment);
  const plan = await planOfResults(code, locale);
  if (!plan) notFound();
  const view = await regionalProgress(code, null, locale);
  const t = await getTranslations("public.lists");
  return (
    <ResultsPage locale={locale} plan={plan} place="countries" path="/countries">
      <h1>{t("countriesTitle")}</h1>
      {view ? (
        <>
          <p className="lead">{t("countriesLead", { period: formatsOf(locale).period(view.period) })}</p>
          <section className="block first" aria-label={t("countriesTitle")}>
            <StatusKey />
            <DistributionList rows={countryRows(view, `/${locale}/${plan.code}`)} />
          </section>
        </>
      ) : (
        <NothingYet />
      )}
    </ResultsPage>
  );
}
