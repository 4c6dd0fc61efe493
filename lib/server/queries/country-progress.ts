import "server-only";
import { spokenLocale } from "@/lib/i18n/routing";
import { countryView } from "@/lib/server/results/read/country-view";
import { publishedPeriod, publishedPlan } from "@/lib/server/results/read/plan";
import type { CountryView } from "@/lib/views/country-view";
import { regionalProgress } from "./regional-progress";

/** One country in a period, or in the latest with results; null where there is no such plan, country or period. */
export async function countryProgress(
  planCode: string,
  code: string,
  periodCode: string | null,
  locale: string,
): Promise<CountryView | null> {
  const plan = await publishedPlan(planCode, spokenLocale(locale));
  const period = plan && publishedPeriod(plan, periodCode);
  const region = period && (await regionalProgress(planCode, period.code, locale));
  return plan && period && region ? countryView(plan, period, region, code) : null;
}
