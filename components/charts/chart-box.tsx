"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import { ResponsiveContainer } from "recharts";
import { isPrinting, watchPrinter } from "@/components/ui/printing";

/** As wide as a sheet of A4 between its margins, and as a third of it between its gaps; in px, as the style sheet prints them. */
const paperWidth = { wide: 703, small: 215 } as const;

/** Whether the page is being printed: its charts are then drawn for the paper, whatever window they are read in. */
export const usePrinting = (): boolean => useSyncExternalStore(watchPrinter, isPrinting, () => false);

/**
 * The place of a chart, as wide as what it stands in; on paper as wide as that, for nothing measures a page that is printed.
 * @param height in px
 */
export function ChartBox({
  size,
  height,
  children,
}: {
  size: keyof typeof paperWidth;
  height: number;
  children: ReactNode;
}) {
  const width = usePrinting() ? paperWidth[size] : "100%";
  return (
    <ResponsiveContainer width={width} height={height}>
      {children}
    </ResponsiveContainer>
  );
}
