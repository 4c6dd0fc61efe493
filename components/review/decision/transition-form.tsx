"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { wordsPlace } from "@/components/report/kept/kept-words";
import { useKeptWords } from "@/components/report/kept/use-kept-words";
import type { AnswerSummary } from "@/components/review/answers/choice";
import { isEnded } from "@/components/review/answers/send-answer";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/fields/textarea";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { LookedAtBox } from "@/components/ui/forms/looked-at";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { PageTitle } from "@/components/ui/page-title";
import { useReadAnew } from "@/components/ui/use-read-anew";
import { enteredOr } from "@/lib/schemas/forms/form-state";
import { longestCorrectionReason, longestRemark } from "@/lib/schemas/forms/longest-texts";
import { namedShown, queriesShown } from "@/lib/schemas/reports/review-fields";
import { isTickedAtFirst, namedUntold, namedWithBox } from "./told-at-return";
import {
  type Approval,
  consequencesId,
  type FormAction,
  formOf,
  type ReviewTransition,
  type TransitionSubject,
} from "./transition";
import { TransitionSummary } from "./transition-summary";
import { WorkingOut, WorkingOutAgain } from "./working-out";

/** What a decision means, and the form that takes it: in a dialog, or on a page of its own without a script. */
export function TransitionForm({
  title,
  transition,
  subject,
  answers,
  action,
  cancel,
  onFollow,
  approval = null,
  opening,
  onSeeChanged,
  onPeopleChanged,
  onAnswersChanged,
  onEnded,
}: {
  /** Of a page of its own. */
  title?: string;
  transition: ReviewTransition;
  subject: TransitionSubject;
  answers: AnswerSummary;
  action: FormAction;
  /** The harmless way out: a button or a link. */
  cancel: ReactNode;
  /** Called on the way to an indicator that is named: where it stands on the page behind a dialog, that has to close. */
  onFollow?: () => void;
  /** Of an approval. */
  approval?: Approval | null;
  /** Of the dialog, another one each time: what was refused before isn't told in it. */
  opening?: number;
  /** Called on the way to what an approval would change now: behind a dialog, that has to close and begins anew. */
  onSeeChanged?: () => void;
  /** Called where somebody can't be told any more; a page of its own is read anew. */
  onPeopleChanged?: () => Promise<void>;
  /** Called where somebody took decisions back since they were shown; a page of its own is read anew. */
  onAnswersChanged?: () => void;
  /** Called where nothing can be decided any more, since somebody else changed the report. */
  onEnded?: () => void;
}) {
  const t = useTranslations("review.transition");
  const errors = useTranslations("errors");
  const [state, send, sending] = useAnsweredState(action, {
    unanswered: transition === "approve" ? "commandUnanswered" : "unanswered",
  });
  const [answered, setAnswered] = useState({ state, opening });
  if (answered.state !== state) setAnswered({ state, opening });
  const told = answered.opening === opening ? state : null;
  const { summary, errorOf } = useProblems(told);
  const { address, userId, locale, rowVersion, submission, unit, here, people, named, seen = named } = subject;
  const readAnew = useReadAnew();
  const form = useRef<HTMLFormElement>(null);
  useKeptWords(
    form,
    transition === "approve" ? null : wordsPlace(userId, address, formOf(transition, submission)),
    state,
  );
  // What the browser kept is put back by now: nobody is told by a box that is folded away.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the form stands, and again when it was refused.
  useEffect(() => {
    for (const fold of form.current?.querySelectorAll("details") ?? [])
      if (fold.querySelector("input:checked")) fold.open = true;
  }, [state]);
  const refusedFor = told?.ok === false ? told.refusal.code : null;
  const isChanged = refusedFor === "consequencesChanged";
  const isUntold = refusedFor === "cannotBeTold";
  const isAnswered = /^(queries|undecided)/.test(refusedFor ?? "");
  const isOver = told?.ok === false && isEnded({ key: told.refusal.code, args: told.refusal.args });
  const end = useEffectEvent(() => onEnded?.());
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal.
  useEffect(() => {
    if (isOver) end();
  }, [state]);
  const see = useEffectEvent((anew?: () => unknown) => (anew ? void anew() : readAnew()));
  // The next click goes through: boxes of whom it can't be told go with that, and what is asked and undecided by now is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal.
  useEffect(() => {
    if (isUntold) see(onPeopleChanged);
    if (isAnswered) see(onAnswersChanged);
  }, [state]);
  const isOvertaken =
    told?.ok === false &&
    refusedFor !== "reasonMissing" &&
    !isChanged &&
    !isUntold &&
    !isAnswered &&
    told.problems.length === 0;
  const isBarred = transition === "approve" && answers.queries.length > 0;
  const isReasonFree = transition === "return" && answers.queries.length > 0;
  return (
    <form ref={form} action={send} noValidate className="transition-form">
      {title !== undefined && <PageTitle title={title} refused={state?.ok === false} />}
      <ErrorSummary title={errors("summaryTitle")} errors={summary} />
      {isOvertaken && (
        <p className="note">
          {enteredOr(state, "reason") !== "" && `${t("kept")} `}
          <a href={here} target="_blank" rel="noopener">
            {t("seeNow")}
          </a>
        </p>
      )}
      {isChanged && (
        <p className="note">
          <a
            href={`#${consequencesId}`}
            onClick={() => {
              readAnew();
              onSeeChanged?.();
            }}
          >
            {t("seeChanged")}
          </a>
        </p>
      )}
      <TransitionSummary
        {...{ transition, answers, unit, here, people, onFollow }}
        isTicked={(field) => isTickedAtFirst(state, field, named)}
        untold={(code) => namedUntold(code, named, people)}
        isNamed={(field) => isTickedAtFirst(null, field, named)}
      />
      {Object.entries({
        ...address,
        locale,
        rowVersion: String(rowVersion),
        ...(approval?.digest && { consequences: approval.digest }),
        ...(transition === "approve" && { undecided: answers.undecided.join(" ") }),
        ...(transition === "return" && {
          queries: queriesShown(answers.queries),
          named: namedShown(namedWithBox(seen, people)),
        }),
      }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {transition !== "approve" && (
        <Textarea
          id="reason"
          name="reason"
          rows={3}
          maxLength={longestRemark}
          label={t(isReasonFree ? "reasonFree" : "reason")}
          hint={t("reasonHint", { unit })}
          error={errorOf("reason")}
          defaultValue={enteredOr(state, "reason")}
        />
      )}
      {transition === "reopen" && (
        <Textarea
          id="readersReason"
          name="readersReason"
          rows={2}
          maxLength={longestCorrectionReason}
          label={t("readersReason")}
          hint={t("readersReasonHint")}
          error={errorOf("readersReason")}
          defaultValue={enteredOr(state, "readersReason")}
        />
      )}
      {approval && !isBarred && (
        <>
          {approval.underWay && <p className="note">{t("late")}</p>}
          {!approval.isToldBeside && (
            <WorkingOut address={address} underWay={approval.underWay} href={`${here}/approve`} />
          )}
          {sending && <WorkingOutAgain address={address} />}
        </>
      )}
      <LookedAtBox state={state} />
      <div className="actions">
        {cancel}
        {!isBarred && !isOver && !approval?.underWay && (
          <Button look="main" type="submit" aria-disabled={sending}>
            {sending ? t("working", { transition }) : t("confirm", { transition, queries: answers.queries.length })}
          </Button>
        )}
      </div>
    </form>
  );
}
