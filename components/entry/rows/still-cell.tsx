import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { useRowTexts } from "@/components/entry/panel/use-row-texts";
import { periodOf, type SheetCell } from "@/components/entry/sheet/sheet-table";
import { useAllowedValues } from "@/components/values/use-allowed-values";
import { formatsOf } from "@/lib/i18n/formats";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { cellProps } from "./cell-props";
import { WhoCell } from "./who-cell";

/** Of what stands beside the field: words and long numbers are written smaller. */
const before = (isWords: boolean, text: string) => `prev${isWords ? " txt" : whole(text) ? " long" : ""}`;
/** Its title, where it is too much for its column. */
const whole = (text: string) => (text.length > 9 ? text : undefined);

/** A cell of an indicator's row that says what was known when the page was made: nothing of it changes while one types. */
export const StillCell = memo(function StillCell({
  cell,
  indicator,
  isMarked,
}: {
  cell: SheetCell;
  indicator: EntryIndicator;
  isMarked: boolean;
}) {
  const t = useTranslations("entryForm.sheet");
  const allowed = useAllowedValues();
  const texts = useRowTexts(indicator);
  const { period: nameOf } = formatsOf(useLocale());
  const { id } = cell.column;
  const period = periodOf(id);
  if (period !== null) {
    const { text, isWords } = texts.earlierIn(period);
    return (
      <td {...cellProps(cell, before(isWords, text), isMarked)} data-h={nameOf(period)} title={whole(text)}>
        {text}
      </td>
    );
  }
  switch (id) {
    case "target": {
      const { text, isWords } = texts.target();
      return (
        <td {...cellProps(cell, before(isWords, text), isMarked)} data-h={t("targetShort")} title={whole(text)}>
          {text}
        </td>
      );
    }
    case "limits":
      return (
        <td {...cellProps(cell, "words", isMarked)} data-h={t("limits")}>
          <span className="one-line" title={allowed(indicator.rules)}>
            {allowed(indicator.rules)}
          </span>
        </td>
      );
    case "comment":
      return (
        <td {...cellProps(cell, "words", isMarked)} data-h={t("comment")}>
          <span className="one-line">{indicator.comments.at(-1)?.body ?? ""}</span>
        </td>
      );
    default:
      return (
        <td {...cellProps(cell, "words", isMarked)} data-h={t("who")}>
          <WhoCell indicator={indicator} />
        </td>
      );
  }
});
