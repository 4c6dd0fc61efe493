"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PageTitle } from "@/components/ui/page-title";
import { Textarea } from "@/components/ui/textarea";
import { useProblems } from "@/components/ui/use-problems";
import { narrativeField } from "@/lib/schemas/entry-forms";
import type { FormState } from "@/lib/schemas/form-state";
import { type NarrativeKind, type NarrativeView, narrativeKinds } from "@/lib/schemas/report-view";
import { wordsPlace } from "./kept-words";
import { useKeptWords } from "./use-kept-words";
import { useUnsavedWarning } from "./use-unsaved-warning";

/** Marks of the texts as they are stored, by pillar and kind. */
export type TextMarks = Record<string, Record<NarrativeKind, string>>;

/** What each text was shown with, so that one that is put back from the browser replaces no newer one unasked. */
function asSeen(name: string): string[] {
  const [, pillar, kind] = name.split("|");
  return [`rowVersion|${pillar}|${kind}`, `was|${pillar}|${kind}`];
}

/** The report narrative in one form; each pillar has a button, and all of them save everything. */
export function NarrativesForm({
  narratives,
  marks,
  hidden,
  userId,
  title,
  action,
}: {
  narratives: readonly NarrativeView[];
  marks: TextMarks;
  hidden: Record<string, string>;
  userId: number;
  /** Of the page. */
  title: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("entry.narrative");
  const errors = useTranslations("errors");
  const [state, send, sending] = useActionState(action, null);
  const { summary, errorOf } = useProblems(state);
  const form = useUnsavedWarning(state);
  useKeptWords(form, wordsPlace(userId, hidden, "narrative"), state, asSeen);
  const isRefused = state?.ok === false;
  const again = (name: string) => (isRefused ? state.entered[name]?.[0] : undefined);
  return (
    <form ref={form} action={send} noValidate key={isRefused ? JSON.stringify(state.entered) : "stored"}>
      <PageTitle title={title} refused={isRefused} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {narratives.map(({ pillar, title: pillarTitle, texts }) => (
        <section key={pillar} className="block" aria-labelledby={`pillar-${pillar}`}>
          <h2 id={`pillar-${pillar}`}>
            {pillar} {pillarTitle}
          </h2>
          {narrativeKinds.map((kind) => {
            const name = (field: Parameters<typeof narrativeField>[0]) => narrativeField(field, pillar, kind);
            const { text, isPublic, rowVersion } = texts[kind];
            const error = errorOf(name("text"));
            const isOvertaken =
              isRefused && state.problems.some(({ field, key }) => field === name("text") && key === "textChanged");
            return (
              <div key={kind} className="narrative">
                <Textarea
                  id={name("text")}
                  name={name("text")}
                  rows={5}
                  label={t("kind", { kind })}
                  hint={t("hint", { kind })}
                  error={error}
                  defaultValue={again(name("text")) ?? text}
                />
                {isOvertaken && (
                  <div className="stored-text">
                    <p className="note">{t("stored")}</p>
                    <p className="prose">{text || t("storedEmpty")}</p>
                  </div>
                )}
                <Checkbox
                  name={name("isPublic")}
                  label={t("public")}
                  defaultChecked={isRefused ? again(name("isPublic")) !== undefined : isPublic}
                />
                <input
                  type="hidden"
                  name={name("rowVersion")}
                  value={isOvertaken ? rowVersion : (again(name("rowVersion")) ?? rowVersion)}
                />
                <input
                  type="hidden"
                  name={name("was")}
                  value={isOvertaken ? marks[pillar]?.[kind] : (again(name("was")) ?? marks[pillar]?.[kind])}
                />
              </div>
            );
          })}
          <div className="actions">
            <Button type="submit" look="main" aria-disabled={sending}>
              {sending ? t("saving") : t("save")}
            </Button>
          </div>
        </section>
      ))}
    </form>
  );
}
