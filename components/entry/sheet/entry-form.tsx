"use client";

import { memo, type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { CarryAll } from "@/components/entry/carried/carry-all";
import { ElsewhereNotice } from "@/components/entry/elsewhere/elsewhere-notice";
import { useStillWhilePressed } from "@/components/entry/fields/use-still-while-pressed";
import { FollowingPanel } from "@/components/entry/panel/following-panel";
import { openComments } from "@/components/entry/panel/panel-remarks";
import { NotPastedNotice } from "@/components/entry/paste/not-pasted-notice";
import { AlsoHere, HereProvider } from "@/components/entry/presence/here";
import { usePresence } from "@/components/entry/presence/use-presence";
import { goalId } from "@/components/entry/rows/goal-row";
import {
  AwakeProvider,
  EntryProvider,
  type EntrySession,
  useNewSession,
  useSending,
} from "@/components/entry/state/entry-session";
import { standingOf } from "@/components/entry/state/standing";
import { recallStoredCells } from "@/components/entry/state/stored-meanwhile";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { useNews } from "@/components/entry/state/use-news";
import { useStanding } from "@/components/entry/state/use-standing";
import { useFocusInView } from "@/components/layout/use-focus-in-view";
import { useIsAwake } from "@/components/ui/use-is-awake";
import type { HeadWords } from "@/lib/i18n/tables/head-words";
import type { SheetView } from "@/lib/schemas/addresses/sheet-view";
import type { EntryView } from "@/lib/views/entry-view";
import { type PackedDimensions, unpackDimensions } from "@/lib/views/packed/dimensions";
import { type PackedRows, unpackRows } from "@/lib/views/packed/rows";
import { Announcer } from "./announcer";
import { EntryDock, type Said } from "./entry-dock";
import { GoalJump } from "./goal-jump";
import { GoalsNav } from "./goals-nav";
import { LateRefusalsNotice } from "./late-refusals-notice";
import { NewsAloud } from "./news-text";
import { Sheet } from "./sheet";
import { SheetTools } from "./sheet-tools";
import { useGoalsNow } from "./use-goals-now";
import { useSheetView } from "./use-sheet-view";
import { useShownRows } from "./use-shown-rows";

export interface EntryFormProps extends Pick<EntrySession, "base" | "now" | "forms"> {
  view: Omit<EntryView, "dimensions" | "indicators"> & {
    dimensions: PackedDimensions;
    indicators: PackedRows<EntryView["indicators"][number]>;
  };
  /** What the address asks of the sheet. */
  sheet: SheetView;
  owner: Owner;
  locale: string;
  /** The indicator that the page was asked for. */
  asked: string | null;
  /** Why rows can't be changed, in two or three words. */
  lock: string;
  /** What the product heads values with. */
  heads: HeadWords;
  /** Above the rows: what the sheet is about. */
  head: ReactNode;
}

// What follows the hand from row to row is drawn with it; all else of the form only when it says something else.
const [StillSheet, StillTools, StillGoals, StillJump] = [memo(Sheet), memo(SheetTools), memo(GoalsNav), memo(GoalJump)];

const notices = (
  <>
    <LateRefusalsNotice />
    <ElsewhereNotice />
    <NotPastedNotice />
  </>
);

/** The entry form: goals at the left, the sheet, the chosen indicator's panel, and a bar that says how far it all is. */
export function EntryForm({ view, sheet, base, owner, now, locale, asked, lock, heads, forms, head }: EntryFormProps) {
  const { lock: reportLock } = view.report;
  const indicators = useMemo(() => unpackRows(view.indicators), [view.indicators]);
  const { userId, plan, unit, period } = owner;
  const made = useMemo(() => standingOf(reportLock, indicators), [reportLock, indicators]);
  const session = useNewSession(indicators, owner, made);
  useSending(session);
  const { store } = session;
  useEffect(
    () => void recallStoredCells(store, { userId, plan, unit, period }, now),
    [store, userId, plan, unit, period, now],
  );
  useFocusInView();
  useStillWhilePressed(session.store);
  const news = useNews(session.store, owner, now, useStanding(session, made));
  const isAwake = useIsAwake();
  const { totals, abilities } = view;
  const dimensions = useMemo(() => unpackDimensions(view.dimensions), [view.dimensions]);
  const { changes } = session;
  const [said, setSaid] = useState<Said>({ text: "", isAloud: false, times: 0, of: null });
  const say = useCallback(
    (text: string, isAloud = true) => {
      const of = changes.now();
      setSaid(({ times }) => ({ text, isAloud, times: times + 1, of }));
    },
    [changes],
  );
  const unsay = useCallback(
    (text: string) => setSaid((before) => (before.text === text ? { ...before, text: "", isAloud: false } : before)),
    [],
  );
  const value = useMemo<EntrySession>(
    () => ({
      ...session,
      say,
      unsay,
      dimensions,
      base,
      period,
      now,
      forms,
      userId,
      hidden: { plan, unit, period, locale },
    }),
    [session, say, unsay, dimensions, base, userId, plan, unit, period, now, forms, locale],
  );
  return (
    <AwakeProvider value={isAwake}>
      <EntryProvider value={value}>
        <WholeForm {...{ view, indicators, sheet, asked, lock, heads, head, owner }} />
        <Announcer store={store} said={said} standing={session.standing} dimensions={dimensions} />
        <NewsAloud news={news} />
        <EntryDock
          indicators={indicators}
          total={totals.total}
          maySubmit={abilities.submitReport}
          news={news}
          said={said}
        />
      </EntryProvider>
    </AwakeProvider>
  );
}

function WholeForm({
  view,
  indicators,
  sheet,
  asked,
  lock,
  heads,
  head,
  owner,
}: Pick<EntryFormProps, "view" | "sheet" | "asked" | "lock" | "heads" | "head" | "owner"> &
  Pick<EntryView, "indicators">) {
  const { narratives, abilities, report } = view;
  const { view: shownAs, ask } = useSheetView(
    sheet,
    view.goals.map(({ code }) => code),
  );
  const { shown, rows, counts, carriable, again } = useShownRows(indicators, shownAs, report.submitted?.at ?? null);
  const goals = useGoalsNow(view.goals, indicators);
  const [held, setChosen] = useState(asked);
  const [atOnce, setAtOnce] = useState(asked);
  // What is told beside the sheet is of a row that the filters leave.
  const chosen = shown.some(({ code }) => code === held) ? held : (rows[0]?.code ?? null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const onToggle = useCallback((code: string) => {
    setOpen((shown) => {
      const next = new Set(shown);
      if (!next.delete(code)) next.add(code);
      return next;
    });
  }, []);
  const onComment = useCallback((code: string) => {
    flushSync(() => {
      setChosen(code);
      setAtOnce(code);
    });
    // Whatever asked for it, such as a menu, is closed by then.
    requestAnimationFrame(openComments);
  }, []);
  /** Leads to a goal's rows, wherever they are. */
  const onGoal = useCallback(
    (code: string) => {
      const isShown = shown.some((indicator) => indicator.goal === code);
      flushSync(() =>
        ask({
          folded: shownAs.folded.filter((folded) => folded !== code),
          ...(isShown ? {} : { goal: "", find: "", show: "all" }),
        }),
      );
      const place = document.getElementById(goalId(code));
      place?.scrollIntoView();
      place?.querySelector("button")?.focus({ preventScroll: true });
      setChosen(indicators.find((indicator) => indicator.goal === code)?.code ?? null);
    },
    [shown, indicators, shownAs, ask],
  );
  const onlyGoal = useCallback((goal: string) => ask({ goal }), [ask]);
  const onFold = useCallback(
    (code: string) => {
      const { folded } = shownAs;
      ask({ folded: folded.includes(code) ? folded.filter((each) => each !== code) : [...folded, code].sort() });
    },
    [shownAs, ask],
  );
  const whole = useMemo(() => {
    const texts = narratives.flatMap((narrative) => Object.values(narrative.texts));
    const written = texts.filter(({ text }) => text !== "").length;
    return { narrative: texts.length > 0 ? { written, of: texts.length } : null, mayImport: abilities.importFile };
  }, [narratives, abilities]);
  const periods = useMemo(() => view.earlierPeriods.map(({ code }) => code), [view.earlierPeriods]);
  const before = periods.at(-1) ?? "";
  const carryAll = useMemo(() => carriable > 0 && <CarryAll count={carriable} period={before} />, [carriable, before]);
  const indicator = indicators.find(({ code }) => code === chosen);
  const here = usePresence(owner, indicator?.abilities.enterValue ? indicator.code : null);
  return (
    <HereProvider value={here}>
      <div className={`entry-form ${shownAs.rows}`}>
        <StillGoals goals={goals} current={indicator?.goal ?? ""} onGoal={onGoal} {...whole} />
        <main id="main" className={`sheet ${shownAs.rows}`} data-goes-on=".sel [data-row],.sel a,[data-row]">
          <StillJump goals={goals} chosen={shownAs.goal} onGoal={onlyGoal} {...whole} />
          <div className="sheet-top">
            {head}
            <AlsoHere />
            <StillTools view={shownAs} {...{ ask, counts, again }} goals={view.goals} found={shown.length}>
              {carryAll}
            </StillTools>
          </div>
          {notices}
          <StillSheet
            {...{ shown, rows, indicators, chosen, open, lock, heads, periods, onToggle, onComment, onFold }}
            goals={view.goals}
            view={shownAs}
            onChoose={setChosen}
          />
        </main>
        <FollowingPanel {...{ indicators, chosen, atOnce }} mayTakeOver={abilities.takeOver} />
      </div>
    </HereProvider>
  );
}
