import { z } from "zod";
import {
  chosenKinds,
  chosenSections,
  type PublicationSection,
  type PublicationSettings,
  previewSteps,
  publicationFormats,
  publicationLanguages,
  regionCode,
  sectionsOfKind,
} from "@/lib/domain/publication";
import { releaseCode } from "@/lib/schemas/addresses/release-path";
import { pageLocale } from "@/lib/schemas/forms/form-fields";
import { code } from "@/lib/schemas/reports/report-forms";
import { publicationId } from "./publication-address";

// What the publication builder sends, by form or by address. A message is a key of the namespace `errors`.

/** Boxes of one name: none, one or several. */
const several = <T extends z.ZodType>(each: T) =>
  z
    .union([z.array(each), each.transform((one) => [one])])
    .optional()
    .transform((chosen) => [...new Set(chosen ?? [])] as z.output<T>[]);

/** About the region, whatever unit was chosen. */
const isRegional = (kind: PublicationSettings["kind"]) => kind === "regional" || kind === "goal";

/** Those of the chosen sections that the kind may consist of, in its order. */
const chosenOf = (kind: PublicationSettings["kind"], sections: readonly PublicationSection[]) =>
  sectionsOfKind[kind].filter((section) => sections.includes(section));

/** Whatever was chosen for another kind is dropped, so that the same publication has the same settings. */
export const publicationSettings = z
  .object({
    kind: z.enum(chosenKinds, "choiceMissing"),
    period: code,
    // One that can't be a unit is asked for again where it is used, and never taken for the region.
    unit: code.nullable().default(regionCode).catch(null),
    // Of another one than was meant, everything would be another.
    release: z.literal("").or(z.string().regex(releaseCode)).default(""),
    goal: code.or(z.literal("")).catch(""),
    countries: several(code),
    sections: several(z.enum(chosenSections)),
    language: z.enum(publicationLanguages, "choiceMissing"),
    view: z.enum(["public", "internal"], "choiceMissing"),
    formats: several(z.enum(publicationFormats)),
  })
  .superRefine(({ kind, goal, unit, countries, formats, sections }, context) => {
    const chosen = chosenOf(kind, sections);
    const missing = (field: string) => context.addIssue({ code: "custom", path: [field], message: "choiceMissing" });
    if (kind === "goal" && goal === "") missing("goal");
    if (!isRegional(kind) && (unit === null || (kind === "country" && unit === regionCode))) missing("unit");
    if (chosen.length === 0) missing("sections");
    // Chapters of no country would be empty pages.
    if (chosen.every((section) => section === "countries") && chosen.length > 0 && countries.length === 0)
      missing("countries");
    if (formats.length === 0) missing("formats");
  })
  .transform(
    ({ kind, unit, period, release, goal, countries, sections, language, view, formats }): PublicationSettings => {
      const about = isRegional(kind) ? regionCode : (unit ?? regionCode);
      return {
        kind,
        unit: about,
        period,
        release: release === "" ? null : release,
        goal: kind === "goal" ? goal : null,
        countries: about === regionCode ? countries.toSorted() : [about],
        sections: chosenOf(kind, sections),
        language,
        isInternal: view === "internal",
        formats: publicationFormats.filter((format) => formats.includes(format)),
      };
    },
  );

/** What a preview's address has besides the choices: the language of the pages around a preview, the step that was seen last, and the wish to stop. */
export const previewRequest = z.object({
  locale: z.string().nullable().catch(null),
  seen: z.enum(previewSteps).nullable().catch(null),
  stop: z.literal("1").nullable().catch(null),
});

/** Where the form's page stands. */
const placeFields = {
  locale: pageLocale,
  plan: code,
};

export const publicationForm = z.object(placeFields).and(publicationSettings);

/** A transition of one publication: its number in a hidden field. */
export const publicationTransitionForm = z.object({ ...placeFields, id: publicationId });
