import { z } from "zod";
import { narrativeKinds } from "@/lib/domain/reports/narrative";
import { missingReasons } from "@/lib/domain/values/value";
import { text } from "@/lib/schemas/forms/form-fields";
import { longestCorrectionReason, longestNarrative, longestRemark } from "@/lib/schemas/forms/longest-texts";
import { refuseUnsafe, safeText } from "@/lib/schemas/forms/safe-text";
import { indicatorCode } from "@/lib/schemas/values/cell-save";

// What the forms of reporting and review send. A message is a key of the namespace `errors`.

/** What names a plan, a unit, a period, or a part of the framework, in addresses and hidden fields. */
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/, "fieldInvalid");
/** A number in a hidden field. */
export const counter = z
  .string()
  .regex(/^\d{1,9}$/, "fieldInvalid")
  .transform(Number);
const words = (limit: number) => safeText(limit).pipe(z.string().min(1, "wordsMissing"));
/** A title, a name or a function in one line; `missing` says which. */
const line = (missing: string) => safeText(200).pipe(z.string().min(1, missing));
/** A box that was ticked, or wasn't sent. */
const ticked = z
  .literal("on")
  .optional()
  .transform((on) => on === "on");

/** Where the report stands: hidden fields of every form about one. */
export const addressFields = { plan: code, unit: code, period: code };
export const reportAddress = z.object(addressFields);

/** Whether these can be codes at all. An address bar takes anything, also what no database can hold. */
export const areCodes = (...texts: string[]): boolean => texts.every((text) => code.safeParse(text).success);

/** As a form sends it that has all texts: those that nobody touched are judged by nobody. */
export const shownNarrative = z.object({
  pillar: code,
  kind: z.enum(narrativeKinds),
  text: text(longestNarrative),
  isPublic: ticked,
  /** Of the text that the person saw; 0 where nobody wrote one. */
  rowVersion: counter,
});
export const narrativeForm = shownNarrative.extend({ text: safeText(longestNarrative) });
export type NarrativeForm = z.output<typeof narrativeForm>;

/** A comment, and the ids of whom it is told to. It is internal, whatever a form of an earlier version asks. */
export const commentForm = z.object({
  indicator: indicatorCode,
  body: words(longestRemark),
  tell: z.array(z.int().positive()).max(100, "fieldInvalid").default([]),
  /** The last comment there that the person was shown: what they were told up to it is answered. 0 where none was. */
  lastComment: counter.default(0),
});
export type CommentForm = z.output<typeof commentForm>;

/** Of an address that says somebody's name or password before its host. */
const namesSomebody = /^\w+:\/\/[^/?#]*@/;

const unescaped = (url: string) => {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
};

/** The indicator that it backs; null, for a field that is empty, backs the report as a whole. */
export const backedIndicator = z
  .union([indicatorCode, z.literal("")])
  .default("")
  .transform((code) => code || null);

export const evidenceForm = z.object({
  indicator: backedIndicator,
  title: line("titleMissing"),
  url: z
    .string()
    .trim()
    .max(2_000, "urlInvalid")
    .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.hostname, error: "urlInvalid" }))
    .refine((url) => !namesSomebody.test(url), { error: "urlWithPassword", abort: true })
    .superRefine((url, context) => refuseUnsafe(unescaped(url), context)),
});
export type EvidenceForm = z.output<typeof evidenceForm>;

export const replyForm = z.object({
  indicator: indicatorCode,
  reply: words(longestRemark),
  /** When the reply that the person saw was stored: another one isn't replaced. */
  seen: z.string().max(40).optional(),
});
export type ReplyForm = z.output<typeof replyForm>;

/** A transition of the report as the person saw it. */
export const transitionForm = z.object({ rowVersion: counter });
export type TransitionForm = z.output<typeof transitionForm>;

/**
 * Approve it with the consequences that the person was shown, by their digest, and with the indicators that they were shown to be
 * undecided, by their codes; whoever names none was shown none.
 */
export const approvalForm = transitionForm.extend({
  consequences: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .catch(""),
  undecided: z
    .string()
    .max(100_000)
    .catch("")
    .transform((codes) => codes.split(" ").filter((code) => code !== "")),
});
export type ApprovalForm = z.output<typeof approvalForm>;

