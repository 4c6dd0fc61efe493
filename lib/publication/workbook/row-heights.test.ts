import { describe, expect, it } from "vitest";
import { rowHeights } from "./row-heights";

const heightOf = (text: string, style = {}, line = 15) => rowHeights([[{ text, style }]], [20], line).get(0);

describe("the height of a row", () => {
  it("is a line's where nothing is wrapped", () => {
    expect(heightOf("x".repeat(100))).toBe(15);
    expect(rowHeights([[], [null, "x"]], [20, 20], 15)).toEqual(
      new Map([
        [0, 15],
        [1, 15],
      ]),
    );
  });

  it("grows with the lines of the cell that needs most, which break between words", () => {
    expect(heightOf("one two three four five six seven", { wrap: true })).toBe(30);
    expect(heightOf("a\nb\nc", { wrap: true })).toBe(45);
    expect(heightOf("x".repeat(39), { wrap: true })).toBe(45);
  });

  it("is larger for large type, tall letters and wide ones", () => {
    expect(heightOf("x", { size: 16 })).toBe(22);
    expect(heightOf("one two three four five", { wrap: true }, 23)).toBe(46);
    expect(heightOf("កម្ពុជា")).toBe(21);
    expect(heightOf("报告期内确认的受害者人数", { wrap: true })).toBe(30);
  });
});
