import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/results/page-metadata";
import { YouthForumPage } from "@/components/results/youth/youth-forum-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { spokenLocale } from "@/lib/i18n/routing";
import { publicYouthForum } from "@/lib/server/queries/youth-forum/public-youth-forum";

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
  return { locale, view: await publicYouthForum({ code, locale, version }) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, view } = await asked(props);
  if (!view) return {};
  const t = await getTranslations({ locale: spokenLocale(locale), namespace: "youth" });
  return pageMetadata(t("title"), t("description", { plan: view.plan.title }));
}

/** What young people recommended, and what became of it. */
export default async function YouthForum(props: Props) {
  const { locale, view } = await asked(props);
  if (!view) notFound();
  return <YouthForumPage view={view} locale={locale} />;
}
