import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AboutPage } from "@/components/results/about/about-page";
import { pageMetadata } from "@/components/results/page-metadata";
import { pageLocale } from "@/lib/i18n/page-locale";
import { planOfResults } from "@/lib/server/queries/results/plan-of-results";

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
  return pageMetadata(t("about.title"), t("about.lead"));
}

/** What the results rest on, and how they are worked out. */
export default async function About({ params }: Props) {
  const { version, locale: segment, plan: code } = await params;
  const locale = pageLocale(segment);
  const plan = await planOfResults(code, locale, version);
  if (!plan) notFound();
  return <AboutPage plan={plan} locale={locale} />;
}
