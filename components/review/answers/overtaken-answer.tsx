"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import { useMoments } from "@/lib/i18n/use-moments";
import { answerFields } from "@/lib/schemas/reports/review-fields";
import { fillDecision } from "./kept-choice";
import { useAnswers } from "./use-answers";

/**
 * Another reviewer decided while the page was open: which decision stands is asked. What was typed stands above, and is kept
 * by the browser; a decision without words isn't.
 */
export function OvertakenAnswer({ code }: { code: string }) {
  const t = useTranslations("review.answers");
  const { choices, states, settle } = useAnswers();
  const { moment } = useMoments();
  const state = states[code];
  if (typeof state !== "object" || !state.theirs) return null;
  const { by, at, answer, query } = state.theirs;
  const choose = (stands: "theirs" | "mine") => (event: MouseEvent<HTMLButtonElement>) => {
    const { form } = event.currentTarget;
    const names = answerFields(code);
    if (form && stands === "theirs") fillDecision(form, names, { answer, query });
    // The button goes, and whoever pressed it by key goes on at the decision.
    form?.querySelector<HTMLInputElement>(`[name="${CSS.escape(names.answer)}"]:checked`)?.focus();
    settle(code, stands);
  };
  return (
    <div className="msg msg-error" role="alert">
      <p className="h">{t("theirs", { by, answer, at: moment(at) })}</p>
      {answer === "query" && <p className="wrap-anywhere whitespace-pre-line">{query}</p>}
      <p>{t("theirsLead", { mine: choices[code]?.answer ?? "none" })}</p>
      <p className="choices-row">
        <Button onClick={choose("theirs")}>
          {t("keepTheirs")}
          <span className="vh">{` ${t("on", { code })}`}</span>
        </Button>
        <Button onClick={choose("mine")}>
          {t("storeMine")}
          <span className="vh">{` ${t("on", { code })}`}</span>
        </Button>
      </p>
    </div>
  );
}
