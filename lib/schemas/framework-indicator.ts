import { z } from "zod";
import { tablePattern } from "@/lib/domain/framework/disaggregation";
import { accumulations, aggregations, directions, indicatorTypes } from "@/lib/domain/framework/indicator";
import { versionIssues } from "./framework-indicator-rules";
import { day, decimal, whole } from "./framework-scalar";
import { text, translationLocales, translations } from "./framework-text";

const texts = {
  title: text(80).regex(/[^.]$/, "a title ends without a full stop"),
  definition: text(900),
  computation: text(600),
  source: text(400),
  responsible: text(200),
  limits: text(600),
  numerator: text(200),
  denominator: text(200),
};

/** What one reporting unit starts from and means to reach. */
const unitPath = z.strictObject({
  baseline: z
    .union(
      [decimal, z.boolean(), z.strictObject({ numerator: decimal, denominator: decimal })],
      "write a plain decimal, true or false, or { numerator: 61, denominator: 140 }",
    )
    .optional(),
  on: day.optional(),
  /** One for each of the plan's periods; null where none was set. */
  targets: z.array(z.union([decimal, z.boolean(), z.null()], "write a plain decimal, true, false or ~")).optional(),
  note: text(300).optional(),
});
export type UnitPath = z.output<typeof unitPath>;

/** What a version of an indicator says; an older version names only what differs. */
const versionFields = {
  title: texts.title,
  definition: texts.definition,
  computation: texts.computation,
  source: texts.source,
  responsible: texts.responsible,
  limits: texts.limits.optional(),
  frequency: z.enum(["annual", "halfYearly", "quarterly"]),
  type: z.enum(indicatorTypes),
  countsPersons: z.boolean().optional(),
  unit: z
    .string()
    .regex(/^(US )?[a-z]+( [a-z]+)?$/, "write one lower-case word or two")
    .optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "write the ISO 4217 code, such as USD")
    .optional(),
  decimals: whole.optional(),
  lowest: decimal.nullable().optional(),
  highest: decimal.optional(),
  mayExceedHundred: z.boolean().optional(),
  numerator: texts.numerator.optional(),
  denominator: texts.denominator.optional(),
  direction: z.enum(directions),
  accumulation: z.enum(accumulations),
  aggregation: z.enum(aggregations),
  aggregationStep: whole.optional(),
  steps: z.array(text(60)).optional(),
  tables: z.array(z.string().regex(tablePattern, "join one to three dimensions by *")).optional(),
  series: z.record(z.string().regex(/^[a-z0-9]+$/, "write the system as one lower-case word"), text(120)).optional(),
  ...translations(z.strictObject({ ...texts, steps: z.array(text(60)) }).partial()),
};
const versionObject = z.strictObject(versionFields);
export type VersionFields = z.output<typeof versionObject>;

const units = z.record(z.string(), unitPath);

const earlierVersion = z.strictObject({
  ...versionObject.partial().shape,
  version: whole,
  until: day,
  comparable: z.boolean().default(true),
  units: units.default({}),
});
type EarlierVersion = z.output<typeof earlierVersion>;

/** An earlier version in full: what it doesn't name is as in the present one; a translation goes with its English text. */
export function earlierFields(present: VersionFields, earlier: EarlierVersion): VersionFields {
  const { version: _version, until: _until, comparable: _comparable, units: _units, ...named } = earlier;
  const full: VersionFields = { ...present, ...named };
  for (const locale of translationLocales) {
    const stillTrue = Object.entries(present[locale] ?? {}).filter(([key]) => !(key in named));
    const translation = { ...Object.fromEntries(stillTrue), ...earlier[locale] };
    full[locale] = Object.keys(translation).length > 0 ? translation : undefined;
  }
  return full;
}

/** An indicator of an outcome or output with all its versions, as it stands in a goal file. */
export const indicatorShape = z
  .strictObject({
    ...versionFields,
    code: z.string().regex(/^G[1-9]\d*(\.[1-9]\d*){1,2}-[a-z]$/, "write a code such as G3.2-a or G3.2.1-a"),
    level: z.enum(["country", "region"]),
    version: whole.default(1),
    earlier: z.array(earlierVersion).default([]),
    comparable: z.boolean().default(true),
    units: units.default({}),
  })
  .superRefine((indicator, context) => {
    const report = (path: PropertyKey[]) => (issue: { path: PropertyKey[]; message: string }) =>
      context.addIssue({ code: "custom", path: [...path, ...issue.path], message: issue.message });
    versionIssues(indicator, indicator.units).forEach(report([]));
    indicator.earlier.forEach((earlier, index) => {
      const at = report(["earlier", index]);
      versionIssues(earlierFields(indicator, earlier), earlier.units).forEach(at);
      if (earlier.version !== index + 1)
        at({ path: ["version"], message: "versions are numbered from 1, oldest first" });
      const before = indicator.earlier[index - 1];
      if (before && before.until >= earlier.until) at({ path: ["until"], message: "versions stand oldest first" });
    });
    if (indicator.version !== indicator.earlier.length + 1) {
      report([])({ path: ["version"], message: "the present version's number follows the last earlier one's" });
    }
  });
export type IndicatorInFile = z.output<typeof indicatorShape>;
