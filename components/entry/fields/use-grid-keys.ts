"use client";

import { useRef } from "react";
import { useEntry } from "@/components/entry/state/entry-session";
import { placeOfField } from "./cell-fields";
import { actionOf, type Editing, type FieldKind, type FieldState, type GridAction } from "./grid-press";
import { columnFrom, editAtEnd, moveFocus } from "./move-focus";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLButtonElement;

const fieldOf = (target: EventTarget | null): Field | null =>
  target instanceof HTMLElement && target.dataset.row !== undefined ? (target as Field) : null;

function kindOf(field: Field): FieldKind {
  if (field instanceof HTMLTextAreaElement) return "words";
  if (field instanceof HTMLButtonElement) return "choice";
  return field.type === "radio" ? "radio" : "text";
}

function stateOf(field: Field): FieldState {
  const editing = (field.dataset.editing ?? "no") as Editing;
  const kind = kindOf(field);
  if (kind !== "text" || field instanceof HTMLButtonElement) return { kind, editing, caret: "all" };
  const { selectionStart: from, selectionEnd: to, value } = field;
  if (from !== to) return { kind, editing, caret: from === 0 && to === value.length ? "all" : "inside" };
  return { kind, editing, caret: to === value.length ? "end" : from === 0 ? "start" : "inside" };
}

/** The mark is what tells the eye, and the next key, that a field is being changed. */
const edit = (field: Field, editing: "over" | "within") => {
  field.dataset.editing = editing;
};
const isLine = (field: Field): field is HTMLInputElement => kindOf(field) === "text";

/** Moving about the sheet and changing its cells by keyboard, mouse and finger (`grid-press.ts`). */
export function useGridKeys() {
  const { store } = useEntry();
  /** Where the run of Tabs began, to which Enter returns. */
  const run = useRef<number | null>(null);
  /** What the mouse or a finger is about to give the focus to. */
  const pressed = useRef<EventTarget | null>(null);

  const restore = (field: Field) => {
    delete field.dataset.editing;
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
        moveFocus(field, action.move);
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
      case "restore": {
        const wasEditing = field.dataset.editing !== undefined;
        if (wasEditing) restore(field);
        return wasEditing;
      }
      case "settle":
        delete field.dataset.editing;
        store.dispatch(placeOfField(field.id), { type: "left" });
        return true;
    }
  };

  return {
    onKeyDown(event: React.KeyboardEvent) {
      const field = fieldOf(event.target);
      pressed.current = null;
      if (!field || event.defaultPrevented || event.nativeEvent.isComposing) return;
      const { key, shiftKey: shift, ctrlKey, metaKey, altKey: alt } = event;
      const press = { key, shift, control: ctrlKey || metaKey, alt: alt && !event.getModifierState("AltGraph") };
      const action = actionOf(press, stateOf(field));
      if (action && act(action, field)) event.preventDefault();
    },
    onPointerDown(event: React.PointerEvent) {
      run.current = null;
      pressed.current = document.activeElement === event.target ? null : event.target;
    },
    onFocus(event: React.FocusEvent) {
      const field = fieldOf(event.target);
      if (field && isLine(field) && pressed.current !== field) field.select();
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
      if (field && field.dataset.editing === undefined && kindOf(field) !== "radio") edit(field, "over");
    },
    onBlur(event: React.FocusEvent) {
      const field = fieldOf(event.target);
      if (field) delete field.dataset.editing;
    },
  };
}
