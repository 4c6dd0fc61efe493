"use client";

import { memo } from "react";
import type { SheetRow } from "@/components/entry/sheet/sheet-table";
import type { EntryGoal, EntryIndicator } from "@/lib/views/entry-view";
import { GoalRow } from "./goal-row";
import { IndicatorRow, type RowHandlers } from "./indicator-row";

interface GoalRowsProps extends RowHandlers {
  goal: EntryGoal;
  /** Its rows that fit what is asked for. */
  own: readonly EntryIndicator[];
  /** Those of the table that are drawn. */
  byCode: ReadonlyMap<string, SheetRow>;
  /** Ids of the columns that show, parted by commas. */
  columns: string;
  isFolded: boolean;
  /** Of each own row, `1` where it is near what is seen. */
  near: string;
  /** Of each own row, ids of its columns that are marked, parted by commas; parted by bars. */
  marked: string;
  /** The row where the hand is; null where it is another goal's. */
  chosen: string | null;
  open: ReadonlySet<string>;
  lock: string;
  onFold: (goal: string) => void;
}

const StillGoalRow = memo(GoalRow);

/** A goal and its rows. The hand goes from row to row within one: the others, most of the sheet, stay as they are. */
export const GoalRows = memo(function GoalRows(props: GoalRowsProps) {
  const { goal, own, byCode, columns, isFolded, near, marked, chosen, open, lock, onFold, ...handlers } = props;
  const marks = marked.split("|");
  return (
    <>
      <StillGoalRow {...{ goal, own, isFolded, onFold }} columns={columns.split(",").length} />
      {!isFolded &&
        own.map((indicator, at) => (
          <IndicatorRow
            key={indicator.code}
            row={byCode.get(indicator.code)!}
            indicator={indicator}
            columns={columns}
            isNear={near[at] === "1"}
            isChosen={indicator.code === chosen}
            isOpen={open.has(indicator.code)}
            selected={marks[at] ?? ""}
            lock={lock}
            {...handlers}
          />
        ))}
    </>
  );
});
