"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useCarrying } from "@/components/entry/carried/use-carrying";
import { isOfSheet } from "@/components/entry/fields/move-focus";
import { useRowsText } from "@/components/entry/range/use-rows-text";
import { periodOf } from "@/components/entry/sheet/sheet-table";
import { factsOf, useEntry } from "@/components/entry/state/entry-session";
import { clipboardText } from "./range-text";
import { useCopy } from "./use-copy";
import type { SheetRange } from "./use-range";

/** What is copied from a text isn't what is marked: from one that is edited, and from all that are no fields of the sheet. */
function isInOtherText(): boolean {
  const { activeElement: hand } = document;
  const read = getSelection();
  const isOutside = read?.anchorNode?.parentElement?.closest("[data-sheet]") === null;
  if (read && !read.isCollapsed && isOutside) return true;
  if (!(hand instanceof HTMLInputElement || hand instanceof HTMLTextAreaElement)) return false;
  return hand.dataset.editing !== undefined || hand.dataset.row === undefined || !isOfSheet(hand);
}

/** What can be done with the cells that are marked; and their way into a spreadsheet. */
export function RangeBar({ range }: { range: SheetRange }) {
  const t = useTranslations("entryForm.range");
  const { say, period, store, dimensions } = useEntry();
  const { carry, confirm } = useCarrying();
  useSyncExternalStore(store.subscribe, store.all, store.all);
  const rowsText = useRowsText();
  const headOf = (column: string): string[] => {
    const sheet = { indicator: [t("code"), t("title")], value: [period] }[column];
    return sheet ?? [periodOf(column) ?? t("head", { column })];
  };
  const { isMany, count } = range;
  const text = () => {
    const { rows, columns } = range.cells();
    const lines = rows.map((row) => rowsText(row, columns));
    // Which column is which: pasted again, the values stand under the period.
    const isNamed = columns.includes("indicator") && columns.length > 1;
    return clipboardText(isNamed ? [columns.flatMap(headOf), ...lines] : lines);
  };
  useCopy(
    () => (isMany && !isInOtherText() ? text() : null),
    (isCut) => say(isCut ? t("cut", { rows: count, cleared: range.clear() }) : t("copied", { rows: count })),
  );
  if (!isMany) return null;
  const marked = range.enterable().map((row) => {
    const { carried, isAnswered } = factsOf(row, dimensions, store.all()[row.code] ?? {});
    return { code: row.code, isCarried: carried > 0, mayCarry: row.carry !== null && !isAnswered };
  });
  const confirmable = marked.filter(({ isCarried }) => isCarried).map(({ code }) => code);
  const carriable = marked.filter(({ mayCarry }) => mayCarry).map(({ code }) => code);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      say(t("copied", { rows: count }));
    } catch {
      // Some browsers ask first, and an address without TLS has no clipboard: the key does it.
      say(t("copyByKey"));
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's meaning to what only acts on marked cells
    <div className="range-bar" role="group" aria-label={t("label")}>
      <span role="status">{t("marked", { rows: count })}</span>
      <button type="button" className="btn" onClick={copy}>
        {t("copy")}
      </button>
      {range.enterable().length > 0 && (
        <>
          <button type="button" className="btn" onClick={() => say(t("filled", { count: range.fillDown("") }))}>
            {t("fillDown")}
          </button>
          <button type="button" className="btn" onClick={() => say(t("cleared", { count: range.clear() }))}>
            {t("clear")}
          </button>
          {confirmable.length > 0 && (
            <button type="button" className="btn" onClick={() => confirm(confirmable)}>
              {t("confirm", { count: confirmable.length })}
            </button>
          )}
          {carriable.length > 0 && (
            <button type="button" className="btn" onClick={() => carry(carriable)}>
              {t("carry", { count: carriable.length })}
            </button>
          )}
        </>
      )}
      <button type="button" className="btn btn-text" onClick={range.end}>
        {t("end")}
      </button>
    </div>
  );
}
