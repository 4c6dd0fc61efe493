import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import { replyClocks } from "@/lib/server/commitments/reply-clocks";
import { shadowIndicatorOf } from "@/lib/server/commitments/shadow/read-shadow";
import { db } from "@/lib/server/db/client";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { ObservationFormView } from "@/lib/views/commitments/observation-view";

/** What an address asks a new observation to be about. */
export type AboutAsked = Record<"unit" | "period" | "indicator" | "goal", string | null>;

/**
 * What somebody may add an observation about: the units that they observe, and the periods that have begun. Null where they
 * may add none, or not of what the address asks for.
 */
export async function observationForm(
  actor: Actor,
  planCode: string,
  asked: AboutAsked,
  { locale, now }: Asked,
): Promise<ObservationFormView | null> {
  if (!areCodes(planCode)) return null;
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: { id: true, code: true, resultsVersion: true },
  });
  if (!plan) return null;
  const framework = await frameworkOf(plan, locale);
  const units = [...framework.units].flatMap(([id, unit]) =>
    can(actor, "observe", { planId: plan.id, unit: { id, level: unit.level } }) ? [unit] : [],
  );
  if (units.length === 0) return null;
  const begun = framework.periods.filter(({ startsOn }) => startsOn <= now).reverse();
  const unit = units.find(({ code }) => code === asked.unit);
  const period = begun.find(({ code }) => code === asked.period);
  if ((asked.unit !== null && !unit) || (asked.period !== null && !period)) return null;
  const about = (): ObservationFormView["about"] => {
    if (!unit || !period) return null;
    const found = indicatorsOfPeriod(framework, unit.level, period);
    const indicators = found.indicators.map(({ view: { code, title } }) => ({ code, title }));
    const asIndicator = found.indicators.find(({ view }) => view.code === asked.indicator)?.view;
    const goals = framework.goals.map(({ code, title }) => ({ code, title }));
    return {
      ...{ unit, period: period.code, goals, indicators },
      indicator: indicators.find(({ code }) => code === asked.indicator) ?? null,
      goal: goals.find(({ code }) => code === asked.goal) ?? null,
      shadowOf: shadowIndicatorOf(asIndicator, framework.dimensions),
    };
  };
  return {
    ...{ plan: plan.code, units, periods: begun.map(({ code }) => code), clocks: await replyClocks(client) },
    ...{ asked: { unit: unit?.code ?? null, period: period?.code ?? null }, about: about() },
  };
}
