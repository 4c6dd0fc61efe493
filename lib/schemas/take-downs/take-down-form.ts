import { z } from "zod";
import { pageLocale } from "@/lib/schemas/forms/form-fields";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { partOf } from "./take-down-part";

export const takeDownForm = z.object({
  ...addressFields,
  locale: pageLocale,
  part: z.string().transform((typed, context) => {
    const part = partOf(typed);
    if (part) return part;
    // Nothing is chosen beforehand: whoever only writes a reason takes nothing down.
    context.addIssue({ code: "custom", message: typed === "" ? "choiceMissing" : "fieldInvalid" });
    return z.NEVER;
  }),
  reason: safeText(longestRemark),
});
export type TakeDownForm = z.output<typeof takeDownForm>;

export const restoreForm = z.object({
  plan: addressFields.plan,
  locale: pageLocale,
  id: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "fieldInvalid")
    .transform(Number),
});

export const eraseForm = restoreForm.extend({
  /** Ticked, for nothing brings it back. */
  isCertain: z.literal("on", "notCertain"),
});
