import "server-only";
import type { PublicationLanguage } from "@/lib/domain/publication";
import type { PublicationViews } from "@/lib/publication/prepare/context";
import { prioritiesOf } from "@/lib/server/commitments/priorities";
import { countryView } from "@/lib/server/results/read/country-view";
import { goalView } from "@/lib/server/results/read/goal-view";
import { indicatorViews } from "@/lib/server/results/read/indicator-views";
import { publishedPeriod, publishedPlan } from "@/lib/server/results/read/plan";
import { regionalView } from "@/lib/server/results/read/regional-view";
import { publicReader } from "@/lib/server/results/read/result-reader";

/** All that a publication may be worded from, in a language: every goal, country and indicator of a period. */
export async function viewsOf(
  planCode: string,
  code: string,
  language: PublicationLanguage,
): Promise<PublicationViews> {
  const plan = await publishedPlan(planCode, language, null);
  const period = plan && publishedPeriod(plan, code);
  if (!plan || !period) throw new Error(`${planCode} has nothing to word for ${code}`);
  const reader = publicReader(plan);
  const regional = await regionalView(plan, period, reader, language);
  const of = { regional, priorities: await prioritiesOf(plan) };
  const goals = await Promise.all(regional.goals.map((goal) => goalView(plan, of, goal.code, language)));
  const countries = await Promise.all(plan.countries.map((unit) => countryView(plan, period, regional, unit.code)));
  return {
    regional,
    goals: goals.flatMap((goal) => goal ?? []),
    countries: countries.flatMap((country) => country ?? []),
    indicators: await indicatorViews(plan, period, null, reader, language),
  };
}
