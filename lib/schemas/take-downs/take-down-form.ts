import { z } from "zod";
import { cleanText } from "@/lib/schemas/forms/clean-text";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { partOf } from "./take-down-part";

const locale = z
  .string()
  .regex(/^[a-z]{2}$/)
  .catch("en");

export const takeDownForm = z.object({
  ...addressFields,
  locale,
  part: z.string().transform((text, context) => {
    const part = partOf(text);
    if (part) return part;
    context.addIssue({ code: "custom", message: "fieldInvalid" });
    return z.NEVER;
  }),
  reason: z
    .string()
    .transform((typed) => cleanText(typed).trim())
    .pipe(z.string().max(4_000, "textTooLong")),
});
export type TakeDownForm = z.output<typeof takeDownForm>;

export const restoreForm = z.object({
  plan: addressFields.plan,
  locale,
  id: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "fieldInvalid")
    .transform(Number),
});

export const eraseForm = restoreForm.extend({
  /** Ticked, for nothing brings it back. */
  isCertain: z.literal("on", "notCertain"),
});
