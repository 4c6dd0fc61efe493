import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangesPage } from "@/components/results/changes/changes-page";
import { changesMetadata } from "@/components/results/page-metadata";
import { pageLocale } from "@/lib/i18n/page-locale";
import { changesOfSegment } from "@/lib/schemas/addresses/changes-filter";
import { regionalProgress } from "@/lib/server/queries/results/public-progress";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string; period: string; filter: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version, locale: segment, plan, period } = await params;
  const locale = pageLocale(segment);
  const view = await regionalProgress(plan, period, locale, version);
  return view ? changesMetadata(view, locale) : {};
}

/** The changes that the address asks for: readers see it under `/changes?direction=worsened` (proxy.ts). */
export default async function FilteredChanges({ params }: Props) {
  const { version, locale: segment, plan, period, filter: narrowed } = await params;
  const locale = pageLocale(segment);
  const filter = changesOfSegment(narrowed);
  const view = filter && (await regionalProgress(plan, period, locale, version));
  if (!view) notFound();
  const isKnown = (list: readonly { code: string }[], code: string | null) =>
    code === null || list.some((each) => each.code === code);
  if (!isKnown(view.goals, filter.goal) || !isKnown(view.countries, filter.country)) notFound();
  return <ChangesPage view={view} filter={filter} locale={locale} />;
}
