import { describe, expect, it } from "vitest";
import { statusLooks } from "../look";
import { iconCurve } from "./icon-curve";

describe("an icon's outline", () => {
  it("follows moves and lines, relative and absolute", () => {
    expect(iconCurve("M1 2l3 -1H9v4V2z")).toEqual([
      ["move", 1, 2],
      ["line", 4, 1],
      ["line", 9, 1],
      ["line", 9, 5],
      ["line", 9, 2],
      ["close"],
    ]);
  });

  it("goes on from where a closed part began", () => {
    expect(iconCurve("M2 2h4zl1 1").at(-1)).toEqual(["line", 3, 3]);
  });

  it("mirrors the handle of the curve before", () => {
    expect(iconCurve("M0 0C0 1 1 2 2 2S4 3 4 4").at(-1)).toEqual(["cubic", 3, 2, 4, 3, 4, 4]);
  });

  it("draws half a circle through its top", () => {
    const [, first, second] = iconCurve("M0 0a2 2 0 0 1 4 0");
    expect(first!.slice(-2)).toEqual([2, -2]);
    expect(second!.slice(-2)).toEqual([4, 0]);
  });

  it("refuses what no icon is made of", () => {
    expect(() => iconCurve("M0 0q1 1 2 2")).toThrow(RangeError);
    expect(() => iconCurve("M0 0a9 9 0 0 1 4 0")).toThrow(RangeError);
  });

  it("keeps every icon of the look within its square", () => {
    for (const { icon } of Object.values(statusLooks)) {
      for (const path of Object.values(icon)) {
        const numbers = iconCurve(path).flatMap((step) => step.slice(1) as number[]);
        expect(numbers.length).toBeGreaterThan(0);
        for (const number of numbers) expect(number > -0.5 && number < 16.5).toBe(true);
      }
    }
  });
});
