"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, memo, useState } from "react";
import { useCarrying } from "@/components/entry/carried/use-carrying";
import { shortcutLetter } from "@/components/entry/fields/grid-press";
import { useRowTexts } from "@/components/entry/panel/use-row-texts";
import { HereInRow } from "@/components/entry/presence/here";
import type { SheetRow } from "@/components/entry/sheet/sheet-table";
import { factsOf, useEntry, useIndicatorCells } from "@/components/entry/state/entry-session";
import { rowState } from "@/components/entry/state/row-state";
import { needsComment } from "@/lib/domain/values/value-warning";
import { entryPath } from "@/lib/i18n/paths";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { RowCell } from "./row-cell";
import { RowMenu } from "./row-menu";
import { RowNotes } from "./row-notes";

/** Whoever closes the breakdown from within goes on in its row, and what they typed there is settled by that. */
function leaveParts(code: string): void {
  const row = document.getElementById(code);
  if (!row?.nextElementSibling?.contains(document.activeElement)) return;
  (row.querySelector<HTMLElement>("[data-row]") ?? row.querySelector("a"))?.focus();
}

export interface RowHandlers {
  onChoose: (code: string) => void;
  onToggle: (code: string) => void;
  /** Leads to the comment field of the panel. */
  onComment: (code: string) => void;
}

interface RowProps extends RowHandlers {
  row: SheetRow;
  indicator: EntryIndicator;
  /** Ids of the columns that show, so that it is drawn anew with them. */
  columns: string;
  /** Near what is seen: it has its fields. */
  isNear: boolean;
  isChosen: boolean;
  isOpen: boolean;
  /** Ids of its columns that are marked, parted by commas. */
  selected: string;
  /** Why nothing can be entered. */
  lock: string;
}

/** One indicator of the sheet: earlier values, target, the field, the state, and under it whatever asks for attention. */
export const IndicatorRow = memo(function IndicatorRow(props: RowProps) {
  const { row, indicator, isNear, isChosen, isOpen, lock, selected, onChoose, onToggle, onComment } = props;
  const t = useTranslations("entryForm");
  const { base, dimensions } = useEntry();
  const { code, title, tables, abilities, rules } = indicator;
  const cells = useIndicatorCells(code);
  const facts = factsOf(indicator, dimensions, cells);
  const state = rowState(cells, facts, abilities.enterValue);
  const visible = row.getVisibleCells();
  const texts = useRowTexts(indicator);
  const [asksReason, setAsksReason] = useState(false);
  const [isMenuShown, showMenu] = useState(false);
  const isWarned = facts.queryOpen || facts.warnings.some(needsComment);
  const look = facts.hasError ? "err" : isWarned ? "warn" : "";
  const hasNotes =
    isOpen || indicator.query !== null || Object.values(cells).some(({ phase }) => phase.at === "overtaken");
  const askReason = abilities.enterValue && rules.type !== "narrative" ? () => setAsksReason(true) : null;
  const toggle =
    tables.length > 0
      ? () => {
          if (isOpen) leaveParts(code);
          onToggle(code);
        }
      : null;
  const comment = abilities.addComment ? () => onComment(code) : null;
  const { carry, confirm } = useCarrying();
  const from = indicator.carry && !facts.isAnswered ? indicator.carry.period : null;
  const carried =
    abilities.enterValue && (from !== null || facts.carried > 0)
      ? { from, act: () => void (from === null ? confirm([code]) : carry([code])) }
      : null;
  /** As the menu of the row does. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const act = { r: askReason, b: toggle, c: comment, l: carried?.act }[shortcutLetter(event.nativeEvent)];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const marked = new Set(selected.split(","));
  return (
    <tbody
      className={isMenuShown ? "row with-menu" : "row"}
      data-index={row.index}
      data-goes-on="[data-row],a"
      onKeyDown={onKeyDown}
    >
      <tr
        id={code}
        className={`${look} ${isChosen ? "sel" : ""} ${hasNotes ? "has-sub" : ""}`.trim()}
        onFocus={() => onChoose(code)}
      >
        {visible.map((cell) =>
          cell.column.id === "indicator" ? (
            <th
              key={cell.id}
              scope="row"
              className={marked.has("indicator") ? "marked" : undefined}
              data-column-id="indicator"
              onMouseDown={cell.getSelectionStartHandler()}
              onMouseEnter={cell.getSelectionExtendHandler()}
            >
              <span className="name" title={title}>
                <a className="code" href={entryPath(base, code)}>
                  {code}
                  <span className="vh">{t("sheet.ownPage")}</span>
                </a>{" "}
                <HereInRow code={code} />
                {title}
              </span>
              {isNear && (
                <RowMenu
                  {...{ title, code, askReason, toggle, comment, carried, isOpen }}
                  isShown={isMenuShown}
                  onShow={showMenu}
                />
              )}
            </th>
          ) : (
            <RowCell
              key={cell.id}
              {...{ cell, indicator, cells, facts, state, texts, isNear, isChosen, isOpen, lock }}
              {...{ asksReason, setAsksReason, onToggle, onComment }}
              isMarked={marked.has(cell.column.id)}
            />
          ),
        )}
      </tr>
      {hasNotes && (
        <RowNotes
          {...{ indicator, cells, facts, isOpen, isNear }}
          onComment={() => onComment(code)}
          columns={visible.length}
          className={`sub ${look} ${isChosen ? "sel" : ""}`}
          onFocus={() => onChoose(code)}
        />
      )}
    </tbody>
  );
});
