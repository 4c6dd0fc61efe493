import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/results/page-metadata";
import { ReleaseList } from "@/components/results/release/release-list";
import { ResultsPage } from "@/components/results/results-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { releasesOfPlan } from "@/lib/server/queries/results/releases-of-plan";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  pageLocale((await params).locale);
  const t = await getTranslations("public.release");
  return pageMetadata(t("title"), t("lead"));
}

/** The results versions that were named for good. */
export default async function Releases({ params }: Props) {
  const { version, locale: segment, plan: code } = await params;
  const locale = pageLocale(segment);
  const found = await releasesOfPlan(code, locale, version);
  if (!found) notFound();
  const t = await getTranslations("public.release");
  return (
    <ResultsPage locale={locale} plan={found.plan} place="about" path="/releases">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <ReleaseList plan={found.plan} releases={found.releases} locale={locale} />
    </ResultsPage>
  );
}