/**
 * Submit it with the values as the person saw them (`revisions` is how often one was entered or cleared until then), and
 * declare who approved it in the unit, and in which function.
 */
export const submitForm = transitionForm.extend({
  revisions: counter,
  approver: line("approverMissing"),
  approverFunction: line("approverFunctionMissing"),
});
export type SubmitForm = z.output<typeof submitForm>;

/** One reason why there is no value, for each of these indicators that has nothing yet. */
export const reasonsForm = z.object({
  given: z.array(z.object({ indicator: indicatorCode, reason: z.enum(missingReasons) })).min(1, "reasonsMissing"),
});
export type ReasonsForm = z.output<typeof reasonsForm>;

/** Return or reopen it, and say why. */
export const transitionWithReasonForm = transitionForm.extend({ reason: safeText(longestRemark).default("") });
export type TransitionWithReasonForm = z.output<typeof transitionWithReasonForm>;

/** Reopen it, and tell readers why what they have read will be corrected: that is public. */
export const reopenForm = transitionForm.extend({
  reason: safeText(longestRemark).pipe(z.string().min(1, "reasonMissing")),
  readersReason: safeText(longestCorrectionReason).pipe(z.string().min(1, "readersReasonMissing")),
});
export type ReopenForm = z.output<typeof reopenForm>;

/** Return it with the queries that the person was shown, by `queriesShown`, and whom they tell of which. */
export const returnForm = transitionWithReasonForm.extend({
  queries: z.string().max(20_000, "fieldInvalid").default(""),
  /** Who was named in the queries by then, by `namedShown`: what of it isn't in `tell` was unticked. */
  named: z.string().max(20_000, "fieldInvalid").default(""),
  tell: z
    .array(z.object({ indicator: indicatorCode, person: z.int().positive() }))
    .max(1_000, "fieldInvalid")
    .default([]),
});
export type ReturnForm = z.output<typeof returnForm>;

/** A reviewer's answer on an indicator; `none` takes it back. */
export const reviewAnswerForm = z
  .object({
    indicator: indicatorCode,
    /** The submission that the reviewer looks at. */
    submission: counter,
    answer: z.enum(["accept", "query", "none"]),
    query: safeText(longestRemark).default(""),
    /** The answer that the reviewer saw, by `seenAnswer` and `seenOneOf`; nothing where there was none. */
    seen: z.string().max(400).optional(),
  })
  .refine(({ answer, query }) => answer !== "query" || query !== "", { path: ["query"], error: "wordsMissing" });
export type ReviewAnswerForm = z.output<typeof reviewAnswerForm>;

/** Somebody who is named in a query of the submission that the reviewer looks at, or no longer. */
export const nameInQueryForm = z.object({
  indicator: indicatorCode,
  submission: counter,
  person: z.int().positive().max(2_147_483_647),
  isNamed: z.boolean(),
});
export type NameInQueryForm = z.output<typeof nameInQueryForm>;

/** Everything clean accepted in one act: the indicators that the page showed as such. */
export const acceptCleanForm = z.object({ submission: counter, indicators: z.array(indicatorCode).min(1).max(2_000) });
export type AcceptCleanForm = z.output<typeof acceptCleanForm>;

/** The goals that a reviewer looks at, and whose each goal was as they saw it, by `sharesShown`. */
export const shareReviewForm = z.object({ goals: z.array(code).max(100), seen: z.string().max(4_000) });
export type ShareReviewForm = z.output<typeof shareReviewForm>;

/** Which answers a page knows already. */
export const reviewNewsAsked = z.object({ submission: counter, seen: z.string().max(40).default("") });

/** A reviewer's own note, as they saw it before by its version, 0 where there was none; without words it goes. */
export const reviewNoteForm = z.object({
  indicator: indicatorCode,
  body: safeText(longestRemark),
  rowVersion: z.int().min(0).max(2_147_483_647),
});
export type ReviewNoteForm = z.output<typeof reviewNoteForm>;

/** The row of the entry form that somebody is at. */
export const presenceForm = z.object({ at: z.nullable(indicatorCode) });

/** That act taken back. */
export const undoAcceptanceForm = z.object({ submission: counter, acceptance: z.int().positive().max(2_147_483_647) });
export type UndoAcceptanceForm = z.output<typeof undoAcceptanceForm>;
