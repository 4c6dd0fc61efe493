"use client";

import { useTranslations } from "next-intl";
import { isOfSheet } from "@/components/entry/fields/move-focus";
import { periodOf } from "@/components/entry/sheet/sheet-table";
import { factsOf, useEntry } from "@/components/entry/state/entry-session";
import { rowState } from "@/components/entry/state/row-state";
import { useAllowedValues } from "@/components/values/use-allowed-values";
import { useValueWording } from "@/components/values/use-value-wording";
import { targetText } from "@/lib/charts/target-text";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { MissingReason } from "@/lib/domain/values/value";
import { enteredFromValue } from "@/lib/schemas/values/entered-value";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { AskFirst, RangeButtons } from "./range-buttons";
import { clipboardText, pastableText } from "./range-text";
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

/** @returns the texts of a row's cells as they go to a spreadsheet: values as they can be pasted again */
function useRowsText(): (row: EntryIndicator, columns: readonly string[]) => string[] {
  const words = useTranslations("values");
  const states = useTranslations("entryForm.range");
  const { store, dimensions } = useEntry();
  const allowed = useAllowedValues();
  const wording = useValueWording();
  const reasonOf = (reason: string) => words("reason", { reason: reason as MissingReason });
  return (row, columns) => {
    const { code, title, rules, steps, target, earlier, comments, who, abilities } = row;
    const cells = store.all()[code] ?? {};
    const textIn = (column: string): string[] => {
      const period = periodOf(column);
      if (period !== null) {
        const value = earlier.find((each) => each.period === period)?.value;
        return [value ? pastableText(enteredFromValue(rules.type, value), steps, reasonOf) : ""];
      }
      switch (column) {
        case "indicator":
          return [code, title];
        case "target":
          return [target ? targetText(target.value, { ...rules, steps }, wording) : ""];
        case "limits":
          return [allowed(rules)];
        case "value":
          return [pastableText(store.cellAt({ indicator: code, cell: totalCell }).typed, steps, reasonOf)];
        case "state":
          return [
            states("state", {
              state: rowState(cells, factsOf(row, dimensions, cells), abilities.enterValue).name,
            }),
          ];
        case "comment":
          return [comments.at(-1)?.body ?? ""];
        default:
          return [[...who.assigned, ...(who.changedBy ? [who.changedBy] : [])].join("; ")];
      }
    };
    return columns.flatMap(textIn);
  };
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
