"use client";

import { useCallback, useRef, useState } from "react";
import type { IsoMoment } from "@/lib/views/report-view";
import type { AcceptanceView } from "@/lib/views/review-view";
import { type Choice, noAnswer } from "./choice";
import { fillOnPage, type Reviewer } from "./kept-choice";
import type { SavedAnswers } from "./saved-answers";
import { sendAct, type Unsaved } from "./send-answer";

/** Everything clean, accepted in one act. */
export interface AtOnce {
  /** Codes of what can be accepted so and has no answer yet. */
  clean: readonly string[];
  /** Nothing speaks against it, whether or not it has an answer. */
  isClean: (code: string) => boolean;
  /** The last act of which something stands. */
  acceptance: AcceptanceView | null;
  isBusy: boolean;
  /** Why the last try came to nothing. */
  problem: Unsaved | null;
  /** @returns what was accepted */
  accept: () => Promise<string[]>;
  takeBack: () => Promise<void>;
}

export interface Acts extends Pick<SavedAnswers, "choose"> {
  atOnce: AtOnce;
  /** Undoes the last thing that was decided here. @returns the indicator to go back to, null where there is none */
  undo: () => Promise<string | null>;
}

interface Stored {
  storedAt: IsoMoment;
}

type Act = { acceptance: number } | { code: string; before: Choice["answer"]; after: Choice["answer"] };

/** What is decided on the page, act by act, so that each can be undone. */
export function useActs(saved: SavedAnswers, reviewer: Reviewer, codes: string, given: AcceptanceView | null): Acts {
  const { choices, choose: save, learn } = saved;
  const [acceptance, setAcceptance] = useState(given);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Unsaved | null>(null);
  const acts = useRef<Act[]>([]);
  const all = codes.split(" ");
  const clean = all.filter((code) => choices[code]?.answer === null);

  const choose = useCallback<SavedAnswers["choose"]>(
    (code, change) => {
      const before = choices[code]?.answer ?? null;
      if (change.answer !== undefined && change.answer !== before)
        acts.current.push({ code, before, after: change.answer });
      save(code, change);
    },
    [choices, save],
  );

  async function ask<Done extends object>(act: "clean" | "undo", of: object): Promise<Done | null> {
    if (isBusy) return null;
    setBusy(true);
    const answer = await sendAct<Done>(reviewer, act, of);
    setBusy(false);
    setProblem("problem" in answer ? answer : null);
    return "problem" in answer ? null : answer;
  }

  const accept = async () => {
    if (clean.length === 0) return [];
    const done = await ask<Stored & { acceptance: number; at: IsoMoment; accepted: string[] }>("clean", {
      indicators: clean,
    });
    if (done === null) return [];
    const { acceptance: id, at, accepted, storedAt } = done;
    acts.current.push({ acceptance: id });
    learn(Object.fromEntries(accepted.map((code) => [code, { answer: "accept", query: "" }])), { storedAt });
    setAcceptance({ id, at, by: "", isOwn: true, count: accepted.length });
    return accepted;
  };

  const takeBackOf = async (id: number) => {
    const done = await ask<Stored & { takenBack: string[] }>("undo", { acceptance: id });
    if (done === null) return;
    acts.current = acts.current.filter((act) => !("acceptance" in act && act.acceptance === id));
    learn(Object.fromEntries(done.takenBack.map((code) => [code, noAnswer])), done);
    setAcceptance((present) => (present?.id === id ? null : present));
  };
  const takeBack = async () => {
    if (acceptance) await takeBackOf(acceptance.id);
  };

  const undo = async (): Promise<string | null> => {
    const act = acts.current.pop();
    if (act === undefined) {
      if (acceptance?.isOwn) await takeBack();
      return null;
    }
    if ("acceptance" in act) {
      await takeBackOf(act.acceptance);
      return null;
    }
    const { code, before, after } = act;
    const present = choices[code];
    // Somebody decided otherwise since, and that is shown.
    if (present?.answer !== after) return undo();
    save(code, { answer: before });
    fillOnPage({ [code]: { answer: before, query: present.query } });
    return code;
  };

  return {
    choose,
    undo,
    atOnce: { clean, isClean: (code) => all.includes(code), acceptance, isBusy, problem, accept, takeBack },
  };
}
