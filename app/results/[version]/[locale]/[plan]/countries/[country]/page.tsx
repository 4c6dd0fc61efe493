import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CountryPage } from "@/components/results/country-page";
import { formatsOf } from "@/lib/i18n/formats";
import { pageLocale } from "@/lib/i18n/page-locale";
import { countryProgress } from "@/lib/server/queries/country-progress";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ locale: string; plan: string; country: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: segment, plan, country } = await params;
  const locale = pageLocale(segment);
  const view = await countryProgress(plan, country, null, locale);
  if (!view) return {};
  const t = await getTranslations();
  const title = t("country.pageTitle", {
    name: view.country.name,
    period: formatsOf(locale).period(view.period),
  });
  return { title: t("common.pageTitle", { title }) };
}

/** A country in the latest period with results. */
export default async function CountryLatest({ params }: Props) {
  const { locale: segment, plan, country } = await params;
  const locale = pageLocale(segment);
  const view = await countryProgress(plan, country, null, locale);
  if (!view) notFound();
  return <CountryPage view={view} locale={locale} path={`/countries/${country}`} />;
}
