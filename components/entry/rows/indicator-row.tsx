"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, memo, useState } from "react";
import { useCarrying } from "@/components/entry/carried/use-carrying";
import { shortcutLetter } from "@/components/entry/fields/grid-press";
import { useRowTexts } from "@/components/entry/panel/use-row-texts";
import { HereInRow } from "@/components/entry/presence/here";
import { periodOf, type SheetCell, type SheetRow } from "@/components/entry/sheet/sheet-table";
import { factsOf, useEntry, useIndicatorCells } from "@/components/entry/state/entry-session";
import type { IndicatorCells } from "@/components/entry/state/entry-store";
import type { RowFacts } from "@/components/entry/state/row-facts";
import { rowState } from "@/components/entry/state/row-state";
import { useDismissal } from "@/components/layout/use-dismissal";
import { usePersonName } from "@/components/people/person-name";
import { useAllowedValues } from "@/components/values/use-allowed-values";
import { needsComment } from "@/lib/domain/values/value-warning";
import { formatsOf } from "@/lib/i18n/formats";
import { entryPath } from "@/lib/i18n/paths";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { cellProps } from "./cell-props";
import { isLive, LiveCell } from "./live-cell";
import { RowNotes } from "./row-notes";

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

interface RowCellsProps {
  row: SheetRow;
  indicator: EntryIndicator;
  cells: IndicatorCells;
  /** Ids of the columns that show, so that they are drawn anew with them. */
  columns: string;
  isNear: boolean;
  isOpen: boolean;
  selected: string;
  lock: string;
  asksReason: boolean;
  setAsksReason: (asks: boolean) => void;
  isMenuShown: boolean;
  showMenu: (isShown: boolean) => void;
  onToggle: (code: string) => void;
  onComment: (code: string) => void;
}

/** What can be done with a row besides entering its value, from its menu or by a key; null for what can't. */
interface RowActs {
  askReason: (() => void) | null;
  toggle: (() => void) | null;
  comment: (() => void) | null;
  /** Carries the values of a period over, or confirms them where that was done. */
  carried: { act: () => void; from: string | null } | null;
}

/** Whoever closes the breakdown from within goes on in its row, and what they typed there is settled by that. */
function leaveParts(code: string): void {
  const row = document.getElementById(code);
  if (!row?.nextElementSibling?.contains(document.activeElement)) return;
  (row.querySelector<HTMLElement>("[data-row]") ?? row.querySelector("a"))?.focus();
}

function useRowActs(
  { code, tables, abilities, rules, carry: carriable }: EntryIndicator,
  facts: RowFacts,
  to: {
    isOpen: boolean;
    onToggle: (code: string) => void;
    onComment: (code: string) => void;
    setAsksReason: (asks: boolean) => void;
  },
): RowActs {
  const { carry, confirm } = useCarrying();
  const from = carriable && !facts.isAnswered ? carriable.period : null;
  const mayCarry = abilities.enterValue && (from !== null || facts.carried > 0);
  const toggle = () => {
    if (to.isOpen) leaveParts(code);
    to.onToggle(code);
  };
  return {
    askReason: abilities.enterValue && rules.type !== "narrative" ? () => to.setAsksReason(true) : null,
    toggle: tables.length > 0 ? toggle : null,
    comment: abilities.addComment ? () => to.onComment(code) : null,
    carried: mayCarry ? { from, act: () => void (from === null ? confirm([code]) : carry([code])) } : null,
  };
}

