import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CivilSocietyPage } from "@/components/results/civil-society/civil-society-page";
import { pageMetadata } from "@/components/results/page-metadata";
import { pageLocale } from "@/lib/i18n/page-locale";
import { spokenLocale } from "@/lib/i18n/routing";
import { publicCivilSociety } from "@/lib/server/queries/civil-society/public-civil-society";

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
  return { locale, view: await publicCivilSociety({ code, locale, version }) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, view } = await asked(props);
  if (!view) return {};
  const t = await getTranslations({ locale: spokenLocale(locale), namespace: "civilSociety" });
  return pageMetadata(t("title"), t("description", { plan: view.plan.title }));
}

/** Platforms of civil society, and their reports. */
export default async function CivilSociety(props: Props) {
  const { locale, view } = await asked(props);
  if (!view) notFound();
  return <CivilSocietyPage view={view} locale={locale} />;
}
