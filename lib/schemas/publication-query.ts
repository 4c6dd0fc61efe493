import {
  type PublicationLanguage,
  type PublicationSettings,
  publicationFormats,
  publicationSections,
  regionCode,
} from "@/lib/domain/publication";
import type { Entered, FieldProblem } from "./form-state";
import type { PublicationBuilderView } from "./publication-view";

// The builder's choices in an address: a preview can be sent to a colleague, and the Back button leads to the one before.

const fields = ["kind", "unit", "period", "goal", "countries", "sections", "language", "view", "formats"] as const;

/** What an address bar may hold. */
export type Query = Record<string, string | string[] | undefined>;

/** Settings as the builder's form sends them. */
export function queryOfSettings(settings: PublicationSettings): string {
  const { kind, unit, period, goal, countries, sections, language, isInternal, formats } = settings;
  return queryOf({
    ...{ kind: [kind], unit: [unit], period: [period], goal: goal === null ? [] : [goal], countries, sections },
    ...{ language: [language], view: [isInternal ? "internal" : "public"], formats },
  });
}

/** The builder's choices as an address, each field in its place, so that the same choices have the same address. */
export function queryOf(choices: Entered): string {
  return new URLSearchParams(
    fields.flatMap((field) => (choices[field] ?? []).map((value): [string, string] => [field, value])),
  ).toString();
}

/** What was chosen, as it stands in an address; null for an address without choices. Whatever else it holds is left out. */
export function choicesIn(query: Query): Entered | null {
  if (query.kind === undefined) return null;
  return Object.fromEntries(fields.map((field) => [field, [query[field] ?? []].flat()]));
}

/** Whether an address holds more than choices. */
export const hasMore = (query: Query): boolean =>
  Object.keys(query).some((name) => !(fields as readonly string[]).includes(name));

/** What stands in the form at first: the most usual choices. */
export function firstChoices(view: PublicationBuilderView, language: PublicationLanguage): Entered {
  const unit = view.units.find(({ code }) => code === regionCode) ?? view.units[0];
  return {
    kind: view.kinds.slice(0, 1),
    unit: unit ? [unit.code] : [],
    period: view.periods.slice(0, 1).map(({ code }) => code),
    goal: [],
    countries: view.countries.map(({ code }) => code),
    sections: [...publicationSections],
    language: [language],
    view: ["public"],
    formats: [...publicationFormats],
  };
}

/** Choices that aren't among those that the person has. */
export function misfits(settings: PublicationSettings, view: PublicationBuilderView): FieldProblem[] {
  const has = (list: readonly { code: string }[], code: string) => list.some((each) => each.code === code);
  const unit = view.units.find(({ code }) => code === settings.unit);
  const wrong = {
    kind: !view.kinds.includes(settings.kind),
    unit: !unit || (settings.kind === "country" && !unit.isCountry),
    period: !has(view.periods, settings.period),
    goal: settings.goal !== null && !has(view.goals, settings.goal),
    countries: !settings.countries.every((code) => has(view.countries, code)),
  };
  return Object.entries(wrong).flatMap(([field, isWrong]) => (isWrong ? [{ field, key: "choiceMissing" }] : []));
}
