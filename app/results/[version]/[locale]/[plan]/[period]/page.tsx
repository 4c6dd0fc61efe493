import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { overviewMetadata } from "@/components/results/page-metadata";
import { RegionalOverview } from "@/components/results/regional-overview";
import { pageLocale } from "@/lib/i18n/page-locale";
import { regionalProgress } from "@/lib/server/queries/results/public-progress";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string; period: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version, locale: segment, plan, period } = await params;
  const locale = pageLocale(segment);
  const view = await regionalProgress(plan, period, locale, version);
  return view ? overviewMetadata(view, locale) : {};
}

/** The regional picture of a named period. */
export default async function PeriodOverview({ params }: Props) {
  const { version, locale: segment, plan, period } = await params;
  const locale = pageLocale(segment);
  const view = await regionalProgress(plan, period, locale, version);
  if (!view) notFound();
  return <RegionalOverview view={view} locale={locale} path={`/${period}`} />;
}
