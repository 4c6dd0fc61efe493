import { readableText } from "@/lib/schemas/forms/clean-text";
import { textSum } from "@/lib/schemas/forms/text-sum";

// Names of fields of the secretariat's forms, and what a page says that it was shown with: apart from what judges them, which
// no browser needs.

/** The names of an indicator's fields in the form with the answers of a whole page. */
export const answerFields = (indicator: string) => ({
  answer: `answer:${indicator}`,
  query: `query:${indicator}`,
});

/** The name of the choice of a colleague whom the query on an indicator names, where there is no script. */
export const colleagueField = (indicator: string) => `colleague:${indicator}`;

/** A query's words as they are stored. */
export const asStored = (words: string) => readableText(words).trim();

/** An answer as somebody saw it, briefly: empty where there was none, and a query with a sum of its words. */
export function seenAnswer({ answer, query }: { answer?: string | null; query?: string }): string {
  return answer === "query" ? `query-${textSum(asStored(query ?? ""))}` : (answer ?? "");
}

/** Answers of which one is seen to stand: where no answer was heard, what was sent may be stored or not. */
export const seenOneOf = (seen: Iterable<string>): string => [...new Set(seen)].join(",");

/** What `seenOneOf` wrote. */
export const seenAmong = (text: string): string[] => text.split(",");

/** The field with the indicators of the page, each with the answer that it was shown with: only changes are stored. */
export const seenField = "seen";

/** @param before what somebody saw of some of them, where it isn't what the page is made with */
export const seenText = (
  shown: readonly { code: string; answer?: string | null; query?: string }[],
  before: Readonly<Record<string, string>> = {},
): string => shown.map(({ code, ...answer }) => `${code}:${before[code] ?? seenAnswer(answer)}`).join(" ");

/** What `seenText` wrote: answers by the codes of indicators, empty where there was none. */
export const seenIn = (text: string): [code: string, seen: string][] =>
  text.split(" ").flatMap((one) => {
    const [, code, seen] = /^([^:]+):([\w-]*)$/.exec(one) ?? [];
    return code === undefined || seen === undefined ? [] : [[code, seen]];
  });

/** Which queries somebody was shown, briefly: all words of a report may be more than a form takes. */
export const queriesShown = (queries: readonly { code: string; query: string }[]): string =>
  seenText(queries.map((query) => ({ ...query, answer: "query" })));

/** Codes of the indicators on which the queries aren't those that were shown, by `queriesShown`. */
export function queriesChanged(shown: string, queries: readonly { code: string; query: string }[]): string[] {
  const [before, now] = [shown, queriesShown(queries)].map((text) => new Map(seenIn(text)));
  return [...new Set([...before!.keys(), ...now!.keys()])]
    .filter((code) => before!.get(code) !== now!.get(code))
    .sort();
}

/** Whom queries name, as somebody was shown it: a place in it for each query and person. */
export const namedShown = (named: readonly { code: string; person: number }[]): string =>
  named
    .map(({ code, person }) => `${code}:${person}`)
    .sort()
    .join(" ");

/** Whose each goal of a report is to be reviewed by: the same text for the same. */
export const sharesShown = (shares: readonly { goal: string; reviewer: number }[]): string =>
  shares
    .map(({ goal, reviewer }) => `${goal}:${reviewer}`)
    .sort()
    .join(" ");