/** What can be done with a row that has no room for it: each with the key that does the same in the row. */
function RowMenu({
  title,
  acts: { askReason, toggle, comment, carried },
  isOpen,
  isShown,
  onShow,
}: {
  title: string;
  acts: RowActs;
  /** Its breakdown is open. */
  isOpen: boolean;
  isShown: boolean;
  onShow: (isShown: boolean) => void;
}) {
  const { period } = formatsOf(useLocale());
  const t = useTranslations("entryForm.rowMenu");
  const menu = useDismissal<HTMLDetailsElement>();
  const acts = [
    { name: t("reason"), key: "R", act: askReason },
    { name: t("breakdown", { state: isOpen ? "open" : "shut" }), key: "B", act: toggle },
    { name: t("comment"), key: "C", act: comment },
    {
      name: t("carried", { period: carried?.from ? period(carried.from) : "none" }),
      key: "L",
      act: carried?.act ?? null,
    },
  ].flatMap(({ act, ...each }) => (act ? [{ ...each, act }] : []));
  if (acts.length === 0) return null;
  return (
    <details className="row-menu" ref={menu} onToggle={({ currentTarget }) => onShow(currentTarget.open)}>
      <summary>
        <span aria-hidden="true">⋯</span>
        <span className="vh">{t("of", { title })}</span>
      </summary>
      <ul>
        {(isShown ? acts : []).map(({ name, key, act }) => (
          <li key={key}>
            <button
              type="button"
              aria-keyshortcuts={`Alt+${key}`}
              onClick={() => {
                // The button goes with the menu.
                menu.current?.querySelector("summary")?.focus();
                menu.current?.removeAttribute("open");
                act();
              }}
            >
              {name}
              <kbd>Alt+{key}</kbd>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Of what stands beside the field: words and long numbers are written smaller. */
const before = (isWords: boolean, text: string) => `prev${isWords ? " txt" : whole(text) ? " long" : ""}`;
/** Its title, where it is too much for its column. */
const whole = (text: string) => (text.length > 9 ? text : undefined);

/** Who enters the indicator, and who changed it last. */
function WhoCell({ indicator: { who } }: { indicator: EntryIndicator }) {
  const t = useTranslations("entryForm.sheet");
  const personName = usePersonName();
  const { assigned, changedBy } = who;
  return (
    <span className="one-line">
      {[...assigned.map(personName), ...(changedBy ? [t("changedBy", { by: personName(changedBy) })] : [])].join("; ")}
    </span>
  );
}

/** A cell of an indicator's row that says what was known when the page was made: nothing of it changes while one types. */
const StillCell = memo(function StillCell({
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

/** The cells of an indicator's row: they stay as they are where the hand only comes or goes. */
const RowCells = memo(function RowCells(props: RowCellsProps) {
  const { row, indicator, cells, isNear, isOpen, selected, isMenuShown, showMenu } = props;
  const t = useTranslations("entryForm.sheet");
  const { base, dimensions } = useEntry();
  const { code, title, abilities } = indicator;
  const facts = factsOf(indicator, dimensions, cells);
  const state = rowState(cells, facts, abilities.enterValue);
  const acts = useRowActs(indicator, facts, props);
  const marked = new Set(selected.split(","));
  return row.getVisibleCells().map((cell) =>
    cell.column.id === "indicator" ? (
      <th
        key={cell.id}
        scope="row"
        className={marked.has("indicator") ? "marked" : undefined}
        onMouseDown={cell.getSelectionStartHandler()}
        onMouseEnter={cell.getSelectionExtendHandler()}
      >
        <span className="name" title={title}>
          <a className="code" href={entryPath(base, code)}>
            {code}
            <span className="vh">{t("ownPage")}</span>
          </a>{" "}
          <HereInRow code={code} />
          {title}
        </span>
        {isNear && <RowMenu {...{ title, acts, isOpen }} isShown={isMenuShown} onShow={showMenu} />}
      </th>
    ) : isLive(cell) ? (
      <LiveCell key={cell.id} {...{ ...props, cell, facts, state }} isMarked={marked.has(cell.column.id)} />
    ) : (
      <StillCell key={cell.id} {...{ cell, indicator }} isMarked={marked.has(cell.column.id)} />
    ),
  );
});

/** One indicator of the sheet: earlier values, target, the field, the state, and under it whatever asks for attention. */
export const IndicatorRow = memo(function IndicatorRow(props: RowProps) {
  const { indicator, isChosen, onChoose, ...shown } = props;
  const { row, isNear, isOpen, onComment } = shown;
  const { dimensions } = useEntry();
  const { code } = indicator;
  const cells = useIndicatorCells(code);
  const facts = factsOf(indicator, dimensions, cells);
  const [asksReason, setAsksReason] = useState(false);
  const [isMenuShown, showMenu] = useState(false);
  const acts = useRowActs(indicator, facts, { ...shown, setAsksReason });
  const isWarned = facts.queryOpen || facts.warnings.some(needsComment);
  const look = facts.hasError ? "err" : isWarned ? "warn" : "";
  const hasNotes =
    isOpen || indicator.query !== null || Object.values(cells).some(({ phase }) => phase.at === "overtaken");
  /** As the menu of the row does. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const act = { r: acts.askReason, b: acts.toggle, c: acts.comment, l: acts.carried?.act }[
      shortcutLetter(event.nativeEvent)
    ];
    if (!act) return;
    event.preventDefault();
    act();
  };
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
        <RowCells {...{ ...shown, indicator, cells, asksReason, setAsksReason, isMenuShown, showMenu }} />
      </tr>
      {hasNotes && (
        <RowNotes
          {...{ indicator, cells, facts, isOpen, isNear }}
          onComment={() => onComment(code)}
          columns={row.getVisibleCells().length}
          className={`sub ${look} ${isChosen ? "sel" : ""}`}
          onFocus={() => onChoose(code)}
        />
      )}
    </tbody>
  );
});
