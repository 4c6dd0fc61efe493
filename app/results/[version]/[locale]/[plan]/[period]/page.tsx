import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RegionalOverview } from "@/components/results/regional-overview";
import { formatsOf } from "@/lib/i18n/formats";
import { pageLocale } from "@/lib/i18n/page-locale";
import { regionalProgress } from "@/lib/server/queries/regional-progress";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ locale: string; plan: string; period: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: segment, plan, period } = await params;
  const locale = pageLocale(segment);
  const view = await regionalProgress(plan, period, locale);
  if (!view) return {};
  const t = await getTranslations();
  const title = t("public.overview.pageTitle", { period: formatsOf(locale).period(view.period) });
  return { title: t("common.pageTitle", { title }) };
}

/** The regional picture of a named period. */
export default async function PeriodOverview({ params }: Props) {
  const { locale: segment, plan, period } = await params;
  const locale = pageLocale(segment);
  const view = await regionalProgress(plan, period, locale);
  if (!view) notFound();
  return <RegionalOverview view={view} locale={locale} path={`/${period}`} />;
}
