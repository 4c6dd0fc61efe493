"use client";

import { useTable } from "@tanstack/react-table";
import { useLocale, useTranslations } from "next-intl";
import { lazy, memo, type RefObject, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { sheetGroup } from "@/components/entry/fields/move-focus";
import { useGridKeys } from "@/components/entry/fields/use-grid-keys";
import { usePasteRows } from "@/components/entry/paste/use-paste-rows";
import { RangeBar } from "@/components/entry/range/range-bar";
import { useRange } from "@/components/entry/range/use-range";
import { IndicatorRow, type RowHandlers } from "@/components/entry/rows/indicator-row";
import { useEntry, useSheetAwake } from "@/components/entry/state/entry-session";
import { formatsOf } from "@/lib/i18n/formats";
import type { HeadWords } from "@/lib/i18n/tables/head-words";
import type { RowHeight, SheetView } from "@/lib/schemas/addresses/sheet-view";
import type { EntryGoal, EntryIndicator } from "@/lib/views/entry-view";
import { GoalRow } from "../rows/goal-row";
import { columnsOf, features, periodOf, type SheetRow, visibilityOf } from "./sheet-table";

interface SheetProps extends RowHandlers {
  goals: readonly EntryGoal[];
  /** Every row that fits what is asked for; rows of folded goals among them. */
  shown: readonly EntryIndicator[];
  /** Those that are drawn. */
  rows: readonly EntryIndicator[];
  /** All of the report. */
  indicators: readonly EntryIndicator[];
  /** Codes of the earlier periods, the oldest first. */
  periods: readonly string[];
  view: SheetView;
  chosen: string | null;
  open: ReadonlySet<string>;
  /** Why rows can't be changed, in two or three words. */
  lock: string;
  /** What the product heads values with. */
  heads: HeadWords;
  onFold: (goal: string) => void;
}

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
const GoalRows = memo(function GoalRows(props: GoalRowsProps) {
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

const classOf = (column: string): string | undefined => {
  if (periodOf(column) !== null) return "pv";
  return { indicator: "ind", target: "pv tg", limits: "lm", value: "fv", state: "st", comment: "cm", who: "wh" }[
    column
  ];
};

/** @param columns the columns that show, in their order */
function SheetHead({ columns }: { columns: readonly string[] }) {
  const t = useTranslations("entryForm.sheet");
  const { period: nameOf } = formatsOf(useLocale());
  const period = nameOf(useEntry().period);
  const words: Record<string, string> = {
    indicator: t("indicator"),
    target: t("target", { period }),
    limits: t("limits"),
    value: t("value", { period }),
    state: t("state"),
    comment: t("comment"),
    who: t("who"),
  };
  const nameOfColumn = (column: string) => {
    const of = periodOf(column);
    return of && nameOf(of);
  };
  return (
    <>
      <colgroup>
        {columns.map((column) => (
          <col key={column} className={classOf(column)} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={periodOf(column) !== null || column === "target" ? "prev" : undefined}
            >
              {nameOfColumn(column) ?? words[column]}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}

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
function useNearRows(
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

/** The whole report as rows of one grid, goal by goal, like a well-made spreadsheet. */
export function Sheet(props: SheetProps) {
  const { goals, shown, rows, indicators, periods, view, chosen, open, lock, heads, onFold, ...handlers } = props;
  const t = useTranslations("entryForm.sheet");
  const { period } = useEntry();
  const isAwake = useSheetAwake();
  const { period: nameOf } = formatsOf(useLocale());
  const columns = useMemo(() => columnsOf(periods), [periods]);
  const table = useTable({
    features,
    columns,
    data: rows as EntryIndicator[],
    getRowId: ({ code }) => code,
    state: { columnVisibility: visibilityOf(columns, view.columns) },
  });
  const visible = table.getVisibleLeafColumns().map(({ id }) => id);
  const box = useRef<HTMLTableElement>(null);
  const { isNear, wakeAll, watch } = useNearRows(box, rows, view.rows, chosen);
  const range = useRange(table);
  const keys = useGridKeys(range, wakeAll);
  usePasteRows(rows, indicators, range, heads);
  const sections = useMemo(
    () =>
      goals.flatMap((goal) => {
        const own = shown.filter((indicator) => indicator.goal === goal.code);
        return own.length > 0 ? [{ goal, own }] : [];
      }),
    [goals, shown],
  );
  const drawn = table.getRowModel().rows;
  const byCode = useMemo(() => new Map(drawn.map((row) => [row.id, row])), [drawn]);
  return (
    <div className={visible.length > 6 ? "sheet-scroll" : undefined}>
      <table
        className={`e ${view.rows} ${isAwake ? "" : "unready"}`.trim()}
        ref={box}
        {...sheetGroup}
        {...keys}
        aria-rowcount={rows.length + sections.length + 1}
      >
        <caption className="vh">{t("caption", { period: nameOf(period) })}</caption>
        <SheetHead columns={visible} />
        {sections.map(({ goal, own }) => (
          <GoalRows
            key={goal.code}
            {...{ goal, own, byCode, open, lock, onFold, ...handlers }}
            columns={visible.join()}
            isFolded={view.folded.includes(goal.code)}
            near={own.map(({ code }) => (isNear(code) ? "1" : "0")).join("")}
            marked={range.isMany ? own.map(({ code }) => range.columnsIn(code)).join("|") : ""}
            chosen={own.some(({ code }) => code === chosen) ? chosen : null}
          />
        ))}
      </table>
      {watch}
      <RangeBar range={range} />
      {shown.length === 0 && <p className="note mt-4">{t("nothing")}</p>}
    </div>
  );
}
