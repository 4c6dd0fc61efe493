"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useMemoryReady } from "@/components/entry/memory/use-memory-ready";
import { tellStored } from "@/components/offline/stored-here";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { PageTitle } from "@/components/ui/page-title";
import { enteredOr, type FormState, type Refused } from "@/lib/schemas/forms/form-state";
import type { Guards, KeptWords, WordsPlace } from "./kept/kept-words";
import { useKeptWords } from "./kept/use-kept-words";
import { forgettingWords, isOnItsWay } from "./kept/words-on-their-way";

/** A small form beside others: its hidden fields, its own summary, and fields that are given what was typed before. */
export function RemarkForm({
  action,
  hidden,
  submit,
  waiting = null,
  look = "plain",
  mayGo = () => true,
  words = null,
  guards,
  isStored,
  isAwaited,
  suffix = "",
  title,
  isPageRefused = false,
  fold = null,
  beside,
  onDone,
  children,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden: Record<string, string>;
  submit: string;
  /** Why it can't be sent now, in the button's place; what is written in it stays. */
  waiting?: ReactNode;
  look?: "main" | "plain";
  /** Asked when the form is sent by a browser with scripts. */
  mayGo?: () => boolean;
  /** Where the browser keeps what is being written; null where it keeps nothing. */
  words?: WordsPlace | null;
  guards?: Guards;
  /** Whether the page shows that the server has what was sent. */
  isStored?: (words: KeptWords) => boolean;
  /** Whether a field of that name comes later. */
  isAwaited?: (name: string) => boolean;
  /** What the ids of its fields end with besides their names, where several such forms are on a page. */
  suffix?: string;
  /** The page's, where this is the form that it is about: it says too that the form was refused. */
  title?: string;
  /** The page answers another of its forms that was refused. */
  isPageRefused?: boolean;
  /** Under what it is folded away until it is asked for; null where it stands open. */
  fold?: string | null;
  /** What can be done instead of sending it. */
  beside?: (refusal: Refused["refusal"] | null) => ReactNode;
  /** Called once the server has what was sent. */
  onDone?: () => void;
  children: (fields: {
    typed: (field: string, stored?: string) => string;
    errorOf: (field: string) => string | null;
    /** Why what was sent last was refused: the form says it. */
    refusal: Refused["refusal"] | null;
  }) => ReactNode;
}) {
  const errors = useTranslations("errors");
  const done = useTranslations("entry.done");
  const [state, send, sending] = useAnsweredState(action, {
    around: (answered) => (words === null ? answered : forgettingWords(answered, words, guards)),
  });
  const { summary, errorOf } = useProblems(state);
  const faults = useMemo(
    () => summary.map(({ fieldId, message }) => ({ fieldId: fieldId && `${fieldId}${suffix}`, message })),
    [summary, suffix],
  );
  const form = useRef<HTMLFormElement>(null);
  const isReady = useMemoryReady();
  // Sent before it was known what the browser keeps.
  const [isAwaitingMemory, awaitMemory] = useState(false);
  const { indicator } = hidden;
  useKeptWords(form, words, state, guards, isStored, isAwaited);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once of each answer
  useEffect(() => {
    if (!state?.ok) return;
    tellStored(indicator);
    onDone?.();
  }, [state, indicator]);
  useEffect(() => {
    if (!isAwaitingMemory || !isReady) return;
    // Whether it may go is known once more has been drawn.
    const goOn = setTimeout(() => form.current?.requestSubmit());
    return () => clearTimeout(goOn);
  }, [isAwaitingMemory, isReady]);
  const entry = useTranslations("entry");
  const refusal = state?.ok === false ? state.refusal : null;
  const isOvertaken = refusal && ["changedMeanwhile", "valuesChanged", "unanswered"].includes(refusal.code);
  const drawn = (
    <form
      ref={form}
      action={send}
      onSubmit={(event) => {
        awaitMemory(!isReady);
        // The same words may be on their way from the form that stood here before.
        if (!isReady || waiting !== null || (words !== null && isOnItsWay(words)) || !mayGo()) event.preventDefault();
      }}
      // Whoever goes on writing hasn't sent it yet.
      onInput={() => awaitMemory(false)}
      noValidate
      className="remark"
      key={state?.ok === false ? JSON.stringify(state.entered) : "stored"}
    >
      {title !== undefined && <PageTitle title={title} refused={isPageRefused || state?.ok === false} />}
      {state?.ok && state.message && (
        <Notice tone="ok" live>
          <p>{done(state.message.key as Parameters<typeof done>[0])}</p>
        </Notice>
      )}
      <ErrorSummary title={errors("summaryTitle")} errors={faults} />
      {isOvertaken && (
        <p className="choices-row">
          {/* Without the fragment, so that the browser asks for the page anew. */}
          <a href="?">{entry("reload")}</a>
        </p>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children({ typed: (field, stored = "") => enteredOr(state, field, stored), errorOf, refusal })}
      <LookedAtBox state={state} />
      {waiting ?? (
        <div className="actions">
          <Button type="submit" look={look} aria-disabled={sending}>
            {submit}
          </Button>
          {beside?.(refusal)}
          <span role="status" className="note">
            {isAwaitingMemory && entry("saving")}
          </span>
        </div>
      )}
    </form>
  );
  return fold === null ? (
    drawn
  ) : (
    // What is refused says why.
    <details className="fold" open={refusal !== null}>
      <summary>{fold}</summary>
      {drawn}
    </details>
  );
}
