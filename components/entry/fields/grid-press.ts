// Which key does what in the sheet, as in a spreadsheet. To move about and to change a cell are two modes (the grid
// pattern of ARIA): arrows move, and only typing, F2 or Enter begin a change.

/**
 * What has the focus: a field of one line, one of many, a list that opens, one of two answers.
 */
export type FieldKind = "text" | "words" | "choice" | "radio";

/**
 * How far the hand is in a field: only there; typing over what stood there; or within the text, by F2, a click or Enter.
 */
export type Editing = "no" | "over" | "within";

export interface Press {
  key: string;
  /** Of the keyboard's key, whatever its script. */
  code: string;
  shift: boolean;
  /** Control, or the command key. */
  control: boolean;
  alt: boolean;
}

export interface FieldState {
  kind: FieldKind;
  editing: Editing;
  /** It stands in a row of the sheet, and not in a table within it. */
  inSheet: boolean;
  /** More cells than this one are marked. */
  isMarked: boolean;
  /** Whether it holds any text; `whole` right after a key that marked all of it. */
  text: "none" | "some" | "whole";
  /** Where the caret is in the text; `all` where the whole is marked. */
  caret: "start" | "end" | "all" | "inside";
}

export type Move =
  | "up"
  | "down"
  | "left"
  | "right"
  | "rowStart"
  | "rowEnd"
  | "pageUp"
  | "pageDown"
  /** To the end of a run of filled cells, or to the next filled one. */
  | "edgeUp"
  | "edgeDown"
  | "first"
  | "last";

export type GridAction =
  | { type: "move"; move: Move }
  /** Confirms what was typed and goes on, to the column where the run of Tabs began. */
  | { type: "confirm"; move: "up" | "down" }
  /** Into the text. */
  | { type: "edit" }
  /** A letter was struck: it replaces a value, and goes to the end of words. */
  | { type: "over" }
  /** Back to what is stored. */
  | { type: "restore" }
  /** Out of words, which stay as they were written. */
  | { type: "settle" }
  | { type: "tab" }
  /** Marks cells beside the one where the hand is. */
  | { type: "extend"; direction: "up" | "down" | "left" | "right" }
  /** Marks all text of the field, as in every form: only then, and where there is none, all cells. */
  | { type: "markText" | "markAll" | "fillDown" | "clear" };

const arrows = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" } as const;
const withControl: Record<string, Move> = {
  ArrowUp: "edgeUp",
  ArrowDown: "edgeDown",
  ArrowLeft: "rowStart",
  ArrowRight: "rowEnd",
  Home: "first",
  End: "last",
};
const plain: Record<string, Move | undefined> = {
  ...arrows,
  Home: "rowStart",
  End: "rowEnd",
  PageUp: "pageUp",
  PageDown: "pageDown",
};

/** What a key means for the sheet; null where it is the field's own affair, or nobody's. */
export function actionOf(press: Press, field: FieldState): GridAction | null {
  const { key, shift, control, alt } = press;
  const { kind, editing, inSheet, isMarked, text } = field;
  const isText = kind === "text" || kind === "words";
  const inWords = kind === "words" && editing !== "no";
  if (alt) return null;
  if (inSheet && (editing === "no" || text === "whole")) {
    const marking = markingOf(press, isMarked, text === "some");
    if (marking && (editing === "no" || marking.type === "markAll")) return marking;
  }
  switch (key) {
    case "Tab":
      return control ? null : { type: "tab" };
    case "Enter":
      if (kind === "words" && !control) return editing === "no" ? { type: "edit" } : null;
      return { type: "confirm", move: shift ? "up" : "down" };
    case "Escape":
      // Words are too many to be typed anew; undo takes them back.
      if (inWords) return { type: "settle" };
      return kind === "text" ? { type: "restore" } : null;
    case "F2":
      return isText ? { type: "edit" } : null;
  }
  const move = (control ? withControl : plain)[key];
  if (move) {
    // What is marked in a text is the text's affair; an answer must never change by it.
    if (shift && isText) return null;
    return inWords || isCaretMove(key, control, field) ? null : { type: "move", move };
  }
  const isTyped = !control && (key.length === 1 || key === "Delete" || key === "Backspace");
  return isText && editing === "no" && isTyped ? { type: "over" } : null;
}

/**
 * What a key does to what is marked, as long as nobody is within a text.
 * @param hasText that is not marked as a whole yet
 */
export function markingOf(
  { key, code, shift, control }: Press,
  isMarked: boolean,
  hasText: boolean,
): GridAction | null {
  if (shift && !control && key in arrows) return { type: "extend", direction: arrows[key as keyof typeof arrows] };
  if (isMarked && (key === "Delete" || key === "Backspace")) return { type: "clear" };
  if (!control || shift) return null;
  const letter = shortcutLetter({ key, code });
  if (letter === "a") return { type: hasText && !isMarked ? "markText" : "markAll" };
  return letter === "d" ? { type: "fillDown" } : null;
}

/** Whether the key moves the caret: within a value that is being changed, up to its ends while it is typed over. */
function isCaretMove(key: string, control: boolean, { kind, editing, caret }: FieldState): boolean {
  if (kind !== "text" || editing === "no") return false;
  if (key === "Home" || key === "End") return true;
  if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
  if (control || editing === "within") return true;
  return caret !== "all" && caret !== (key === "ArrowLeft" ? "start" : "end");
}

/** The letter of a shortcut, on a keyboard of another script too: Ctrl and the key of Z gives `ผ` on a Thai one. */
export function shortcutLetter({ key, code }: { key: string; code: string }): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? "";
}
