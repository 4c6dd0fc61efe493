import { browserMemory } from "@/components/entry/memory/browser-memory";
import type { Memory, Owner } from "@/components/entry/state/unsent-cells";
import {
  isSameText,
  type KeptWords,
  keepWords,
  keptForms,
  keptWords,
  type WordsPlace,
  wordsPlace,
} from "@/components/report/kept/kept-words";
import { answerFields, asStored } from "@/lib/schemas/reports/review-fields";
import type { IsoMoment, ReportAddress } from "@/lib/views/report-view";
import { type Choice, type Choices, isSame, noAnswer, stored } from "./choice";

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

/** Whose decisions these are, and on which submission: those on another one are sent by nobody but who wrote them. */
export interface Reviewer {
  userId: number;
  submission: number;
  address: ReportAddress;
}

/**
 * What becomes of a decision that the browser kept: the page has it, it is chosen again, it was stored after the page was
 * read and nothing is sent, or a person is asked, since somebody decided otherwise.
 * @param present as the page was made
 * @param readAt when the page was read, by the server's clock: a page may be read before the last one's words are stored
 */
export function fateOf(
  kept: KeptChoice,
  present: Choice,
  readAt: IsoMoment,
): "over" | "goesOn" | "storedSince" | "asked" {
  const choice = stored(kept.choice);
  if (isSame(choice, present)) return "over";
  if (isNewer(kept, readAt)) return isSame(choice, kept.before) ? "storedSince" : "goesOn";
  if (isSame(choice, kept.before)) return "over";
  if (isSame(kept.before, present) || isSame(kept.sent, present)) return "goesOn";
  return kept.choice.answer === "query" ? "asked" : "over";
}

/** The server stored something here after the page was read, as after a step back to a page of before. */
const isNewer = ({ storedAt }: KeptChoice, readAt: IsoMoment): boolean => storedAt !== null && storedAt > readAt;

/** Words of a query under a decision that isn't one: nothing sends them, and whoever asks after all finds them. */
export const wordsBeside = ({ answer, query }: Choice): string =>
  answer === "query" || asStored(query) === "" ? "" : query;

/** Words alone, as the browser keeps them: no decision comes of them. */
export const besideOnly = (query: string): KeptChoice => ({
  choice: { answer: null, query },
  before: noAnswer,
  sent: noAnswer,
  storedAt: null,
});

/** What a page takes up of a decision that the browser kept. */
export interface TakenUp {
  fate: ReturnType<typeof fateOf>;
  /** What it shows; null where nothing is to be changed. */
  shown: Choice | null;
  /** What the server has by now, where that is newer than the page. */
  since: { choice: Choice; storedAt: IsoMoment } | null;
  /** What the browser keeps of it from now on. */
  left: KeptChoice | null;
}

/** Goes by `fateOf`. Words that a decision struck stay in the browser and stand ready; beside another query a person is asked. */
export function takenUp(kept: KeptChoice, present: Choice, readAt: IsoMoment): TakenUp {
  const fate = fateOf(kept, present, readAt);
  if (fate === "over") {
    const query = wordsBeside(kept.choice);
    const asked: Choice = { answer: "query", query };
    if (query === "" || isSame(stored(asked), present)) return { fate, shown: null, since: null, left: null };
    const left = besideOnly(query);
    if (present.answer === "query") return { fate: "asked", shown: asked, since: null, left };
    return { fate, shown: { ...present, query }, since: null, left };
  }
  const { before: choice, storedAt } = kept;
  const since = storedAt !== null && isNewer(kept, readAt) ? { choice, storedAt } : null;
  return { fate, shown: kept.choice, since, left: kept };
}

// What browsers keep calls an answer `mark`, as earlier versions did: what those kept is still read.
const formOf = (submission: number, code: string) => `mark ${submission} ${code}`;

const placeOf = ({ userId, submission, address }: Reviewer, code: string): WordsPlace =>
  wordsPlace(userId, address, formOf(submission, code));

