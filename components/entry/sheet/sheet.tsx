"use client";

import { useTable } from "@tanstack/react-table";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { sheetGroup } from "@/components/entry/fields/move-focus";
import { useGridKeys } from "@/components/entry/fields/use-grid-keys";
import { usePasteRows } from "@/components/entry/paste/use-paste-rows";
import { RangeBar } from "@/components/entry/range/range-bar";
import { useRange } from "@/components/entry/range/use-range";
import { GoalRows } from "@/components/entry/rows/goal-rows";
import type { RowHandlers } from "@/components/entry/rows/indicator-row";
import { useEntry, useSheetAwake } from "@/components/entry/state/entry-session";
import { formatsOf } from "@/lib/i18n/formats";
import type { HeadWords } from "@/lib/i18n/tables/head-words";
import type { SheetView } from "@/lib/schemas/addresses/sheet-view";
import type { EntryGoal, EntryIndicator } from "@/lib/views/entry-view";
import { SheetHead } from "./sheet-head";
import { columnsOf, features, visibilityOf } from "./sheet-table";
import { useNearRows } from "./use-near-rows";

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
