import { z } from "zod";
import { pageLocale as locale } from "@/lib/schemas/forms/form-fields";
import { queryOfField } from "./entry-fields";
import {
  acceptCleanForm,
  addressFields,
  approvalForm,
  counter,
  type NameInQueryForm,
  nameInQueryForm,
  reopenForm,
  returnForm,
  reviewAnswerForm,
  reviewNoteForm,
  shareReviewForm,
  undoAcceptanceForm,
} from "./report-forms";
import { answerFields, colleagueField, seenIn } from "./review-fields";

// What the secretariat's pages send: the forms of reporting and review, with what it takes to lead on afterwards.

const namedForm = nameInQueryForm
  .pick({ indicator: true })
  .extend({ person: z.coerce.number().pipe(nameInQueryForm.shape.person) });

/** With the answers that say nothing of what they were shown with, as a page of another version sends them: none is lost. */
function withUnseen(seen: [string, string][], fields: readonly string[]): Map<string, string> {
  const { answer: prefix } = answerFields("");
  const sent = fields.filter((field) => field.startsWith(prefix)).map((field) => field.slice(prefix.length));
  return new Map([...sent.map((code): [string, string] => [code, ""]), ...seen]);
}

/** Colleagues who are chosen to be named in what is a query. */
function namedIn(fields: Record<string, unknown>): Pick<NameInQueryForm, "indicator" | "person">[] {
  const prefix = colleagueField("");
  return Object.entries(fields).flatMap(([name, person]) => {
    const indicator = name.slice(prefix.length);
    if (!name.startsWith(prefix) || fields[answerFields(indicator).answer] !== "query") return [];
    const read = namedForm.safeParse({ indicator, person });
    return read.success ? [read.data] : [];
  });
}

/** Which tab of a review, and of which goal, is gone on with. */
const filterFields = { tab: z.string().max(20).catch(""), goal: z.string().max(40).catch("") };

/** Where somebody goes after the answers of a page are saved. */
const afterAnswers = ["stay", "leave", "return", "approve", "clean", "undo"] as const;

/** All answers of a page at once, as a browser sends them without JavaScript. */
export const reviewAnswersForm = z
  .looseObject({
    ...addressFields,
    locale,
    submission: reviewAnswerForm.shape.submission,
    ...filterFields,
    next: z.enum(afterAnswers).catch("stay"),
    // The report narrative stands on a page without indicators.
    seen: z.string().catch(""),
    // What the page offers to accept at once, and what was accepted so.
    clean: z
      .string()
      .transform((codes) => codes.split(" ").filter((code) => code !== ""))
      .pipe(acceptCleanForm.shape.indicators)
      .catch([]),
    acceptance: z.coerce.number().pipe(undoAcceptanceForm.shape.acceptance).catch(0),
  })
  .transform(({ locale, plan, unit, period, submission, tab, goal, next, seen, clean, acceptance, ...fields }) => ({
    locale,
    submission,
    tab,
    goal,
    next,
    clean,
    acceptance,
    address: { plan, unit, period },
    given: [...withUnseen(seenIn(seen), Object.keys(fields))].map(([indicator, seen]) => {
      const names = answerFields(indicator);
      const text = (field: string) => (typeof fields[field] === "string" ? fields[field] : "");
      return { indicator, answer: text(names.answer), query: text(names.query), seen };
    }),
    named: namedIn(fields),
  }));
export type ReviewAnswersForm = z.output<typeof reviewAnswersForm>;

/** As a form sends it: a box for each goal, or a button that takes all of them. */
export const sharesForm = z
  .object({
    ...addressFields,
    locale,
    ...filterFields,
    seen: shareReviewForm.shape.seen,
    goals: z
      .union([z.array(z.string()), z.string().transform((one) => [one])])
      .default([])
      .pipe(shareReviewForm.shape.goals),
    whole: z
      .string()
      .transform((codes) => codes.split(" "))
      .pipe(shareReviewForm.shape.goals)
      .optional(),
  })
  .transform(({ goals, whole, ...form }) => ({ ...form, goals: whole ?? goals }));

/** A reviewer's own note, as a browser sends it without JavaScript. */
export const ownNoteForm = reviewNoteForm.extend({ ...addressFields, locale, ...filterFields, rowVersion: counter });

export const approveForm = approvalForm.extend({ ...addressFields, locale });
export const reopenReportForm = reopenForm.extend({ ...addressFields, locale });
/** With a box for each person who is told of a query, by `tellOfQueryField`. */
export const returnReportForm = z.looseObject({ ...addressFields, locale }).transform((fields, context) => {
  const tell = Object.keys(fields).flatMap((name) => queryOfField(name) ?? []);
  const read = returnForm.extend({ ...addressFields, locale }).safeParse({ ...fields, tell });
  if (read.success) return read.data;
  for (const issue of read.error.issues) context.addIssue({ ...issue } as Parameters<typeof context.addIssue>[0]);
  return z.NEVER;
});
