import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangesPage } from "@/components/results/changes/changes-page";
import { changesMetadata } from "@/components/results/page-metadata";
import { pageLocale } from "@/lib/i18n/page-locale";
import { allChanges } from "@/lib/schemas/addresses/changes-filter";
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
  return view ? changesMetadata(view, locale) : {};
}

/** Every status that changed since the period before. */
export default async function Changes({ params }: Props) {
  const { version, locale: segment, plan, period } = await params;
  const locale = pageLocale(segment);
  const view = await regionalProgress(plan, period, locale, version);
  if (!view) notFound();
  return <ChangesPage view={view} filter={allChanges} locale={locale} />;
}
