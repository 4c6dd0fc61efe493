"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { keepInTab, recall } from "@/components/entry/memory/session-memory";
import { tabMemory } from "@/components/layout/tab-memory";
import { madeFor } from "@/lib/schemas/forms/made-for";
import { text } from "@/lib/schemas/values/kept";
import type { NewsView, NewValue, StandingView } from "@/lib/views/entry-view";
import type { CellEvent } from "./cell-state";
import type { EntryStore, Place } from "./entry-store";
import type { Owner } from "./unsent-cells";

/** Takes what others changed into cells that nobody is typing in. @returns those that show another value now */
export function learn(store: EntryStore, changes: readonly NewValue[]): NewValue[] {
  return changes.filter((change) => {
    const { indicator, cell, present, at } = change;
    return store.knows(indicator) && store.dispatch({ indicator, cell }, { type: "learned", present, at });
  });
}

/** What is news still once a cell changed: its own save, which the person saw through, ends what others did to it. */
function newsAfter(news: readonly NewValue[], { indicator, cell }: Place, event: CellEvent) {
  if (event.type !== "acknowledged") return news;
  const left = news.filter((each) => each.indicator !== indicator || each.cell !== cell);
  return left.length < news.length ? left : news;
}

/** A value carries the moment of its writing, and is seen a little later. */
const seenWithin = 2_000;

/** Notes when the server stored something of this tab: the next page may have been read before. */
export function noteStored(owner: Owner, event: CellEvent): void {
  if (event.type === "acknowledged" && event.savedAt) keepInTab(tabMemory(), owner, "stored", event.savedAt);
}

/** Whether a page that was made at that moment may be older than what this tab sent before it. */
function mayBeOlder(owner: Owner, made: string): boolean {
  const stored = recall(tabMemory(), owner, "stored", text);
  return stored !== null && Date.parse(stored) > Date.parse(made) - seenWithin;
}

/**
 * Asks, when the window comes back into view, what others changed meanwhile; the cells show it unless something is being
 * typed in them. A request that fails is made again the next time.
 * @param since when the page was made
 * @param onStanding is told what may be entered now
 * @returns what changed the last time that anything had, without what the person stored anew since
 */
export function useNews(
  store: EntryStore,
  { userId, plan, unit, period }: Owner,
  since: string,
  onStanding: (standing: StandingView) => void,
): readonly NewValue[] {
  const hearStanding = useEffectEvent(onStanding);
  const [news, setNews] = useState<readonly NewValue[]>([]);
  useEffect(() => {
    let from = since;
    let isAsking = false;
    const ask = async (isTold = true) => {
      if (isAsking || document.visibilityState !== "visible") return;
      isAsking = true;
      try {
        const path = `/api/reports/${plan}/${unit}/${period}/values?since=${encodeURIComponent(from)}`;
        const response = await fetch(path, { headers: madeFor(userId) });
        if (!response.ok) return;
        const { until, changes, standing } = (await response.json()) as NewsView;
        from = until;
        const learned = learn(store, changes);
        if (isTold && learned.length > 0) setNews(learned);
        hearStanding(standing);
      } catch {
        // Nobody answered; the saves tell of it.
      } finally {
        isAsking = false;
      }
    };
    const back = () => void ask();
    // Its own values, from the page before this one: they are no news.
    if (mayBeOlder({ userId, plan, unit, period }, since)) void ask(false);
    document.addEventListener("visibilitychange", back);
    window.addEventListener("focus", back);
    return () => {
      document.removeEventListener("visibilitychange", back);
      window.removeEventListener("focus", back);
    };
  }, [store, userId, plan, unit, period, since]);
  useEffect(() => store.watch((place, _, { event }) => setNews((before) => newsAfter(before, place, event))), [store]);
  return news;
}
