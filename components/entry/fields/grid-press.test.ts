import { describe, expect, it } from "vitest";
import { actionOf, type FieldState, type Press, shortcutLetter } from "./grid-press";

/** `Control+Shift+ArrowUp`. */
const press = (keys: string): Press => {
  const parts = keys.split("+");
  return {
    key: parts.at(-1)!,
    code: `Key${parts.at(-1)!.toUpperCase()}`,
    shift: parts.includes("Shift"),
    control: parts.includes("Control"),
    alt: parts.includes("Alt"),
  };
};
const field = (kind: FieldState["kind"], more: Partial<FieldState> = {}): FieldState => ({
  kind,
  editing: "no",
  inSheet: true,
  isMarked: false,
  text: "none",
  caret: "all",
  ...more,
});
const move = (name: string) => ({ type: "move", move: name });

describe("moving about", () => {
  const moves: [string, string][] = [
    ["ArrowUp", "up"],
    ["ArrowDown", "down"],
    ["ArrowLeft", "left"],
    ["ArrowRight", "right"],
    ["Home", "rowStart"],
    ["End", "rowEnd"],
    ["PageUp", "pageUp"],
    ["PageDown", "pageDown"],
    ["Control+ArrowUp", "edgeUp"],
    ["Control+ArrowDown", "edgeDown"],
    ["Control+ArrowLeft", "rowStart"],
    ["Control+ArrowRight", "rowEnd"],
    ["Control+Home", "first"],
    ["Control+End", "last"],
  ];
  it.each(moves)("%s goes %s in every kind of cell", (keys, name) => {
    for (const kind of ["text", "words", "choice", "radio"] as const)
      expect(actionOf(press(keys), field(kind)), kind).toEqual(move(name));
  });

  it("an answer never changes by an arrow", () => {
    expect(actionOf(press("ArrowDown"), field("radio"))).toEqual(move("down"));
    expect(actionOf(press("ArrowDown"), field("choice"))).toEqual(move("down"));
  });

  it("Enter goes down, or up with Shift, except into words", () => {
    expect(actionOf(press("Enter"), field("text"))).toEqual({ type: "confirm", move: "down" });
    expect(actionOf(press("Shift+Enter"), field("radio"))).toEqual({ type: "confirm", move: "up" });
    expect(actionOf(press("Enter"), field("words"))).toEqual({ type: "edit" });
    expect(actionOf(press("Enter"), field("words", { editing: "within" }))).toBeNull();
    expect(actionOf(press("Control+Enter"), field("words", { editing: "within" }))).toMatchObject({ type: "confirm" });
  });
});

describe("changing a cell", () => {
  it("begins by typing, deleting or F2", () => {
    for (const key of ["7", "<", "Delete", "Backspace"])
      expect(actionOf(press(key), field("text"))).toEqual({ type: "over" });
    expect(actionOf(press("F2"), field("text"))).toEqual({ type: "edit" });
    expect(actionOf(press("Control+c"), field("text"))).toBeNull();
    expect(actionOf(press("7"), field("text", { editing: "over" }))).toBeNull();
    expect(actionOf(press("7"), field("choice"))).toBeNull();
  });

  it("keeps left and right for the caret; at the ends of what was typed over they go on, within a text never", () => {
    const over = (caret: FieldState["caret"]) => field("text", { editing: "over", caret });
    expect(actionOf(press("ArrowLeft"), over("inside"))).toBeNull();
    expect(actionOf(press("ArrowLeft"), over("end"))).toBeNull();
    expect(actionOf(press("ArrowRight"), over("end"))).toEqual(move("right"));
    expect(actionOf(press("ArrowRight"), field("text", { editing: "within", caret: "end" }))).toBeNull();
    for (const editing of ["over", "within"] as const) {
      expect(actionOf(press("Home"), field("text", { editing }))).toBeNull();
      expect(actionOf(press("ArrowDown"), field("text", { editing }))).toEqual(move("down"));
    }
    expect(actionOf(press("ArrowDown"), field("words", { editing: "within" }))).toBeNull();
  });

  it("Esc restores what is stored", () => {
    expect(actionOf(press("Escape"), field("text", { editing: "over" }))).toEqual({ type: "restore" });
    expect(actionOf(press("Escape"), field("radio"))).toBeNull();
  });

  it("Esc ends the writing of words, and restores none", () => {
    for (const editing of ["over", "within"] as const)
      expect(actionOf(press("Escape"), field("words", { editing }))).toEqual({ type: "settle" });
    expect(actionOf(press("Escape"), field("words"))).toBeNull();
  });
});

it("a shortcut is known by its key where the keyboard types another script", () => {
  expect(shortcutLetter({ key: "Z", code: "KeyW" })).toBe("z");
  expect(shortcutLetter({ key: "ผ", code: "KeyZ" })).toBe("z");
  expect(shortcutLetter({ key: "ArrowUp", code: "ArrowUp" })).toBe("");
});

describe("marking cells", () => {
  it("begins with Shift and an arrow in every kind of cell, and never within a text", () => {
    for (const kind of ["text", "words", "choice", "radio"] as const)
      expect(actionOf(press("Shift+ArrowDown"), field(kind))).toEqual({ type: "extend", direction: "down" });
    for (const editing of ["over", "within"] as const)
      expect(actionOf(press("Shift+ArrowDown"), field("text", { editing }))).toBeNull();
    expect(actionOf(press("Shift+ArrowDown"), field("text", { inSheet: false }))).toBeNull();
  });

  it("clears what is marked by Delete, and one cell as before", () => {
    expect(actionOf(press("Delete"), field("choice", { isMarked: true }))).toEqual({ type: "clear" });
    expect(actionOf(press("Delete"), field("text"))).toEqual({ type: "over" });
  });

  it("takes Ctrl+A and Ctrl+D on a keyboard of any script, and leaves them to whoever writes", () => {
    expect(actionOf({ ...press("Control+a"), key: "ฟ" }, field("text"))).toEqual({ type: "markAll" });
    expect(actionOf(press("Control+d"), field("radio"))).toEqual({ type: "fillDown" });
    expect(actionOf(press("Control+a"), field("text", { editing: "within" }))).toBeNull();
  });

  it("takes Ctrl+A for all cells only where the field has no text, or all of that is marked", () => {
    for (const kind of ["text", "words"] as const) {
      expect(actionOf(press("Control+a"), field(kind, { text: "some" }))).toEqual({ type: "markText" });
      expect(actionOf(press("Control+a"), field(kind, { text: "whole" }))).toEqual({ type: "markAll" });
      expect(actionOf(press("Control+a"), field(kind, { text: "some", isMarked: true }))).toEqual({ type: "markAll" });
      expect(actionOf(press("Control+a"), field(kind, { text: "some", editing: "over" }))).toBeNull();
    }
    // Deleted is the field's own text, whether or not all of it was marked by a key.
    expect(actionOf(press("Delete"), field("text", { text: "whole" }))).toEqual({ type: "over" });
    const words = field("words", { text: "whole", editing: "within" });
    expect(actionOf(press("Delete"), words)).toBeNull();
    expect(actionOf(press("Shift+ArrowDown"), words)).toBeNull();
    expect(actionOf(press("Control+a"), words)).toEqual({ type: "markAll" });
  });
});
