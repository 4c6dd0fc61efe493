import "server-only";
import { cache } from "react";
import { spokenLocale } from "@/lib/i18n/routing";
import { publishedPeriod, publishedPlan } from "@/lib/server/results/read/plan";
import { regionalView } from "@/lib/server/results/read/regional-view";
import { publicReader } from "@/lib/server/results/read/result-reader";
import type { RegionalView } from "@/lib/views/regional-view";

/** The region in one period, or in the latest with results; null for a plan or period without results. */
export const regionalProgress = cache(
  async (planCode: string, periodCode: string | null, locale: string): Promise<RegionalView | null> => {
    const language = spokenLocale(locale);
    const plan = await publishedPlan(planCode, language);
    const period = plan && publishedPeriod(plan, periodCode);
    return plan && period && regionalView(plan, period, publicReader(plan), language);
  },
);
