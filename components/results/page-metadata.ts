import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import type { CountryView } from "@/lib/views/country-view";
import type { GoalView } from "@/lib/views/goal-view";
import type { IndicatorView } from "@/lib/views/indicator-view";
import type { RegionalView } from "@/lib/views/regional-view";

// What a public page says of itself: in the browser's tab, and to search engines and whoever is sent its address. A
// description states no value: search engines keep it long after a value was corrected.

/** @param title of the page, without the product's name */
export async function pageMetadata(title: string, description: string): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("pageTitle", { title }), description };
}

export async function overviewMetadata({ plan, period, rows }: RegionalView, locale: Locale): Promise<Metadata> {
  const t = await getTranslations();
  const args = { period: formatsOf(locale).period(period) };
  return pageMetadata(
    t("public.overview.pageTitle", args),
    t("description.overview", { ...args, plan: plan.title, indicators: rows.length }),
  );
}

export async function changesMetadata({ period, plan }: RegionalView, locale: Locale): Promise<Metadata> {
  const t = await getTranslations();
  const args = { period: formatsOf(locale).period(period) };
  return pageMetadata(t("public.changes.pageTitle", args), t("description.changes", { ...args, plan: plan.title }));
}

export async function indicatorMetadata({ indicator, period }: IndicatorView, locale: Locale): Promise<Metadata> {
  const t = await getTranslations();
  const args = { code: indicator.code, title: indicator.title, period: formatsOf(locale).period(period) };
  return pageMetadata(t("public.indicator.pageTitle", args), t("description.indicator", args));
}

export async function countryMetadata({ country, period, plan }: CountryView, locale: Locale): Promise<Metadata> {
  const t = await getTranslations();
  const args = { name: country.name, period: formatsOf(locale).period(period) };
  return pageMetadata(t("country.pageTitle", args), t("description.country", { ...args, plan: plan.title }));
}

export async function goalMetadata({ code, title, regional }: GoalView, locale: Locale): Promise<Metadata> {
  const t = await getTranslations();
  const args = { code, title, period: formatsOf(locale).period(regional.period) };
  return pageMetadata(t("public.goal.pageTitle", args), t("description.goal", args));
}
