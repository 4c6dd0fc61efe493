import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { observationMetadata } from "@/components/results/observations/observation-metadata";
import { ObservationPage } from "@/components/results/observations/observation-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { publicObservation } from "@/lib/server/queries/observations/public-observations";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string; number: string }>;
}

async function asked({ params }: Props) {
  const { version, locale: segment, plan: code, number } = await params;
  const locale = pageLocale(segment);
  return { locale, view: await publicObservation({ code, locale, version }, number) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, view } = await asked(props);
  return view ? observationMetadata(view, locale) : {};
}

/** One public observation; there is nothing here for any other number, whatever stands behind it. */
export default async function Observation(props: Props) {
  const { locale, view } = await asked(props);
  if (!view) notFound();
  return <ObservationPage view={view} locale={locale} />;
}
