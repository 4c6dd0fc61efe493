import { useTranslations } from "next-intl";
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { placeOfField } from "@/components/entry/fields/cell-fields";
import { markingOf } from "@/components/entry/fields/grid-press";
import { blankEntered, fieldNamesOf, isBlank, textIn } from "@/components/entry/state/entered";
import { useEntry } from "@/components/entry/state/entry-session";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { EnteredValue } from "@/lib/schemas/values/value";
import type { EntryIndicator } from "@/lib/views/entry-view";
import { type Corner, cellAt, cellsBetween, cornersOf, movedCorner } from "./parts-range";
import { clipboardText } from "./range-text";
import { useCopy } from "./use-copy";

/** What is copied elsewhere, or within a text, isn't what is marked here. */
function isHandIn(table: HTMLElement | null): boolean {
  const { activeElement: hand } = document;
  return hand instanceof HTMLElement && table?.contains(hand) === true && hand.dataset.editing === undefined;
}

/**
 * Marking cells of a table of parts within the sheet, as in the sheet itself, and copying, filling down and clearing what is
 * marked as one change.
 */
export function usePartsRange({ code, rules, abilities }: EntryIndicator, grid: readonly (readonly CellKey[])[]) {
  const t = useTranslations("entryForm.range");
  const { store, changes, say } = useEntry();
  const table = useRef<HTMLTableElement>(null);
  // By their keys: rows of an open list come and go.
  const [marks, setMarks] = useState<{ from: CellKey; to: CellKey } | null>(null);
  const pressed = useRef(false);
  /** The field whose text was marked as a whole by the last key. */
  const whole = useRef<EventTarget | null>(null);
  const from = marks && cornersOf(grid, marks.from);
  const to = marks && cornersOf(grid, marks.to);
  const range = from && to && { from, to };
  const setRange = (corners: { from: Corner; to: Corner } | null) =>
    setMarks(corners && { from: cellAt(grid, corners.from), to: cellAt(grid, corners.to) });
  const rows = range ? cellsBetween(grid, range.from, range.to) : [];
  const isMany = rows.flat().length > 1;
  const marked: ReadonlySet<CellKey> = new Set(isMany ? rows.flat() : []);
  const cornerOf = (target: EventTarget | null): Corner | null => {
    const cell = target instanceof Element ? target.closest("td") : null;
    // A head's cell is none of it, nor is one of a table within.
    const isOwn = cell !== null && cell.closest("table") === table.current && cell.closest("[data-sheet]") !== null;
    const field = isOwn ? cell.querySelector("[data-row]") : null;
    return field ? cornersOf(grid, placeOfField(field.id).cell) : null;
  };
  const enteredAt = (cell: CellKey) => store.cellAt({ indicator: code, cell }).typed;
  const put = (cells: readonly (readonly [CellKey, EnteredValue])[]): number => {
    if (!abilities.enterValue) return 0;
    // Where two values wait to be chosen between, nothing is decided unseen.
    const open = cells.filter(([cell]) => store.cellAt({ indicator: code, cell }).phase.at !== "overtaken");
    changes.asOne(() => {
      for (const [cell, entered] of open) {
        store.dispatch({ indicator: code, cell }, { type: "typed", entered });
        store.dispatch({ indicator: code, cell }, { type: "left" });
      }
    });
    return open.length;
  };
  const clear = () =>
    put([...marked].filter((cell) => !isBlank(enteredAt(cell))).map((cell) => [cell, blankEntered(rules.type)]));
  /** Down each column from its first marked cell; into a single cell from the one above it. */
  const fillDown = ([down, across]: Corner): number => {
    const single = down > 0 ? cellsBetween(grid, [down - 1, across], [down, across]) : [];
    const [first = [], ...others] = isMany ? rows : single;
    return put(
      others.flatMap((cells) =>
        cells.flatMap((cell, at) => (first[at] === undefined ? [] : [[cell, enteredAt(first[at])] as const])),
      ),
    );
  };
  const text = () =>
    clipboardText(
      rows.map((cells) =>
        cells.flatMap((cell) => fieldNamesOf[rules.type].map((name) => textIn(enteredAt(cell), name))),
      ),
    );
  useCopy(
    () => (isMany && isHandIn(table.current) ? text() : null),
    (isCut) => say(isCut ? t("cut", { rows: rows.length, cleared: clear() }) : t("copied", { rows: rows.length })),
  );

  /** By keys: whoever doesn't see the marks hears of them. */
  const mark = (from: Corner, to: Corner) => {
    setRange({ from, to });
    say(t("marked", { rows: cellsBetween(grid, from, to).length }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    pressed.current = false;
    const { target, key, code: keyCode, shiftKey: shift, ctrlKey, metaKey, altKey } = event;
    const here = cornerOf(target);
    const isText = target instanceof HTMLInputElement && target.type === "text" && target.value !== "";
    const hasText = isText && whole.current !== target;
    if (key !== "Control" && key !== "Meta") whole.current = null;
    if (!here || !(target instanceof HTMLElement) || altKey || target.dataset.editing !== undefined) return;
    // An open list has keys of its own.
    if (event.defaultPrevented || event.nativeEvent.isComposing || target.getAttribute("aria-expanded") === "true")
      return;
    if (key === "Escape" && isMany) {
      event.preventDefault();
      return setRange(null);
    }
    const action = markingOf({ key, code: keyCode, shift, control: ctrlKey || metaKey, alt: false }, isMany, hasText);
    if (!action) return;
    event.preventDefault();
    if (action.type === "markText" && isText) {
      whole.current = target;
      target.select();
    } else if (action.type === "extend") {
      const { from, to } = range ?? { from: here, to: here };
      mark(from, movedCorner(grid, to, action.direction));
    } else if (action.type === "markAll") mark([0, (grid[0]?.length ?? 1) - 1], [grid.length - 1, 0]);
    else if (action.type === "fillDown") say(t("filled", { count: fillDown(here), left: "none" }));
    else if (action.type === "clear") say(t("cleared", { count: clear() }));
  };
  return {
    isMarked: (cell: CellKey) => marked.has(cell),
    handlers: {
      ref: table,
      onKeyDown,
      onFocus: ({ target }: FocusEvent) => {
        const here = cornerOf(target);
        if (!pressed.current) setRange(here && { from: here, to: here });
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        whole.current = null;
        // Another window takes the hand for a while, a press within the table for a moment.
        if (document.hasFocus() && !pressed.current && !currentTarget.contains(relatedTarget)) setRange(null);
      },
      /** Shift and a press mark what is between; a press that moves on marks what it goes over. */
      onMouseDown: (event: MouseEvent) => {
        const here = cornerOf(event.target);
        whole.current = null;
        if (!here) return;
        pressed.current = true;
        // It may be lifted anywhere.
        window.addEventListener("mouseup", () => (pressed.current = false), { once: true });
        if (event.shiftKey && range) {
          event.preventDefault();
          setRange({ from: range.from, to: here });
        } else setRange({ from: here, to: here });
      },
      onMouseOver: ({ target, buttons }: MouseEvent) => {
        const here = cornerOf(target);
        if (here && range && pressed.current && buttons === 1) setRange({ from: range.from, to: here });
      },
    },
  };
}
