import "server-only";
import { cache } from "react";
import { spokenLocale } from "@/lib/i18n/routing";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { countryView } from "@/lib/server/results/read/country-view";
import { goalView } from "@/lib/server/results/read/goal-view";
import { indicatorViews } from "@/lib/server/results/read/indicator-views";
import {
  type PublishedPeriod,
  type PublishedPlan,
  publishedPeriod,
  publishedPlan,
} from "@/lib/server/results/read/plan";
import { regionalView } from "@/lib/server/results/read/regional-view";
import { publicReader } from "@/lib/server/results/read/result-reader";
import type { CountryView } from "@/lib/views/country-view";
import type { GoalView } from "@/lib/views/goal-view";
import type { IndicatorView } from "@/lib/views/indicator-view";
import type { RegionalView } from "@/lib/views/regional-view";

// What the public pages about progress show, in a period or in the latest with results. A page and its head ask for the
// same: `cache` reads it once. `version` is the results version in the page's address; left out: the present one.

interface Published {
  plan: PublishedPlan;
  period: PublishedPeriod;
  /** In which the plan speaks. */
  language: string;
}

const published = cache(
  async (
    planCode: string,
    periodCode: string | null,
    locale: string,
    version: string | null,
  ): Promise<Published | null> => {
    const language = spokenLocale(locale);
    const plan = await publishedPlan(planCode, language, version);
    const period = plan && publishedPeriod(plan, periodCode);
    return plan && period && { plan, period, language };
  },
);

/** The region; null for a plan or period without results. */
export const regionalProgress = cache(
  async (
    planCode: string,
    periodCode: string | null,
    locale: string,
    version: string | null = null,
  ): Promise<RegionalView | null> => {
    const at = await published(planCode, periodCode, locale, version);
    return at && regionalView(at.plan, at.period, publicReader(at.plan), at.language);
  },
);

/** One goal; null where there is no such plan, goal or period. */
export const goalProgress = cache(
  async (
    planCode: string,
    code: string,
    periodCode: string | null,
    locale: string,
    version: string | null = null,
  ): Promise<GoalView | null> => {
    const at = await published(planCode, periodCode, locale, version);
    const regional = await regionalProgress(planCode, periodCode, locale, version);
    return at && regional && goalView(at.plan, regional, code, at.language);
  },
);

/** One country; null where there is no such plan, country or period. */
export const countryProgress = cache(
  async (
    planCode: string,
    code: string,
    periodCode: string | null,
    locale: string,
    version: string | null = null,
  ): Promise<CountryView | null> => {
    const at = await published(planCode, periodCode, locale, version);
    const regional = await regionalProgress(planCode, periodCode, locale, version);
    return at && regional && countryView(at.plan, at.period, regional, code);
  },
);

/** One indicator; null where there is no such plan, indicator or period. */
export const indicatorProgress = cache(
  async (
    planCode: string,
    code: string,
    periodCode: string | null,
    locale: string,
    version: string | null = null,
  ): Promise<IndicatorView | null> => {
    if (!areCodes(planCode, code)) return null;
    const at = await published(planCode, periodCode, locale, version);
    if (!at) return null;
    const [view] = await indicatorViews(at.plan, at.period, code, publicReader(at.plan), at.language);
    return view ?? null;
  },
);
