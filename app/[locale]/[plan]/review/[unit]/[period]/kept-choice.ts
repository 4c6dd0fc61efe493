import { browserMemory } from "@/components/entry/entry-session";
import { keepWords, keptWords, type WordsPlace, wordsPlace } from "@/components/report/kept-words";
import type { IsoMoment, ReportAddress } from "@/lib/schemas/report-view";
import { type Choice, isSame, stored } from "./choice";

/** A decision that the server didn't have when the page was left, or has only since the next page was made. */
export interface KeptChoice {
  choice: Choice;
  /** What the server had when it was made, as far as the page knew. */
  before: Choice;
  /** What was on its way to the server; `before` where nothing was. */
  sent: Choice;
  /** When this browser last heard that the server stored something here; null where it never did. */
  storedAt: IsoMoment | null;
}

/** Whose decisions these are, and on which submission: those on another one wait no longer. */
export interface Reviewer {
  userId: number;
  submission: number;
  address: ReportAddress;
}

/**
 * What becomes of a decision that the browser kept: the page has it, it is chosen again, or a person is asked, since
 * somebody decided otherwise.
 * @param present as the page was made
 * @param readAt when the page was read, by the server's clock: a page may be read before the last one's words are stored
 */
export function fateOf(kept: KeptChoice, present: Choice, readAt: IsoMoment): "over" | "goesOn" | "asked" {
  const choice = stored(kept.choice);
  if (isSame(choice, present)) return "over";
  if (kept.storedAt !== null && kept.storedAt > readAt) return "goesOn";
  if (isSame(choice, kept.before)) return "over";
  if (isSame(kept.before, present) || isSame(kept.sent, present)) return "goesOn";
  return kept.choice.mark === "query" ? "asked" : "over";
}

const placeOf = ({ userId, submission, address }: Reviewer, code: string): WordsPlace =>
  wordsPlace(userId, address, `mark ${submission} ${code}`);

/** @param kept null: every page from now on has it */
export function keepChoice(reviewer: Reviewer, code: string, kept: KeptChoice | null): void {
  const memory = browserMemory();
  if (!memory) return;
  const words = kept && {
    ...{ mark: kept.choice.mark ?? "", query: kept.choice.query },
    ...{ markBefore: kept.before.mark ?? "", queryBefore: kept.before.query },
    ...{ markSent: kept.sent.mark ?? "", querySent: kept.sent.query },
    ...(kept.storedAt !== null && { storedAt: kept.storedAt }),
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
  return {
    choice: read(words.mark, words.query),
    before: read(words.markBefore, words.queryBefore),
    sent: read(words.markSent, words.querySent),
    storedAt: typeof words.storedAt === "string" ? words.storedAt : null,
  };
}

/** Puts a decision into its fields; false where they aren't on the page. */
export function fillDecision(form: HTMLFormElement, names: { mark: string; query: string }, choice: Choice): boolean {
  const [marks, query] = [form.elements.namedItem(names.mark), form.elements.namedItem(names.query)];
  if (!(marks instanceof RadioNodeList) || !(query instanceof HTMLTextAreaElement)) return false;
  for (const radio of marks) if (radio instanceof HTMLInputElement) radio.checked = radio.value === choice.mark;
  query.value = choice.query;
  return true;
}
