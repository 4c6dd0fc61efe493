import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageMetadata } from "@/components/results/page-metadata";
import { YouthCard } from "@/components/results/youth/youth-card";
import { pageLocale } from "@/lib/i18n/page-locale";
import { publicationWords } from "@/lib/i18n/publication-words";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { publicYouthCard } from "@/lib/server/queries/youth-forum/public-youth-card";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string; number: string }>;
}

async function asked({ params }: Props) {
  const { version, locale: segment, plan: code, number: typed } = await params;
  const locale = pageLocale(segment);
  const number = rowId.safeParse(typed);
  return {
    locale,
    view: number.success ? await publicYouthCard({ code, language: locale, version }, number.data) : null,
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, view } = await asked(props);
  if (!view) return {};
  const { t } = await publicationWords(locale);
  const number = t("youthCard.number", { number: view.recommendation.number ?? 0 });
  return pageMetadata(`${number}: ${t("youthCard.title")}`, `${view.plan.title}. ${number}`);
}

/** What became of one recommendation, on a card. */
export default async function YouthCardPage(props: Props) {
  const { locale, view } = await asked(props);
  if (!view) notFound();
  return <YouthCard view={view} locale={locale} />;
}
