import { z } from "zod";
import { releaseCode } from "@/lib/schemas/addresses/release-path";
import { pageLocale } from "@/lib/schemas/forms/form-fields";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { addressFields } from "@/lib/schemas/reports/report-forms";

/** A results version is given a name. Words in Thai may be left out: English stands for them. */
export const releaseForm = z.object({
  plan: addressFields.plan,
  /** Part of its address. */
  code: z
    .string()
    .transform((typed) => typed.trim().toLowerCase())
    .pipe(z.string().regex(releaseCode, "releaseCodeInvalid")),
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "fieldInvalid")
    .transform(Number),
  title: safeText(200).pipe(z.string().min(1, "titleMissing")),
  notes: safeText(longestRemark),
  titleTh: safeText(200),
  notesTh: safeText(longestRemark),
  locale: pageLocale,
});
export type ReleaseForm = z.output<typeof releaseForm>;
