"use client";

// Long, for it is one machine: each step changes what is wanted, on its way and at the server of the same answer.

import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type KeptSending, keepSending } from "@/components/report/kept/keep-sending";
import type { Naming } from "@/components/review/tell/use-naming";
import type { PeopleToAsk } from "@/components/review/tell/use-people-to-ask";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { answerFields, seenAnswer, seenOneOf } from "@/lib/schemas/reports/review-fields";
import type { IsoMoment, NamedPerson } from "@/lib/views/report-view";
import { type Choice, type Choices, isSame, stored } from "./choice";
import {
  besideOnly,
  fillOnPage,
  isTyped,
  keepChoice,
  keptChoice,
  type Reviewer,
  takenUp,
  wordsBeside,
} from "./kept-choice";
import type { AfterRefusal } from "./refused-form";
import type { SavedAnswers, SaveState } from "./saved-answers";
import { isPeriodLocked, isWaiting, overtakenIn, sendAnswer, tooLong, UNHEARD } from "./send-answer";
import type { Acts } from "./use-acts";
import type { Colleagues } from "./use-colleagues";

export interface Answers extends SavedAnswers, Acts, Colleagues, PeopleToAsk, Naming {
  /** The list as a form, for whoever has no script. */
  form: { state: FormState; send: (form: FormData) => void } & Omit<AfterRefusal, "choices">;
  /** The answers that count: as they stand on the page, or as they are stored once nothing can be decided any more. */
  counted: Choices;
  /** Whom a stored query may name there, to be told at once. */
  reviewers: readonly Pick<NamedPerson, "id" | "name">[];
}

export const AnswersContext = createContext<Answers | null>(null);

export function useAnswers(): Answers {
  const answers = use(AnswersContext);
  if (answers === null) throw new Error("no answers around");
  return answers;
}

/** How long after the last letter of a query it is stored. */
const PAUSE_MS = 700;

/**
 * Answers that are stored as they are made, one request at a time for each indicator; the last choice wins.
 * @param given as they are stored
 * @param readAt before they were read
 * @param initial as the page shows them at first
 */
