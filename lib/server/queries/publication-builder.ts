import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { mayBeAbout, publicationKinds } from "@/lib/domain/publication";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import { spokenLocale } from "@/lib/i18n/routing";
import type { PublicationBuilderView } from "@/lib/schemas/publication-view";
import { unitsToMakeAbout } from "@/lib/server/publications/units-to-make-about";
import { publishedFramework } from "@/lib/server/published/framework";
import { publishedPlan } from "@/lib/server/published/plan";

/** What the person may choose from; null for who may make none. */
export async function publicationBuilder(
  actor: Actor,
  planCode: string,
  locale: Locale,
): Promise<PublicationBuilderView | null> {
  const scope = await unitsToMakeAbout(actor, planCode);
  const plan = scope && (await publishedPlan(planCode, spokenLocale(locale)));
  if (!scope || !plan) return null;
  const formats = formatsOf(locale);
  const { goals } = await publishedFramework(plan.id, spokenLocale(locale));
  const named = [...plan.countries, ...(plan.region ? [plan.region] : [])];
  return {
    kinds: publicationKinds.filter((kind) => scope.units.some((unit) => mayBeAbout(kind, unit))),
    periods: plan.periods
      .filter(({ hasResults }) => hasResults)
      .reverse()
      .map((period) => ({ code: period.code, name: formats.period(period) })),
    units: scope.units.map(({ code, level }) => ({
      code,
      name: named.find((unit) => unit.code === code)?.name ?? code,
      isCountry: level === "country",
    })),
    goals: goals.map(({ code, title }) => ({ code, title })),
    countries: plan.countries.map(({ code, name }) => ({ code, name })),
  };
}
