import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageMetadata } from "@/components/results/page-metadata";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import type { ResultsPlan } from "@/lib/views/results-plan";

/** Of the calendar, or of one meeting. */
export async function meetingsMetadata(
  plan: ResultsPlan,
  locale: Locale,
  meeting?: { code: string; title: string },
): Promise<Metadata> {
  const t = await getTranslations({ locale: spokenLocale(locale), namespace: "meetings" });
  const title = meeting ? `${meeting.code} ${meeting.title}` : t("title");
  return pageMetadata(title, t("description", { plan: plan.title }));
}
