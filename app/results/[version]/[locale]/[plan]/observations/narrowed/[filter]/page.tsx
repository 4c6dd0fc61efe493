import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { observationsMetadata } from "@/components/results/observations/observation-metadata";
import { ObservationsPage } from "@/components/results/observations/observations-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { observationsOfSegment } from "@/lib/schemas/addresses/observations-filter";
import { publicObservations } from "@/lib/server/queries/observations/public-observations";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string; filter: string }>;
}

async function asked({ params }: Props) {
  const { version, locale: segment, plan: code, filter: narrowed } = await params;
  const locale = pageLocale(segment);
  const filter = observationsOfSegment(narrowed);
  const view = filter && (await publicObservations({ code, locale, version }, filter));
  return view && { locale, filter, view };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await asked(props);
  return found ? observationsMetadata(found.view.plan, found.locale) : {};
}

/** The observations that the address asks for: readers see it under `/observations?country=THA` (proxy.ts). */
export default async function NarrowedObservations(props: Props) {
  const found = await asked(props);
  if (!found) notFound();
  return <ObservationsPage {...found} />;
}
