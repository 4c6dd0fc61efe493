import type { ReviewPageView } from "@/lib/server/queries/review-page";
import { wordsToLookAt } from "@/lib/views/free-text/words-to-look-at";
import type { ReviewView } from "@/lib/views/review-view";

// What the page hands on of a report, in the shapes that its parts take.

/** A line for each goal, with a space between its indicators. */
export const codesOfGoals = ({ goals, indicators }: ReviewView): string =>
  goals
    .map(({ code: goal }) => indicators.flatMap(({ code, ...of }) => (of.goal === goal ? [code] : [])).join(" "))
    .join("\n");

/** Those of the narrative where its own page is looked at. */
export const wordsOf = ({ view: { words }, narratives }: ReviewPageView) => [
  ...words,
  ...wordsToLookAt([], narratives),
];

/** The words that are stored as queries of this submission or an earlier one, by code. */
export const queriesOf = ({ indicators }: ReviewView): Record<string, string[]> =>
  Object.fromEntries(
    indicators.flatMap(({ code, answer, asked }) => {
      const words = [answer?.query, asked?.query].flatMap((words) => words || []);
      return words.length > 0 ? [[code, words]] : [];
    }),
  );
