import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admitsCell, admittedCells, cellsOfTable, type Dimension, formatCellKey, parseCellKey } from "./disaggregation";

const dimension = (code: string, ...categories: string[]): Dimension => ({
  code,
  open: false,
  categories: categories.map((category) => ({ code: category })),
});
const dimensions = [
  dimension("sex", "female", "male"),
  dimension("age", "0-17", "18+", "unknown"),
  dimension("form", "sexual-exploitation", "forced-labour"),
];

describe("cell keys", () => {
  it("has one key for a combination, whatever order its categories come in", () => {
    const either = [
      new Map([
        ["age", "0-17"],
        ["sex", "female"],
      ]),
      new Map([
        ["sex", "female"],
        ["age", "0-17"],
      ]),
    ];
    expect(either.map((cell) => formatCellKey(cell, dimensions))).toEqual([
      "sex=female;age=0-17",
      "sex=female;age=0-17",
    ]);
    expect(formatCellKey(new Map(), dimensions)).toBe("total");
  });

  it("reads what it writes", () => {
    const cell = fc
      .record(
        Object.fromEntries(
          dimensions.map(({ code, categories }) => [
            code,
            fc.constantFrom(...categories.map((category) => category.code)),
          ]),
        ),
        { requiredKeys: [] },
      )
      .map(
        (categories) =>
          new Map(
            Object.entries(categories).flatMap(([code, category]) =>
              category === undefined ? [] : [[code, category] as const],
            ),
          ),
      );
    fc.assert(
      fc.property(cell, (categories) => {
        expect(parseCellKey(formatCellKey(categories, dimensions))).toEqual(categories);
      }),
    );
  });

  it.each([
    "",
    "sex",
    "sex=",
    "=female",
    "sex=female;",
    "sex=female;sex=male",
    "sex=female,age=0-17",
    "Total",
    "sex=a b",
  ])("refuses %j", (key) => {
    expect(parseCellKey(key)).toBeUndefined();
  });

  it("says which dimension doesn't exist", () => {
    expect(() => formatCellKey(new Map([["colour", "red"]]), dimensions)).toThrow("colour");
    expect(() => cellsOfTable("sex*colour", dimensions)).toThrow("colour");
  });
});

describe("tables", () => {
  it("tells interior, marginals and total apart", () => {
    const cells = cellsOfTable("sex*age", dimensions);
    expect(cells.interior).toHaveLength(6);
    expect(cells.interior).toContain("sex=male;age=unknown");
    expect([...cells.marginals].sort()).toEqual(["age=0-17", "age=18+", "age=unknown", "sex=female", "sex=male"]);
    expect(cells.total).toBe("total");
  });

  it("has no marginals in a table of one dimension", () => {
    expect(cellsOfTable("form", dimensions)).toEqual({
      interior: ["form=sexual-exploitation", "form=forced-labour"],
      marginals: [],
      total: "total",
    });
  });

  it("writes keys in the plan's order though the table shows another", () => {
    expect(cellsOfTable("form*sex", dimensions).interior).toContain("sex=female;form=forced-labour");
  });

  it("counts a cell that two tables share once", () => {
    const cells = admittedCells(["sex*age", "form*sex"], dimensions);
    expect(cells[0]).toBe("total");
    // 1 total, 2 + 3 + 2 marginals, 6 + 4 in the interiors
    expect(cells).toHaveLength(18);
    expect(new Set(cells).size).toBe(18);
  });

  it("admits exactly the cells that it lists", () => {
    const tables = ["sex*age", "form"];
    const listed = new Set(admittedCells(tables, dimensions));
    for (const key of cellsOfTable("sex*age*form", dimensions).interior.concat(admittedCells(["form*sex"], dimensions)))
      expect(admitsCell(key, tables, dimensions), key).toBe(listed.has(key));
    for (const key of listed) expect(admitsCell(key, tables, dimensions), key).toBe(true);
  });

  it.each(["age=0-17;sex=female", "sex=robot", "colour=red", "nonsense"])("doesn't admit %j", (key) => {
    expect(admitsCell(key, ["sex*age"], dimensions)).toBe(false);
  });

  it("admits the total of an indicator without tables", () => {
    expect(admittedCells([], dimensions)).toEqual(["total"]);
    expect(admitsCell("total", [], dimensions)).toBe(true);
    expect(admitsCell("sex=female", [], dimensions)).toBe(false);
  });
});
