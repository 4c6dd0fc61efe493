"use client";

import { createContext, use, useEffect, useState, useSyncExternalStore } from "react";
import { browserMemory, browserMemoryReady } from "@/components/entry/memory/browser-memory";
import { NotPastedList } from "@/components/entry/paste/not-pasted-list";
import type { ChangeLog } from "@/components/entry/undo/change-log";
import { SessionChanges } from "@/components/entry/undo/session-changes";
import { tabMemory } from "@/components/layout/tab-memory";
import { keepSending } from "@/components/report/kept/keep-sending";
import { afterPaint } from "@/components/ui/after-paint";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { EntryIndicator, StandingView } from "@/lib/views/entry-view";
import type { DimensionView, IsoMoment } from "@/lib/views/report-view";
import { CellSaver } from "./cell-saver";
import { type CellEvent, type CellState, cellAtRest } from "./cell-state";
import { EntryStore, type IndicatorCells, type Place } from "./entry-store";
import { factsAsRead, type RowFacts, rowFacts } from "./row-facts";
import { sendersOf } from "./send-cell";
import { Standing } from "./standing";
import type { Owner, UnsentCell } from "./unsent-cells";

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** What the rows, the panel and the bars of a sheet have in common. */
export interface EntrySession {
  store: EntryStore;
  saver: CellSaver;
  /** What can be undone. */
  changes: ChangeLog;
  /** What was pasted and has no place. */
  notPasted: NotPastedList;
  /** What may be entered at this moment. */
  standing: Standing;
  /** Shows something in the bar until something is changed, and says it aloud unless that isn't so yet. */
  say: (text: string, isAloud?: boolean) => void;
  /** Takes it back, if nothing else was said since. */
  unsay: (text: string) => void;
  /** Hears once values were carried over or confirmed, where the page says more of them than the cells do. */
  onCarried?: () => void;
  dimensions: readonly DimensionView[];
  /** The report's address. */
  base: string;
  /** Code of the period. */
  period: string;
  /** When the page was made. */
  now: IsoMoment;
  /** Where the forms about an indicator go, from within the entry form. */
  forms: {
    comment: FormAction;
    evidence: FormAction;
    removeEvidence: FormAction;
    reply: FormAction;
    takeOver: FormAction;
  };
  /** Who enters. */
  userId: number;
  /** Hidden fields of every form. */
  hidden: Record<string, string>;
}

const EntryContext = createContext<EntrySession | null>(null);
export const EntryProvider = EntryContext.Provider;

/** By itself, so that a sheet that wakes draws nothing anew but what changes by it. What only a script shows is awake. */
const AwakeContext = createContext(true);
export const AwakeProvider = AwakeContext.Provider;

/** False until the page is awake: before that a field would swallow what is typed. */
export const useSheetAwake = (): boolean => use(AwakeContext);

export function useEntry(): EntrySession {
  const session = use(EntryContext);
  if (session === null) throw new Error("no sheet around");
  return session;
}

const none: IndicatorCells = {};

/** The cells of one indicator; drawn anew only when one of them changes. */
export function useIndicatorCells(code: string): IndicatorCells {
  const { store } = useEntry();
  const read = () => store.all()[code] ?? none;
  return useSyncExternalStore(store.subscribe, read, read);
}

export function useCell(place: Place): CellState {
  const { store } = useEntry();
  return useIndicatorCells(place.indicator)[place.cell] ?? store.cellAt(place);
}

/** Cells as they came with the page, and what they are of. */
const asRead = new WeakMap<IndicatorCells, EntryIndicator>();
const known = new WeakMap<IndicatorCells, { of: EntryIndicator; facts: RowFacts }>();

/** As `rowFacts`, worked out once for the same cells. */
export function factsOf(
  indicator: EntryIndicator,
  dimensions: readonly DimensionView[],
  cells: IndicatorCells,
): RowFacts {
  const before = known.get(cells);
  if (before?.of === indicator) return before.facts;
  const facts = asRead.get(cells) === indicator ? factsAsRead(indicator) : rowFacts(indicator, dimensions, cells);
  if (cells !== none) known.set(cells, { of: indicator, facts });
  return facts;
}

/** The cells of a sheet and what saves them, as long as the sheet is shown. */
export function useNewSession(
  indicators: readonly EntryIndicator[],
  owner: Owner,
  made: StandingView,
): Pick<EntrySession, "store" | "saver" | "changes" | "notPasted" | "standing"> {
  const [session] = useState(() => {
    // What may not be entered is shown all the same, so every indicator brings its rules.
    const cellsOf = (indicator: EntryIndicator) => {
      const { rules, cells } = indicator;
      const own = Object.fromEntries(Object.entries(cells).map(([cell, view]) => [cell, cellAtRest(rules, view)]));
      asRead.set(own, indicator);
      return own;
    };
    const store = new EntryStore(
      Object.fromEntries(indicators.map((indicator) => [indicator.code, cellsOf(indicator)])),
      Object.fromEntries(indicators.map(({ code, rules }) => [code, rules])),
      new Set(made.enterable),
      afterPaint,
    );
    const standing = new Standing(made);
    const remembered = new SessionChanges(owner);
    const heard = (cell: UnsentCell, event: CellEvent) => {
      remembered.heard(cell, event);
      standing.heard(cell, event);
    };
    const saver = new CellSaver({
      store,
      owner,
      memory: browserMemory(),
      whenFree: afterPaint,
      ...sendersOf(owner, heard),
    });
    const notPasted = new NotPastedList(tabMemory(), owner);
    return { store, saver, changes: remembered.log(store, saver), notPasted, standing };
  });
  return session;
}

/** Sends what waits: at the start, when the line or the page comes back, and now and then in between. */
export function useSending({ store, saver }: Pick<EntrySession, "store" | "saver">) {
  useEffect(() => {
    // Before all is known, what stands in the first place may be older than what was stored since.
    void browserMemoryReady().then(() => saver.restore());
    const sending = keepSending(
      () => saver.retry(),
      () => saver.leaveAll(),
    );
    const unwatch = store.watch((_, { phase }) => {
      if (phase.at === "rest") sending.reached();
    });
    return () => {
      unwatch();
      sending.stop();
    };
  }, [store, saver]);
}
