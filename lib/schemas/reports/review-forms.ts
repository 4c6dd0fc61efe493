import { z } from "zod";
import { cleanText } from "@/lib/schemas/forms/clean-text";
import { pageLocale as locale } from "@/lib/schemas/forms/form-fields";
import { addressFields, approvalForm, reopenForm, returnForm, reviewAnswerForm } from "./report-forms";

// What the secretariat's pages send: the forms of reporting and review, with what it takes to lead on afterwards.

/** The names of an indicator's fields in the form with the answers of a whole page. */
export const answerFields = (indicator: string) => ({
  answer: `answer:${indicator}`,
  query: `query:${indicator}`,
});

/** A short sum of a text: other words have another, but for a chance of one in thousands of millions. */
function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ letter.codePointAt(0)!, 0x01000193);
  return sum >>> 0;
}

/** A query's words as they are stored. */
export const asStored = (words: string) => cleanText(words).trim();

/** An answer as somebody saw it, briefly: empty where there was none, and a query with a sum of its words. */
export function seenAnswer({ answer, query }: { answer?: string | null; query?: string }): string {
  return answer === "query" ? `query-${sumOf(asStored(query ?? ""))}` : (answer ?? "");
}

/** The field with the indicators of the page, each with the answer that it was shown with: only changes are stored. */
export const seenField = "seen";

export const seenText = (shown: readonly { code: string; answer?: string | null; query?: string }[]): string =>
  shown.map(({ code, ...answer }) => `${code}:${seenAnswer(answer)}`).join(" ");

/** What `seenText` wrote: answers by the codes of indicators, empty where there was none. */
export const seenIn = (text: string): [code: string, seen: string][] =>
  text.split(" ").flatMap((one) => {
    const [, code, seen] = /^([^:]+):([\w-]*)$/.exec(one) ?? [];
    return code === undefined || seen === undefined ? [] : [[code, seen]];
  });

/** With the answers that say nothing of what they were shown with, as a page of another version sends them: none is lost. */
function withUnseen(seen: [string, string][], fields: readonly string[]): Map<string, string> {
  const { answer: prefix } = answerFields("");
  const sent = fields.filter((field) => field.startsWith(prefix)).map((field) => field.slice(prefix.length));
  return new Map([...sent.map((code): [string, string] => [code, ""]), ...seen]);
}

/** Where somebody goes after the answers of a page are saved. */
const afterAnswers = ["stay", "leave", "return", "approve"] as const;

/** All answers of a page at once, as a browser sends them without JavaScript. */
export const reviewAnswersForm = z
  .looseObject({
    ...addressFields,
    locale,
    submission: reviewAnswerForm.shape.submission,
    tab: z.string().max(20).catch(""),
    next: z.enum(afterAnswers).catch("stay"),
    // The report narrative stands on a page without indicators.
    seen: z.string().catch(""),
  })
  .transform(({ locale, plan, unit, period, submission, tab, next, seen, ...fields }) => ({
    ...{ locale, submission, tab, next },
    address: { plan, unit, period },
    given: [...withUnseen(seenIn(seen), Object.keys(fields))].map(([indicator, seen]) => {
      const names = answerFields(indicator);
      const text = (field: string) => (typeof fields[field] === "string" ? fields[field] : "");
      return { indicator, answer: text(names.answer), query: text(names.query), seen };
    }),
  }));
export type ReviewAnswersForm = z.output<typeof reviewAnswersForm>;

/**
 * Which queries somebody was shown, briefly: the same text for the same words on the same indicators. All words of a
 * report may be more than a form takes.
 */
export function queriesShown(queries: readonly { code: string; query: string }[]): string {
  const lines = queries.map(({ code, query }) => `${code} ${asStored(query)}\0`).sort();
  return `${queries.length}:${sumOf(lines.join(""))}`;
}

export const approveForm = approvalForm.extend({ ...addressFields, locale });
export const reopenReportForm = reopenForm.extend({ ...addressFields, locale });
export const returnReportForm = returnForm.extend({ ...addressFields, locale });
