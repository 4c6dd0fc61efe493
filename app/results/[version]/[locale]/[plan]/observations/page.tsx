import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { observationsMetadata } from "@/components/results/observations/observation-metadata";
import { ObservationsPage } from "@/components/results/observations/observations-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { allObservations } from "@/lib/schemas/addresses/observations-filter";
import { publicObservations } from "@/lib/server/queries/observations/public-observations";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string }>;
}

async function asked({ params }: Props) {
  const { version, locale: segment, plan: code } = await params;
  const locale = pageLocale(segment);
  return { locale, view: await publicObservations({ code, locale, version }, allObservations) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, view } = await asked(props);
  return view ? observationsMetadata(view.plan, locale) : {};
}

/** Every public observation of civil society. */
export default async function Observations(props: Props) {
  const { locale, view } = await asked(props);
  if (!view) notFound();
  return <ObservationsPage view={view} filter={allObservations} locale={locale} />;
}
