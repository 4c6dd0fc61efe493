import { z } from "zod";
import { tablePattern } from "@/lib/domain/framework/disaggregation";
import { accumulations, aggregations, directions, indicatorTypes } from "@/lib/domain/framework/indicator";
import { day, decimal, whole } from "./framework-scalar";
import { text, translations } from "./framework-text";

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
export const unitPath = z.strictObject({
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
export const versionFields = {
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
export const versionObject = z.strictObject(versionFields);
export type VersionFields = z.output<typeof versionObject>;
