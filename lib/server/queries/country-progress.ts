import "server-only";
import { type CountryView, goalsOfCountry, viewOfCountry } from "@/lib/charts/country-view";
import { totalCell } from "@/lib/domain/disaggregation";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { publishedPeriod, publishedPlan } from "@/lib/server/published/plan";
import { regionalProgress } from "./regional-progress";

/** One country in a period, or in the latest with results; null where there is no such plan, country or period. */
export async function countryProgress(
  planCode: string,
  code: string,
  periodCode: string | null,
  locale: string,
): Promise<CountryView | null> {
  const plan = await publishedPlan(planCode, locale);
  const period = plan && publishedPeriod(plan, periodCode);
  const country = plan?.countries.find((each) => each.code === code);
  const region = period && (await regionalProgress(planCode, period.code, locale));
  const regional = region && viewOfCountry(region, code);
  if (!plan || !period || !country || !regional) return null;
  const client = await db();
  const latest = await client.result.findFirst({
    where: { planId: plan.id, periodId: period.id, unitId: country.id, cell: { planId: plan.id, key: totalCell } },
    orderBy: { approvedAt: "desc" },
    select: { approvedAt: true },
  });
  return {
    plan: plan.head,
    period,
    periods: plan.periods,
    previous: regional.previous,
    country: { code, name: country.name, longName: country.longName },
    approvedOn: latest && dayOf(latest.approvedAt),
    goals: goalsOfCountry(regional),
    regional,
  };
}
