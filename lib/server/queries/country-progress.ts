import "server-only";
import { type CountryView, goalsOfCountry, viewOfCountry } from "@/lib/charts/country-view";
import { totalCell } from "@/lib/domain/disaggregation";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { publishedNarratives } from "@/lib/server/published/narratives";
import { publishedPeriod, publishedPlan } from "@/lib/server/published/plan";
import { publishedTargets } from "@/lib/server/published/targets";
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
  const approvals = await client.result.groupBy({
    by: ["periodId"],
    where: { planId: plan.id, unitId: country.id, cell: { planId: plan.id, key: totalCell } },
    _max: { approvedAt: true },
  });
  const approvedAt = approvals.find(({ periodId }) => periodId === period.id)?._max.approvedAt;
  return {
    plan: plan.head,
    period,
    periods: plan.periods,
    previous: regional.previous,
    country: { code, name: country.name, longName: country.longName },
    approvedOn: approvedAt ? dayOf(approvedAt) : null,
    latest: plan.periods.findLast(({ id }) => approvals.some(({ periodId }) => periodId === id)) ?? null,
    goals: goalsOfCountry(regional, await publishedTargets(plan.id, country.id, period)),
    regional,
    narratives: await publishedNarratives(country.id, period.id, regional.pillars),
  };
}
