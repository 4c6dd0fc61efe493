import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GoalPage } from "@/components/results/goal/goal-page";
import { goalMetadata } from "@/components/results/page-metadata";
import { pageLocale } from "@/lib/i18n/page-locale";
import { goalProgress } from "@/lib/server/queries/results/public-progress";

export const dynamic = "force-static";
export const revalidate = false;
export const dynamicParams = true;
export const generateStaticParams = () => [];

interface Props {
  params: Promise<{ version: string; locale: string; plan: string; goal: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version, locale: segment, plan, goal } = await params;
  const locale = pageLocale(segment);
  const view = await goalProgress(plan, goal, null, locale, version);
  return view ? goalMetadata(view, locale) : {};
}

/** A goal in the latest period with results. */
export default async function GoalLatest({ params }: Props) {
  const { version, locale: segment, plan, goal } = await params;
  const locale = pageLocale(segment);
  const view = await goalProgress(plan, goal, null, locale, version);
  if (!view) notFound();
  return <GoalPage view={view} locale={locale} path={`/goals/${goal}`} />;
}
