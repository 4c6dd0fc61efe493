import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CountryPage } from "@/components/results/country/country-page";
import { countryMetadata } from "@/components/results/page-metadata";
import { pageLocale } from "@/lib/i18n/page-locale";
import { countryProgress } from "@/lib/server/queries/results/public-progress";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string; country: string; period: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version, locale: segment, plan, country, period } = await params;
  const locale = pageLocale(segment);
  const view = await countryProgress(plan, country, period, locale, version);
  return view ? countryMetadata(view, locale) : {};
}

/** A country in a named period. */
export default async function CountryOfPeriod({ params }: Props) {
  const { version, locale: segment, plan, country, period } = await params;
  const locale = pageLocale(segment);
  const view = await countryProgress(plan, country, period, locale, version);
  if (!view) notFound();
  return <CountryPage view={view} locale={locale} path={`/countries/${country}/${period}`} />;
}
