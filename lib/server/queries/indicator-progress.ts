import "server-only";
import { cache } from "react";
import { spokenLocale } from "@/lib/i18n/routing";
import { areCodes } from "@/lib/schemas/report-forms";
import { indicatorViews } from "@/lib/server/results/read/indicator-views";
import { publishedPeriod, publishedPlan } from "@/lib/server/results/read/plan";
import { publicReader } from "@/lib/server/results/read/result-reader";
import type { IndicatorView } from "@/lib/views/indicator-view";

/** One indicator in a period, or in the latest with results; null where there is no such plan, indicator or period. */
export const indicatorProgress = cache(
  async (planCode: string, code: string, periodCode: string | null, locale: string): Promise<IndicatorView | null> => {
    if (!areCodes(planCode, code)) return null;
    const language = spokenLocale(locale);
    const plan = await publishedPlan(planCode, language);
    const period = plan && publishedPeriod(plan, periodCode);
    if (!plan || !period) return null;
    const [view] = await indicatorViews(plan, period, code, publicReader(plan), language);
    return view ?? null;
  },
);
