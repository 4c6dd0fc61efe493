"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { answersFormId } from "@/components/review/answers/kept-choice";
import type { ActProblem } from "@/components/review/answers/use-acts";
import { useAnswers } from "@/components/review/answers/use-answers";
import { Button } from "@/components/ui/button";
import { FocusOn } from "@/components/ui/focus-on";
import { Notice } from "@/components/ui/notice";
import { lookCauses } from "@/lib/domain/reports/clean";
import { useMoments } from "@/lib/i18n/use-moments";
import type { Offer } from "./offer";

/** Where somebody goes on after an act whose button is gone. */
export const atOnceIds = { notice: "at-once-done", button: "at-once-accept" } as const;

/**
 * Accepts in one act what the page offers, and says what that leaves; what was accepted so can be taken back until the
 * decision. Without a script the buttons send the answers of the page along.
 */
export function AtOnce({ offer: { scope, goal, toOthers, noted, causes } }: { offer: Omit<Offer, "codes"> }) {
  const t = useTranslations("review.atOnce");
  const { choices, atOnce } = useAnswers();
  const { moment } = useMoments();
  const [acts, setActs] = useState(0);
  const { offered, acceptance, busy, problem, accept, takeBack, isClosed } = atOnce;
  if (isClosed) return null;
  const isOpen = (code: string) => choices[code]?.answer === null;
  const left = Object.entries(causes).filter(([code]) => isOpen(code));
  const toThem = toOthers.filter(isOpen).length;
  const isMore = offered.length + toThem > 0 || acceptance !== null;
  const causesLeft = lookCauses.flatMap((cause) => {
    const count = left.filter(([, own]) => own === cause).length;
    return count === 0 ? [] : [t("cause", { cause, count, alone: left.length === 1 ? "yes" : "no" })];
  });
  const on = (act: () => Promise<unknown>) => async (event: MouseEvent) => {
    event.preventDefault();
    await act();
    setActs((acts) => acts + 1);
  };
  const notes = noted.filter((code) => offered.includes(code)).length;
  const of = { count: offered.length, goal: goal ?? "none" };
  return (
    <section className="at-once" aria-label={t("label")}>
      <input type="hidden" name="clean" value={offered.join(" ")} />
      {offered.length > 0 && (
        <Button
          id={atOnceIds.button}
          type="submit"
          form={answersFormId}
          name="next"
          value="clean"
          aria-keyshortcuts="Shift+A"
          aria-describedby="at-once-leaves"
          aria-disabled={busy !== null}
          onClick={on(accept)}
        >
          {busy === "clean" ? t("accepting", of) : t("accept", { ...of, scope })}
        </Button>
      )}
      <p className="vh" role="status">
        {busy !== null && t(busy === "clean" ? "accepting" : "undoing", of)}
      </p>
      {/* What an empty list leaves to look at says nothing of the report. */}
      {scope !== "nothing" && (
        <p className="note" id="at-once-leaves">
          {offered.length > 0 && `${t("meaning", { ...of, notes })} `}
          {offered.length > 0 && scope === "beside" && `${t("beside", of)} `}
          {toThem > 0 && `${t("toOthers", { count: toThem })} `}
          {t("left", { count: left.length, more: isMore ? "yes" : "no", causes: causesLeft.join("; ") })}
        </p>
      )}
      {acceptance && (
        <Notice tone="ok" live id={atOnceIds.notice}>
          <p>
            {t("accepted", {
              count: acceptance.codes.length,
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
              aria-disabled={busy !== null}
              onClick={on(takeBack)}
            >
              {t(busy === "undo" ? "undoing" : "undo")}
              <span className="vh"> {t("undoWhat", { count: acceptance.codes.length })}</span>
            </button>
          </p>
        </Notice>
      )}
      {problem && <Problem problem={problem} />}
      <FocusOn ids={`${atOnceIds.notice} ${atOnceIds.button}`} after={acts === 0 ? "" : String(acts)} />
    </section>
  );
}

function Problem({ problem }: { problem: ActProblem }) {
  const t = useTranslations("review.atOnce");
  const errors = useTranslations("errors");
  return (
    <Notice tone={problem === "overtaken" ? "warning" : "error"} live>
      <p>
        {typeof problem === "string"
          ? t("problem", { problem })
          : errors(problem.key as Parameters<typeof errors>[0], problem.args)}
      </p>
    </Notice>
  );
}
