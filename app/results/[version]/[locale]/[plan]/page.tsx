import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NothingYet } from "@/components/results/nothing-yet";
import { overviewMetadata, pageMetadata } from "@/components/results/page-metadata";
import { RegionalOverview } from "@/components/results/regional-overview";
import { ResultsPage } from "@/components/results/results-page";
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
  const { version, locale: segment, plan } = await params;
  const locale = pageLocale(segment);
  const view = await regionalProgress(plan, null, locale, version);
  if (view) return overviewMetadata(view, locale);
  const t = await getTranslations("public");
  return pageMetadata(t("overview.kicker"), t("nothingYet.lead"));
}

/** The regional picture of the latest period with results. */
export default async function Overview({ params }: Props) {
  const { version, locale: segment, plan: code } = await params;
  const locale = pageLocale(segment);
  const view = await regionalProgress(code, null, locale, version);
  if (view) return <RegionalOverview view={view} locale={locale} path="" />;
  const plan = await planOfResults(code, locale, version);
  if (!plan) notFound();
  return (
    <ResultsPage locale={locale} plan={plan} place="overview" path="">
      <NothingYet />
    </ResultsPage>
  );
}
