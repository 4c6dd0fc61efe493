import { browserMemory, browserMemoryReady } from "@/components/entry/memory/browser-memory";
import type { Memory } from "@/components/entry/state/unsent-cells";
import type { FormAction } from "@/components/ui/forms/or-unanswered";
import { type Guards, isSameText, keepWords, keptWords, noGuards, type WordsPlace, wordsLeft } from "./kept-words";

// A form may be gone from the page before the server answers to what it sent: another row was chosen. The words stop being
// kept by the answer, not by the form that shows it.

type Heard = (sent: FormData) => void;

/** Sends that the server hasn't answered. */
const unanswered = new Map<WordsPlace, Promise<unknown>>();
const listeners = new Map<WordsPlace, Set<Heard>>();

/** Whether a field was sent with what stands in it now. */
export function isAsSent(name: string, word: string | boolean, sent: FormData): boolean {
  const other = sent.get(name);
  if (typeof word === "boolean") return word === (other !== null);
  return isSameText(word, other);
}

/** Forgets the words that were sent. What somebody wrote since then stays. */
export function forgetSent(memory: Memory, place: WordsPlace, sent: FormData, guards: Guards = noGuards): void {
  keepWords(
    memory,
    place,
    wordsLeft(keptWords(memory, place), (name, word) => isAsSent(name, word, sent), guards),
  );
}

export const isOnItsWay = (place: WordsPlace): boolean => unanswered.has(place);

/** Comes to an end when the server has answered to all words that were sent from this page. */
export const afterWords = async (): Promise<void> => void (await Promise.allSettled(unanswered.values()));

/** Called once the server has stored what was sent from that place, by whichever form. */
export function onStored(place: WordsPlace, heard: Heard): () => void {
  const all = listeners.get(place) ?? new Set();
  listeners.set(place, all.add(heard));
  return () => all.delete(heard);
}

/** Whether a form of that place is on the page: it compares what is kept with what is stored by itself. */
export const isOnPage = (place: WordsPlace): boolean => (listeners.get(place)?.size ?? 0) > 0;

/** The same action; what it stored is kept in the browser no longer, whether or not its form still is on the page. */
export const forgettingWords =
  (action: FormAction, place: WordsPlace, guards?: Guards): FormAction =>
  async (state, form) => {
    const answer = action(state, form);
    unanswered.set(place, answer);
    try {
      const result = await answer;
      if (result?.ok) {
        await browserMemoryReady();
        const memory = browserMemory();
        if (memory) forgetSent(memory, place, form, guards);
        for (const heard of listeners.get(place) ?? []) heard(form);
      }
      return result;
    } finally {
      if (unanswered.get(place) === answer) unanswered.delete(place);
    }
  };
