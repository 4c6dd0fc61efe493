"use client";

import { type KeyboardEvent, memo, useState } from "react";
import { shortcutLetter } from "@/components/entry/fields/grid-press";
import type { SheetRow } from "@/components/entry/sheet/sheet-table";
import { factsOf, useEntry, useIndicatorCells } from "@/components/entry/state/entry-session";
import { needsComment } from "@/lib/domain/values/value-warning";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { RowCells } from "./row-cells";
import { RowNotes } from "./row-notes";
import { useRowActs } from "./use-row-acts";

export interface RowHandlers {
  onChoose: (code: string) => void;
  onToggle: (code: string) => void;
  /** Leads to the comment field of the panel. */
  onComment: (code: string) => void;
}

interface RowProps extends RowHandlers {
  row: SheetRow;
  indicator: EntryIndicator;
  /** Ids of the columns that show, so that it is drawn anew with them. */
  columns: string;
  /** Near what is seen: it has its fields. */
  isNear: boolean;
  isChosen: boolean;
  isOpen: boolean;
  /** Ids of its columns that are marked, parted by commas. */
  selected: string;
  /** Why nothing can be entered. */
  lock: string;
}

/** One indicator of the sheet: earlier values, target, the field, the state, and under it whatever asks for attention. */
export const IndicatorRow = memo(function IndicatorRow(props: RowProps) {
  const { indicator, isChosen, onChoose, ...shown } = props;
  const { row, isNear, isOpen, onComment } = shown;
  const { dimensions } = useEntry();
  const { code } = indicator;
  const cells = useIndicatorCells(code);
  const facts = factsOf(indicator, dimensions, cells);
  const [asksReason, setAsksReason] = useState(false);
  const [isMenuShown, showMenu] = useState(false);
  const acts = useRowActs(indicator, facts, { ...shown, setAsksReason });
  const isWarned = facts.queryOpen || facts.warnings.some(needsComment);
  const look = facts.hasError ? "err" : isWarned ? "warn" : "";
  const hasNotes =
    isOpen || indicator.query !== null || Object.values(cells).some(({ phase }) => phase.at === "overtaken");
  /** As the menu of the row does. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const act = { r: acts.askReason, b: acts.toggle, c: acts.comment, l: acts.carried?.act }[
      shortcutLetter(event.nativeEvent)
    ];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <tbody
      className={isMenuShown ? "row with-menu" : "row"}
      data-index={row.index}
      data-goes-on="[data-row],a"
      onKeyDown={onKeyDown}
    >
      <tr
        id={code}
        className={`${look} ${isChosen ? "sel" : ""} ${hasNotes ? "has-sub" : ""}`.trim()}
        onFocus={() => onChoose(code)}
      >
        <RowCells {...{ ...shown, indicator, cells, asksReason, setAsksReason, isMenuShown, showMenu }} />
      </tr>
      {hasNotes && (
        <RowNotes
          {...{ indicator, cells, facts, isOpen, isNear }}
          onComment={() => onComment(code)}
          columns={row.getVisibleCells().length}
          className={`sub ${look} ${isChosen ? "sel" : ""}`}
          onFocus={() => onChoose(code)}
        />
      )}
    </tbody>
  );
});
