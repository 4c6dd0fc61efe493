import { describe, expect, it } from "vitest";
import { isProse, isRange, pastedCells, pastedWords, sharesInColumns, sidesOfShare } from "./paste";

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

  it("is told from a single value", () => {
    expect(isRange(pastedCells("12\n"))).toBe(false);
    expect(isRange(pastedCells("12\n13"))).toBe(true);
    expect(isRange(pastedCells("12\t13"))).toBe(true);
  });
});

describe("prose", () => {
  it.each([
    "Made up: two lines,\n\nin 2017.",
    "Made up\n2017",
    "2016\nReferrals broke off\n2017\nShelters were full",
    "2016\tReferrals broke off\n2017\tShelters were full",
    "1.\tReferrals\n2.\tShelters",
    "12\nof\t14\n2017",
    "2016\t12\n2017\t15",
    "2016\tReferrals broke off",
  ])("is whatever holds words or a table: %j", (text) => {
    expect(isProse(pastedCells(text))).toBe(true);
  });

  it.each(["12", "12 %", "<5", "3 of 4", "\n5\nyes", "12\t13", ""])(
    "isn't one line or column of values and answers: %j",
    (text) => {
      expect(isProse(pastedCells(text))).toBe(false);
    },
  );

  it("takes its tabs as spaces", () => {
    expect(pastedWords("1.\tOne\r\n2.\tTwo\r\n")).toBe("1. One\n2. Two");
    expect(pastedWords('"Two\nlines"\n')).toBe("Two\nlines");
    expect(pastedWords('"Two\nlines"\tand more')).toBe('"Two\nlines" and more');
    expect(pastedWords('"Quoted"')).toBe('"Quoted"');
  });
});

it("both numbers of a share are known where they are alone, and words with a stroke or an of aren't", () => {
  for (const text of ["45/60", "45 of 60", " 1,045 / 2,060 ", "๔๕/๖๐", "45 OF 60"])
    expect(sidesOfShare(text), text).toHaveLength(2);
  for (const text of ["45", "45/", "/60", "1/2/3", "lack of data", "12 of the districts", "n/a", "", "45 60"])
    expect(sidesOfShare(text), text).toBeNull();
});

it("gives both numbers of a share a column, in lines that bring nothing else", () => {
  expect(sharesInColumns([["45/60", "", "46 of 61"], ["45/60", "7"], [""]])).toEqual([
    ["45", "60", "", "", "46", "61"],
    ["45/60", "7"],
    ["", ""],
  ]);
});