export function useSavedAnswers(
  reviewer: Reviewer,
  given: Choices,
  readAt: IsoMoment,
  initial: Pick<AfterRefusal, "choices" | "seen">,
): SavedAnswers {
  const [choices, setChoices] = useState(initial.choices);
  const [states, setStates] = useState<Record<string, SaveState>>({});
  const wanted = useRef(initial.choices);
  const seenBefore = useRef<Record<string, string>>({ ...initial.seen });
  const atServer = useRef<Choices>(
    Object.fromEntries(Object.entries(given).map(([code, choice]) => [code, stored(choice)])),
  );
  const onItsWay = useRef(new Map<string, Choice>());
  /** Answers that were sent since the server was heard last, by `seenAnswer`: each may stand there. */
  const sent = useRef(new Map<string, string[]>());
  const storedAt = useRef(new Map<string, IsoMoment>());
  const running = useRef(new Map<string, Promise<boolean>>());
  const pauses = useRef(new Map<string, number>());
  /** What is sent again by itself. */
  const waiting = useRef(new Set<string>());
  /** What other reviewers decided meanwhile, until a person says which stands: nothing is sent before. */
  const theirs = useRef(new Map<string, Choice>());
  const sending = useRef<KeptSending | null>(null);
  const [left, setLeft] = useState<Choices>({});
  const leftNow = useRef(left);
  const [isOld, setOld] = useState(false);

  /**
   * What the server doesn't have is kept in the browser, as every word that is being written; and what it has now, since
   * the next page may have been read before.
   */
  const keep = useCallback(
    (code: string) => {
      const [choice, before] = [wanted.current[code]!, atServer.current[code]!];
      const [sent, at] = [onItsWay.current.get(code) ?? before, storedAt.current.get(code) ?? null];
      const isSent = isSame(stored(choice), before) && isSame(sent, before);
      const beside = leftNow.current[code];
      if (isSent && beside) return keepChoice(reviewer, code, besideOnly(beside.query));
      const isOver = isSent && at === null && wordsBeside(choice) === "";
      keepChoice(reviewer, code, isOver ? null : { choice, before, sent, storedAt: at });
    },
    [reviewer],
  );

  /** Where no answer came, the server may have what was sent, whatever is wanted now; or another reviewer's. */
  const isStored = useCallback((code: string) => {
    const isWanted = isSame(stored(wanted.current[code]!), atServer.current[code]!);
    return isWanted && !onItsWay.current.has(code) && !theirs.current.has(code);
  }, []);

  const store = useCallback(
    async (code: string): Promise<boolean> => {
      for (;;) {
        const next = stored(wanted.current[code]!);
        if (isStored(code)) {
          // What was refused isn't wanted any more.
          if (waiting.current.delete(code)) setStates(({ [code]: _, ...others }) => others);
          return true;
        }
        if (theirs.current.has(code)) return false;
        // The server hears nothing of it: what may stand there of what was sent before may still.
        const unsendable = tooLong(next.query);
        if (unsendable) {
          waiting.current.delete(code);
          setStates((states) => ({ ...states, [code]: unsendable }));
          return false;
        }
        // What is told already isn't told anew with every try: it would be read out again.
        if (!waiting.current.has(code)) setStates((states) => ({ ...states, [code]: "saving" }));
        onItsWay.current.set(code, next);
        keep(code);
        const { answer, query } = next;
        const unheard = sent.current.get(code) ?? [];
        const seen = seenOneOf([seenBefore.current[code] ?? seenAnswer(atServer.current[code]!), ...unheard]);
        sent.current.set(code, [...unheard, seenAnswer(next)].slice(-UNHEARD));
        const response = await sendAnswer(reviewer, { indicator: code, answer: answer ?? "none", query, seen });
        const unsaved = "storedAt" in response ? null : response;
        if ("storedAt" in response) {
          atServer.current[code] = next;
          storedAt.current.set(code, response.storedAt);
        }
        if (unsaved === null || unsaved.problem !== null) {
          onItsWay.current.delete(code);
          sent.current.delete(code);
        }
        if (unsaved === null || unsaved.theirs) delete seenBefore.current[code];
        keep(code);
        // A locked period is asked about ever less often, as a server that is away is.
        if (unsaved === null || (unsaved.problem !== null && !isPeriodLocked(unsaved.problem)))
          sending.current?.reached();
        if (unsaved !== null && isWaiting(unsaved)) waiting.current.add(code);
        else waiting.current.delete(code);
        if (unsaved?.theirs) theirs.current.set(code, { answer: unsaved.theirs.answer, query: unsaved.theirs.query });
        setStates((states) => ({ ...states, [code]: unsaved ?? "saved" }));
        if (unsaved !== null) return false;
      }
    },
    [reviewer, keep, isStored],
  );

  const save = useCallback(
    (code: string): Promise<boolean> => {
      window.clearTimeout(pauses.current.get(code));
      pauses.current.delete(code);
      const saving = running.current.get(code) ?? store(code).finally(() => running.current.delete(code));
      running.current.set(code, saving);
      return saving;
    },
    [store],
  );

  const retry = useCallback(
    (code: string) => {
      // Who asks for it sees that it is tried.
      waiting.current.delete(code);
      void save(code);
    },
    [save],
  );

  const choose = useCallback(
    (code: string, change: Partial<Choice>) => {
      const choice = { ...wanted.current[code]!, ...change };
      wanted.current = { ...wanted.current, [code]: choice };
      setChoices(wanted.current);
      keep(code);
      window.clearTimeout(pauses.current.get(code));
      if (change.answer === undefined) pauses.current.set(code, window.setTimeout(save, PAUSE_MS, code));
      else void save(code);
    },
    [save, keep],
  );

  const flush = useCallback(async () => {
    const unstored = Object.keys(wanted.current).filter((code) => !isStored(code));
    return (await Promise.all(unstored.map(save))).every(Boolean);
  }, [save, isStored]);

  /** One after another, until one still can't be stored: a server that is down isn't asked for each. */
  const sendAgain = useCallback(async () => {
    for (const code of [...waiting.current]) {
      await save(code);
      if (waiting.current.has(code)) return;
    }
  }, [save]);

  const leave = useCallback((left: Choices) => {
    leftNow.current = left;
    setLeft(left);
  }, []);

  const takeUp = useCallback(() => {
    const [goOn, asked]: [Choices, Choices] = [{}, {}];
    for (const code of Object.keys(wanted.current)) {
      const kept = keptChoice(reviewer, code);
      if (kept === null) continue;
      const { fate, shown, since, left } = takenUp(kept, atServer.current[code]!, readAt);
      if (left !== kept) keepChoice(reviewer, code, left);
      // It may arrive only now: whoever goes on from it is in no conflict with themselves.
      if (left === kept) sent.current.set(code, [seenAnswer(kept.sent)]);
      if (since !== null) {
        atServer.current = { ...atServer.current, [code]: since.choice };
        storedAt.current.set(code, since.storedAt);
        setOld(true);
      }
      if (shown !== null) (fate === "asked" ? asked : goOn)[code] = shown;
    }
    leave(asked);
    return goOn;
  }, [reviewer, readAt, leave]);

  const discard = useCallback(
    (code: string) => {
      const { [code]: _, ...others } = leftNow.current;
      leave(others);
      keep(code);
    },
    [keep, leave],
  );

  const settle = useCallback(
    (code: string, stands: "theirs" | "mine") => {
      const present = theirs.current.get(code);
      if (present === undefined) return;
      theirs.current.delete(code);
      atServer.current = { ...atServer.current, [code]: present };
      setStates(({ [code]: _, ...others }) => others);
      choose(code, stands === "theirs" ? present : wanted.current[code]!);
    },
    [choose],
  );

  const learn = useCallback<SavedAnswers["learn"]>(
    (present, known) => {
      const other = Object.keys(present).filter(
        (code) => atServer.current[code] && !isSame(atServer.current[code], present[code]!),
      );
      const learned = other.filter((code) => {
        const [mine, before] = [wanted.current[code]!, atServer.current[code]!];
        if ("readAt" in known && (storedAt.current.get(code) ?? "") > known.readAt) return false;
        // What somebody is about to say here is asked about when it is stored.
        const isBusy = running.current.has(code) || pauses.current.has(code);
        const isIdle = mine.answer === before.answer && isStored(code) && !isBusy;
        // A box that goes from under somebody's hands leaves what they type to the keys.
        return isIdle && (present[code]!.answer === "query" || !isTyped(answerFields(code).query));
      });
      for (const code of learned) {
        atServer.current[code] = present[code]!;
        // Words that a decision of one's own struck stay ready under another, and beside one that is a query.
        const [query, isAsked] = [wordsBeside(wanted.current[code]!), present[code]!.answer === "query"];
        const own: Choice = { answer: "query", query };
        if (isAsked && query !== "" && !isSame(stored(own), present[code]!)) leave({ ...leftNow.current, [code]: own });
        const shown = isAsked || query === "" ? present[code]! : { ...present[code]!, query };
        wanted.current = { ...wanted.current, [code]: shown };
        if ("storedAt" in known) storedAt.current.set(code, known.storedAt);
        keep(code);
      }
      if (learned.length > 0) setChoices(wanted.current);
      setStates((states) => {
        const left = Object.entries(states).filter(([code]) => !learned.includes(code));
        return left.length === Object.keys(states).length ? states : Object.fromEntries(left);
      });
      fillOnPage(Object.fromEntries(learned.map((code) => [code, wanted.current[code]!])));
      return { learned, isWhole: learned.length === other.length };
    },
    [isStored, keep, leave],
  );

  useEffect(() => {
    const kept = keepSending(
      () => void sendAgain(),
      () => void flush(),
    );
    sending.current = kept;
    return kept.stop;
  }, [sendAgain, flush]);

  const asStoredNow = useCallback(() => atServer.current, []);
  const overtaken = overtakenIn(states);
  return useMemo(
    () => ({
      choices,
      states,
      overtaken,
      isOld,
      choose,
      retry,
      store: save,
      atServer: asStoredNow,
      flush,
      takeUp,
      left,
      discard,
      learn,
      settle,
    }),
    [choices, states, overtaken, isOld, choose, retry, save, asStoredNow, flush, takeUp, left, discard, learn, settle],
  );
}
