"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { flushSync } from "react-dom";
import type { SheetRange } from "@/components/entry/range/use-range";
import { useEntry } from "@/components/entry/state/entry-session";
import { placeOfField } from "./cell-fields";
import { actionOf, type Editing, type FieldKind, type FieldState, type GridAction, type Move } from "./grid-press";
import { columnFrom, editAtEnd, isOfSheet, moveFocus } from "./move-focus";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLButtonElement;

const fieldOf = (target: EventTarget | null): Field | null =>
  target instanceof HTMLElement && target.dataset.row !== undefined ? (target as Field) : null;

function kindOf(field: Field): FieldKind {
  if (field instanceof HTMLTextAreaElement) return "words";
  if (field instanceof HTMLButtonElement) return "choice";
  return field.type === "radio" ? "radio" : "text";
}

function stateOf(field: Field, isMarked: boolean, isWhole: boolean): FieldState {
  const editing = (field.dataset.editing ?? "no") as Editing;
  const kind = kindOf(field);
  const hasText = (kind === "text" || kind === "words") && field.value !== "";
  const text = hasText ? (isWhole ? "whole" : "some") : "none";
  const state = { kind, editing, inSheet: isOfSheet(field), isMarked, text } as const;
  if (kind !== "text" || field instanceof HTMLButtonElement) return { ...state, caret: "all" };
  const { selectionStart: from, selectionEnd: to, value } = field;
  if (from !== to) return { ...state, caret: from === 0 && to === value.length ? "all" : "inside" };
  return { ...state, caret: to === value.length ? "end" : from === 0 ? "start" : "inside" };
}

/** They lead past the rows that have fields. */
const farMoves: ReadonlySet<Move> = new Set(["edgeUp", "edgeDown", "first", "last"]);

/** The mark is what tells the eye, and the next key, that a field is being changed. */
const edit = (field: Field, editing: "over" | "within") => {
  field.dataset.editing = editing;
};
/** Its change is over: long words show from their beginning again. Of other fields that would cost a layout, for nothing. */
const rest = (field: Field) => {
  delete field.dataset.editing;
  if (field instanceof HTMLTextAreaElement) field.scrollTop = 0;
};
const rowOf = (field: Field) => field.dataset.row ?? "";
const isLine = (field: Field): field is HTMLInputElement => kindOf(field) === "text";

/**
 * Moving about the sheet, marking cells and changing them by keyboard, mouse and finger (`grid-press.ts`).
 * @param wakeAll gives every row its fields, or only those near what is seen
 */
