"use client";

import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { NamesHearing } from "@/components/review/tell/use-naming";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { AnswerNews, ReviewNews } from "@/lib/views/review-view";
import { type Choices, noAnswer } from "./choice";
import type { Reviewer } from "./kept-choice";
import type { SavedAnswers } from "./saved-answers";
import type { Over } from "./send-answer";
import type { ActsHearing } from "./use-acts";
import type { Arrived, useArrived } from "./use-arrived";

/** What other reviewers do while the page is in view. */
export interface Colleagues {
  arrived: Arrived;
  /** What ended the review, as far as the page has heard, also from a refusal; null where it goes on. */
  over: Over | null;
  /** Asks what they do at once, also while a dialog is open. */
  askNow: () => void;
}

/** How often it is asked, in milliseconds, while the page is in view. */
const PAUSE = 15_000;

/**
 * Shows the answers of other reviewers, and whom they name in queries, as they arrive, unless something else is being said
 * in their place.
 * @param carried codes of what was accepted in a submission before, with a space between them
 * @param hearing who else is told what the server has, and asks for it
 */
export function useColleagues(
  { choices, isOld }: Pick<SavedAnswers, "choices" | "isOld">,
  { arrived, learn }: ReturnType<typeof useArrived>,
  { userId, submission, address: { plan, unit, period } }: Reviewer,
  carried: string,
  { hear: hearActs, doubts, hearNames }: ActsHearing & NamesHearing,
): Colleagues {
  const [over, setOver] = useState<Over | null>(null);
  const asking = useRef((_inDialog: boolean) => {});
  const hear = useEffectEvent((news: ReviewNews, askedAt: number): boolean => {
    const { answers, readAt } = news;
    setOver(news.over);
    const areActsKnown = hearActs(news, askedAt);
    if (answers === null) return areActsKnown;
    const before = carried.split(" ");
    const present: Choices = Object.fromEntries(
      Object.keys(choices).map((code) => {
        const { answer, query } = answers[code] ?? (before.includes(code) ? { answer: "accept", query: "" } : noAnswer);
        return [code, { answer, query } as const];
      }),
    );
    const others = Object.entries(answers).flatMap(([code, { isOwn, by }]) => (isOwn ? [] : [[code, by]]));
    const { learned, isWhole } = learn(present, { readAt }, Object.fromEntries(others));
    const areNamesKnown = hearNames((code) => namedIn(answers[code], learned.includes(code)), askedAt, learned);
    return isWhole && areActsKnown && areNamesKnown;
  });
  useEffect(() => {
    let seen = "";
    let timer = 0;
    let isAsking = false;
    let isWanted = false;
    let isInDialog = false;
    const ask = async () => {
      window.clearTimeout(timer);
      if (isAsking || document.visibilityState !== "visible") return;
      // Who decides about the report goes by what they were shown, and is told if that isn't so any more.
      if (!isInDialog && document.querySelector("dialog[open]")) {
        timer = window.setTimeout(ask, PAUSE);
        return;
      }
      isAsking = true;
      isWanted = false;
      isInDialog = false;
      const askedAt = performance.now();
      try {
        const asked = new URLSearchParams({ submission: String(submission), seen });
        const response = await fetch(`/api/reports/${plan}/${unit}/${period}/review-answers?${asked}`, {
          headers: madeFor(userId),
        });
        if (response.status === 404) setOver("notYours");
        const news = response.ok ? ((await response.json()) as ReviewNews) : null;
        if (news) seen = hear(news, askedAt) ? news.digest : "";
      } catch {
        // Nobody answered; the saves tell of it.
      } finally {
        isAsking = false;
        timer = window.setTimeout(ask, isWanted ? 0 : PAUSE);
      }
    };
    asking.current = (inDialog) => {
      // What is being read may be from before.
      isWanted = true;
      isInDialog ||= inDialog;
      void ask();
    };
    const turned = () => void ask();
    timer = window.setTimeout(ask, PAUSE);
    document.addEventListener("visibilitychange", turned);
    window.addEventListener("online", turned);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener("visibilitychange", turned);
      window.removeEventListener("online", turned);
    };
  }, [userId, submission, plan, unit, period]);
  useEffect(() => {
    if (doubts > 0 || isOld) asking.current(false);
  }, [doubts, isOld]);
  const askNow = useCallback(() => asking.current(true), []);
  return { arrived, over, askNow };
}

/** Where the page shows a query of its own that the server doesn't have, nothing is known. */
const namedIn = (answer: AnswerNews | undefined, isShown: boolean) =>
  answer?.answer === "query" ? answer.named : isShown ? [] : null;
