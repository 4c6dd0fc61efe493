"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { atRest } from "@/components/entry/state/at-rest";
import type { RowHeight } from "@/lib/schemas/addresses/sheet-view";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { type Rows, toldOf, toldOnTheWay } from "./told-rows";

/** What a row is taken for before it was drawn, in pixels. */
const guess: Record<RowHeight, number> = { compact: 27, comfortable: 84 };

interface Props {
  table: RefObject<HTMLTableElement | null>;
  rows: readonly EntryIndicator[];
  height: RowHeight;
  /** Is told the first and the last row in view, or a few beyond. */
  tell: (from: number, to: number) => void;
}

/** Tells which rows are in view. It draws nothing, and apart from the sheet: the browser asks it at each turn of a wheel. */
export function RowsInView({ table, rows, height, tell }: Props) {
  const [top, setTop] = useState(0);
  const last = useRef<Rows | null>(null);
  // By other functions all rows would be measured anew.
  const estimateSize = useCallback(() => guess[height], [height]);
  const getItemKey = useCallback((index: number) => rows[index]?.code ?? index, [rows]);
  const options = { count: rows.length, estimateSize, getItemKey, scrollMargin: top };
  // A scroll that a key made needn't wait for it.
  const virtual = useWindowVirtualizer({ ...options, useFlushSync: false });
  // The rows stand in the page themselves: the browser keeps what is seen in its place.
  virtual.shouldAdjustScrollPositionOnItemSizeChange = () => false;
  // What stands above the table may grow: a notice, the tools in two lines.
  useLayoutEffect(() => {
    setTop((table.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [table]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are other elements.
  useEffect(() => {
    for (const row of table.current?.querySelectorAll<HTMLElement>("[data-index]") ?? []) virtual.measureElement(row);
  }, [virtual, table, rows, height]);
  const told = toldOf(virtual.range);
  const [from, to] = [told?.from, told?.to];
  useEffect(() => {
    if (from === undefined || to === undefined) return;
    const say = (next: Rows) => {
      if (next.from === last.current?.from && next.to === last.current.to) return;
      last.current = next;
      tell(next.from, next.to);
    };
    say(toldOnTheWay(last.current, { from, to }));
    return atRest(() => say({ from, to }));
  }, [tell, from, to]);
  return null;
}
