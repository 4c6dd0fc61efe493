import { expect, it } from "vitest";
import { pastedCells } from "./paste";
import { planByNames } from "./plan-parts";

const names = {
  rows: [
    ["Female", "female"],
    ["Male", "male"],
    ["Unknown", "unknown"],
    ["Sum", "All"],
  ],
  columns: [
    ["0 to 17 years", "0-17"],
    ["18 years or over", "18+"],
    ["Unknown", "unknown"],
    ["Sum", "All"],
  ],
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

it("leaves plain figures to their position", () => {
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
