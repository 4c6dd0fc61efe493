"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";
import { browserMemory } from "@/components/entry/state/entry-session";
import type { Memory } from "@/components/entry/state/unsent-cells";
import type { FormState } from "@/lib/schemas/form-state";
import { empty, fill, unstored } from "./form-fields";
import {
  type Guards,
  type KeptWords,
  keepWords,
  keptWords,
  noGuards,
  noteSent,
  ofHand,
  type WordsPlace,
  wereSent,
  wordsLeft,
} from "./kept-words";
import { forgetSent, onStored } from "./words-on-their-way";

const never = () => false;

/**
 * Keeps what is written in a form in the browser until the server has it, and puts it back into the form when it shows
 * again, opening what it is folded away in.
 * @param place null where nothing is kept
 * @param state of the form: once it went through, nothing is kept any more
 * @param isStored whether the page shows that the server has what was sent, though nobody heard its answer
 * @returns for a form whose texts are stored one by one: `keep` keeps what differs from the page now; `keepAgain` what
 *   of it is kept no longer, since another window has stored its own text in its place
 */
export function useKeptWords(
  form: RefObject<HTMLFormElement | null>,
  place: WordsPlace | null,
  state: FormState,
  guards: Guards = noGuards,
  isStored: (words: KeptWords) => boolean = never,
): { keep: () => void; keepAgain: () => void } {
  const sent = useRef<FormData | null>(null);
  const heard = useRef<FormState>(null);
  const own = useRef<KeptWords>({});
  const put = useCallback(
    (memory: Memory, place: WordsPlace, words: KeptWords) => {
      // Another window of the browser may keep other words of the same form. A remark is one whole, the latest counts.
      const isOwn = (name: string, word: string | boolean) => guards === noGuards || own.current[name] === word;
      const others = wordsLeft(keptWords(memory, place), isOwn, guards);
      own.current = words;
      keepWords(memory, place, { ...others, ...words });
    },
    [guards],
  );
  useEffect(() => {
    const element = form.current;
    const memory = browserMemory();
    if (!element || !memory || place === null) return;
    const isRefused = state?.ok === false;
    // What was written while the server answered is newer than what it stored.
    if (state?.ok && heard.current !== state) {
      if (sent.current) forgetSent(memory, place, sent.current, guards);
      else keepWords(memory, place, {});
    }
    heard.current = state;
    if (isStored(keptWords(memory, place))) keepWords(memory, place, {});
    const words = keptWords(memory, place);
    if (Object.keys(words).length > 0) {
      if (!isRefused) fill(element, words, guards);
      // What meanwhile is stored as it was written is no longer kept.
      const left = unstored(element, isRefused, guards);
      const isUnchanged = Object.entries(ofHand(words)).every(([name, word]) => left[name] === word);
      const isHeard = isRefused && state.refusal.code !== "unanswered";
      own.current = left;
      keepWords(memory, place, left);
      if (wereSent(words) && isUnchanged && !isHeard) noteSent(memory, place);
      if (Object.keys(left).length > 0) element.closest("details")?.setAttribute("open", "");
    }
    const keep = () => put(memory, place, unstored(element, isRefused, guards));
    const remember = () => {
      sent.current = new FormData(element);
      noteSent(memory, place);
    };
    const stop = onStored(place, (stored) => empty(element, stored));
    element.addEventListener("input", keep);
    element.addEventListener("change", keep);
    element.addEventListener("submit", remember);
    return () => {
      stop();
      element.removeEventListener("input", keep);
      element.removeEventListener("change", keep);
      element.removeEventListener("submit", remember);
    };
  }, [form, place, state, guards, isStored, put]);
  const isRefused = state?.ok === false;
  const keep = useCallback(() => {
    const memory = browserMemory();
    if (form.current && memory && place !== null) put(memory, place, unstored(form.current, isRefused, guards));
  }, [form, place, isRefused, guards, put]);
  const keepAgain = useCallback(() => {
    const memory = browserMemory();
    if (!form.current || !memory || place === null) return;
    const kept = keptWords(memory, place);
    const missing = wordsLeft(unstored(form.current, isRefused, guards), (name) => name in kept, guards);
    own.current = { ...own.current, ...missing };
    if (Object.keys(missing).length > 0) keepWords(memory, place, { ...kept, ...missing });
  }, [form, place, isRefused, guards]);
  return { keep, keepAgain };
}
