import { z } from "zod";
import { organisationKinds } from "@/lib/domain/permissions";
import { pageLocale, text } from "@/lib/schemas/forms/form-fields";
import { type TranslationLocale, translationLocales } from "@/lib/schemas/framework/framework-text";

export const longestOrganisationName = 200;
export const longestAcronym = 30;

/** The field of a name in another language than the site's first. */
export const nameField = (locale: TranslationLocale) => `name.${locale}` as const;

/** A name, an acronym: one line, for rows of tables and options have no other. */
const line = (limit: number) => text(limit).transform((typed) => typed.replace(/\s+/g, " "));

const counter = z
  .string()
  .regex(/^\d{1,9}$/, "fieldInvalid")
  .transform(Number);

/** Boxes of one name: none, one, or several of them ticked. */
const ticked = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .default([])
  .pipe(z.array(counter).max(200));

const anotherName = line(longestOrganisationName).default("");
const names = {
  "name.km": anotherName,
  "name.lo": anotherName,
  "name.my": anotherName,
  "name.th": anotherName,
  "name.vi": anotherName,
  "name.zh": anotherName,
} satisfies Record<ReturnType<typeof nameField>, typeof anotherName>;

/** Of an address that says somebody's name or password before its host. */
const namesSomebody = /^\w+:\/\/[^/?#]*@/;

const website = z
  .string()
  .trim()
  .max(500, "websiteInvalid")
  .refine((url) => !namesSomebody.test(url), "urlWithPassword")
  .pipe(
    z.union([z.literal(""), z.url({ protocol: /^https$/, hostname: z.regexes.hostname, error: "websiteInvalid" })], {
      error: "websiteInvalid",
    }),
  );

const fields = z.object({
  locale: pageLocale,
  name: line(longestOrganisationName).pipe(z.string().min(1, "organisationNameMissing")),
  ...names,
  acronym: line(longestAcronym),
  kind: z.enum(organisationKinds, "choiceMissing"),
  units: ticked,
  website,
});

/** What an organisation is said to be, as it is stored. */
export interface OrganisationEntry {
  name: string;
  /** In other languages, where there is a name. */
  names: { locale: TranslationLocale; name: string }[];
  acronym: string | null;
  kind: z.output<typeof fields>["kind"];
  unitIds: number[];
  website: string | null;
}

const entryOf = ({ name, acronym, kind, units, website, ...form }: z.output<typeof fields>): OrganisationEntry => ({
  name,
  kind,
  acronym: acronym || null,
  website: website || null,
  unitIds: [...new Set(units)],
  names: translationLocales.flatMap((locale) => {
    const own = form[nameField(locale)];
    return own === "" ? [] : [{ locale, name: own }];
  }),
});

export const newOrganisationForm = fields.transform((form) => ({ locale: form.locale, entry: entryOf(form) }));

/** Which organisation, as the person saw it. */
const seen = { id: counter, rowVersion: counter };

export const organisationForm = fields
  .extend(seen)
  .transform(({ id, rowVersion, ...form }) => ({ id, rowVersion, locale: form.locale, entry: entryOf(form) }));

export const organisationCommandForm = z.object({ locale: pageLocale, ...seen });
