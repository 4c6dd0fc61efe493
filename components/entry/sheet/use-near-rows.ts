import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { type RowsTold, toldOf } from "./told-rows";

/** Rows beyond both ends of the window that have their fields: more than a page up or down reaches. */
const beyond = 24;
/** So many rows have their fields when the page comes. */
const atFirst = 18;

/**
 * Which rows have fields: those near what is seen, and the chosen one. All others stand there as text, in their height: a
 * reader, paper and the browser's search find every row, and thousands of fields cost nothing.
 */
export function useNearRows(
  table: RefObject<HTMLTableElement | null>,
  rows: readonly EntryIndicator[],
  chosen: string | null,
) {
  const [inView, setInView] = useState<RowsTold | null>(null);
  const [isLive, setLive] = useState(false);
  const at = rows.findIndex(({ code }) => code === chosen);
  const [areAll, wakeAll] = useState(false);
  useEffect(() => setLive(true), []);
  // On paper all look alike, and a browser takes the page as it is right after the event.
  useEffect(() => {
    const wake = ({ type }: Event) => flushSync(() => wakeAll(type === "beforeprint"));
    window.addEventListener("beforeprint", wake);
    window.addEventListener("afterprint", wake);
    return () => {
      window.removeEventListener("beforeprint", wake);
      window.removeEventListener("afterprint", wake);
    };
  }, []);
  // The browser tells of rows that come and go by itself: nothing is measured while somebody scrolls.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are other elements.
  useEffect(() => {
    const seen = new Set<number>();
    let told: RowsTold | null = null;
    const watching = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) {
        const index = Number(target.getAttribute("data-index"));
        if (isIntersecting) seen.add(index);
        else seen.delete(index);
      }
      const next = toldOf(seen);
      if (next === null || (next.from === told?.from && next.to === told.to)) return;
      told = next;
      setInView(next);
    });
    for (const row of table.current?.querySelectorAll("[data-index]") ?? []) watching.observe(row);
    return () => watching.disconnect();
  }, [table, rows]);
  const around = (from: number, to: number, by: number) => rows.slice(Math.max(0, from - by), to + by + 1);
  // Before it is known what is seen: the first rows, and those where the hand may be.
  const known = inView ? around(inView.from, inView.to, beyond) : around(0, atFirst, 0);
  const near = new Set([...known, ...(isLive && !inView ? around(at, at, atFirst) : [])].map(({ code }) => code));
  return { isNear: (code: string) => areAll || code === chosen || near.has(code), wakeAll };
}
