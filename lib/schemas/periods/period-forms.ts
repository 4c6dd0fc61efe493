import { z } from "zod";
import { frequencies } from "@/lib/domain/framework/reporting-period";
import { periodStates } from "@/lib/domain/reports/report";
import { pageLocale as locale } from "@/lib/schemas/forms/form-fields";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { addressFields } from "@/lib/schemas/reports/report-forms";

// What the pages that keep reporting periods send. A message is a key of the namespace `errors`.

const { plan, unit, period } = addressFields;
const day = z.string().trim().pipe(z.iso.date("dayInvalid"));

/** A period opens, closes or is locked. */
export const periodStateForm = z.object({
  plan,
  period,
  locale,
  /** The state that the person saw. */
  from: z.enum(periodStates),
  to: z.enum(periodStates),
});
export type PeriodStateForm = Omit<z.output<typeof periodStateForm>, "locale">;

/** The next period is added; where it begins and ends follows from the last one. */
export const newPeriodForm = z.object({
  plan,
  locale,
  /** The code of the last period that the person saw; nothing in a plan without any. */
  after: z.union([period, z.literal("")]),
  code: z
    .string()
    .trim()
    // With a digit: a word could be another page of the plan.
    .regex(/^(?=.*\d)[0-9A-Za-z][0-9A-Za-z-]{0,15}$/, "periodCodeInvalid"),
  /** Of a plan's first period; those that follow have the same. */
  frequency: z.enum(frequencies, "fieldInvalid"),
  dueOn: day,
});
export type NewPeriodForm = Omit<z.output<typeof newPeriodForm>, "locale">;

/** The due date of all units that have none of their own. */
export const dueDateForm = z.object({
  plan,
  period,
  locale,
  /** The date that the person saw. */
  from: day,
  dueOn: day,
});
export type DueDateForm = Omit<z.output<typeof dueDateForm>, "locale">;

/** The due date of one unit, and why it differs; the period's own date takes it back. */
export const unitDueDateForm = z.object({
  plan,
  period,
  locale,
  unit: z.string("unitMissing").min(1, "unitMissing").pipe(unit),
  /** The units' own dates that the person saw: `ownDatesShown`. */
  seen: z.string().max(1000),
  unitDueOn: day,
  reason: safeText(longestRemark).default(""),
});
export type UnitDueDateForm = Omit<z.output<typeof unitDueDateForm>, "locale">;

/** Units with a due date of their own, as a page shows them: `LAO:2018-04-30`. */
export const ownDatesShown = (dates: readonly { unit: string; dueOn: string }[]): string =>
  dates
    .map(({ unit, dueOn }) => `${unit}:${dueOn}`)
    .sort()
    .join(" ");

/** Those who report are reminded of a report. `shown` is the part of the board that the person looks at. */
export const reminderForm = z.object({ ...addressFields, locale, shown: z.union([period, z.literal("")]).catch("") });
