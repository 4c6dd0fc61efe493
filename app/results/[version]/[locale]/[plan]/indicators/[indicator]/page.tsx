import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IndicatorPage } from "@/components/results/indicator/indicator-page";
import { indicatorMetadata } from "@/components/results/page-metadata";
import { pageLocale } from "@/lib/i18n/page-locale";
import { indicatorProgress } from "@/lib/server/queries/results/public-progress";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string; indicator: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version, locale: segment, plan, indicator } = await params;
  const locale = pageLocale(segment);
  const view = await indicatorProgress(plan, indicator, null, locale, version);
  return view ? indicatorMetadata(view, locale) : {};
}

/** An indicator in the latest period with results. */
export default async function LatestIndicator({ params }: Props) {
  const { version, locale: segment, plan, indicator } = await params;
  const locale = pageLocale(segment);
  const view = await indicatorProgress(plan, indicator, null, locale, version);
  if (!view) notFound();
  return <IndicatorPage view={view} locale={locale} path={`/indicators/${indicator}`} />;
}
