"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";
import { browserMemory } from "@/components/entry/memory/browser-memory";
import { useMemoryReady } from "@/components/entry/memory/use-memory-ready";
import type { Memory } from "@/components/entry/state/unsent-cells";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { empty, fill, standingIn, unfold, unstored } from "./form-fields";
import {
  type Guards,
  isSameWord,
  type KeptWords,
  keepWords,
  keptWords,
  noGuards,
  noteSent,
  ofHand,
  onKeptElsewhere,
  together,
  type WordsPlace,
  wereSent,
  wordsLeft,
} from "./kept-words";
import { onStored } from "./words-on-their-way";

const never = () => false;

/**
 * Keeps what is written in a form in the browser until the server has it, and puts it back into the form when it shows
 * again, opening what it is folded away in.
 * @param place null where nothing is kept
 * @param state of the form: once it went through, nothing is kept any more
 * @param isStored whether the page shows that the server has what was sent, though nobody heard its answer
 * @param isAwaited whether a field of that name may come later, so that what is kept for it stays until it is there
 * @returns for a form whose texts are stored one by one: keeps what isn't stored now
 */
export function useKeptWords(
  form: RefObject<HTMLFormElement | null>,
  place: WordsPlace | null,
  state: FormState,
  guards: Guards = noGuards,
  isStored: (words: KeptWords) => boolean = never,
  isAwaited: (name: string) => boolean = never,
): () => void {
  const isReady = useMemoryReady();
  const isSentByScript = useRef(false);
  const heard = useRef<FormState>(null);
  const own = useRef<KeptWords>({});
  const isBegun = useRef(false);
  const put = useCallback(
    (memory: Memory, place: WordsPlace, words: KeptWords) => {
      // Another window of the browser may keep other words of the same form. A remark is one whole, the latest counts.
      const isOwn = (name: string, word: string | boolean) =>
        guards === noGuards || isSameWord(word, own.current[name]);
      const kept = keptWords(memory, place);
      const awaited = Object.entries(ofHand(kept)).filter(([name]) => isAwaited(name));
      const others = wordsLeft(kept, isOwn, guards);
      own.current = words;
      keepWords(memory, place, together(others, { ...Object.fromEntries(awaited), ...words }, guards));
    },
    [guards, isAwaited],
  );
  useEffect(() => {
    const element = form.current;
    const memory = browserMemory();
    if (!isReady || !element || !memory || place === null) return;
    const isRefused = state?.ok === false;
    // What a script sends, `forgettingWords` forgets: another window may keep its own words by now.
    if (state?.ok && heard.current !== state && !isSentByScript.current) keepWords(memory, place, {});
    heard.current = state;
    if (isStored(keptWords(memory, place))) keepWords(memory, place, {});
    const words = keptWords(memory, place);
    const keep = () => put(memory, place, unstored(element, isRefused, guards));
    const wasBegun = isBegun.current;
    isBegun.current = true;
    if (Object.keys(words).length > 0) {
      if (!isRefused) fill(element, words, guards);
      // What meanwhile is stored as it was written is no longer kept. What doesn't stand here is another window's.
      const left = unstored(element, isRefused, guards);
      own.current = standingIn(element);
      put(memory, place, left);
      const now = keptWords(memory, place);
      const isUnchanged = Object.entries(ofHand(words)).every(([name, word]) => now[name] === word);
      const isHeard = isRefused && state.refusal.code !== "unanswered";
      if (wereSent(words) && isUnchanged && !isHeard) noteSent(memory, place);
      if (Object.keys(left).length > 0) unfold(element, Object.keys(left));
    }
    // What was written before the page's script ran, or knew what is kept: there may be no next word of it.
    const isMissing = !wasBegun && state === null && Object.keys(words).length === 0;
    if (isMissing && !isStored(unstored(element, false, guards))) keep();
    const remember = () => {
      isSentByScript.current = true;
      noteSent(memory, place);
    };
    // Another window has stored its own words, which were kept in the place of these.
    const keepAgain = (gone: KeptWords) => {
      const kept = keptWords(memory, place);
      const here = unstored(element, isRefused, guards);
      const isKeptOrGone = (name: string, word: string | boolean) => name in kept || isSameWord(word, gone[name]);
      const missing = wordsLeft(here, isKeptOrGone, guards);
      if (Object.keys(missing).length === 0) return;
      if (guards !== noGuards) {
        own.current = { ...own.current, ...missing };
        keepWords(memory, place, together(kept, missing, guards));
      } else if (Object.keys(kept).length === 0) keepWords(memory, place, here);
    };
    const stops = [onStored(place, (stored) => empty(element, stored)), onKeptElsewhere(place, keepAgain)];
    element.addEventListener("input", keep);
    element.addEventListener("change", keep);
    element.addEventListener("submit", remember);
    return () => {
      for (const stop of stops) stop();
      element.removeEventListener("input", keep);
      element.removeEventListener("change", keep);
      element.removeEventListener("submit", remember);
    };
  }, [isReady, form, place, state, guards, isStored, put]);
  const isRefused = state?.ok === false;
  return useCallback(() => {
    const memory = browserMemory();
    if (isReady && form.current && memory && place !== null)
      put(memory, place, unstored(form.current, isRefused, guards));
  }, [isReady, form, place, isRefused, guards, put]);
}
