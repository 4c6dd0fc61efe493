"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef } from "react";
import type { WordsPlace } from "@/components/report/kept/kept-words";
import { useKeptWords } from "@/components/report/kept/use-kept-words";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import type { FormState } from "@/lib/schemas/forms/form-state";

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** What a form's fields take: what stood there when it was refused, and what is wrong with it. */
export interface Fields {
  standing: (field: string, stored?: string) => string;
  /** The same of a field of several answers. */
  allOf: (field: string, stored?: readonly string[]) => readonly string[];
  errorOf: (field: string) => string | null;
  /** The id of a field, which its page has once. */
  idOf: (field: string) => string;
  isRefused: boolean;
  sending: boolean;
  /** Stands before the buttons: the box of whoever looked at words that may say of whom they speak. */
  lookedAt: ReactNode;
}

const idFor = (of: string | null, field: string) => (of === null ? field : `${of}-${field}`);

/** A form about an observation. What is written in it stays: when it is refused, and in the browser until it is stored. */
export function KeptForm({
  action,
  hidden,
  words,
  here,
  behind = null,
  of = null,
  children,
}: {
  action: FormAction;
  hidden: Record<string, string | number>;
  /** Where the browser keeps what is being written; null where nothing is. */
  words: WordsPlace | null;
  /** The page that shows how things stand now; null where it is this one's address without anything new. */
  here: string | null;
  /** What it stands behind until it is opened; null where it stands open. */
  behind?: string | null;
  /** For whom, where a page has the same form for several: the code of a unit. */
  of?: string | null;
  children: (fields: Fields) => ReactNode;
}) {
  const t = useTranslations("observations.form");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, {
    unanswered: words === null ? "commandUnanswered" : "unanswered",
  });
  const { summary: problems, errorOf } = useProblems(state);
  const idOf = (field: string) => idFor(of, field);
  const summary = useMemo(
    () => problems.map(({ fieldId, message }) => ({ fieldId: fieldId && idFor(of, fieldId), message })),
    [problems, of],
  );
  const form = useRef<HTMLFormElement>(null);
  useKeptWords(form, words, state);
  const isRefused = state?.ok === false;
  // What was sent stands there again, also where a field was emptied.
  const standing = (field: string, stored = "") => (isRefused ? (state.entered[field]?.[0] ?? "") : stored);
  const allOf = (field: string, stored: readonly string[] = []) => (isRefused ? (state.entered[field] ?? []) : stored);
  const whole = (
    <form ref={form} action={send} noValidate>
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {isRefused && state.problems.length === 0 && here !== null && (
        <p className="note mb-3">
          <a href={here} target="_blank" rel="noopener">
            {t("seeNow")}
          </a>
        </p>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children({ standing, allOf, errorOf, idOf, isRefused, sending, lookedAt: <LookedAtBox state={state} /> })}
    </form>
  );
  if (behind === null) return whole;
  return (
    <details className="more" open={isRefused}>
      <summary>{behind}</summary>
      {whole}
    </details>
  );
}
