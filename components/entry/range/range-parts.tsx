"use client";

import { useTranslations } from "next-intl";
import { isOfSheet } from "@/components/entry/fields/move-focus";
import { periodOf } from "@/components/entry/sheet/sheet-table";
import { useEntry } from "@/components/entry/state/entry-session";
import { AskFirst, RangeButtons } from "./range-buttons";
import { clipboardText } from "./range-text";
import { useCopy } from "./use-copy";
import type { SheetRange } from "./use-range";
import { useRowsText } from "./use-rows-text";

/** What is copied from a text isn't what is marked: from one that is edited, and from all that are no fields of the sheet. */
function isInOtherText(): boolean {
  const { activeElement: hand } = document;
  const read = getSelection();
  const isOutside = read?.anchorNode?.parentElement?.closest("[data-sheet]") === null;
  if (read && !read.isCollapsed && isOutside) return true;
  if (!(hand instanceof HTMLInputElement || hand instanceof HTMLTextAreaElement)) return false;
  return hand.dataset.editing !== undefined || hand.dataset.row === undefined || !isOfSheet(hand);
}

/** What stands there of a range: its buttons, and the question that was asked about it. Its keys copy and cut it. */
export function RangeParts({ range }: { range: SheetRange }) {
  const t = useTranslations("entryForm.range");
  const { say, period } = useEntry();
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
    (isCut) => {
      if (isCut) range.clear((cleared) => say(t("cut", { rows: count, cleared })));
      else say(t("copied", { rows: count }));
    },
  );
  return (
    <>
      {isMany && <RangeButtons range={range} text={text} />}
      {range.asked && <AskFirst range={range} asked={range.asked} />}
    </>
  );
}
