"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, startTransition, useCallback, useEffect, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Notice } from "@/components/ui/notice";
import { useIsAwake } from "@/components/ui/use-is-awake";
import { tickOf } from "@/lib/domain/assignments/assignment-changes";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { AssignmentView } from "@/lib/views/assignment-view";
import { MatrixGoal } from "./matrix-goal";
import { MatrixHead } from "./matrix-head";
import { MatrixLine } from "./matrix-row";
import { type MatrixFilter, rowsShown, ticksNow, ticksShown, type Unsaved, withTick } from "./matrix-state";
import { MatrixBulk, MatrixFilterForm } from "./matrix-tools";
import { useGridKeys } from "./use-grid-keys";

const none: Unsaved = new Map();

/** Who enters which indicators: a box where they cross. What is ticked is saved with what was shown, by one form. */
export function AssignmentMatrix({
  view,
  asked,
  action,
}: {
  view: AssignmentView;
  asked: MatrixFilter;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("assignments.matrix");
  const errors = useTranslations("errors");
  const locale = useLocale();
  const isAwake = useIsAwake();
  const [state, send, sending] = useAnsweredState(action);
  const { summary } = useProblems(state);
  const [filter, setFilter] = useState(asked);
  const [unsaved, setUnsaved] = useState(none);
  const [sent, setSent] = useState(none);
  const [heard, setHeard] = useState(state);
  if (state !== heard) {
    setHeard(state);
    // What was ticked while it was on its way isn't saved.
    if (state?.ok) setUnsaved(new Map([...unsaved].filter(([tick, isSet]) => sent.get(tick) !== isSet)));
  }
  useLeavingAsks(unsaved.size > 0);

  const { rows, columns, goals, mayAssign, through } = view;
  const shownTicks = useMemo(() => ticksShown(view), [view]);
  const ticks = useMemo(() => ticksNow(view, unsaved), [view, unsaved]);
  const shown = useMemo(() => rowsShown(view, filter, locale), [view, filter, locale]);
  const count = shown.filter(Boolean).length;
  const theirs = useMemo(() => new Set(String((state?.ok && state.message?.args?.marks) || "").split(";")), [state]);
  const { active, onKeyDown, onFocus } = useGridKeys(columns.length);

  const ask = (change: Partial<MatrixFilter>) => {
    const next = { ...filter, ...change };
    setFilter(next);
    remember(next);
  };
  const onTick = useCallback(
    (code: string, id: number, isSet: boolean) =>
      setUnsaved((before) => withTick(before, shownTicks, [tickOf(code, id)], isSet)),
    [shownTicks],
  );
  const tickShown = useCallback(
    (goal: string | null, id: number, isSet: boolean) => {
      const all = rows.flatMap(([code, , at], place) =>
        shown[place] && (goal === null || goals[at]?.code === goal) ? [tickOf(code, id)] : [],
      );
      setUnsaved((before) => withTick(before, shownTicks, all, isSet));
    },
    [rows, goals, shown, shownTicks],
  );
  const words = useMemo(
    () => ({
      answered: t("answered"),
      unanswered: t("unanswered"),
      through: t("through"),
      ticked: t("ticked"),
      changed: t("changed"),
    }),
    [t],
  );
  const nameOf = useCallback((goal: string, name: string) => t("goalBox", { goal, name }), [t]);

  const isGoalShown = goals.map((_, goal) => rows.some(([, , at], place) => at === goal && shown[place]));
  const first = -1 - isGoalShown.indexOf(true);
  const isThere = active && (active.row < 0 ? isGoalShown[-1 - active.row] : shown[active.row]);
  const stop = isThere ? active : { row: first, column: 0 };
  const tabOf = (row: number) => (isAwake ? (stop.row === row ? stop.column : -1) : null);
  // React resets a form of its own, and with it boxes that are ticked here.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    setSent(unsaved);
    const form = new FormData(event.currentTarget);
    startTransition(() => send(form));
  };
  const grid = (
    <div className="matrix-box" lang={locale}>
      <table className="matrix" role={mayAssign ? "grid" : undefined} onKeyDown={onKeyDown} onFocus={onFocus}>
        <caption className="vh">{t("caption", { unit: view.unit.name, period: view.period.name })}</caption>
        <MatrixHead columns={columns} self={view.self} />
        {goals.map(({ code: goal, title }, goalAt) => {
          const states = columns.map(({ id }) => {
            const own = rows.flatMap(([, , at], place) =>
              at === goalAt && shown[place] ? [ticks[place]!.includes(id)] : [],
            );
            return own.every(Boolean) ? "a" : own.some(Boolean) ? "s" : "n";
          });
          return (
            <tbody key={goal}>
              <MatrixGoal
                row={-1 - goalAt}
                {...{ code: goal, title, columns, mayAssign, nameOf }}
                states={states.join("")}
                isShown={isGoalShown[goalAt]!}
                tabAt={tabOf(-1 - goalAt)}
                onTickAll={tickShown}
              />
              {rows.map(([code, title, at, answered], place) =>
                at === goalAt ? (
                  <MatrixLine
                    key={code}
                    at={place}
                    {...{ code, title, columns, mayAssign, words, onTick }}
                    isAnswered={answered === 1}
                    ticked={ticks[place]!.join()}
                    through={through[place]?.join() ?? ""}
                    changed={columns.flatMap(({ id }) => (theirs.has(tickOf(code, id)) ? [id] : [])).join()}
                    isShown={shown[place]!}
                    tabAt={tabOf(place)}
                  />
                ) : null,
              )}
            </tbody>
          );
        })}
      </table>
    </div>
  );
  return (
    <>
      <MatrixFilterForm {...{ view, filter, ask }} told={t("shown", { shown: count, total: rows.length })} />
      {count === 0 && <p>{t("none")}</p>}
      {mayAssign ? (
        <>
          <MatrixBulk columns={columns} count={count} onAll={(id, isSet) => tickShown(null, id, isSet)} />
          <form action={send} onSubmit={onSubmit} noValidate>
            <ErrorSummary title={errors("summaryTitle")} errors={summary} />
            <Saved state={state} />
            <p className="hint with-script">{t("keys")}</p>
            <Place view={view} locale={locale} />
            <input type="hidden" name="seen" value={[...shownTicks].join(";")} />
            {grid}
            <div className="matrix-save">
              <p role="status">{isAwake && t("unsaved", { count: unsaved.size })}</p>
              {unsaved.size > 0 && (
                <Button look="text" onClick={() => setUnsaved(none)}>
                  {t("reset")}
                </Button>
              )}
              <Button look="main" type="submit" aria-disabled={sending}>
                {t(sending ? "saving" : "save")}
              </Button>
            </div>
          </form>
        </>
      ) : (
        grid
      )}
    </>
  );
}

