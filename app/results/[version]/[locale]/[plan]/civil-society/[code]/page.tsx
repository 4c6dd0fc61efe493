import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlatformReportPage } from "@/components/results/civil-society/platform-report-page";
import { pageMetadata } from "@/components/results/page-metadata";
import { pageLocale } from "@/lib/i18n/page-locale";
import { spokenLocale } from "@/lib/i18n/routing";
import { publicPlatformReport } from "@/lib/server/queries/civil-society/public-civil-society";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string; code: string }>;
}

async function asked({ params }: Props) {
  const { version, locale: segment, plan, code } = await params;
  const locale = pageLocale(segment);
  return { locale, view: await publicPlatformReport({ code: plan, locale, version }, code) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, view } = await asked(props);
  if (!view) return {};
  const t = await getTranslations({ locale: spokenLocale(locale), namespace: "civilSociety" });
  return pageMetadata(view.report.code, t("description", { plan: view.plan.title }));
}

/** The report of a platform for a year. */
export default async function PlatformReport(props: Props) {
  const { locale, view } = await asked(props);
  if (!view) notFound();
  return <PlatformReportPage view={view} locale={locale} />;
}
