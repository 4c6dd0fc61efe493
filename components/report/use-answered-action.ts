"use client";

import { useMemo } from "react";
import { useIsAwake } from "@/components/entry/entry-session";
import type { FormState } from "@/lib/schemas/form-state";
import type { WordsPlace } from "./kept-words";
import { forgettingWords, orUnanswered } from "./words-on-their-way";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * The action as a browser with scripts calls it: a line that is down is said in the form, and words that it stores are kept
 * no longer. Without a script the browser sends the form to the server's own action, and so it does before the page is awake.
 */
export function useAnsweredAction(action: Action, words: WordsPlace | null = null): Action {
  const isAwake = useIsAwake();
  return useMemo(() => {
    if (!isAwake) return action;
    const answered = orUnanswered(action);
    return words === null ? answered : forgettingWords(answered, words);
  }, [action, words, isAwake]);
}
