import { describe, expect, it } from "vitest";
import { pastedCells } from "./paste";
import { planByNames, planParts, sumNames } from "./plan-parts";

const names = {
  rows: [["Female", "female"], ["Male", "male"], ["Unknown", "unknown"], sumNames],
  columns: [["0 to 17 years", "0-17"], ["18 years or over", "18+"], ["Unknown", "unknown"], sumNames],
};
const grid = ["f", "m", "u"].map((sex) => ["0", "18", "u"].map((age) => sex + age));
const plan = (text: string, hand: [number, number] = [0, 0]) => {
  const planned = planByNames(pastedCells(text), grid, hand, "G1-a", names, 1);
  return planned && [planned.filled.map(({ cell, text }) => `${cell}=${text}`).join(" "), planned.not];
};

it("puts a table under the names that it brings, in whichever order, wherever the hand is", () => {
  const table = "Sex\t0 to 17 years\t18 years or over\tUnknown\nFemale\t1\t2\t3\nMale\t4\t5\t6";
  for (const hand of [
    [0, 0],
    [1, 1],
  ] as [number, number][])
    expect(plan(table, hand)).toEqual(["f0=1 f18=2 fu=3 m0=4 m18=5 mu=6", []]);
  expect(plan("\t18+\t0-17\nmale\t5\t4\nfemale\t2\t")).toEqual(["m18=5 m0=4 f18=2", []]);
  expect(plan("Male\t4\t5", [0, 1])).toEqual(["m18=4 mu=5", []]);
  expect(plan("0 to 17 years\tUnknown\n1\t3")).toEqual(["f0=1 fu=3", []]);
  expect(plan("0-17\n1\n4")).toEqual(["f0=1 m0=4", []]);
});

it("lists sums that the table works out itself", () => {
  expect(plan("Sex\t0-17\tSum\nFemale\t1\t9\nSum\t7\t8")).toEqual([
    "f0=1",
    [
      { line: 2, text: "9", code: "G1-a", because: "noColumn" },
      { line: 3, text: "7 | 8", code: "G1-a", because: "noPart" },
    ],
  ]);
});

it.each([
  ["a name that no column has", "Sex\t0-17\t18 to 24\nFemale\t1\t2", "18 to 24"],
  ["a name that no row has", "Sex\t0-17\nFemale\t1\nOther\t2", "Other"],
  ["rows and columns the other way round", "Age\tFemale\tMale\n0-17\t1\t4", "Female | Male | 0-17"],
  ["a name twice", "Sex\t0-17\nFemale\t1\nFemale\t2", "Female"],
])("stores nothing under %s, and says so", (_, text, unknown) => {
  expect(plan(text)).toEqual(["", [{ line: 1, text: unknown, code: "G1-a", because: "noCategory" }]]);
});

it("leaves plain numbers to their position", () => {
  expect(plan("1\t2\n\t4")).toBeNull();
  expect(plan("1/2\t<5")).toBeNull();
});

it("sets both numbers of a share under its name", () => {
  const shares = grid.map((cells) => cells.flatMap((cell) => [`${cell}n`, `${cell}d`]));
  const filled = (text: string) =>
    planByNames(pastedCells(text), shares, [0, 0], "G1-a", names, 2)?.filled.map(({ cell, text }) => `${cell}=${text}`);
  expect(filled("Sex\t18+\t0-17\nMale\t3/4\t1/2")).toEqual(["m18n=3", "m18d=4", "m0n=1", "m0d=2"]);
  expect(filled("Sex\t18+\t\t0-17\t\nMale\t3\t4\t1\t2")).toEqual(["m18n=3", "m18d=4", "m0n=1", "m0d=2"]);
});