function Place({ view: { plan, unit, period, by }, locale }: { view: AssignmentView; locale: string }) {
  return Object.entries({ plan, unit: unit.code, period: period.code, by, locale }).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

/** What was saved, and what others saved meanwhile. */
function Saved({ state }: { state: FormState }) {
  const t = useTranslations("assignments.matrix");
  if (!state?.ok || !state.message?.args) return null;
  const number = (name: string) => Number(state.message?.args?.[name] ?? 0);
  const [added, removed, refused] = [number("added"), number("removed"), number("refused")];
  const others = { added: number("othersAdded"), removed: number("othersRemoved") };
  return (
    <Notice tone={refused > 0 ? "warning" : "ok"} live>
      <p>{t("saved", { added, removed, none: added + removed === 0 ? "yes" : "no" })}</p>
      {refused > 0 && <p>{t("refused", { refused })}</p>}
      {others.added + others.removed > 0 && <p>{t("others", others)}</p>}
    </Notice>
  );
}

/** The reader's choice outlives a reload, in the address. */
function remember(filter: MatrixFilter) {
  const address = new URL(window.location.href);
  for (const [name, value] of Object.entries(filter)) {
    if (value === "") address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  window.history.replaceState(window.history.state, "", address);
}

/** The browser asks before what isn't saved goes with the page. */
function useLeavingAsks(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return;
    const asks = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", asks);
    return () => removeEventListener("beforeunload", asks);
  }, [isUnsaved]);
}
