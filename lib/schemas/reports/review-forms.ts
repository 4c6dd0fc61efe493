import { z } from "zod";
import { cleanText } from "@/lib/schemas/forms/clean-text";
import { addressFields, markForm, moveForm, moveWithReasonForm, periodStateForm, returnForm } from "./report-forms";

// What the secretariat's pages send: the forms of reporting and review, with what it takes to lead on afterwards.

const locale = z
  .string()
  .regex(/^[a-z]{2}$/)
  .catch("en");

/** The names of an indicator's fields in the form with the marks of a whole page. */
export const markFields = (indicator: string) => ({
  mark: `mark:${indicator}`,
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

/** A mark as somebody saw it, briefly: empty where there was none, and a query with a sum of its words. */
export function seenMark({ mark, query }: { mark?: string | null; query?: string }): string {
  return mark === "query" ? `query-${sumOf(asStored(query ?? ""))}` : (mark ?? "");
}

/** The field with the indicators of the page, each with the mark that it was shown with: only changes are stored. */
export const seenField = "seen";

export const seenText = (shown: readonly { code: string; mark?: string | null; query?: string }[]): string =>
  shown.map(({ code, ...mark }) => `${code}:${seenMark(mark)}`).join(" ");

/** What `seenText` wrote: marks by the codes of indicators, empty where there was none. */
export const seenIn = (text: string): [code: string, seen: string][] =>
  text.split(" ").flatMap((one) => {
    const [, code, seen] = /^([^:]+):([\w-]*)$/.exec(one) ?? [];
    return code === undefined || seen === undefined ? [] : [[code, seen]];
  });

/** With the marks that say nothing of what they were shown with, as a page of another version sends them: none is lost. */
function withUnseen(seen: [string, string][], fields: readonly string[]): Map<string, string> {
  const { mark: prefix } = markFields("");
  const sent = fields.filter((field) => field.startsWith(prefix)).map((field) => field.slice(prefix.length));
  return new Map([...sent.map((code): [string, string] => [code, ""]), ...seen]);
}

/** Where somebody goes after the marks of a page are saved. */
const afterMarks = ["stay", "leave", "return", "approve"] as const;

/** All marks of a page at once, as a browser sends them without JavaScript. */
export const marksForm = z
  .looseObject({
    ...addressFields,
    locale,
    submission: markForm.shape.submission,
    tab: z.string().max(20).catch(""),
    next: z.enum(afterMarks).catch("stay"),
    // The report narrative stands on a page without indicators.
    seen: z.string().catch(""),
  })
  .transform(({ locale, plan, unit, period, submission, tab, next, seen, ...fields }) => ({
    ...{ locale, submission, tab, next },
    address: { plan, unit, period },
    given: [...withUnseen(seenIn(seen), Object.keys(fields))].map(([indicator, seen]) => {
      const names = markFields(indicator);
      const text = (field: string) => (typeof fields[field] === "string" ? fields[field] : "");
      return { indicator, mark: text(names.mark), query: text(names.query), seen };
    }),
  }));
export type MarksForm = z.output<typeof marksForm>;

/**
 * Which queries somebody was shown, briefly: the same text for the same words on the same indicators. All words of a
 * report may be more than a form takes.
 */
export function queriesShown(queries: readonly { code: string; query: string }[]): string {
  const lines = queries.map(({ code, query }) => `${code} ${asStored(query)}\0`).sort();
  return `${queries.length}:${sumOf(lines.join(""))}`;
}

export const approveForm = moveForm.extend({ ...addressFields, locale });
export const sendBackForm = moveWithReasonForm.extend({ ...addressFields, locale });
export const returnReportForm = returnForm.extend({ ...addressFields, locale });
export const periodForm = periodStateForm.extend({ locale });
