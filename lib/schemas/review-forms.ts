import { z } from "zod";
import { addressFields, markForm, moveForm, moveWithReasonForm, periodStateForm } from "./report-forms";

// What the secretariat's pages send: the forms of reporting and review, with what it takes to lead on afterwards.

const locale = z
  .string()
  .regex(/^[a-z]{2}$/)
  .catch("en");

/** The names of an indicator's fields in the form with the marks of a whole page. */
export const markFields = (indicator: string) => ({
  mark: `mark:${indicator}`,
  query: `query:${indicator}`,
  /** The mark that the page was shown with, so that only changes are stored. */
  seen: `seen:${indicator}`,
});

/** Where somebody goes after the marks of a page are saved. */
export const afterMarks = ["stay", "leave", "return", "approve"] as const;

/** All marks of a page at once, as a browser sends them without JavaScript. */
export const marksForm = z
  .looseObject({
    ...addressFields,
    locale,
    submission: markForm.shape.submission,
    tab: z.string().max(20).catch(""),
    next: z.enum(afterMarks).catch("stay"),
  })
  .transform(({ locale, plan, unit, period, submission, tab, next, ...fields }) => ({
    ...{ locale, submission, tab, next },
    address: { plan, unit, period },
    given: Object.keys(fields).flatMap((name) => {
      const indicator = /^seen:(.+)$/.exec(name)?.[1];
      if (indicator === undefined) return [];
      const names = markFields(indicator);
      const text = (field: string) => (typeof fields[field] === "string" ? fields[field] : "");
      return [{ indicator, mark: text(names.mark), query: text(names.query), seen: text(names.seen) }];
    }),
  }));
export type MarksForm = z.output<typeof marksForm>;

export const approveForm = moveForm.extend({ ...addressFields, locale });
export const sendBackForm = moveWithReasonForm.extend({ ...addressFields, locale });
export const periodForm = periodStateForm.extend({ locale });
