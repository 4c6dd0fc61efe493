import { z } from "zod";
import { pageLocale as locale } from "@/lib/schemas/forms/form-fields";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { addressFields } from "@/lib/schemas/reports/report-forms";

// What the page of assignments and those about hand-backs send. A message is a key of the namespace `errors`.

/** Whom indicators are assigned to: what the columns of the matrix are. */
export const assigneeKinds = ["persons", "organisations"] as const;
export type AssigneeKind = (typeof assigneeKinds)[number];

const tick = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39} \d{1,9}$/, "fieldInvalid");
/** Ticks as the browser sends boxes, one by one, or joined in a hidden field. */
const ticks = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((sent) => [sent ?? []].flat().flatMap((each) => each.split(";").filter((one) => one !== "")))
  .pipe(z.array(tick).max(50_000, "fieldInvalid"))
  .transform((all) => new Set(all));

/** The ticks of a whole matrix, with those that it was shown with: only what the person changed is done. */
export const assignmentForm = z.object({
  ...addressFields,
  locale,
  by: z.enum(assigneeKinds),
  seen: ticks,
  assigned: ticks,
});
export type AssignmentForm = z.output<typeof assignmentForm>;

export const copyAssignmentsForm = z.object({ ...addressFields, locale });

/** The comment may be empty where nothing is left: the command knows. */
export const handBackForm = z.object({ ...addressFields, locale, comment: safeText(longestRemark) });
export const takeBackForm = z.object({ ...addressFields, locale });

const id = z
  .string()
  .regex(/^\d{1,9}$/, "fieldInvalid")
  .transform(Number);
/** Not yet: what is asked again of whoever handed back. */
export const askAgainForm = z.object({
  ...addressFields,
  locale,
  handBack: id,
  reason: safeText(longestRemark).pipe(z.string().min(1, "wordsMissing")),
});
