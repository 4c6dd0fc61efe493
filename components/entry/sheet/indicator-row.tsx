"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { CellProblems } from "@/components/entry/fields/cell-problems";
import { StateCell } from "@/components/entry/fields/state-cell";
import { ValueCell } from "@/components/entry/fields/value-cell";
import { useRowTexts } from "@/components/entry/panel/use-row-texts";
import { factsOf, useEntry, useIndicatorCells } from "@/components/entry/state/entry-session";
import { rowState } from "@/components/entry/state/row-state";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { isAssessableValue } from "@/lib/domain/values/assessable-value";
import { needsComment } from "@/lib/domain/values/value-warning";
import { entryPath } from "@/lib/i18n/paths";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { ChangeWarnings } from "./change-warnings";
import { RowNotes } from "./row-notes";

export interface RowHandlers {
  onChoose: (code: string) => void;
  onToggle: (code: string) => void;
  /** Leads to the comment field of the panel. */
  onComment: (code: string) => void;
}

interface RowProps extends RowHandlers {
  indicator: EntryIndicator;
  /** Codes of the earlier periods, in the columns' order. */
  periods: readonly string[];
  isChosen: boolean;
  isOpen: boolean;
  /** Why nothing can be entered. */
  lock: string;
}

/** One indicator of the sheet: earlier values, target, the field, the state, and under it whatever asks for attention. */
export const IndicatorRow = memo(function IndicatorRow(props: RowProps) {
  const { indicator, periods, isChosen, isOpen, lock, onChoose, onToggle, onComment } = props;
  const t = useTranslations("entryForm");
  const { base, dimensions, isAwake } = useEntry();
  const { code, title, tables, accepted, abilities } = indicator;
  const cells = useIndicatorCells(code);
  const facts = factsOf(indicator, dimensions, cells);
  const state = rowState(cells, facts, { mayEnter: abilities.enterValue, accepted });
  const texts = useRowTexts(indicator, periods);
  const stored = indicator.cells[totalCell]?.value;
  const hasValue = stored !== undefined && isAssessableValue(stored);
  const isWarned = facts.queryOpen || facts.warnings.some(needsComment);
  const look = facts.hasError ? "err" : isWarned ? "warn" : "";
  const notes = (
    <RowNotes
      {...{ indicator, cells, facts, isOpen }}
      onComment={() => onComment(code)}
      columns={periods.length + 4}
      className={`sub ${look} ${isChosen ? "sel" : ""}`}
      onFocus={() => onChoose(code)}
    />
  );
  const hasNotes =
    isOpen || indicator.query !== null || Object.values(cells).some(({ phase }) => phase.at === "overtaken");
  return (
    <>
      <tr
        id={code}
        className={`${look} ${isChosen ? "sel" : ""} ${hasNotes ? "has-sub" : ""}`.trim()}
        onFocus={() => onChoose(code)}
      >
        <th scope="row">
          <a className="code" href={entryPath(base, code)}>
            {code}
            <span className="vh">{t("sheet.ownPage")}</span>
          </a>
          {title}
        </th>
        {texts.earlier.map(({ period, text, isWords }) => (
          <td key={period} className={isWords ? "prev txt" : "prev"} data-h={period}>
            {text}
          </td>
        ))}
        <td className={texts.isTargetWords ? "prev txt" : "prev"} data-h={t("sheet.targetShort")}>
          {texts.target}
        </td>
        <td className="value-cell">
          {abilities.enterValue ? (
            <ValueCell indicator={indicator}>
              <CellProblems indicator={indicator} cells={cells} of="total" />
            </ValueCell>
          ) : (
            <>
              <div className="fieldrow">
                <span className="ro">{texts.present}</span>
                <span>{hasValue ? indicator.unit : ""}</span>
              </div>
              <CellProblems indicator={indicator} cells={cells} of="total" />
            </>
          )}
          {tables.length > 0 && (
            <p className="under">
              <button type="button" className="link" aria-expanded={isOpen} onClick={() => onToggle(code)}>
                {t("parts.toggle", {
                  state: isOpen ? "open" : "shut",
                  dimensions: texts.dimensions.names,
                  count: texts.dimensions.count,
                })}
                <span className="vh">: {title}</span>
              </button>
            </p>
          )}
          <CellProblems indicator={indicator} cells={cells} of="parts" />
          <ChangeWarnings indicator={indicator} className="under att in-row" onComment={() => onComment(code)} />
          {/* In every row: one that came and went with the hand would move what is being tapped. */}
          <p className={`under to-panel ${isChosen || isAwake ? "" : "unready"}`.trim()}>
            <a href="#about-indicator">
              {t("sheet.about")}
              <span className="vh">: {title}</span>
            </a>
          </p>
        </td>
        <td className="st">
          <StateCell state={state} lock={lock} />
        </td>
      </tr>
      {hasNotes && notes}
    </>
  );
});
