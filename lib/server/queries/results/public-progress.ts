import "server-only";
import { cache } from "react";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { spokenLocale } from "@/lib/i18n/routing";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { prioritiesOf } from "@/lib/server/commitments/priorities";
import { type CorrectionsAsked, correctionsOf } from "@/lib/server/results/read/corrections";
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
import type { Correction } from "@/lib/views/corrections-view";
import type { CountryView } from "@/lib/views/country-view";
import type { GoalView } from "@/lib/views/goal-view";
import type { IndicatorView } from "@/lib/views/indicator-view";
import type { RegionalView } from "@/lib/views/regional-view";
import type { ResultsPlan } from "@/lib/views/results-plan";

// What the public pages about progress show, in a period or in the latest with results. A page and its head ask for the
// same: `cache` reads it once. `version` is the results version in the page's address; left out: the present one.

interface Published {
  plan: PublishedPlan;
  period: PublishedPeriod;
  /** In which the plan speaks. */
  language: string;
}

type IsShown = (correction: Correction) => boolean;

/** Of a release, with how many of the page's values were corrected since. */
async function withCorrected(
  { plan, language }: Published,
  asked: CorrectionsAsked,
  isShown: IsShown,
): Promise<ResultsPlan> {
  const { release } = plan.head;
  if (!release) return plan.head;
  const { corrections } = await correctionsOf(plan, language, asked);
  return { ...plan.head, release: { ...release, corrected: corrections.filter(isShown).length } };
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
    if (!at || !regional) return null;
    return goalView(at.plan, { regional, priorities: await prioritiesOf(at.plan) }, code, at.language);
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
    const view = at && regional && (await countryView(at.plan, at.period, regional, code));
    if (!view) return null;
    const unitId = at.plan.countries.find((each) => each.code === code)?.id;
    return {
      ...view,
      plan: await withCorrected(
        at,
        { unitId },
        ({ cell, period }) => cell === totalCell && period.code === at.period.code,
      ),
    };
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
    if (!view) return null;
    const isShown: IsShown = ({ cell, period }) =>
      period.code === at.period.code || (cell === totalCell && period.endsOn < at.period.endsOn);
    return { ...view, plan: await withCorrected(at, { indicator: code }, isShown) };
  },
);