describe("the sums of a range without names", () => {
  const placed = (text: string, table: readonly (readonly string[])[] = grid, perCell = 1) => {
    const { filled, not } = planParts(pastedCells(text), table, [0, 0], "G1-a", perCell);
    return [filled.map(({ cell, text }) => `${cell}=${text}`).join(" "), not.map(({ line, text }) => [line, text])];
  };

  it("are told and stand under no category, whether the range overflows the table or fits", () => {
    expect(placed("10\t20\t0\t30\n5\t6\t0\t11\n15\t26\t0\t41")).toEqual([
      "f0=10 f18=20 fu=0 m0=5 m18=6 mu=0",
      [
        [1, "30"],
        [2, "11"],
        [3, "15 | 26 | 0 | 41"],
      ],
    ]);
    expect(placed("1,000\t20\t1,020\n5\t\t5\n1,005\t20\t")).toEqual([
      "f0=1,000 f18=20 m0=5",
      [
        [1, "1,020"],
        [2, "5"],
        [3, "1,005 | 20"],
      ],
    ]);
    expect(placed("1\t2\t3\n1\t2\t3")).toEqual([
      "f0=1 f18=2",
      [
        [1, "3"],
        [2, "1 | 2 | 3"],
      ],
    ]);
  });

  it.each([
    ["one line", "1\t2\t3"],
    ["a column that happens to add up", "1\n1\n2"],
    ["one line that adds up among others", "1\t2\t3\n4\t5\t8\n1\t1\t9"],
    ["columns of which one is a sum, the others the same number", "4\t0\t0\n5\t2\t0\n9\t2\t0"],
    ["nothing but zeros", "0\t0\t0\n0\t0\t0\n0\t0\t0"],
    ["the same number four times", "5\t5\n5\t5"],
    ["bounds and reasons", "<5\t2\t7\n1\t2\t3\n6\t4\t10"],
  ])("aren't seen in %s", (_, text) => {
    const cells = pastedCells(text);
    expect(placed(text)).toEqual([
      cells.flatMap((line, at) => line.map((each, index) => `${grid[at]![index]}=${each}`)).join(" "),
      [],
    ]);
  });

  it("are told where they stand at the end of the lines alone, or of the columns", () => {
    expect(placed("10\t20\t4\n5\t6\t8\n15\t26\t12")).toEqual([
      "f0=10 f18=20 fu=4 m0=5 m18=6 mu=8",
      [[3, "15 | 26 | 12"]],
    ]);
    expect(placed("10\t20\t30\n5\t6\t11\n1\t\t1")).toEqual([
      "f0=10 f18=20 m0=5 m18=6 u0=1",
      [
        [1, "30"],
        [2, "11"],
        [3, "1"],
      ],
    ]);
    expect(plan("Female\t10\t20\t30\nMale\t5\t6\t11")?.[0]).toBe("f0=10 f18=20 m0=5 m18=6");
    expect(plan("0-17\t18+\n10\t20\n5\t6\n15\t26")?.[0]).toBe("f0=10 f18=20 m0=5 m18=6");
    // One more line than the table has rows has no place anyway.
    expect(placed("1\t2\n0\t0\n0\t0\n1\t2")[1]).toEqual([[4, "1 | 2"]]);
  });

  it("are told as what they are", () => {
    const because = (text: string) =>
      planParts(pastedCells(text), grid, [0, 0], "G1-a").not.map(({ because }) => because);
    expect(because("10\t20\t4\n5\t6\t8\n15\t26\t12")).toEqual(["sum"]);
    expect(because("10\t20\t30\n5\t6\t11")).toEqual(["sum", "sum"]);
    expect(because("1\t2\t3\t9\n4\t5\t8\t9\n\n\n7")).toEqual(["noColumn", "noColumn", "noPart"]);
    expect(plan("Female\t10\t20\t30\nMale\t5\t6\t11")?.[1]).toMatchObject([{ because: "sum" }, { because: "sum" }]);
    expect(plan("0-17\t18+\n10\t20\n5\t6\n15\t26")?.[1]).toMatchObject([{ because: "sum" }]);
  });

  it("go to the table's own sums where they come to stand on them", () => {
    const open = [
      ["f0", "f18", "f"],
      ["m0", "m18", "m"],
      ["0", "18"],
    ];
    expect(placed("1\t2\t3\n4\t5\t9\n5\t7\t12", open)).toEqual(["f0=1 f18=2 f=3 m0=4 m18=5 m=9 0=5 18=7", [[3, "12"]]]);
    expect(placed("1\t2\t3\n4\t5\t9\n5\t7\t12", [["f0", "f18", "fu", "f"], ...open.slice(1)])[0]).toBe(
      "f0=1 f18=2 m0=4 m18=5 0=5 18=7",
    );
  });

  it("are of each number of a share", () => {
    const shares = grid.map((cells) => cells.flatMap((cell) => [`${cell}n`, `${cell}d`]));
    expect(placed("1\t2\t3\t4\t4\t6\n1\t3\t2\t2\t3\t5\n2\t5\t5\t6\t7\t11", shares, 2)).toEqual([
      "f0n=1 f0d=2 f18n=3 f18d=4 m0n=1 m0d=3 m18n=2 m18d=2",
      [
        [1, "4 | 6"],
        [2, "3 | 5"],
        [3, "2 | 5 | 5 | 6 | 7 | 11"],
      ],
    ]);
  });

  it("are seen beside names, of whichever side has none", () => {
    expect(plan("Female\t1\t2\t3\nMale\t4\t5\t9\nTotal\t5\t7\t12")?.[0]).toBe("f0=1 f18=2 m0=4 m18=5");
    expect(plan("0-17\t18+\tTotal\n1\t2\t3\n4\t5\t9\n5\t7\t12")?.[0]).toBe("f0=1 f18=2 m0=4 m18=5");
  });
});

it.each(["Sum", "TOTAL", "all", "รวม", "ทั้งหมด"])("knows sums by the name %s", (name) => {
  expect(plan(`Sex\t0-17\t${name}\nFemale\t1\t9\n${name}\t7\t8`)).toMatchObject([
    "f0=1",
    [
      { line: 2, text: "9", because: "noColumn" },
      { line: 3, text: "7 | 8", because: "noPart" },
    ],
  ]);
});
