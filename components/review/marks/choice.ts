import { asStored } from "@/lib/schemas/reports/review-forms";

/** A reviewer's mark as it stands on the screen; a query without words is none yet. */
export interface Choice {
  mark: "accept" | "query" | null;
  query: string;
}

export const unmarked: Choice = { mark: null, query: "" };

/** By indicator code, all of the report. */
export type Choices = Record<string, Choice>;

/** What is stored of it: a query needs its words, and space at their ends is no part of them. */
export function stored({ mark, query }: Choice): Choice {
  const words = mark === "query" ? asStored(query) : "";
  return mark === "query" && words === "" ? unmarked : { mark, query: words };
}

export const isSame = (one: Choice, other: Choice) => one.mark === other.mark && one.query === other.query;

export interface MarkSummary {
  accepted: number;
  /** Codes and words of the queries. */
  queries: { code: string; query: string }[];
  /** Codes without a decision, in the framework's order. */
  undecided: string[];
}

export function summaryOf(choices: Choices): MarkSummary {
  const all = Object.entries(choices).map(([code, choice]) => ({ code, ...stored(choice) }));
  return {
    accepted: all.filter(({ mark }) => mark === "accept").length,
    queries: all.flatMap(({ code, mark, query }) => (mark === "query" ? [{ code, query }] : [])),
    undecided: all.flatMap(({ code, mark }) => (mark === null ? [code] : [])),
  };
}
