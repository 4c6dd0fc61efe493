"use client";

import { Late, lateCode } from "@/components/entry/sheet/late-code";
import type { SheetRange } from "./use-range";

const code = lateCode(() => import("./range-parts").then(({ RangeParts }) => RangeParts), true);

/** What can be done with the cells that are marked; and their way into a spreadsheet. */
export function RangeBar({ range }: { range: SheetRange }) {
  return (range.isMany || range.asked) && <Late code={code} of={{ range }} />;
}
