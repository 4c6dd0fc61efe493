"use client";

// Long, for it is one act and its undoing: what is heard of one settles what is in doubt of the other.

import { useCallback, useRef, useState } from "react";
import type { Message } from "@/lib/schemas/forms/form-state";
import type { IsoMoment } from "@/lib/views/report-view";
import type { AcceptanceView, ReviewNews } from "@/lib/views/review-view";
import { type Choice, type Choices, isSame, noAnswer, stored } from "./choice";
import { fillOnPage, type Reviewer } from "./kept-choice";
import type { SavedAnswers } from "./saved-answers";
import { sendAct } from "./send-answer";

/**
 * What came of the last act, unless it was done: no answer came, so that nobody knows; the server, asked since, hasn't done
 * it; another reviewer was faster, and what they did is shown; or a refusal, in the namespace `errors`.
 */
export type ActProblem = "unknown" | "notDone" | "overtaken" | Message;

/** Everything clean, accepted in one act. */
export interface AtOnce {
  /** Codes of what the page offers to accept so and has no answer yet. */
  offered: readonly string[];
  /** Nothing speaks against it, whether or not it has an answer. */
  isClean: (code: string) => boolean;
  /** The last act of which something stands, with what stands. */
  acceptance: AcceptanceView | null;
  /** The act that is on its way. */
  busy: Act | null;
  problem: ActProblem | null;
  /** @returns what was accepted */
  accept: () => Promise<string[]>;
  takeBack: () => Promise<void>;
  /** Somebody decided about the report: nothing is offered any more. */
  isClosed: boolean;
}

type Act = "clean" | "undo";

export interface Acts extends Pick<SavedAnswers, "choose"> {
  atOnce: AtOnce;
  /** Goes on with what an earlier visit left: no act of this page, so that nothing undoes it as the last one. */
  resume: SavedAnswers["choose"];
  /** Undoes the last thing that was decided here. @returns the indicator to go back to, null where there is none */
  undo: () => Promise<string | null>;
}

/** How acts hear of what the server has. */
export interface ActsHearing {
  /** @param askedAt when the page asked. @returns false where it is older than what was done here since */
  hear: (news: ReviewNews, askedAt: number) => boolean;
  /** Grows when it is to be asked at once. */
  doubts: number;
}

interface Stored {
  storedAt: IsoMoment;
}

type Done = { acceptance: number } | { code: string; before: Choice; after: Choice };

/** An act of which no answer came: what the server says next tells whether it was done. */
interface Doubt {
  since: number;
  /** Codes that it would accept. */
  codes: readonly string[];
  /** By what stands. @returns the acceptance that it was about, null where it isn't done */
  doneBy: (standing: readonly AcceptanceView[]) => number | null;
  act: Act;
}

/**
 * What is decided on the page, act by act, so that each can be undone.
 * @param clean codes of everything clean, and `offered` of what of it the page offers, with a space between them
 */
