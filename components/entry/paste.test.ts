import { describe, expect, it } from "vitest";
import { isProse, isRange, pastedCells } from "./paste";

describe("a pasted range", () => {
  it.each([
    ["12", [["12"]]],
    ["12\r\n13\r\n", [["12"], ["13"]]],
    [
      "12\t13\n\t14\n",
      [
        ["12", "13"],
        ["", "14"],
      ],
    ],
    ["1,127\n\n<5\n", [["1,127"], [""], ["<5"]]],
    ['"two\nlines"\tx\n"say ""so"""', [["two\nlines", "x"], ['say "so"']]],
    ['"open\n13', [['"open'], ["13"]]],
    ['5" pipe\n6', [['5" pipe'], ["6"]]],
  ])("%j", (text, rows) => {
    expect(pastedCells(text)).toEqual(rows);
  });

  it("is told from a single figure", () => {
    expect(isRange(pastedCells("12\n"))).toBe(false);
    expect(isRange(pastedCells("12\n13"))).toBe(true);
    expect(isRange(pastedCells("12\t13"))).toBe(true);
  });
});

describe("prose", () => {
  it("has no columns, and begins with words", () => {
    for (const text of ["Made up: two lines,\n\nin 2017.", "Made up\n2017"])
      expect(isProse(pastedCells(text))).toBe(true);
    for (const text of ["12", "12 %", "<5", "\n5\nyes", "12\t13", "G5.3-b\tMade up"])
      expect(isProse(pastedCells(text))).toBe(false);
  });
});
