"use client";

import { useEffect, useRef, useState } from "react";
import type { Owner } from "@/components/entry/state/unsent-cells";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { PersonHere } from "@/lib/views/entry-view";
import { type HereStore, hereStore } from "./here-store";

/** So often it is said that somebody is still here: twice within the time after which they count as gone. */
const saidEach = 25_000;
/** Whoever touches nothing for so long isn't here: nobody's session lasts longer because a window stands open. */
const hereFor = 60_000;
const acts = ["keydown", "pointerdown", "wheel"] as const;
/** Whoever goes through rows by arrows is at the one where they rest. */
const rests = 600;

/**
 * Says where the person is in the report, and learns who else is. It is worth nothing more than a glance: what fails is left,
 * and said anew with the next.
 * @param at the row that they are at, where they may enter it
 */
export function usePresence({ userId, plan, unit, period }: Owner, at: string | null): HereStore {
  const [store] = useState(hereStore);
  const lastAct = useRef(0);
  useEffect(() => {
    const act = () => {
      lastAct.current = Date.now();
    };
    act();
    for (const kind of acts) window.addEventListener(kind, act, { passive: true });
    return () => {
      for (const kind of acts) window.removeEventListener(kind, act);
    };
  }, []);
  useEffect(() => {
    const ending = new AbortController();
    const path = `/api/reports/${plan}/${unit}/${period}/presence`;
    const say = async () => {
      if (document.visibilityState !== "visible" || !navigator.onLine) return;
      // What was learned before is no longer so.
      if (Date.now() - lastAct.current > hereFor) return store.set([]);
      try {
        const response = await fetch(path, {
          method: "POST",
          headers: { "Content-Type": "application/json", ...madeFor(userId) },
          body: JSON.stringify({ at }),
          signal: ending.signal,
        });
        store.set(response.ok ? ((await response.json()) as PersonHere[]) : []);
      } catch {
        if (!ending.signal.aborted) store.set([]);
      }
    };
    const first = setTimeout(say, rests);
    const each = setInterval(say, saidEach);
    const back = () => void say();
    document.addEventListener("visibilitychange", back);
    return () => {
      ending.abort();
      clearTimeout(first);
      clearInterval(each);
      document.removeEventListener("visibilitychange", back);
    };
  }, [store, userId, plan, unit, period, at]);
  return store;
}
