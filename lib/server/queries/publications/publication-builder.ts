import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { chosenKinds, mayBeAbout } from "@/lib/domain/publication";
import { formatsOf } from "@/lib/i18n/formats";
import { type Locale, spokenLocale } from "@/lib/i18n/routing";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { publicationScope } from "@/lib/server/publications/publication-scope";
import { periodsWithResults } from "@/lib/server/results/read/periods-with-results";
import { releaseChoices } from "@/lib/server/results/read/release-choices";
import type { PublicationBuilderView } from "@/lib/views/publication-view";

/** What the person may choose from, of which no kind is there for who may make none; null for who may read none either. */
export async function publicationBuilder(
  actor: Actor,
  planCode: string,
  locale: Locale,
): Promise<PublicationBuilderView | null> {
  const scope = await publicationScope(actor, planCode);
  if (!scope) return null;
  const framework = await frameworkOf({ id: scope.planId, resultsVersion: scope.version }, locale);
  const withResults = await periodsWithResults(scope.planId, scope.version);
  const formats = formatsOf(locale);
  const units = [...framework.units.values()];
  return {
    present: scope.version,
    kinds: chosenKinds.filter((kind) => scope.units.some((unit) => mayBeAbout(kind, unit))),
    periods: framework.periods
      .filter(({ code }) => withResults.has(code))
      .toReversed()
      .map((period) => ({
        code: period.code,
        name: formats.period(period),
      })),
    releases: (await releaseChoices(scope.planId, spokenLocale(locale))).map(({ version: _, ...release }) => release),
    units: scope.units.map(({ id, code, level }) => ({
      code,
      name: framework.units.get(id)?.name ?? code,
      isCountry: level === "country",
    })),
    goals: framework.goals.map(({ code, title }) => ({ code, title })),
    countries: units.filter(({ level }) => level === "country").map(({ code, name }) => ({ code, name })),
  };
}
