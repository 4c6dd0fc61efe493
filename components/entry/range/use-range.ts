import type { Table } from "@tanstack/react-table";
import { useState } from "react";
import type { Features } from "@/components/entry/sheet/sheet-table";
import { blankEntered, isBlank } from "@/components/entry/state/entered";
import { useEntry } from "@/components/entry/state/entry-session";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { EnteredValue } from "@/lib/schemas/values/value";
import type { EntryIndicator } from "@/lib/views/entry-view";

/** The column of the fields. */
const valueColumn = "value";

/** More values than this don't change at once before somebody said so: hardly any screen shows as many rows. */
const unaskedAtMost = 20;

/** What is asked before many values change at once. */
export interface ManyAsked {
  /**
   * `rows`: lines are pasted where rows between aren't shown, and it is to be told which rows they go to. `head`: the first
   * line is a year, and it is to be told whether it heads the others.
   */
  way: "clear" | "fill" | "rows" | "head";
  count: number;
  /** Changes them. */
  go: () => void;
  /**
   * Of `rows`: the row after which one isn't shown, and what goes into all rows; else only those that show are meant. Of
   * `head`: the year, and what changes where it is a value.
   */
  all?: { after: string; count: number; go: () => void };
}

/** Hears how many were changed, once they are, and which rows couldn't take the value: `none`, or their codes. */
type Done = (count: number, left: string) => void;

/** A rectangle of cells that is marked, as in a spreadsheet, and what is done with it as one change. */
export interface SheetRange {
  /** More than the one cell where the hand is. */
  isMany: boolean;
  /** How many rows it has. */
  count: number;
  /** Ids of the columns that are marked in a row, parted by commas; empty for none. */
  columnsIn: (code: string) => string;
  /** Rows of the range, from top to bottom, and the ids of its columns. */
  cells: () => { rows: EntryIndicator[]; columns: string[] };
  /** Rows whose values can be changed, of those whose fields are marked. */
  enterable: () => EntryIndicator[];
  /** The hand is in the field of a row. */
  begin: (code: string) => void;
  extend: (code: string, direction: "up" | "down" | "left" | "right") => void;
  markAll: () => void;
  end: () => void;
  /** What is to be answered before many values change; null for nothing. */
  asked: ManyAsked | null;
  /** Changes values, of many only after a question. */
  change: (what: ManyAsked) => void;
  /** This question is answered, whatever was asked since. */
  answered: (asked: ManyAsked) => void;
  /** Clears what is marked. */
  clear: (done: Done) => void;
  /** Into the others the value of the first row that is marked; of a single cell, that of the row above. */
  fillDown: (code: string, done: Done) => void;
}

export function useRange(table: Table<Features, EntryIndicator>): SheetRange {
  const { store, changes } = useEntry();
  const [asked, ask] = useState<ManyAsked | null>(null);
  const rows = table.getRowModel().rows;
  const columns = table.getVisibleLeafColumns().map(({ id }) => id);
  const bounds = table.getCellSelectionBounds();
  const isMany = table.getSelectedCellCount() > 1;
  const isIn = (index: number) =>
    bounds.some(({ minRowIndex, maxRowIndex }) => minRowIndex <= index && index <= maxRowIndex);
  const columnsOfRow = (index: number) =>
    columns.filter((_, at) =>
      bounds.some(
        (each) =>
          each.minRowIndex <= index &&
          index <= each.maxRowIndex &&
          each.minColumnIndex <= at &&
          at <= each.maxColumnIndex,
      ),
    );
  const indexOf = (code: string) => rows.findIndex(({ id }) => id === code);
  const marked = () => rows.filter((_, index) => isIn(index)).map(({ original }) => original);
  /** Puts a value into each of these, as one change; `null` leaves a row as it is. */
  const put = (
    way: ManyAsked["way"],
    of: readonly EntryIndicator[],
    valueFor: (row: EntryIndicator) => EnteredValue | null,
    done: Done,
  ) => {
    const cells = () =>
      of.flatMap((row) => {
        const place = { indicator: row.code, cell: totalCell };
        const entered = valueFor(row);
        // Where two values wait to be chosen between, nothing is decided unseen.
        const isChosenLater = store.cellAt(place).phase.at === "overtaken";
        return entered === null || !row.abilities.enterValue || isChosenLater ? [] : [{ place, entered }];
      });
    const go = () => {
      // Others go on while somebody is asked.
      const now = cells();
      changes.asOne(() => {
        for (const { place, entered } of now) {
          store.dispatch(place, { type: "typed", entered });
          store.dispatch(place, { type: "left" });
        }
      });
      const filled = now.map(({ place }) => place.indicator);
      done(now.length, of.flatMap(({ code }) => (filled.includes(code) ? [] : [code])).join(", ") || "none");
    };
    range.change({ way, count: cells().length, go });
  };
  const inFields = () =>
    rows.filter((_, index) => columnsOfRow(index).includes(valueColumn)).map(({ original }) => original);
  const range: SheetRange = {
    isMany,
    count: isMany ? marked().length : 0,
    columnsIn: (code) => (isMany ? columnsOfRow(indexOf(code)).join() : ""),
    cells: () => ({
      rows: marked(),
      columns: columns.filter((column) => rows.some((_, index) => columnsOfRow(index).includes(column))),
    }),
    enterable: () => inFields().filter(({ abilities }) => abilities.enterValue),
    begin: (code) => table.setFocusedCell(code, valueColumn),
    extend: (code, direction) => {
      if (!table.getFocusedCell()) table.setFocusedCell(code, valueColumn);
      table.extendCellSelection(direction);
    },
    markAll: () => table.selectAllCells(),
    end: () => table.resetCellSelection(true),
    asked,
    change: (what) => (what.all || what.count > unaskedAtMost ? ask(what) : what.go()),
    answered: (of) => ask((now) => (now === of ? null : now)),
    clear: (done) =>
      put(
        "clear",
        range.enterable(),
        ({ code, rules }) =>
          isBlank(store.cellAt({ indicator: code, cell: totalCell }).typed) ? null : blankEntered(rules.type),
        done,
      ),
    fillDown: (code, done) => {
      const own = isMany
        ? inFields()
        : rows
            .slice(0, indexOf(code) + 1)
            .map(({ original }) => original)
            .slice(-2);
      const first = isMany ? range.enterable()[0] : own[0];
      if (!first) return done(0, "none");
      const { typed } = store.cellAt({ indicator: first.code, cell: totalCell });
      const isAlike = ({ rules, steps }: EntryIndicator) =>
        rules.type === first.rules.type && (rules.type !== "milestone" || steps.join("\n") === first.steps.join("\n"));
      put("fill", own.slice(own.indexOf(first) + 1), (row) => (isAlike(row) ? typed : null), done);
    },
  };
  return range;
}
