import { z } from "zod";
import { areas } from "@/lib/domain/areas";
import { dimensionPattern } from "@/lib/domain/framework/disaggregation";
import { fitsFrequency } from "@/lib/domain/framework/reporting-period";
import { placesOfNoPlan } from "@/lib/domain/workplaces";
import { day } from "./framework-scalar";
import { nodeTextFields, text, translations } from "./framework-text";

const planTexts = { title: text(200), subtitle: text(200) };
const unitTexts = { name: text(60), longName: text(120) };
const nameText = { name: text(80) };

const period = z
  .strictObject({
    code: z.string().regex(/^[0-9A-Za-z-]{1,16}$/, "write a short code such as 2015 or 2015-H1"),
    startsOn: day,
    endsOn: day,
    dueOn: day,
    frequency: z.enum(["annual", "halfYearly", "quarterly"]),
  })
  .refine(fitsFrequency, {
    error: "write a period of whole months, as many as its frequency says: 12, 6 or 3",
    path: ["endsOn"],
  });

const unit = z.strictObject({
  code: z.string().regex(/^(REGION|[A-Z]{3}|[A-Z]{2}-[A-Z0-9]{1,3})$/, "write REGION, KHM or KH-12"),
  level: z.enum(["region", "country", "province"]),
  /** Code of the unit that it belongs to; none for the region. */
  parent: z.string().optional(),
  ...unitTexts,
  ...translations(z.strictObject(unitTexts).partial()),
});

/** `plan.yaml`: the plan, its periods, reporting units and pillars. */
export const planFile = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,30}$/, "write a lower-case word, it stands in every address")
    .refine((code) => ![...placesOfNoPlan, ...areas.ofNoPlan].includes(code), "another page has this address"),
  /** True while this is the framework written for the product, not the adopted text. */
  isReference: z.boolean(),
  title: planTexts.title,
  subtitle: planTexts.subtitle,
  ...translations(z.strictObject(planTexts).partial()),
  startsOn: day,
  endsOn: day,
  periods: z.array(period).min(1),
  units: z.array(unit).min(1),
  pillars: z.array(z.strictObject({ code: z.string().regex(/^P[1-9]$/, "write P1 to P9"), ...nodeTextFields })).min(1),
});
export type PlanFile = z.output<typeof planFile>;

const category = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9+_-]*$/, "write letters, digits, + or -, without spaces"),
  ...nameText,
  ...translations(z.strictObject(nameText).partial()),
  /** Other ways in which files write it. */
  aliases: z.array(text(120)).default([]),
});

/** `dimensions.yaml`: what values are disaggregated by. */
export const dimensionsFile = z.strictObject({
  dimensions: z.array(
    z.strictObject({
      code: z.string().regex(dimensionPattern, "write one lower-case word"),
      ...nameText,
      ...translations(z.strictObject(nameText).partial()),
      /** Open lists grow: reporters may add categories. */
      open: z.boolean().default(false),
      categories: z.array(category).min(1),
    }),
  ),
});
export type DimensionsFile = z.output<typeof dimensionsFile>;
