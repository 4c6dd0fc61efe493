"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, type MouseEvent, useRef } from "react";
import { showAboveBar } from "@/components/layout/use-focus-in-view";
import { useTelling } from "@/components/report/tell/use-telling";
import type { Choice } from "@/components/review/answers/choice";
import { fillDecision } from "@/components/review/answers/kept-choice";
import type { SaveState } from "@/components/review/answers/saved-answers";
import { useAnswers } from "@/components/review/answers/use-answers";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/fields/field";
import { BareSelect } from "@/components/ui/fields/select";
import { TextBox } from "@/components/ui/fields/text-box";
import { useProblems } from "@/components/ui/forms/use-problems";
import { useIsAwake } from "@/components/ui/use-is-awake";
import { useMoments } from "@/lib/i18n/use-moments";
import { enteredOr, type Message } from "@/lib/schemas/forms/form-state";
import { answerFields, colleagueField } from "@/lib/schemas/reports/review-fields";

/**
 * Another reviewer decided while the page was open: which decision stands is asked. What was typed stands above, and is kept
 * by the browser; a decision without words isn't.
 */
function OvertakenAnswer({ code }: { code: string }) {
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

/** Whom a query names: colleagues, who are told at once, and people of the unit, who are told when the report comes back. */
function NamedPeople({ code }: { code: string }) {
  const t = useTranslations("review.naming");
  const answers = useTranslations("review.answers");
  const errors = useTranslations("errors");
  const { named, unnamed, unname, nameAgain, reviewers, form } = useAnswers();
  const others = reviewers.filter((person) => !named[code]?.some(({ id }) => id === person.id));
  const isAwake = useIsAwake();
  const problem = unnamed[code];
  return (
    <>
      {isAwake && <p className="help">{t("hint")}</p>}
      {named[code] && named[code].length > 0 && (
        <ul className="named">
          {named[code].map((person) => (
            <li key={person.id}>
              {person.name} <span className="note">{t("told", { reviews: `${person.reviews}` })}</span>{" "}
              {isAwake && (
                <button type="button" className="link" onClick={() => unname(code, person)}>
                  {t("remove")}
                  <span className="vh">{` ${t("removeOf", { name: person.name, code })}`}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <noscript>
          <label htmlFor={colleagueField(code)}>
            {t("colleague")}
            <span className="vh">{` ${answers("on", { code })}`}</span>
          </label>
          <BareSelect
            id={colleagueField(code)}
            name={colleagueField(code)}
            empty={t("nobody")}
            options={others.map(({ id, name }) => ({ value: `${id}`, label: name }))}
            defaultValue={enteredOr(form.state, colleagueField(code))}
          />
        </noscript>
      )}
      {problem === "waits" && <p className="done">{t("waits")}</p>}
      {problem && problem !== "waits" && (
        <div className="done unsaved" role="alert">
          <p>
            {problem.problem === null
              ? t("offline")
              : problem.problem.key === "cannotBeTold"
                ? t("barred", problem.problem.args)
                : errors(problem.problem.key as Parameters<typeof errors>[0], problem.problem.args)}
          </p>
          {problem.again && (
            <button type="button" className="btn-text" onClick={() => nameAgain(code)}>
              {answers("again")}
            </button>
          )}
        </div>
      )}
    </>
  );
}

/** Accept or query, with the query's words, which show once it is chosen. */
export function Decision({
  code,
  unit,
  carried,
}: {
  code: string;
  /** Name of the unit that is asked. */
  unit: string;
  /** Accepted in a submission before, and unchanged since. */
  carried: boolean;
}) {
  const t = useTranslations("review.answers");
  const { choices, states, arrived, choose, form, people, askPeople, named, name } = useAnswers();
  const { errorOf } = useProblems(form.state);
  const isAwake = useIsAwake();
  const first = useRef(choices[code]!).current;
  const radios = useRef<HTMLFieldSetElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  /** The hand is at the mouse or on the glass: an arrow key goes through the choices, and must stay among them. */
  const byPointer = useRef(false);
  const names = answerFields(code);
  const { answer, query } = choices[code]!;
  const on = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const answer = target.value as Choice["answer"];
    choose(code, { answer });
    if (answer !== "query") return;
    // What is said under the choices isn't drawn yet, and may move the field.
    requestAnimationFrame(() => {
      if (byPointer.current) words.current?.focus();
      if (words.current) showAboveBar(words.current);
    });
  };
  const clear = () => {
    for (const radio of radios.current?.querySelectorAll("input") ?? []) radio.checked = false;
    radios.current?.querySelector("input")?.focus();
    choose(code, { answer: null });
  };
  const error = errorOf(names.query);
  const refused = errorOf(names.answer);
  const label = (
    <>
      {t("queryTo", { unit })}
      <span className="vh">{` ${t("on", { code })}`}</span>
    </>
  );
  const mayBeNamed = people?.filter(
    ({ id, of, reviews }) =>
      (reviews || (of?.includes(code) ?? true)) && !named[code]?.some((person) => person.id === id),
  );
  const telling = useTelling(
    words,
    mayBeNamed ?? null,
    ({ id, name: called, reviews }) => name(code, { id, name: called, reviews }),
    () => void (people ?? askPeople()),
  );
  const field = {
    ...telling.field,
    ref: words,
    name: names.query,
    defaultValue: first.query,
    onChange: (event: ChangeEvent<HTMLTextAreaElement>) => choose(code, { query: event.target.value }),
  };
  return (
    <>
      <fieldset
        className="decide"
        ref={radios}
        {...(refused !== null && { id: names.answer, tabIndex: -1, "aria-describedby": `${names.answer}-error` })}
        onPointerDown={() => {
          byPointer.current = true;
        }}
        onKeyDown={() => {
          byPointer.current = false;
        }}
      >
        <legend>
          {t("decision")}
          <span className="vh">{` ${t("on", { code })}`}</span>
        </legend>
        {(["accept", "query"] as const).map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={names.answer}
              value={value}
              defaultChecked={first.answer === value}
              onChange={on}
            />
            {t(value)}
          </label>
        ))}
        {refused !== null && <FieldError id={names.answer} error={refused} />}
        {carried && answer === "accept" && <p className="done">{t("carried")}</p>}
        {answer !== null && arrived[code] !== undefined && states[code] === undefined && (
          <p className="done" role="status">
            {t("arrived", { by: arrived[code], answer })}
          </p>
        )}
        <Saving code={code} state={states[code]} waits={answer === "query" && query.trim() === ""} />
        {isAwake && answer !== null && (
          <button type="button" className="btn-text" onClick={clear}>
            {t("clear")}
            <span className="vh">{` ${t("on", { code })}`}</span>
          </button>
        )}
      </fieldset>
      <div className={error === null ? "ask telling" : "ask telling field bad"}>
        {error === null ? (
          <label>
            {label}
            <TextBox {...field} />
          </label>
        ) : (
          <>
            <label htmlFor={names.query}>{label}</label>
            <FieldError id={names.query} error={error} />
            <TextBox {...field} id={names.query} aria-invalid aria-describedby={`${names.query}-error`} />
          </>
        )}
        {telling.list}
        {answer === "query" && <NamedPeople code={code} />}
      </div>
      <OvertakenAnswer code={code} />
      <LeftQuery code={code} />
    </>
  );
}

/** A query that was being written when somebody else decided: it is shown beside, and replaces nothing by itself. */
function LeftQuery({ code }: { code: string }) {
  const t = useTranslations("review.answers");
  const { left, choose, discard } = useAnswers();
  const query = left[code];
  if (query === undefined) return null;
  const names = answerFields(code);
  const settle = (isTaken: boolean) => (event: MouseEvent<HTMLButtonElement>) => {
    const { form } = event.currentTarget;
    if (form && isTaken) fillDecision(form, names, query);
    if (isTaken) choose(code, query);
    // The button goes, and whoever pressed it by key goes on at the decision.
    const radios = [...(form?.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(names.answer)}"]`) ?? [])];
    (radios.find(({ checked }) => checked) ?? radios[0])?.focus();
    discard(code);
  };
  const unread = <span className="vh">{` ${t("on", { code })}`}</span>;
  return (
    <div className="msg msg-warning" role="status">
      <p className="h">{t("left")}</p>
      <p className="wrap-anywhere whitespace-pre-line">{query.query}</p>
      <p className="choices-row">
        <button type="button" className="link" onClick={settle(true)}>
          {t("takeUp")}
          {unread}
        </button>
        <button type="button" className="link" onClick={settle(false)}>
          {t("discard")}
          {unread}
        </button>
      </p>
    </div>
  );
}

/** What became of the answer. It is told aloud elsewhere, once for the whole list. */
function Saving({ code, state, waits }: { code: string; state: SaveState | undefined; waits: boolean }) {
  const t = useTranslations("review.answers");
  const errors = useTranslations("errors");
  const { retry } = useAnswers();
  const isAwake = useIsAwake();
  // Without a script nothing is saved as it is written.
  if (waits) return isAwake && <p className="done">{t("writeQuery")}</p>;
  if (state === undefined) return null;
  if (typeof state === "string") return <p className="done">{t(state)}</p>;
  const { problem, theirs } = state;
  if (theirs) return null;
  const sentence = ({ key, args }: Message) => errors(key as Parameters<typeof errors>[0], args);
  return (
    <div className="done unsaved" role="alert">
      <p>{problem === null ? t("offline") : sentence(problem)}</p>
      {state.again && (
        <button type="button" className="btn-text" onClick={() => retry(code)}>
          {t("again")}
        </button>
      )}
    </div>
  );
}
