import type { PublicationSettings } from "@/lib/domain/publication";
import type { Entered } from "@/lib/schemas/forms/form-state";

// The builder's choices in an address: a preview can be sent to a colleague, and the Back button leads to the one before.

const fields = [
  "kind",
  "unit",
  "period",
  "release",
  "goal",
  "countries",
  "sections",
  "language",
  "view",
  "formats",
] as const;

/** What an address bar may hold. */
export type Query = Record<string, string | string[] | undefined>;

/** Settings as the builder's form sends them. */
export function queryOfSettings(settings: PublicationSettings): string {
  const { kind, unit, period, release, goal, countries, sections, language, isInternal, formats } = settings;
  return queryOf({
    kind: [kind],
    unit: [unit],
    period: [period],
    goal: goal === null ? [] : [goal],
    countries,
    sections,
    release: release === null ? [] : [release],
    language: [language],
    view: [isInternal ? "internal" : "public"],
    formats,
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
