"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import type { RowHeight } from "@/lib/schemas/addresses/sheet-view";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { toldOf } from "./told-rows";

/** What a row is taken for before it was drawn, in pixels. */
const guess: Record<RowHeight, number> = { compact: 27, comfortable: 84 };
interface Props {
  table: RefObject<HTMLTableElement | null>;
  rows: readonly EntryIndicator[];
  height: RowHeight;
  /** Is told the first and the last row in view, or a few beyond; by another function it is told anew. */
  tell: (from: number, to: number) => void;
}

/** Tells which rows are in view. It draws nothing, and apart from the sheet: the browser asks it at each turn of a wheel. */
export function RowsInView({ table, rows, height, tell }: Props) {
  const [top, setTop] = useState(0);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => guess[height],
    getItemKey: (index) => rows[index]?.code ?? index,
    scrollMargin: top,
  });
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
    if (from !== undefined && to !== undefined) tell(from, to);
  }, [tell, from, to]);
  return null;
}
