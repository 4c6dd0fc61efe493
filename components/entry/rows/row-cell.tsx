"use client";

import { useLocale, useTranslations } from "next-intl";
import { CarriedMark } from "@/components/entry/carried/carried-mark";
import { CellProblems } from "@/components/entry/fields/cell-problems";
import { StateCell } from "@/components/entry/fields/state-cell";
import { ValueCell } from "@/components/entry/fields/value-cell";
import type { RowTexts } from "@/components/entry/panel/use-row-texts";
import { periodOf, type SheetCell } from "@/components/entry/sheet/sheet-table";
import { valueIn } from "@/components/entry/state/entered";
import { useEnteredText } from "@/components/entry/state/entered-text";
import type { IndicatorCells } from "@/components/entry/state/entry-store";
import type { RowFacts } from "@/components/entry/state/row-facts";
import type { RowState } from "@/components/entry/state/row-state";
import { useAllowedValues } from "@/components/values/use-allowed-values";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { isAssessableValue } from "@/lib/domain/values/assessable-value";
import { formatsOf } from "@/lib/i18n/formats";
import { useUnitNames } from "@/lib/i18n/unit-names";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { ChangeWarnings } from "./change-warnings";
import { WhoCell } from "./who-cell";

interface CellProps {
  cell: SheetCell;
  indicator: EntryIndicator;
  cells: IndicatorCells;
  facts: RowFacts;
  state: RowState;
  texts: RowTexts;
  isNear: boolean;
  isOpen: boolean;
  isMarked: boolean;
  lock: string;
  asksReason: boolean;
  setAsksReason: (asks: boolean) => void;
  onToggle: (code: string) => void;
  onComment: (code: string) => void;
}

/** Of what stands beside the field: words and long numbers are written smaller. */
const before = (isWords: boolean, text: string) => `prev${isWords ? " txt" : whole(text) ? " long" : ""}`;
/** Its title, where it is too much for its column. */
const whole = (text: string) => (text.length > 9 ? text : undefined);

/** A cell of an indicator's row. */
export function RowCell(props: CellProps) {
  const { cell, isMarked, indicator, texts, state, lock } = props;
  const t = useTranslations("entryForm.sheet");
  const allowed = useAllowedValues();
  const locale = useLocale();
  const { id } = cell.column;
  const period = periodOf(id);
  const shared = {
    onMouseDown: cell.getSelectionStartHandler(),
    onMouseEnter: cell.getSelectionExtendHandler(),
  };
  const look = (name: string) => `${name}${isMarked ? " marked" : ""}`;
  if (period !== null) {
    const { text, isWords } = texts.earlierIn(period);
    return (
      <td
        className={look(before(isWords, text))}
        data-h={formatsOf(locale).period(period)}
        title={whole(text)}
        {...shared}
      >
        {text}
      </td>
    );
  }
  switch (id) {
    case "target":
      return (
        <td
          className={look(before(texts.isTargetWords, texts.target))}
          data-h={t("targetShort")}
          title={whole(texts.target)}
          {...shared}
        >
          {texts.target}
        </td>
      );
    case "limits":
      return (
        <td className={look("words")} data-h={t("limits")} {...shared}>
          <span className="one-line" title={allowed(indicator.rules)}>
            {allowed(indicator.rules)}
          </span>
        </td>
      );
    case "state":
      return (
        <td className={look("st")} {...shared}>
          <StateCell state={state} lock={lock} />
        </td>
      );
    case "comment":
      return (
        <td className={look("words")} data-h={t("comment")} {...shared}>
          <span className="one-line">{indicator.comments.at(-1)?.body ?? ""}</span>
        </td>
      );
    case "who":
      return (
        <td className={look("words")} data-h={t("who")} {...shared}>
          <WhoCell indicator={indicator} />
        </td>
      );
    default:
      return (
        <td className={look(props.facts.carried > 0 ? "value-cell carried" : "value-cell")} {...shared}>
          <ValueOfRow {...props} />
        </td>
      );
  }
}

function ValueOfRow({
  indicator,
  cells,
  facts,
  texts,
  isNear,
  isOpen,
  asksReason,
  setAsksReason,
  onToggle,
  onComment,
}: CellProps) {
  const t = useTranslations("entryForm.sheet");
  const parts = useTranslations("entryForm.parts");
  const enteredText = useEnteredText();
  const { code, title, tables, abilities } = indicator;
  const unit = useUnitNames()(indicator.unit ?? "");
  const stored = indicator.cells[totalCell]?.value;
  const hasValue = stored !== undefined && isAssessableValue(stored);
  if (!isNear) {
    const entered = cells[totalCell]?.typed;
    const typed = entered && valueIn(indicator.rules, entered);
    return (
      <div className="fieldrow">
        <span className="ro">{typed ? texts.whole(typed) : entered ? enteredText(entered) : ""}</span>
        <span>{typed && isAssessableValue(typed) ? unit : ""}</span>
      </div>
    );
  }
  return (
    <>
      {abilities.enterValue ? (
        <ValueCell indicator={indicator} isAsked={asksReason} onAsk={setAsksReason}>
          <CellProblems indicator={indicator} cells={cells} of="total" />
        </ValueCell>
      ) : (
        <>
          <div className="fieldrow">
            <span className="ro">{texts.present}</span>
            <span>{hasValue ? unit : ""}</span>
          </div>
          <CellProblems indicator={indicator} cells={cells} of="total" />
        </>
      )}
      {tables.length > 0 && (
        <p className="under more-of-row">
          <button type="button" className="link" aria-expanded={isOpen} onClick={() => onToggle(code)}>
            {parts("toggle", {
              state: isOpen ? "open" : "shut",
              dimensions: texts.dimensions.names,
              count: texts.dimensions.count,
            })}
            <span className="vh">: {title}</span>
          </button>
        </p>
      )}
      <CellProblems indicator={indicator} cells={cells} of="parts" />
      {facts.carried > 0 && abilities.enterValue && <CarriedMark code={code} title={title} />}
      <ChangeWarnings indicator={indicator} className="under att in-row" onComment={() => onComment(code)} />
      {/* In every row: one that came and went with the hand would move what is being tapped. */}
      <p className="under to-panel">
        <a href="#about-indicator">
          {t("about")}
          <span className="vh">: {title}</span>
        </a>
      </p>
    </>
  );
}
