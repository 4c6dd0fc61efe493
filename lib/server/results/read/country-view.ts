import "server-only";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { asOf } from "@/lib/server/results/stored/as-of";
import { type CountryView, goalsOfCountry, viewOfCountry } from "@/lib/views/country-view";
import type { RegionalView } from "@/lib/views/regional-view";
import { publishedNarratives } from "./narratives";
import { dueTargets } from "./paths";
import type { PublishedPeriod, PublishedPlan } from "./plan";

/**
 * One country in the period of the region's view; null for a country that isn't the plan's.
 * @param region of the whole region
 */
export async function countryView(
  plan: PublishedPlan,
  period: PublishedPeriod,
  region: RegionalView,
  code: string,
): Promise<CountryView | null> {
  const country = plan.countries.find((each) => each.code === code);
  const regional = viewOfCountry(region, code);
  if (!country || !regional) return null;
  const client = await db();
  const approvals = await client.result.groupBy({
    by: ["periodId"],
    where: {
      planId: plan.id,
      unitId: country.id,
      cell: { planId: plan.id, key: totalCell },
      ...asOf(plan.version),
    },
    _max: { approvedAt: true },
  });
  const approvedAt = approvals.find(({ periodId }) => periodId === period.id)?._max.approvedAt;
  return {
    plan: plan.head,
    period,
    periods: plan.periods,
    previous: regional.previous,
    country: { code, name: country.name, longName: country.longName },
    approvedOn: approvedAt ? dayInRegion(approvedAt) : null,
    latest: plan.periods.findLast(({ id }) => approvals.some(({ periodId }) => periodId === id)) ?? null,
    goals: goalsOfCountry(regional, await dueTargets(plan, country.id, period)),
    regional,
    narratives: await publishedNarratives(plan, country.id, period.id, regional.pillars),
  };
}
