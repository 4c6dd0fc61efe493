import { useTranslations } from "next-intl";
import { memo } from "react";
import { CarriedMark } from "@/components/entry/carried/carried-mark";
import { CellProblems } from "@/components/entry/fields/cell-problems";
import { StateCell } from "@/components/entry/fields/state-cell";
import { ValueCell } from "@/components/entry/fields/value-cell";
import { useRowTexts } from "@/components/entry/panel/use-row-texts";
import type { SheetCell } from "@/components/entry/sheet/sheet-table";
import { valueIn } from "@/components/entry/state/entered";
import { useEnteredText } from "@/components/entry/state/entered-text";
import type { IndicatorCells } from "@/components/entry/state/entry-store";
import type { RowFacts } from "@/components/entry/state/row-facts";
import type { RowState } from "@/components/entry/state/row-state";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { isAssessableValue } from "@/lib/domain/values/assessable-value";
import { useUnitNames } from "@/lib/i18n/unit-names";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { cellProps } from "./cell-props";
import { ChangeWarnings } from "./change-warnings";

interface CellProps {
  cell: SheetCell;
  indicator: EntryIndicator;
  cells: IndicatorCells;
  facts: RowFacts;
  state: RowState;
  isNear: boolean;
  isOpen: boolean;
  isMarked: boolean;
  lock: string;
  asksReason: boolean;
  setAsksReason: (asks: boolean) => void;
  onToggle: (code: string) => void;
  onComment: (code: string) => void;
}

const columns: readonly string[] = ["value", "state"];

/** Whether a cell changes while one types: all others say what was known when the page was made. */
export const isLive = ({ column }: SheetCell): boolean => columns.includes(column.id);

/** The cell of a row's value, or of its state. */
export function LiveCell(props: CellProps) {
  const { cell, isMarked, facts, state, lock } = props;
  return cell.column.id === "state" ? (
    <td {...cellProps(cell, "st", isMarked)}>
      <StateCell state={state} lock={lock} />
    </td>
  ) : (
    <td {...cellProps(cell, facts.carried > 0 ? "value-cell carried" : "value-cell", isMarked)}>
      <ValueOfRow {...props} />
    </td>
  );
}

function ValueOfRow({
  indicator,
  cells,
  facts,
  isNear,
  isOpen,
  asksReason,
  setAsksReason,
  onToggle,
  onComment,
}: CellProps) {
  const t = useTranslations("entryForm.sheet");
  const enteredText = useEnteredText();
  const texts = useRowTexts(indicator);
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
            <span className="ro">{texts.present()}</span>
            <span>{hasValue ? unit : ""}</span>
          </div>
          <CellProblems indicator={indicator} cells={cells} of="total" />
        </>
      )}
      {tables.length > 0 && <PartsToggle {...{ indicator, isOpen, onToggle }} />}
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

/** It says the same whatever is typed beside it. */
const PartsToggle = memo(function PartsToggle({
  indicator,
  isOpen,
  onToggle,
}: Pick<CellProps, "indicator" | "isOpen" | "onToggle">) {
  const t = useTranslations("entryForm.parts");
  const { names, count } = useRowTexts(indicator).dimensions();
  return (
    <p className="under more-of-row">
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => onToggle(indicator.code)}>
        {t("toggle", { state: isOpen ? "open" : "shut", dimensions: names, count })}
        <span className="vh">: {indicator.title}</span>
      </button>
    </p>
  );
});
