"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useStillWhilePressed } from "@/components/entry/fields/use-still-while-pressed";
import { openComments } from "@/components/entry/panel/panel-remarks";
import { SidePanel } from "@/components/entry/panel/side-panel";
import { NotPastedNotice } from "@/components/entry/paste/not-pasted-notice";
import { EntryProvider, type EntrySession, useNewSession, useSending } from "@/components/entry/state/entry-session";
import { standingOf } from "@/components/entry/state/standing";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { useNews } from "@/components/entry/state/use-news";
import { useStanding } from "@/components/entry/state/use-standing";
import { useFocusInView } from "@/components/layout/use-focus-in-view";
import { useIsAwake } from "@/components/ui/use-is-awake";
import { useStayOffline } from "@/components/ui/use-stay-offline";
import type { ElsewhereIndicator, EntryView } from "@/lib/views/entry-view";
import { type PackedDimensions, unpackDimensions } from "@/lib/views/packed-dimensions";
import { Announcer } from "./announcer";
import { ElsewhereNotice } from "./elsewhere-notice";
import { EntryDock, type Said } from "./entry-dock";
import { GoalJump } from "./goal-jump";
import { GoalsNav } from "./goals-nav";
import { NewsAloud } from "./news-text";
import { Sheet } from "./sheet";
import { useOtherGoalsNow } from "./use-goals-now";

export interface EntryFormProps extends Pick<EntrySession, "base" | "now" | "forms"> {
  /** With the indicators of the chosen goal alone. */
  view: Omit<EntryView, "dimensions"> & { dimensions: PackedDimensions };
  goal: string;
  others: readonly ElsewhereIndicator[];
  owner: Owner;
  locale: string;
  /** The indicator that the page was asked for. */
  asked: string | null;
  /** Why rows can't be changed, in two or three words. */
  lock: string;
  /** Above the rows: what the sheet is about. */
  head: ReactNode;
}

/** Earlier periods beside the field; more would leave no room for it. */
const periodsShown = 2;

/** The entry form: goals at the left, one goal's sheet, the chosen indicator's panel, and a bar that says how far it all is. */
export function EntryForm({ view, others, goal, base, owner, now, locale, asked, lock, forms, head }: EntryFormProps) {
  const { lock: reportLock } = view.report;
  const made = useMemo(() => standingOf(reportLock, view.indicators, others), [reportLock, view.indicators, others]);
  const session = useNewSession(view.indicators, others, owner, made);
  useSending(session);
  useFocusInView();
  useStillWhilePressed(session.store);
  const news = useNews(session.store, owner, now, useStanding(session, made));
  const isAwake = useIsAwake();
  const { indicators, totals, narratives, abilities } = view;
  const dimensions = useMemo(() => unpackDimensions(view.dimensions), [view.dimensions]);
  const goals = useOtherGoalsNow(view.goals, others, session.elsewhere);
  const { userId, plan, unit, period } = owner;
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
  const t = useTranslations("entryForm.dock");
  useStayOffline(
    () => say(t("offline")),
    () => unsay(t("offline")),
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
      isAwake,
      forms,
      userId,
      hidden: { plan, unit, period, locale },
    }),
    [session, say, unsay, dimensions, base, userId, plan, unit, period, now, isAwake, forms, locale],
  );
  const [chosen, setChosen] = useState(asked ?? indicators[0]?.code ?? null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const onToggle = useCallback((code: string) => {
    setOpen((shown) => {
      const next = new Set(shown);
      if (!next.delete(code)) next.add(code);
      return next;
    });
  }, []);
  const onComment = useCallback((code: string) => {
    setChosen(code);
    // The panel of the row isn't drawn yet.
    requestAnimationFrame(openComments);
  }, []);
  const texts = narratives.flatMap((narrative) => Object.values(narrative.texts));
  const whole = {
    narrative: texts.length > 0 ? { written: texts.filter(({ text }) => text !== "").length, of: texts.length } : null,
    mayImport: abilities.editReport,
  };
  const otherGoals = goals.filter(({ code }) => code !== goal);
  const elsewhere = {
    answered: otherGoals.reduce((sum, { answered }) => sum + answered, 0),
    warnings: otherGoals.reduce((sum, { warnings }) => sum + warnings, 0),
  };
  const indicator = indicators.find(({ code }) => code === chosen);
  return (
    <EntryProvider value={value}>
      <div className="entry-form">
        <GoalsNav goals={goals} current={goal} indicators={indicators} {...whole} />
        <main id="main" className="sheet">
          <GoalJump goals={goals} current={goal} indicators={indicators} {...whole} />
          {head}
          <ElsewhereNotice goals={goals.map(({ code }) => code)} />
          <NotPastedNotice />
          <Sheet
            indicators={indicators}
            periods={view.earlierPeriods.slice(-periodsShown).map(({ code }) => code)}
            {...{ chosen, open, lock, onToggle, onComment }}
            onChoose={setChosen}
          />
        </main>
        {indicator && <SidePanel key={indicator.code} indicator={indicator} />}
      </div>
      <Announcer said={said} />
      <NewsAloud news={news} />
      <EntryDock
        indicators={indicators}
        elsewhere={elsewhere}
        total={totals.total}
        maySubmit={abilities.submitReport}
        news={news}
        said={said}
      />
    </EntryProvider>
  );
}
