import { z } from "zod";
import { thresholdLimits } from "@/lib/domain/small-count-threshold";
import { pageLocale } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { wholeNumber } from "./whole-number";

const { least, most } = thresholdLimits;

/** A threshold of small counts as somebody types it, in an address too. A message is a key of the namespace `errors`. */
export const typedThreshold = wholeNumber(least, most);

/** Sets a plan's threshold of small counts. */
export const thresholdForm = z.object({
  locale: pageLocale,
  plan: addressFields.plan,
  threshold: typedThreshold,
  /** The threshold that the person saw. */
  from: wholeNumber(2, 999_999),
  /** Of what they were shown that it changes. */
  preview: z.string().max(64),
});
export type ThresholdForm = Omit<z.output<typeof thresholdForm>, "locale">;
