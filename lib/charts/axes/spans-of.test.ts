import { describe, expect, it } from "vitest";
import { spansOf } from "./spans-of";

const time = { min: 0, max: 48, ticks: [0, 12, 24, 36, 48].map((at) => ({ at, label: String(2014 + at / 12) })) };
const blank = (at: number, text: string) => ({ at, y: 5, when: "", text, halves: ["no", "value"] as const });
const placed = (...blanks: Parameters<typeof spansOf>[0]) =>
  spansOf(blanks, time).map(({ from, to, text }) => [text, from, to]);

describe("words in place of values", () => {
  it("are said once for neighbouring moments that lack one alike", () => {
    expect(placed(blank(12, "no value"), blank(24, "no value"), blank(36, "no value"))).toEqual([["no value", 12, 36]]);
    expect(spansOf([blank(12, "no value")], time)).toEqual([
      { from: 12, to: 12, y: 5, text: "no value", halves: ["no", "value"] },
    ]);
  });

  it("are said for each where they differ, or where a value stands between", () => {
    expect(placed(blank(12, "no value"), blank(24, "suppressed"))).toEqual([
      ["no value", 12, 12],
      ["suppressed", 24, 24],
    ]);
    expect(placed(blank(12, "no value"), blank(36, "no value"))).toEqual([
      ["no value", 12, 12],
      ["no value", 36, 36],
    ]);
  });
});
