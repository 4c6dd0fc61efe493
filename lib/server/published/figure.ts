import "server-only";
import type { PublicFigure } from "@/lib/charts/public-figure";
import type { ShownStatus } from "@/lib/charts/shown-status";
import { isFigure } from "@/lib/domain/figure";
import type { PublicMark, Status } from "@/lib/server/db/generated/client";
import { type ValueRow, valueOfRow, valueSelect } from "@/lib/server/db/value-row";

// From a row of results to what anyone may see of it. A figure that isn't public ends here.

const { text: _, ...columns } = valueSelect;

/** What a public query selects of a result's figure. The words of a narrative are no part of it. */
export const figureSelect = { ...columns, publicMark: true } as const;
export const statusSelect = { ...figureSelect, publicStatus: true, publicStatusReason: true } as const;

export type FigureRow = Omit<ValueRow, "text"> & { publicMark: PublicMark };
export type StatusRow = FigureRow & { publicStatus: Status | null; publicStatusReason: string | null };

export function publicFigure(row: FigureRow, threshold: number): PublicFigure {
  switch (row.publicMark) {
    case "missing":
      return { mark: "missing", reason: row.missingReason };
    case "suppressed":
      return { mark: "suppressed" };
    case "small":
      // Of a percentage, "<5" would be read as per cent.
      if (row.kind === "ratio") return { mark: "suppressed" };
      return { mark: "small", below: row.below ?? threshold };
    case "shown": {
      if (row.kind === "narrative") return { mark: "words" };
      const value = valueOfRow({ ...row, text: null });
      return value && isFigure(value)
        ? { mark: "shown", figure: value }
        : { mark: "missing", reason: row.missingReason };
    }
  }
}

/** The status as a page shows it. Suppressed and no value are reasons that have a look of their own. */
export function shownStatus(row: StatusRow): ShownStatus {
  if (row.publicMark === "missing") return "noValue";
  if (row.publicStatus === null) return "notAssessed";
  if (row.publicStatus === "notAssessed" && row.publicStatusReason === "hidden") return "suppressed";
  return row.publicStatus;
}
