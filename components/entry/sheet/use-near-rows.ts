import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useLayoutEffect, useState } from "react";
import type { RowHeight } from "@/lib/schemas/addresses/sheet-view";
import type { EntryIndicator } from "@/lib/views/entry-view";

/** What a row is taken for before it was drawn, in pixels. */
const guess: Record<RowHeight, number> = { compact: 27, comfortable: 84 };
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
  height: RowHeight,
  chosen: string | null,
) {
  const [top, setTop] = useState(0);
  const [isLive, setLive] = useState(false);
  const [areAll, wakeAll] = useState(false);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => guess[height],
    getItemKey: (index) => rows[index]?.code ?? index,
    overscan: beyond,
    scrollMargin: top,
  });
  // The rows stand in the page themselves: the browser keeps what is seen in its place.
  virtual.shouldAdjustScrollPositionOnItemSizeChange = () => false;
  // What stands above the table may grow: a notice, the tools in two lines.
  useLayoutEffect(() => {
    setTop((table.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    setLive(true);
  }, [table]);
  const range = isLive ? virtual.range : null;
  const from = range ? range.startIndex - beyond : 0;
  const to = range ? range.endIndex + beyond : atFirst;
  const near = new Set(rows.slice(Math.max(0, from), to + 1).map(({ code }) => code));
  const measure = useCallback((element: HTMLElement | null) => virtual.measureElement(element), [virtual]);
  return { isNear: (code: string) => areAll || code === chosen || near.has(code), measure, wakeAll };
}
