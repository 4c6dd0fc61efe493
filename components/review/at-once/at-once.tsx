"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { answersFormId } from "@/components/review/answers/kept-choice";
import { useAnswers } from "@/components/review/answers/use-answers";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type LookCause, lookCauses } from "@/lib/domain/reports/clean";
import { useMoments } from "@/lib/i18n/use-moments";

/**
 * Accepts everything clean in one act, and says what that leaves; what was accepted so can be taken back until the decision.
 * Without a script the buttons send the answers of the page along.
 */
export function AtOnce({ causes }: { causes: Record<string, LookCause> }) {
  const t = useTranslations("review.atOnce");
  const errors = useTranslations("errors");
  const { choices, atOnce } = useAnswers();
  const { moment } = useMoments();
  const { clean, acceptance, isBusy, problem, accept, takeBack } = atOnce;
  const left = Object.entries(causes).filter(([code]) => choices[code]?.answer === null);
  const causesLeft = lookCauses.flatMap((cause) => {
    const count = left.filter(([, own]) => own === cause).length;
    return count === 0 ? [] : [t("cause", { cause, count })];
  });
  const on = (act: () => Promise<unknown>) => (event: MouseEvent) => {
    event.preventDefault();
    void act();
  };
  return (
    <section className="at-once" aria-label={t("label")}>
      <input type="hidden" name="clean" value={clean.join(" ")} />
      {clean.length > 0 && (
        <Button
          type="submit"
          form={answersFormId}
          name="next"
          value="clean"
          aria-keyshortcuts="Shift+A"
          aria-describedby="at-once-leaves"
          aria-disabled={isBusy}
          onClick={on(accept)}
        >
          {t("accept", { count: clean.length })}
        </Button>
      )}
      <p className="note" id="at-once-leaves">
        {clean.length > 0 && `${t("meaning")} `}
        {t("left", { count: left.length })}
        {causesLeft.length > 0 && ` ${t("causes", { causes: causesLeft.join("; ") })}`}
      </p>
      {acceptance && (
        <Notice tone="ok" live>
          <p>
            {t("accepted", {
              count: acceptance.count,
              own: acceptance.isOwn ? "yes" : "no",
              by: acceptance.by,
              at: moment(acceptance.at),
            })}{" "}
            <input type="hidden" name="acceptance" value={acceptance.id} />
            <button
              type="submit"
              form={answersFormId}
              name="next"
              value="undo"
              className="link"
              aria-disabled={isBusy}
              onClick={on(takeBack)}
            >
              {t("undo")}
              <span className="vh"> {t("undoWhat", { count: acceptance.count })}</span>
            </button>
          </p>
        </Notice>
      )}
      {problem && (
        <Notice tone="error" live>
          <p>
            {problem.problem === null
              ? t("offline")
              : errors(problem.problem.key as Parameters<typeof errors>[0], problem.problem.args)}
          </p>
        </Notice>
      )}
    </section>
  );
}
