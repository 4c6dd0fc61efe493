import { asStored } from "@/lib/schemas/reports/review-fields";

/** A reviewer's answer as it stands on the screen; a query without words is none yet. */
export interface Choice {
  answer: "accept" | "query" | null;
  query: string;
}

export const noAnswer: Choice = { answer: null, query: "" };

/** By indicator code, all of the report. */
export type Choices = Record<string, Choice>;

/** What is stored of it: a query needs its words, and space at their ends is no part of them. */
export function stored({ answer, query }: Choice): Choice {
  const words = answer === "query" ? asStored(query) : "";
  return answer === "query" && words === "" ? noAnswer : { answer, query: words };
}

export const isSame = (one: Choice, other: Choice) => one.answer === other.answer && one.query === other.query;

export interface AnswerSummary {
  accepted: number;
  /** Codes and words of the queries. */
  queries: { code: string; query: string }[];
  /** Codes without a decision, in the framework's order. */
  undecided: string[];
}

export function summaryOf(choices: Choices): AnswerSummary {
  const all = Object.entries(choices).map(([code, choice]) => ({ code, ...stored(choice) }));
  return {
    accepted: all.filter(({ answer }) => answer === "accept").length,
    queries: all.flatMap(({ code, answer, query }) => (answer === "query" ? [{ code, query }] : [])),
    undecided: all.flatMap(({ code, answer }) => (answer === null ? [code] : [])),
  };
}
