"use client";

import { useLocale, useTranslations } from "next-intl";
import { memo, type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { ElsewhereNotice } from "@/components/entry/elsewhere/elsewhere-notice";
import { openComments } from "@/components/entry/panel/panel-remarks";
import { NotPastedNotice } from "@/components/entry/paste/not-pasted-notice";
import { AlsoHere, HereProvider } from "@/components/entry/presence/here";
import { usePresence } from "@/components/entry/presence/use-presence";
import { goalId } from "@/components/entry/rows/goal-row";
import { atRest } from "@/components/entry/state/at-rest";
import {
  AwakeProvider,
  EntryProvider,
  type EntrySession,
  useNewSession,
  useSending,
  useSheetAwake,
} from "@/components/entry/state/entry-session";
import type { EntryStore } from "@/components/entry/state/entry-store";
import { standingOf } from "@/components/entry/state/standing";
import { recallStoredCells } from "@/components/entry/state/stored-meanwhile";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { useCounted } from "@/components/entry/state/use-counted";
import { useNews } from "@/components/entry/state/use-news";
import { useStanding } from "@/components/entry/state/use-standing";
import { useFocusInView } from "@/components/layout/use-focus-in-view";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useIsAwake } from "@/components/ui/use-is-awake";
import { formatsOf } from "@/lib/i18n/formats";
import type { HeadWords } from "@/lib/i18n/tables/head-words";
import type { SheetView } from "@/lib/schemas/addresses/sheet-view";
import type { EntryGoal, EntryIndicator, EntryView } from "@/lib/views/entry-view";
import { type PackedDimensions, unpackDimensions } from "@/lib/views/packed/dimensions";
import { type PackedRows, unpackRows } from "@/lib/views/packed/rows";
import { useCarrying } from "../carried/use-carrying";
import { SidePanel } from "../panel/side-panel";
import { Announcer } from "./announcer";
import { EntryDock, type Said } from "./entry-dock";
import { GoalJump } from "./goal-jump";
import { GoalsNav } from "./goals-nav";
import { LateRefusalsNotice } from "./late-refusals-notice";
import { NewsAloud } from "./news-text";
import { Sheet } from "./sheet";
import { SheetTools } from "./sheet-tools";
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

/**
 * While a button of the mouse or a finger is down, the rows stay as they are: an error that appears when a field is left
 * would move what the person is about to click, between the press and the click. It shows right after.
 */
function useStillWhilePressed(store: EntryStore) {
  useEffect(() => {
    let timer = 0;
    const hold = () => {
      window.clearTimeout(timer);
      store.hold();
    };
    // The click follows within the same turn.
    const release = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => store.release());
    };
    const starts = ["pointerdown", "mousedown"] as const;
    const ends = ["pointerup", "mouseup", "pointercancel", "dragend"] as const;
    for (const type of starts) document.addEventListener(type, hold, true);
    for (const type of ends) document.addEventListener(type, release, true);
    window.addEventListener("blur", release);
    return () => {
      window.clearTimeout(timer);
      store.release();
      for (const type of starts) document.removeEventListener(type, hold, true);
      for (const type of ends) document.removeEventListener(type, release, true);
      window.removeEventListener("blur", release);
    };
  }, [store]);
}

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

/**
 * Carries over what can be for all unanswered rows, once a person has seen for how many.
 * @param period code of the one before
 */
function CarryAll({ count, period }: { count: number; period: string }) {
  const t = useTranslations("entryForm.carried");
  const common = useTranslations("common");
  const { period: nameOf } = formatsOf(useLocale());
  const isAwake = useSheetAwake();
  const { carry } = useCarrying();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="btn" aria-haspopup="dialog" disabled={!isAwake} onClick={() => setAsking(true)}>
        {t("tool", { count })}
      </button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t("title", { count, period: nameOf(period) })}
        titleId="carry-all-title"
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{common("cancel")}</Button>
            <Button
              look="main"
              onClick={() => {
                setAsking(false);
                void carry("unanswered");
              }}
            >
              {t("go")}
            </Button>
          </>
        }
      >
        <p>{t("lead")}</p>
      </Dialog>
    </>
  );
}

const StillPanel = memo(SidePanel);

/**
 * The panel of the chosen row. It follows the hand once that is where it went; of rows that are only passed, as by an arrow
 * that is held down, or by whoever types one value under the other, no panel is made, which the next key would wait for.
 */
function FollowingPanel({
  indicators,
  chosen,
  atOnce,
  mayTakeOver,
}: {
  indicators: readonly EntryIndicator[];
  chosen: string | null;
  /** The chosen row, where the panel is what was asked for. */
  atOnce: string | null;
  mayTakeOver: boolean;
}) {
  const rested = useRested(chosen);
  // A transition would wait for a comment on its way.
  const later = useDeferredValue(rested);
  const told = atOnce === chosen ? chosen : later;
  const about = indicators.find(({ code }) => code === told);
  return about && <StillPanel key={about.code} indicator={about} mayTakeOver={mayTakeOver} />;
}

/**
 * What was chosen last: at once where that comes after a rest, and else as soon as there is one. Whoever has a hand in the
 * panel by then means the row that it tells of, until they leave it.
 */
function useRested<Value>(chosen: Value): Value {
  const [rested, setRested] = useState(chosen);
  useEffect(() => {
    if (chosen === rested) return;
    const over = new AbortController();
    const follow = () => {
      if (!document.activeElement?.closest(".side > *")) return setRested(() => chosen);
      document.addEventListener("focusin", follow, { once: true, signal: over.signal });
    };
    const stop = atRest(follow, true);
    return () => {
      stop();
      over.abort();
    };
  }, [chosen, rested]);
  return rested;
}

/** The goals, counted as they are now. */
const useGoalsNow = (goals: readonly EntryGoal[], indicators: readonly EntryIndicator[]): EntryGoal[] =>
  useCounted(indicators, (facts) =>
    goals.map((goal) => {
      const own = facts.filter((_, at) => indicators[at]!.goal === goal.code);
      const answered = own.filter(({ isAnswered }) => isAnswered).length;
      return { ...goal, answered, warnings: own.filter(({ isWarned }) => isWarned).length };
    }),
  );

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
