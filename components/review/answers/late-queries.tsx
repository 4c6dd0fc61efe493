"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { browserMemory } from "@/components/entry/memory/browser-memory";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { useKeptLook } from "@/components/report/kept/use-kept-look";
import { Button } from "@/components/ui/button";
import { Discard } from "@/components/ui/forms/discard";
import { Notice } from "@/components/ui/notice";
import { useMoments } from "@/lib/i18n/use-moments";
import { answerFields } from "@/lib/schemas/reports/review-fields";
import type { DecisionView } from "@/lib/views/review-view";
import { answersFormId, type BegunQuery, fillDecision, forgetQuery, lateQueries } from "./kept-choice";
import { useAnswers } from "./use-answers";

/**
 * Queries that were being written when the report was closed to decisions. Only this browser has them: they are shown
 * until whoever wrote them asks them of the submission that is open now, or lets them go.
 */
export function LateQueries({
  owner: { userId, plan, unit, period },
  open,
  asked,
  decisions,
  here,
}: {
  owner: Owner;
  /** The submission that takes the reader's decisions; null: none does. */
  open: number | null;
  /** The words that are stored as queries, by code. */
  asked: Readonly<Record<string, readonly string[]>>;
  decisions: readonly Omit<DecisionView, "reason" | "settled">[];
  /** The page's own address. */
  here: string;
}) {
  const t = useTranslations("review.late");
  const on = useTranslations("review.answers");
  const { day } = useMoments();
  const [late, setLate] = useState<readonly BegunQuery[]>([]);
  const [discarded, setDiscarded] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const look = useCallback(() => {
    const memory = browserMemory();
    if (memory) setLate(lateQueries(memory, { userId, plan, unit, period }, open, asked));
  }, [userId, plan, unit, period, open, asked]);
  useKeptLook(look);
  const forget = (query: BegunQuery) => {
    const memory = browserMemory();
    if (memory) forgetQuery(memory, { userId, plan, unit, period }, query);
    setLate((late) => late.filter((other) => other !== query));
  };
  const discard = (query: BegunQuery) => {
    forget(query);
    setDiscarded(discarded + 1);
    // The button goes, and whoever pressed it goes on at what is left.
    place.current?.focus();
  };
  if (late.length === 0 && discarded === 0) return null;
  if (late.length === 0)
    return (
      <div ref={place} className="mt-4" role="status" tabIndex={-1}>
        <Notice tone="ok">
          <p>{t("discarded", { count: discarded })}</p>
        </Notice>
      </div>
    );
  return (
    <div ref={place} className="mt-4" role="status" tabIndex={-1}>
      <Notice tone="warning" title={t("title", { count: late.length })}>
        <p>{t("lead", { count: late.length })}</p>
        <ul>
          {late.map((query) => {
            const { submission, code } = query;
            const decision = decisions.find((decision) => decision.submission === submission);
            const about = on("on", { code });
            return (
              <li key={`${submission} ${code}`} className="mt-4">
                <p>
                  <a href={`${here}?tab=all#${code}`}>{code}</a>
                  {decision && `: ${t("decision", { ...decision, day: day(decision.at) })}`}
                </p>
                <p className="wrap-anywhere whitespace-pre-line">{query.query}</p>
                <div className="commands">
                  {open !== null && (
                    <AskNow query={query} onAsked={() => forget(query)}>
                      {t("ask")}
                      <span className="vh"> {about}</span>
                    </AskNow>
                  )}
                  <Discard
                    label={t("discard")}
                    about={about}
                    meaning={t("discardMeaning")}
                    confirm={t("discardConfirm")}
                    onDiscard={() => discard(query)}
                  />
                </div>
              </li>
            );
          })}
        </ul>
      </Notice>
    </div>
  );
}

/** Asks it of the present submission, unless something else is asked there: that isn't replaced from afar. */
function AskNow({
  query: { code, query },
  onAsked,
  children,
}: {
  query: BegunQuery;
  onAsked: () => void;
  children: ReactNode;
}) {
  const { choices, choose } = useAnswers();
  const present = choices[code];
  if (present === undefined || present.answer === "query") return null;
  const ask = () => {
    const choice = { answer: "query" as const, query };
    const form = document.getElementById(answersFormId);
    const names = answerFields(code);
    choose(code, choice);
    onAsked();
    // The button goes, and whoever pressed it goes on at the words, where the tab shows them.
    if (form instanceof HTMLFormElement && fillDecision(form, names, choice))
      requestAnimationFrame(() => form.querySelector<HTMLElement>(`[name="${CSS.escape(names.query)}"]`)?.focus());
  };
  return <Button onClick={ask}>{children}</Button>;
}
