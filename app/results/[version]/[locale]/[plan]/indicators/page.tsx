import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IndicatorList } from "@/components/results/indicator/indicator-list";
import { NothingYet } from "@/components/results/nothing-yet";
import { pageMetadata } from "@/components/results/page-metadata";
import { ResultsPage } from "@/components/results/results-page";
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
  return pageMetadata(t("indicators.title"), t("description.indicators"));
}

/** Every indicator of the framework. */
export default async function Indicators({ params }: Props) {
  const { version, locale: segment, plan: code } = await params;
  const locale = pageLocale(segment);
  const plan = await planOfResults(code, locale, version);
  if (!plan) notFound();
  const view = await regionalProgress(code, null, locale, version);
  const t = await getTranslations("indicators");
  return (
    <ResultsPage locale={locale} plan={plan} place="indicators" path="/indicators">
      <h1>{t("title")}</h1>
      {view ? (
        <>
          <p className="lead">
            {t("lead", { count: view.rows.length, period: formatsOf(locale).period(view.period) })}
          </p>
          <IndicatorList view={view} locale={locale} />
        </>
      ) : (
        <NothingYet />
      )}
    </ResultsPage>
  );
}