export function useGridKeys(range: SheetRange, wakeAll: (all: boolean) => void) {
  const t = useTranslations("entryForm.range");
  const { store, say } = useEntry();
  /** Where the run of Tabs began, to which Enter returns. */
  const run = useRef<number | null>(null);
  /** What the mouse or a finger is about to give the focus to. */
  const pressed = useRef<EventTarget | null>(null);
  /** The field whose text was marked as a whole by the last key. */
  const whole = useRef<Field | null>(null);

  const restore = (field: Field) => {
    rest(field);
    store.dispatch(placeOfField(field.id), { type: "escaped" });
    // The stored text isn't drawn yet.
    requestAnimationFrame(() => {
      if (isLine(field) && document.activeElement === field) field.select();
    });
  };

  const act = (action: GridAction, field: Field): boolean => {
    switch (action.type) {
      case "tab":
        run.current ??= columnFrom(field);
        return false;
      case "confirm": {
        const column = run.current ?? undefined;
        run.current = null;
        // There is no field below: what was typed is settled, and the hand stays.
        if (!moveFocus(field, action.move, column)) {
          field.blur();
          field.focus();
        }
        return true;
      }
      case "move":
        run.current = null;
        if (!farMoves.has(action.move)) moveFocus(field, action.move);
        else {
          flushSync(() => wakeAll(true));
          moveFocus(field, action.move);
          wakeAll(false);
        }
        return true;
      case "extend":
        range.extend(rowOf(field), action.direction);
        return true;
      case "markText":
        whole.current = field;
        if (field instanceof HTMLButtonElement) return false;
        // The next key goes into the words, and not behind them.
        if (!isLine(field)) edit(field, "within");
        field.select();
        return true;
      case "markAll":
        rest(field);
        range.markAll();
        return true;
      case "fillDown":
        range.fillDown(rowOf(field), (count, left) => say(t("filled", { count, left })));
        return true;
      case "clear":
        range.clear((count) => say(t("cleared", { count })));
        return true;
      case "edit":
        if (!(field instanceof HTMLButtonElement)) editAtEnd(field);
        return true;
      case "over":
        if (isLine(field)) {
          edit(field, "over");
          field.select();
        } else if (field instanceof HTMLTextAreaElement) editAtEnd(field);
        return false;
      case "restore":
        // What is typed comes first: the marking ended as it began.
        if (field.dataset.editing !== undefined) restore(field);
        else if (range.isMany) range.end();
        else return false;
        return true;
      case "settle":
        rest(field);
        store.dispatch(placeOfField(field.id), { type: "left" });
        return true;
    }
  };

  return {
    onKeyDown(event: React.KeyboardEvent) {
      const field = fieldOf(event.target);
      pressed.current = null;
      if (!field || event.defaultPrevented || event.nativeEvent.isComposing) return;
      const { key, code, shiftKey: shift, ctrlKey, metaKey, altKey: alt } = event;
      const control = ctrlKey || metaKey;
      const press = { key, code, shift, control, alt: alt && !event.getModifierState("AltGraph") };
      const isWhole = whole.current === field;
      if (key !== "Control" && key !== "Meta") whole.current = null;
      const action = actionOf(press, stateOf(field, range.isMany, isWhole));
      if (action && act(action, field)) event.preventDefault();
    },
    /** Shift and a click mark what is between: the hand stays where it is. */
    onMouseDown(event: React.MouseEvent) {
      if (event.shiftKey && event.target instanceof Element && event.target.closest(".row > :first-child > *"))
        event.preventDefault();
    },
    onPointerDown(event: React.PointerEvent) {
      run.current = null;
      whole.current = null;
      pressed.current = document.activeElement === event.target ? null : event.target;
    },
    onFocus(event: React.FocusEvent) {
      const field = fieldOf(event.target);
      if (!field) return;
      // A press has begun to mark already; and after a question about what is marked the hand comes back to it.
      if (isOfSheet(field) && pressed.current === null && !range.asked) range.begin(rowOf(field));
      // Parts are marked by themselves.
      if (!isOfSheet(field)) range.end();
      if (isLine(field) && pressed.current !== field) field.select();
    },
    onClick(event: React.MouseEvent) {
      const field = fieldOf(event.target);
      const isFirst = pressed.current === event.target;
      pressed.current = null;
      if (!field || field instanceof HTMLButtonElement) return;
      if (!isLine(field)) return kindOf(field) === "words" ? edit(field, "within") : undefined;
      // Whoever marked a part of it by hand wants that part.
      if (!isFirst) edit(field, "within");
      else if (field.selectionStart === field.selectionEnd) field.select();
    },
    /** Whoever opens the menu in words, to paste, has put the caret there. */
    onContextMenu(event: React.MouseEvent) {
      const field = fieldOf(event.target);
      if (field && kindOf(field) === "words") edit(field, "within");
    },
    /** Typed by a finger, by voice or an input method: no key was told. */
    onInput(event: React.InputEvent<HTMLElement> | React.FormEvent<HTMLElement>) {
      const field = fieldOf(event.target);
      whole.current = null;
      if (range.isMany) range.end();
      if (field && field.dataset.editing === undefined && kindOf(field) !== "radio") edit(field, "over");
    },
    onBlur(event: React.FocusEvent) {
      const field = fieldOf(event.target);
      whole.current = null;
      if (field) rest(field);
    },
  };
}
