import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scriptRuns, wordLanguage } from "./scripts";

describe("runs of one script", () => {
  it.each([
    ["plain English", [["plain English", "latin"]]],
    ["", []],
    [
      "ពាក្យ \u200bSPAIV ២០១៧ (63%)",
      [
        ["ពាក្យ \u200b", "khmer"],
        ["SPAIV ", "latin"],
        ["២០១៧ ", "khmer"],
        ["(63%)", "latin"],
      ],
    ],
    [
      "ที่สอง 2",
      [
        ["ที่สอง ", "thai"],
        ["2", "latin"],
      ],
    ],
    [
      "ລາວ/မြန်မာ။",
      [
        ["ລາວ", "lao"],
        ["/", "latin"],
        ["မြန်မာ။", "myanmar"],
      ],
    ],
    [
      "区域“计划”——进行。IOM",
      [
        ["区域“计划”——进行。", "han"],
        ["IOM", "latin"],
      ],
    ],
    [
      "“Female”—中",
      [
        ["“Female”—", "latin"],
        ["中", "han"],
      ],
    ],
    ["Tiến độ ₫", [["Tiến độ ₫", "latin"]]],
  ] as const)("%s", (text, runs) => {
    expect(scriptRuns(text).map((run) => [run.text, run.script])).toEqual(runs);
  });

  it("are the text, put together", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(
          scriptRuns(text)
            .map((run) => run.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});

it("names languages as Word does", () => {
  expect(wordLanguage("km")).toEqual({ value: "km-KH", bidirectional: "km-KH" });
  expect(wordLanguage("zh")).toEqual({ value: "zh-CN", eastAsia: "zh-CN" });
  expect(wordLanguage("vi")).toEqual({ value: "vi-VN" });
  expect(wordLanguage("en-US")).toEqual({ value: "en-US" });
  expect(wordLanguage("fr")).toEqual({ value: "fr" });
});
