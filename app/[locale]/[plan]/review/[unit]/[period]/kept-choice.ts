import { browserMemory } from "@/components/entry/entry-session";
import { keepWords, keptWords, type WordsPlace, wordsPlace } from "@/components/report/kept-words";
import type { ReportAddress } from "@/lib/schemas/report-view";
import type { Choice } from "./choice";

/** A decision that the server didn't have when the page was left, and what stood there when it was made. */
export interface KeptChoice {
  choice: Choice;
  before: Choice;
}

/** Whose decisions these are, and on which submission: those on another one wait no longer. */
export interface Reviewer {
  userId: number;
  submission: number;
  address: ReportAddress;
}

const placeOf = ({ userId, submission, address }: Reviewer, code: string): WordsPlace =>
  wordsPlace(userId, address, `mark ${submission} ${code}`);

/** @param kept null: the server has it */
export function keepChoice(reviewer: Reviewer, code: string, kept: KeptChoice | null): void {
  const memory = browserMemory();
  if (!memory) return;
  const words = kept && {
    ...{ mark: kept.choice.mark ?? "", query: kept.choice.query },
    ...{ markBefore: kept.before.mark ?? "", queryBefore: kept.before.query },
  };
  keepWords(memory, placeOf(reviewer, code), words ?? {});
}

export function keptChoice(reviewer: Reviewer, code: string): KeptChoice | null {
  const memory = browserMemory();
  const words = memory ? keptWords(memory, placeOf(reviewer, code)) : {};
  if (Object.keys(words).length === 0) return null;
  const read = (mark: unknown, query: unknown): Choice => ({
    mark: mark === "accept" || mark === "query" ? mark : null,
    query: typeof query === "string" ? query : "",
  });
  return { choice: read(words.mark, words.query), before: read(words.markBefore, words.queryBefore) };
}

/** Puts a decision into its fields; false where they aren't on the page. */
export function fillDecision(form: HTMLFormElement, names: { mark: string; query: string }, choice: Choice): boolean {
  const [marks, query] = [form.elements.namedItem(names.mark), form.elements.namedItem(names.query)];
  if (!(marks instanceof RadioNodeList) || !(query instanceof HTMLTextAreaElement)) return false;
  for (const radio of marks) if (radio instanceof HTMLInputElement) radio.checked = radio.value === choice.mark;
  query.value = choice.query;
  return true;
}
