import { describe, expect, it } from "vitest";
import { keyActOf, nextOf } from "./key-of";

const press = (key: string, code: string, more = {}) =>
  keyActOf({
    key,
    code,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    ...more,
  });

describe("a key of a review", () => {
  it("is a letter, wherever it stands on the keyboard", () => {
    expect(press("j", "KeyJ")).toBe("next");
    expect(press("a", "KeyQ")).toBe("accept");
    expect(press("?", "Slash", { shiftKey: true })).toBe("help");
  });

  it("is its place on a keyboard of another script", () => {
    expect(press("\u0e48", "KeyJ")).toBe("next");
    expect(press("\u0e1f", "KeyA")).toBe("accept");
    expect(press("\u0e1d", "Slash", { shiftKey: true })).toBe("help");
  });

  it("accepts everything only with Shift, not by caps lock", () => {
    expect(press("A", "KeyA", { shiftKey: true })).toBe("acceptClean");
    expect(press("A", "KeyA")).toBe("accept");
    expect(press("J", "KeyJ", { shiftKey: true })).toBeNull();
  });

  it("is nothing with another modifier, while a character is composed, or of any other key", () => {
    expect(press("a", "KeyA", { ctrlKey: true })).toBeNull();
    expect(press("a", "KeyA", { isComposing: true })).toBeNull();
    expect(press("Enter", "Enter")).toBeNull();
  });
});

it("what comes next is looked for around the end", () => {
  const codes = ["a", "b", "c"];
  expect(nextOf(codes, null, () => true)).toBe("a");
  expect(nextOf(codes, "b", (code) => code !== "c")).toBe("a");
  expect(nextOf(codes, "c", (code) => code === "c")).toBe("c");
  expect(nextOf(codes, "a", () => false)).toBeNull();
});
