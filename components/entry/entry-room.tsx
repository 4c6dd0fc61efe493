"use client";

import { type ReactNode, useCallback, useMemo, useState } from "react";
import { CommentForm, EvidenceForm, ReplyForm } from "@/components/report/remark-forms";
import { needsComment } from "@/lib/domain/value-warning";
import type { EntryIndicator, EntryView } from "@/lib/schemas/entry-view";
import type { FormState } from "@/lib/schemas/form-state";
import { Announcer } from "./announcer";
import { ElsewhereNotice } from "./elsewhere-notice";
import { EntryDock } from "./entry-dock";
import { EntryProvider, type EntrySession, useIsAwake, useNewSession, useSending } from "./entry-session";
import { GoalJump } from "./goal-jump";
import { GoalsNav } from "./goals-nav";
import { commentSection } from "./panel-remarks";
import { Sheet } from "./sheet";
import { SidePanel } from "./side-panel";
import type { Owner } from "./unsent-cells";
import { useAllFacts } from "./use-row-filter";

type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export interface EntryRoomProps {
  /** With the indicators of the chosen goal alone. */
  view: EntryView;
  goal: string;
  base: string;
  owner: Owner;
  now: string;
  locale: string;
  /** The indicator that the page was asked for. */
  asked: string | null;
  /** Why rows can't be changed, in two or three words. */
  lock: string;
  actions: { comment: FormAction; evidence: FormAction; reply: FormAction };
  /** Above the rows: what the sheet is about. */
  head: ReactNode;
}

/** Earlier periods beside the field; more would leave no room for it. */
const periodsShown = 2;

/** The entry room: goals at the left, one goal's sheet, the chosen indicator's panel, and a bar that says how far it all is. */
export function EntryRoom(props: EntryRoomProps) {
  const { view, base, owner, now } = props;
  const session = useNewSession(view.indicators, owner);
  useSending(session);
  const isAwake = useIsAwake();
  const period = view.report.period.code;
  const { dimensions } = view;
  const value = useMemo<EntrySession>(
    () => ({ ...session, dimensions, base, period, now, isAwake }),
    [session, dimensions, base, period, now, isAwake],
  );
  return (
    <EntryProvider value={value}>
      <Room {...props} />
    </EntryProvider>
  );
}

function Room({ view, goal, owner, locale, asked, lock, actions, head }: EntryRoomProps) {
  const { indicators, goals, totals, narratives, abilities } = view;
  const [chosen, setChosen] = useState(asked ?? indicators[0]?.code ?? null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState({ text: "", times: 0 });
  const say = useCallback((text: string) => setSaid(({ times }) => ({ text, times: times + 1 })), []);
  const facts = useAllFacts(indicators);
  const here = {
    answered: facts.filter(({ isAnswered }) => isAnswered).length,
    warnings: facts.filter(({ warnings }) => warnings.some(needsComment)).length,
  };
  const before = goals.find(({ code }) => code === goal)!;
  const elsewhere = { answered: totals.answered - before.answered, warnings: totals.warnings - before.warnings };
  const onToggle = useCallback((code: string) => {
    setOpen((shown) => {
      const next = new Set(shown);
      if (!next.delete(code)) next.add(code);
      return next;
    });
  }, []);
  const onComment = useCallback((code: string) => {
    setChosen(code);
    requestAnimationFrame(() => {
      const section = document.getElementById(commentSection);
      section?.querySelector("details")?.setAttribute("open", "");
      section?.querySelector("textarea")?.focus();
    });
  }, []);
  const texts = narratives.flatMap((narrative) => Object.values(narrative.texts));
  const whole = {
    narrative: texts.length > 0 ? { written: texts.filter(({ text }) => text !== "").length, of: texts.length } : null,
    mayFill: abilities.editReport,
  };
  const shownGoals = goals.map((each) => (each.code === goal ? { ...each, ...here } : each));
  const indicator = indicators.find(({ code }) => code === chosen);
  const { plan, unit, period } = owner;
  const hidden = useCallback(
    ({ code }: EntryIndicator) => ({ plan, unit, period, locale, indicator: code, from: "room" }),
    [plan, unit, period, locale],
  );
  const replyFormOf = (each: EntryIndicator) => <ReplyForm action={actions.reply} hidden={hidden(each)} />;
  return (
    <>
      <div className="room">
        <GoalsNav goals={shownGoals} current={goal} {...whole} />
        <main id="main" className="sheet">
          <GoalJump goals={shownGoals} current={goal} {...whole} />
          {head}
          <ElsewhereNotice goals={goals.map(({ code }) => code)} />
          <Sheet
            indicators={indicators}
            periods={view.earlierPeriods.slice(-periodsShown).map(({ code }) => code)}
            {...{ chosen, open, lock, replyFormOf, say, onToggle, onComment }}
            onChoose={setChosen}
          />
        </main>
        {indicator && (
          <SidePanel
            key={indicator.code}
            indicator={indicator}
            commentForm={<CommentForm action={actions.comment} hidden={hidden(indicator)} />}
            evidenceForm={<EvidenceForm action={actions.evidence} hidden={hidden(indicator)} />}
          />
        )}
      </div>
      <Announcer said={said} />
      <EntryDock
        indicators={indicators}
        elsewhere={elsewhere}
        total={totals.total}
        maySubmit={abilities.submitReport}
      />
    </>
  );
}