/** @param kept null: every page from now on has it */
export function keepChoice(reviewer: Reviewer, code: string, kept: KeptChoice | null): void {
  const memory = browserMemory();
  if (!memory) return;
  const words = kept && {
    mark: kept.choice.answer ?? "",
    query: kept.choice.query,
    markBefore: kept.before.answer ?? "",
    queryBefore: kept.before.query,
    markSent: kept.sent.answer ?? "",
    querySent: kept.sent.query,
    ...(kept.storedAt !== null && { storedAt: kept.storedAt }),
  };
  keepWords(memory, placeOf(reviewer, code), words ?? {});
}

export function keptChoice(reviewer: Reviewer, code: string): KeptChoice | null {
  const memory = browserMemory();
  return memory && choiceIn(keptWords(memory, placeOf(reviewer, code)));
}

function choiceIn(words: KeptWords): KeptChoice | null {
  if (Object.keys(words).length === 0) return null;
  const read = (answer: unknown, query: unknown): Choice => ({
    answer: answer === "accept" || answer === "query" ? answer : null,
    query: typeof query === "string" ? query : "",
  });
  return {
    choice: read(words.mark, words.query),
    before: read(words.markBefore, words.queryBefore),
    sent: read(words.markSent, words.querySent),
    storedAt: typeof words.storedAt === "string" ? words.storedAt : null,
  };
}

/** A query with words that the browser never heard to be stored. */
export interface BegunQuery {
  submission: number;
  code: string;
  query: string;
}

/** Queries of a report that wait in the browser, on whichever submission they were begun. */
export function begunQueries(memory: Memory, owner: Owner): BegunQuery[] {
  return keptForms(memory, owner).flatMap(({ form, words }) => {
    const [kind, submission, code] = form.split(" ");
    const kept = kind === "mark" ? choiceIn(words) : null;
    if (kept === null || code === undefined) return [];
    const { answer, query } = stored(kept.choice);
    if (answer !== "query" || isSame({ answer, query }, kept.before)) return [];
    return [{ submission: Number(submission), code, query }];
  });
}

/**
 * Of the queries that were begun, those whose submission takes none any more: nothing sends them by itself. Forgets those
 * among them that arrived though nobody heard so: no page goes on from them.
 * @param open the submission that takes decisions now, or null
 * @param asked the words that are stored as queries, by code
 */
export function lateQueries(
  memory: Memory,
  owner: Owner,
  open: number | null,
  asked: Readonly<Record<string, readonly string[]>>,
): BegunQuery[] {
  return begunQueries(memory, owner).filter((begun) => {
    if (begun.submission === open) return false;
    const isAsked = asked[begun.code]?.some((words) => isSameText(words, begun.query)) ?? false;
    if (isAsked) forgetQuery(memory, owner, begun);
    return !isAsked;
  });
}

export function forgetQuery(memory: Memory, { userId, ...report }: Owner, { submission, code }: BegunQuery): void {
  keepWords(memory, wordsPlace(userId, report, formOf(submission, code)), {});
}

export const answersFormId = "answers";

/** Puts decisions into the fields of those of them that are on the page. */
export function fillOnPage(choices: Choices): void {
  const form = document.getElementById(answersFormId);
  if (!(form instanceof HTMLFormElement)) return;
  for (const [code, choice] of Object.entries(choices)) fillDecision(form, answerFields(code), choice);
}

/** Somebody is in the field of that name. */
export const isTyped = (name: string) =>
  document.activeElement instanceof HTMLTextAreaElement && document.activeElement.name === name;

/** Puts a decision into its fields; false where they aren't on the page. */
export function fillDecision(form: HTMLFormElement, names: { answer: string; query: string }, choice: Choice): boolean {
  const [answers, query] = [form.elements.namedItem(names.answer), form.elements.namedItem(names.query)];
  if (!(answers instanceof RadioNodeList) || !(query instanceof HTMLTextAreaElement)) return false;
  for (const radio of answers) if (radio instanceof HTMLInputElement) radio.checked = radio.value === choice.answer;
  query.value = choice.query;
  return true;
}
