"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { wordsPlace } from "@/components/report/kept/kept-words";
import { useKeptWords } from "@/components/report/kept/use-kept-words";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { PageTitle } from "@/components/ui/page-title";
import { type NarrativeKind, narrativeKinds } from "@/lib/domain/reports/narrative";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { lookedAtField, toldBeside } from "@/lib/schemas/forms/looked-at";
import { narrativeField } from "@/lib/schemas/reports/entry-fields";
import type { NarrativeView, ReportAddress, TextDigests } from "@/lib/views/report-view";
import { NarrativeText } from "./narrative-text";
import { textKey, textsOf, useNarrativeSaving } from "./use-narrative-saving";

/** What each text was shown with, so that one that is put back from the browser replaces no newer one unasked. */
function asSeen(name: string): string[] {
  const [, pillar, kind] = name.split("|");
  return [`rowVersion|${pillar}|${kind}`, `was|${pillar}|${kind}`];
}

interface Props {
  narratives: readonly NarrativeView[];
  digests: TextDigests;
  address: ReportAddress;
  locale: string;
  userId: number;
  /** Of the page. */
  title: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}

/** The report narrative: its texts save themselves as they are written, and each button saves everything. */
export function NarrativesForm({ action, ...props }: Props) {
  const [state, send, sending] = useAnsweredState(action);
  // Refused, the form is made anew with what was entered.
  const key = state?.ok === false ? JSON.stringify(state.entered) : "stored";
  return <NarrativesFields key={key} {...props} state={state} send={send} sending={sending} />;
}

function NarrativesFields({
  narratives,
  digests,
  address,
  locale,
  userId,
  title,
  state,
  send,
  sending,
}: Omit<Props, "action"> & { state: FormState; send: (form: FormData) => void; sending: boolean }) {
  const t = useTranslations("entry.narrative");
  const errors = useTranslations("errors");
  const form = useRef<HTMLFormElement>(null);
  const place = wordsPlace(userId, address, "narrative");
  const keepWords = useKeptWords(form, place, state, asSeen);
  const isRefused = state?.ok === false;
  const isOvertaken = (pillar: string, kind: NarrativeKind) =>
    isRefused &&
    state.problems.some(({ field, key }) => field === narrativeField("text", pillar, kind) && key === "textChanged");
  const again = (field: string) => (isRefused ? state.entered[field]?.[0] : undefined);
  const views = new Map(narratives.map((narrative) => [narrative.pillar, narrative]));
  const seenText = (pillar: string, kind: NarrativeKind) => ({
    rowVersion: Number(again(narrativeField("rowVersion", pillar, kind)) ?? views.get(pillar)!.texts[kind].rowVersion),
    was: again(narrativeField("was", pillar, kind)) ?? digests[pillar]?.[kind] ?? "",
  });
  const storedText = (pillar: string, kind: NarrativeKind) => {
    const present = { ...views.get(pillar)!.texts[kind], was: digests[pillar]?.[kind] ?? "" };
    return isOvertaken(pillar, kind) ? present : { ...present, ...seenText(pillar, kind) };
  };
  const { texts, isSaving, isLive, submitLater, keepMine, takeTheirs } = useNarrativeSaving(
    form,
    { userId, ...address },
    () =>
      textsOf([...views.keys()], storedText, (pillar, kind) =>
        isOvertaken(pillar, kind) ? seenText(pillar, kind) : null,
      ),
  );
  const isSettled = (pillar: string, kind: NarrativeKind) =>
    isOvertaken(pillar, kind) && ["rest", "saved"].includes(texts[textKey(pillar, kind)]!.phase.at);
  const settled = narratives.flatMap(({ pillar }) =>
    narrativeKinds.flatMap((kind) => (isSettled(pillar, kind) ? [narrativeField("text", pillar, kind)] : [])),
  );
  const left = stillRefused(state, settled);
  const { summary, errorOf } = useProblems(left);
  // What is stored is no longer kept in the browser.
  useEffect(() => {
    if (Object.values(texts).some(({ phase }) => phase.at === "saved")) keepWords();
  }, [texts, keepWords]);
  return (
    <form
      ref={form}
      action={send}
      noValidate
      onSubmit={(event) => {
        if (!isSaving) return;
        event.preventDefault();
        submitLater();
      }}
    >
      <PageTitle title={title} refused={left?.ok === false} />
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      <LookedAtBox state={state} />
      {/* Texts that save themselves are warned of beside their fields. */}
      {isLive && <input type="hidden" name={lookedAtField} value={toldBeside} />}
      {Object.entries({ ...address, locale }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {narratives.map(({ pillar, title: pillarTitle }) => (
        <section key={pillar} className="block" aria-labelledby={`pillar-${pillar}`}>
          <h2 id={`pillar-${pillar}`}>
            {pillar} {pillarTitle}
          </h2>
          {narrativeKinds.map((kind) => {
            const key = textKey(pillar, kind);
            const field = narrativeField("text", pillar, kind);
            return (
              <NarrativeText
                key={kind}
                saved={texts[key]!}
                entered={again(field)}
                isPublic={isRefused ? again(narrativeField("isPublic", pillar, kind)) !== undefined : undefined}
                error={errorOf(field)}
                canChoose={isLive}
                onKeepMine={() => keepMine(key)}
                onTakeTheirs={() => {
                  takeTheirs(key);
                  keepWords();
                }}
              />
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

/** What a refused form still says once two texts were chosen between: null where that was all. */
function stillRefused(state: FormState, settled: readonly string[]): FormState {
  if (state?.ok !== false || settled.length === 0) return state;
  const problems = state.problems.filter(({ field, key }) => key !== "textChanged" || !settled.includes(field));
  return problems.length > 0 ? { ...state, problems } : null;
}
