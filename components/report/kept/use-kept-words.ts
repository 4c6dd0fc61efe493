"use client";

import { type RefObject, useCallback, useEffect, useRef } from "react";
import { browserMemory } from "@/components/entry/state/entry-session";
import type { Memory } from "@/components/entry/state/unsent-cells";
import type { FormState } from "@/lib/schemas/form-state";
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
import { forgetSent, isAsSent, onStored } from "./words-on-their-way";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The fields in which a person writes or chooses. */
const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement ||
        (element instanceof HTMLInputElement && element.type !== "hidden")) &&
      element.name !== "",
  );

const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === "checkbox";

const standing = (control: Control) => (isBox(control) ? control.checked : control.value);

/** What the page was made with. */
function made(control: Control): string | boolean {
  if (isBox(control)) return control.defaultChecked;
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  return [...control.options].find(({ defaultSelected }) => defaultSelected)?.value ?? control.options[0]?.value ?? "";
}

/** Space at the ends is never stored. */
const isSame = (one: string | boolean, other: string | boolean): boolean =>
  typeof one === "string" && typeof other === "string" ? one.trim() === other.trim() : one === other;

const hiddenField = (form: HTMLFormElement, name: string): HTMLInputElement | null => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement && field.type === "hidden" ? field : null;
};

/**
 * The version that the words in the form rest on: where a newer one is shown beside them, sending it is a decision, and
 * keeping the words is none.
 */
const seenIn = (field: HTMLInputElement | null): string => field?.dataset.seen ?? field?.value ?? "";

/** @param isRefused what the form holds was sent and isn't stored: all of it counts, not only what differs */
function unstored(form: HTMLFormElement, isRefused: boolean, guards: Guards): KeptWords {
  const controls = controlsOf(form).filter((control) =>
    isRefused ? standing(control) !== "" : !isSame(standing(control), made(control)),
  );
  const words: KeptWords = {};
  for (const control of controls) {
    words[control.name] = standing(control);
    for (const name of guards(control.name)) words[name] = seenIn(hiddenField(form, name));
  }
  return words;
}

function fill(form: HTMLFormElement, words: KeptWords, guards: Guards) {
  for (const control of controlsOf(form)) {
    const word = words[control.name];
    if (word === undefined || isSame(word, made(control))) continue;
    // What somebody wrote before the page's script ran is newer than what was kept. What the browser has put back itself
    // looks the same, and rests on what was kept, not on what the page has now.
    const isTouched = !isSame(standing(control), made(control));
    if (!isTouched && isBox(control)) control.checked = word === true;
    else if (!isTouched && typeof word === "string") control.value = word;
    for (const name of guards(control.name)) {
      const [field, seen] = [hiddenField(form, name), words[name]];
      if (field && typeof seen === "string") field.value = seen;
    }
  }
}

/** Takes out of the form what another form in its place had sent before, and the server has stored now. */
function empty(form: HTMLFormElement, stored: FormData) {
  for (const control of controlsOf(form)) {
    if (!isAsSent(control.name, standing(control), stored)) continue;
    const word = made(control);
    if (isBox(control)) control.checked = word === true;
    else if (typeof word === "string") control.value = word;
  }
}

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
