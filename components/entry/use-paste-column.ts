"use client";

import type { ClipboardEvent } from "react";
import { totalCell } from "@/lib/domain/disaggregation";
import type { EntryIndicator } from "@/lib/schemas/entry-view";
import type { FieldName } from "./entered";
import { useEntry } from "./entry-session";
import { isRange, pasteDown, pastedCells } from "./paste";

/** A column copied from a spreadsheet fills the rows from where the hand is, each saved on its own. */
export function usePasteColumn(
  shown: readonly EntryIndicator[],
  onPasted: (filled: number, skipped: readonly string[]) => void,
) {
  const { store } = useEntry();
  return (event: ClipboardEvent<HTMLElement>) => {
    const { row, field, cell } = (event.target as HTMLElement).dataset;
    const lines = pastedCells(event.clipboardData.getData("text"));
    const from = shown.findIndex(({ code }) => code === row);
    if (event.defaultPrevented || from < 0 || (cell !== undefined && cell !== totalCell) || !isRange(lines)) return;
    if (event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    const targets = shown.slice(from).map(({ code, rules, steps, abilities }) => ({
      code,
      type: rules.type,
      steps,
      typed: store.cellAt({ indicator: code, cell: totalCell }).typed,
      mayEnter: abilities.enterValue,
    }));
    const { filled, skipped } = pasteDown(lines, targets, (field ?? "number") as FieldName);
    for (const { code, entered } of filled) {
      store.dispatch({ indicator: code, cell: totalCell }, { type: "typed", entered });
      store.dispatch({ indicator: code, cell: totalCell }, { type: "left" });
    }
    onPasted(filled.length, skipped);
  };
}
