"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { NewFigure, NewsView, StandingView } from "@/lib/schemas/entry-view";
import { madeFor } from "@/lib/schemas/made-for";
import type { EntryStore } from "./entry-store";
import type { Owner } from "./unsent-cells";

/** Takes what others changed into cells that nobody is typing in. @returns those that show another figure now */
export function learn(store: EntryStore, changes: readonly NewFigure[]): NewFigure[] {
  return changes.filter((change) => {
    const { indicator, cell, present, at } = change;
    return store.knows(indicator) && store.dispatch({ indicator, cell }, { type: "learned", present, at });
  });
}

/**
 * Asks, when the window comes back into view, what others changed meanwhile; the cells show it unless something is being
 * typed in them. A request that fails is made again the next time.
 * @param since when the page was made
 * @param onStanding is told what may be entered now
 * @returns what changed the last time that anything had
 */
export function useNews(
  store: EntryStore,
  { userId, plan, unit, period }: Owner,
  since: string,
  onStanding: (standing: StandingView) => void,
): readonly NewFigure[] {
  const hearStanding = useEffectEvent(onStanding);
  const [news, setNews] = useState<readonly NewFigure[]>([]);
  useEffect(() => {
    let from = since;
    let isAsking = false;
    const ask = async () => {
      if (isAsking || document.visibilityState !== "visible") return;
      isAsking = true;
      try {
        const path = `/api/reports/${plan}/${unit}/${period}/values?since=${encodeURIComponent(from)}`;
        const response = await fetch(path, { headers: madeFor(userId) });
        if (!response.ok) return;
        const { until, changes, standing } = (await response.json()) as NewsView;
        from = until;
        const learned = learn(store, changes);
        if (learned.length > 0) setNews(learned);
        hearStanding(standing);
      } catch {
        // Nobody answered; the saves tell of it.
      } finally {
        isAsking = false;
      }
    };
    document.addEventListener("visibilitychange", ask);
    window.addEventListener("focus", ask);
    return () => {
      document.removeEventListener("visibilitychange", ask);
      window.removeEventListener("focus", ask);
    };
  }, [store, userId, plan, unit, period, since]);
  return news;
}
