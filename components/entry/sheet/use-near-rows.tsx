import { lazy, type RefObject, Suspense, useEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import type { RowHeight } from "@/lib/schemas/addresses/sheet-view";
import type { EntryIndicator } from "@/lib/views/entry-view";

/** Rows beyond both ends of the window that have their fields: more than a page up or down reaches. */
const beyond = 24;
/** So many rows have their fields when the page comes. */
const atFirst = 18;
/** Where it isn't told what is seen for so long, as when a request hangs, all rows have their fields until it is. */
const toldWithinMs = 5_000;

/** It comes once the sheet stands. Without it, as where the line is gone, all rows have their fields. */
const RowsInView = lazy(() =>
  import("./rows-in-view").then(
    ({ RowsInView }) => ({ default: RowsInView }),
    () => ({ default: AllInView }),
  ),
);

function AllInView({ rows, tell }: { rows: readonly EntryIndicator[]; tell: (from: number, to: number) => void }) {
  useEffect(() => tell(0, rows.length), [tell, rows]);
  return null;
}

/**
 * Which rows have fields: those near what is seen, and the chosen one. All others stand there as text, in their height: a
 * reader, paper and the browser's search find every row, and thousands of fields cost nothing.
 */
export function useNearRows(
  table: RefObject<HTMLTableElement | null>,
  rows: readonly EntryIndicator[],
  height: RowHeight,
  chosen: string | null,
) {
  const [inView, setInView] = useState<{ from: number; to: number } | null>(null);
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
  const isUntold = inView === null && rows.length > 0;
  useEffect(() => {
    if (!isUntold) return;
    const timer = window.setTimeout(() => setInView({ from: 0, to: Number.POSITIVE_INFINITY }), toldWithinMs);
    return () => window.clearTimeout(timer);
  }, [isUntold]);
  const [tell] = useState(() => (from: number, to: number) => setInView({ from, to }));
  const around = (from: number, to: number, by: number) => rows.slice(Math.max(0, from - by), to + by + 1);
  // Before it is known what is seen: the first rows, and those where the hand may be.
  const known = inView ? around(inView.from, inView.to, beyond) : around(0, atFirst, 0);
  const near = new Set([...known, ...(isLive && !inView ? around(at, at, atFirst) : [])].map(({ code }) => code));
  const watch = useMemo(
    () =>
      isLive && (
        <Suspense>
          <RowsInView {...{ table, rows, height, tell }} />
        </Suspense>
      ),
    [isLive, table, rows, height, tell],
  );
  return {
    isNear: (code: string) => areAll || code === chosen || near.has(code),
    wakeAll,
    watch,
  };
}
