import type { Metadata } from "next";
import { pageMetadata } from "@/components/results/page-metadata";
import type { Locale } from "@/lib/i18n/routing";
import type { ObservationPageView } from "@/lib/views/commitments/public-observation";
import type { ResultsPlan } from "@/lib/views/results-plan";
import { observationWords } from "./observation-words";

// A description has none of the words and no name: search engines keep it long after an observation was withdrawn.

export async function observationsMetadata(plan: ResultsPlan, locale: Locale): Promise<Metadata> {
  const { t } = await observationWords(locale);
  return pageMetadata(t("title"), t("description", { plan: plan.title }));
}

export async function observationMetadata({ plan, period, observation }: ObservationPageView, locale: Locale) {
  const words = await observationWords(locale);
  const said = await pageMetadata(words.title(observation, period), words.t("description", { plan: plan.title }));
  return observation.said ? said : { ...said, robots: { index: false } };
}
