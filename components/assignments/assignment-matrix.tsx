"use client";

import { useLocale, useTranslations } from "next-intl";
import {
  type FormEvent,
  type KeyboardEvent,
  memo,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { useAnsweredState } from "@/components/ui/forms/use-answered-state";
import { useProblems } from "@/components/ui/forms/use-problems";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { useIsAwake } from "@/components/ui/use-is-awake";
import { tickOf } from "@/lib/domain/assignments/assignment-changes";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { AssignmentView, MatrixColumn } from "@/lib/views/assignment-view";
import { MatrixLine } from "./matrix-row";
import { type MatrixFilter, rowsShown, ticksNow, ticksShown, type Unsaved, withTick } from "./matrix-state";
import { MatrixBulk, MatrixFilterForm } from "./matrix-tools";

const none: Unsaved = new Map();

interface Props {
  /** Below 0, as rows of indicators are from 0 on. */
  row: number;
  code: string;
  title: string;
  columns: readonly MatrixColumn[];
  /** A letter for each column: all of its shown indicators, some, none. */
  states: string;
  isShown: boolean;
  mayAssign: boolean;
  /** As a row's. */
  tabAt: number | null;
  nameOf: (goal: string, column: string) => string;
  onTickAll: (goal: string, id: number, isSet: boolean) => void;
}

const checkedOf: Readonly<Record<string, "true" | "false" | "mixed">> = { a: "true", s: "mixed", n: "false" };

/** A goal's head, with a box for each column that sets or takes away all of its indicators that are shown. */
const MatrixGoal = memo(function MatrixGoal(props: Props) {
  const { row, code, title, columns, states, isShown, mayAssign, tabAt, nameOf, onTickAll } = props;
  return (
    <tr className="goal" hidden={!isShown} data-row={row}>
      <th scope="rowgroup" colSpan={mayAssign ? 1 : columns.length + 1}>
        <span className="code">{code}</span> {title}
      </th>
      {mayAssign &&
        columns.map(({ id, name }, place) => {
          const state = states[place] ?? "n";
          return (
            <td key={id}>
              {/* biome-ignore lint/a11y/useSemanticElements: a box of a form would be sent, and this one only acts on others */}
              <button
                type="button"
                role="checkbox"
                aria-checked={checkedOf[state]}
                aria-label={nameOf(code, name)}
                className="with-script all-box"
                tabIndex={tabAt === null ? undefined : tabAt === place ? 0 : -1}
                data-at={place}
                onClick={() => onTickAll(code, id, state !== "a")}
              >
                {state === "a" && <Icon name="check" />}
              </button>
            </td>
          );
        })}
    </tr>
  );
});

/** Who the columns are, how much is left to each, and whether they handed it back. */
function MatrixHead({ columns, self }: { columns: readonly MatrixColumn[]; self: number | null }) {
  const t = useTranslations("assignments.matrix");
  return (
    <thead>
      <tr>
        <th scope="col">{t("indicator")}</th>
        {columns.map((column) => {
          const { id, name, organisation, bar, total, left, handBack } = column;
          return (
            <th key={id} scope="col" className={`who${bar ? " barred" : ""}`} title={organisation ?? undefined}>
              <span className="name" id={`c${id}`}>
                {id === self ? t("youColumn", { name }) : name}
              </span>
              <span className="state">
                {bar && <span className="vh">{t("bar", { bar })}. </span>}
                {handBack && (
                  <span className={`handed ${handBack}`} title={t("handBack", { state: handBack })}>
                    <Icon name={handBack === "askedAgain" ? "undo" : handBack === "changed" ? "warning" : "check"} />
                    <span className="vh">{t("handBack", { state: handBack })}. </span>
                  </span>
                )}
                {bar && <Icon name="lock" />}
              </span>
              <span className="left">
                <span className="vh">{total === 0 ? t("nothing") : t("leftOf", { left, total })}</span>
                <span aria-hidden="true">{total === 0 ? "–" : `${left}/${total}`}</span>
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** A box's place: its row among all rows of the grid, those of goals too, and its column. */
interface GridPlace {
  row: number;
  column: number;
}

const steps: Readonly<Record<string, [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** The grid is one stop of Tab: within it arrows move, Home and End go to the ends of a row, with Ctrl to those of the grid. */
function useGridKeys(columns: number) {
  const [active, setActive] = useState<GridPlace | null>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const { key, ctrlKey, target, currentTarget } = event;
    const box = (target as HTMLElement).closest<HTMLElement>("[data-at]");
    const row = box?.closest("tr");
    const rows = [...currentTarget.querySelectorAll<HTMLTableRowElement>("tbody tr:not([hidden])")];
    const at = row ? rows.indexOf(row) : -1;
    if (!box || at < 0) return;
    let next = { row: at, column: Number(box.dataset.at) };
    const step = steps[key];
    if (step) next = { row: next.row + step[0], column: next.column + step[1] };
    else if (key === "Home") next = { row: ctrlKey ? 0 : at, column: 0 };
    else if (key === "End") next = { row: ctrlKey ? rows.length - 1 : at, column: columns - 1 };
    else return;
    event.preventDefault();
    const within = (place: number, count: number) => Math.max(0, Math.min(count - 1, place));
    const cell = rows[within(next.row, rows.length)]?.querySelector<HTMLElement>(
      `[data-at="${within(next.column, columns)}"]`,
    );
    cell?.focus();
  };
  const onFocus = ({ target }: { target: EventTarget }) => {
    const box = (target as HTMLElement).closest<HTMLElement>("[data-at]");
    const row = box?.closest<HTMLElement>("tr");
    if (box && row) setActive({ row: Number(row.dataset.row), column: Number(box.dataset.at) });
  };
  return { active, onKeyDown, onFocus };
}

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