export function useActs(
  saved: SavedAnswers,
  reviewer: Reviewer,
  { clean, offered, given }: { clean: string; offered: string; given: AcceptanceView[] },
): { acts: Acts; hearing: ActsHearing } {
  const { choices, choose: save, learn } = saved;
  const [standing, setStanding] = useState(given);
  const [busy, setBusy] = useState<Act | null>(null);
  const [problem, setProblem] = useState<ActProblem | null>(null);
  const [doubts, setDoubts] = useState(0);
  const isBusy = useRef(false);
  const doubt = useRef<Doubt | null>(null);
  const lastAt = useRef<IsoMoment>("");
  const done = useRef<Done[]>([]);
  const all = clean.split(" ");
  const open = offered.split(" ").filter((code) => choices[code]?.answer === null);
  const shown = standing.flatMap((acceptance) => {
    const codes = acceptance.codes.filter((code) => choices[code]?.answer === "accept");
    return codes.length === 0 ? [] : [{ ...acceptance, codes }];
  });
  const acceptance = shown.at(-1) ?? null;

  const resume = useCallback<SavedAnswers["choose"]>(
    (code, change) => {
      if (change.answer !== undefined && change.answer !== choices[code]?.answer)
        setStanding((standing) => without(standing, code));
      save(code, change);
    },
    [choices, save],
  );
  const choose = useCallback<SavedAnswers["choose"]>(
    (code, change) => {
      const before = choices[code] ?? noAnswer;
      const after = { ...before, ...change };
      const last = done.current.at(-1);
      const isDecided = after.answer !== before.answer;
      // Words are a part of the decision that they belong to, or of their own change, letter by letter.
      if (!isDecided && last !== undefined && "code" in last && last.code === code) last.after = after;
      else if (isDecided || !isSame(stored(after), stored(before))) done.current.push({ code, before, after });
      resume(code, change);
    },
    [choices, resume],
  );

  const look = () => setDoubts((doubts) => doubts + 1);
  const forget = (id: number) => {
    done.current = done.current.filter((one) => !("acceptance" in one && one.acceptance === id));
  };

  async function ask<Answer extends Stored>(
    act: Act,
    of: { indicators: readonly string[] } | { acceptance: number },
    doneBy: Doubt["doneBy"],
  ): Promise<Answer | null> {
    if (isBusy.current) return null;
    // Asked again before it is known, it might be done twice, or be told that somebody else was faster.
    if (problem === "unknown") {
      look();
      return null;
    }
    isBusy.current = true;
    setBusy(act);
    setProblem(null);
    doubt.current = null;
    const answer = await sendAct<Answer>(reviewer, act, of);
    isBusy.current = false;
    setBusy(null);
    if (!("problem" in answer)) {
      lastAt.current = answer.storedAt;
      return answer;
    }
    if (answer.problem === null) {
      doubt.current = { since: performance.now(), doneBy, act, codes: "indicators" in of ? of.indicators : [] };
      setProblem("unknown");
    } else setProblem(answer.problem.key === "changedMeanwhile" ? "overtaken" : answer.problem);
    look();
    return null;
  }

  const hear = ({ acceptances, answers, readAt }: ReviewNews, askedAt: number): boolean => {
    if (lastAt.current > readAt) return false;
    const present = acceptances ?? standing;
    if (acceptances) setStanding(acceptances);
    const { current } = doubt;
    if (current === null || askedAt < current.since) return true;
    const id = current.doneBy(present);
    if (id === null) {
      const left = whatIsLeft(current.codes, choices, answers);
      setProblem(current.act === "undo" || left === "open" ? "notDone" : left === "theirs" ? "overtaken" : null);
      // What was on its way may still arrive: it is looked for until it does, or nothing is left to be done.
      if (current.act === "clean" && left !== "open") doubt.current = null;
      return true;
    }
    doubt.current = null;
    setProblem(null);
    if (current.act === "undo") forget(id);
    else done.current.push({ acceptance: id });
    return true;
  };

  const accept = async () => {
    if (open.length === 0) return [];
    const known = standing.map(({ id }) => id);
    const answer = await ask<Stored & { acceptance: number; at: IsoMoment; accepted: string[] }>(
      "clean",
      { indicators: open },
      (present) => present.findLast(({ id, isOwn }) => isOwn && !known.includes(id))?.id ?? null,
    );
    if (answer === null) return [];
    const { acceptance: id, at, accepted, storedAt } = answer;
    done.current.push({ acceptance: id });
    learn(Object.fromEntries(accepted.map((code) => [code, { answer: "accept", query: "" }])), { storedAt });
    setStanding((standing) => [
      ...standing.filter((other) => other.id !== id),
      { id, at, by: "", isOwn: true, codes: accepted },
    ]);
    return accepted;
  };

  const takeBackOf = async (id: number) => {
    const answer = await ask<Stored & { takenBack: string[] }>("undo", { acceptance: id }, (present) =>
      present.some((other) => other.id === id) ? null : id,
    );
    if (answer === null) return;
    forget(id);
    learn(Object.fromEntries(answer.takenBack.map((code) => [code, noAnswer])), answer);
    setStanding((standing) => standing.filter((other) => other.id !== id));
  };
  const takeBack = async () => {
    if (acceptance) await takeBackOf(acceptance.id);
  };

  const undo = async (): Promise<string | null> => {
    const last = done.current.at(-1);
    // Of what was done before the page was loaded nobody knows what came last.
    if (last === undefined) return null;
    if ("acceptance" in last) {
      const { acceptance: id } = last;
      // It goes once it is taken back; somebody else may have done that.
      if (shown.some((acceptance) => acceptance.id === id)) {
        await takeBackOf(id);
        return null;
      }
      forget(id);
      return undo();
    }
    done.current.pop();
    const { code, before, after } = last;
    const present = choices[code];
    // Somebody decided otherwise since, and that is shown.
    if (!present || !isSame(stored(present), stored(after))) return undo();
    setStanding((standing) => without(standing, code));
    const restored = before.answer === "query" ? before : { answer: before.answer, query: present.query };
    save(code, restored);
    fillOnPage({ [code]: restored });
    return code;
  };

  const isClean = (code: string) => all.includes(code);
  // Nobody is told to try again where no button is left for it.
  const told = problem === "notDone" && open.length === 0 && acceptance === null ? null : problem;
  return {
    acts: {
      choose,
      resume,
      undo,
      atOnce: { offered: open, isClean, acceptance, busy, problem: told, accept, takeBack, isClosed: false },
    },
    hearing: { hear, doubts },
  };
}

/** As it is once the report was decided about. */
export const closed = (atOnce: AtOnce): AtOnce => ({
  ...atOnce,
  offered: [],
  acceptance: null,
  problem: null,
  isClosed: true,
  accept: async () => [],
  takeBack: async () => {},
});

/**
 * What is left of what was to be accepted and wasn't: some of it has no answer, others answered some of it, or nothing.
 * @param news the answers by now; null where they are those that the page shows
 */
export function whatIsLeft(
  codes: readonly string[],
  choices: Choices,
  news: ReviewNews["answers"],
): "open" | "theirs" | "none" {
  const isOpen = (code: string) => ((news ?? choices)[code]?.answer ?? null) === null;
  if (codes.some(isOpen)) return "open";
  return codes.some((code) => news?.[code]?.isOwn === false) ? "theirs" : "none";
}

/** What somebody decides about by itself isn't part of the act any more. */
const without = (standing: AcceptanceView[], code: string): AcceptanceView[] =>
  standing.map((one) =>
    one.codes.includes(code) ? { ...one, codes: one.codes.filter((other) => other !== code) } : one,
  );
