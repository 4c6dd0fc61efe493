import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/results/page-metadata";
import { CorrectionsPage } from "@/components/results/release/corrections-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { correctionsOfRelease } from "@/lib/server/queries/results/corrections-of-release";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version, locale: segment, plan: code } = await params;
  const view = await correctionsOfRelease(code, pageLocale(segment), version);
  if (!view?.plan.release) return {};
  const t = await getTranslations("public.corrections");
  return pageMetadata(t("title", { release: view.plan.release.title }), t("bothPublic"));
}

/** What was corrected since a release: under a release's address only. */
export default async function Corrections({ params }: Props) {
  const { version, locale: segment, plan: code } = await params;
  const locale = pageLocale(segment);
  const view = await correctionsOfRelease(code, locale, version);
  if (!view?.plan.release) notFound();
  return <CorrectionsPage view={view} release={view.plan.release} locale={locale} />;
}
