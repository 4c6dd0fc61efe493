import { useTranslations } from "next-intl";
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
import { pastableText } from "./range-text";

/** @returns the texts of a row's cells as they go to a spreadsheet: values as they can be pasted again */
export function useRowsText(): (row: EntryIndicator, columns: readonly string[]) => string[] {
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
