"use client";

import { useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import { fieldNamesOf, withText } from "@/components/entry/state/entered";
import { useEntry } from "@/components/entry/state/entry-session";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { isAllGiven, isRange, pastedCells, sharesInColumns, sidesOfShare } from "./paste";
import { type PartNames, planByNames, planParts } from "./plan-parts";

/**
 * A range pasted into a table of parts, or a share into the first of its fields, fills the cells from where the hand is, each
 * saved on its own, as one change.
 * @param names what its rows and columns go by
 */
export function usePasteParts(indicator: EntryIndicator, grid: readonly (readonly CellKey[])[], names: PartNames) {
  const t = useTranslations("entryForm.paste");
  const { store, changes, notPasted, say } = useEntry();
  return (event: ClipboardEvent<HTMLElement>) => {
    const { cell, field } = (event.target as HTMLElement).dataset;
    const text = event.clipboardData.getData("text");
    const copied = pastedCells(text);
    const isInto = field === "numerator";
    // Both numbers of a share, in place of all that stands in the first of its fields.
    const isShare = isInto && isAllGiven(event.target) && sidesOfShare(text) !== null;
    if (!cell || !field || !(isRange(copied) || isShare)) return;
    const lines = isInto ? sharesInColumns(copied) : copied;
    const sides = fieldNamesOf[indicator.rules.type];
    const fields = grid.map((row) => row.flatMap((cell) => sides.map((side) => ({ cell, side }))));
    const row = fields.findIndex((each) => each.some((one) => one.cell === cell));
    const column = fields[row]?.findIndex((one) => one.cell === cell && one.side === field) ?? -1;
    if (row < 0 || column < 0) return;
    event.preventDefault();
    const hand = [row, column] as const;
    const { filled, not } =
      planByNames(copied, fields, hand, indicator.code, names, sides.length) ??
      planParts(lines, fields, hand, indicator.code, sides.length);
    const targets = new Set(filled.map(({ cell: target }) => target.cell));
    const paste = Date.now();
    changes.asOne(() => {
      for (const { cell: target, text } of filled) {
        const place = { indicator: indicator.code, cell: target.cell };
        const entered = withText(indicator.rules.type, store.cellAt(place).typed, target.side, text);
        store.dispatch(place, { type: "typed", entered });
      }
      for (const target of targets) store.dispatch({ indicator: indicator.code, cell: target }, { type: "left" });
    }, paste);
    notPasted.add(not, paste);
    const isRefused = (target: CellKey) =>
      store.cellAt({ indicator: indicator.code, cell: target }).phase.at === "invalid";
    const refused = [...targets].filter(isRefused).length;
    const values = targets.size - refused;
    say(t("said", { way: "position", filled: values, refused, away: 0, not: not.length }));
  };
}
