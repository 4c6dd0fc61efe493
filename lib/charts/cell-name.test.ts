import { describe, expect, it } from "vitest";
import { cellName } from "./cell-name";

const dimensions = [
  {
    code: "sex",
    name: "Sex",
    open: false,
    categories: [
      { code: "female", name: "Female" },
      { code: "unknown", name: "Unknown" },
    ],
  },
  {
    code: "age",
    name: "Age",
    open: false,
    categories: [
      { code: "0-17", name: "0–17" },
      { code: "unknown", name: "Unknown" },
    ],
  },
];

describe("the name of a cell", () => {
  it.each([
    ["total", "Total"],
    ["sex=female", "Female"],
    ["sex=female;age=0-17", "Female, 0–17"],
    ["age=unknown", "Age: Unknown"],
    ["sex=female;age=unknown", "Female, Age: Unknown"],
    ["form=other", "other"],
  ])("%s", (cell, name) => {
    expect(cellName(cell, dimensions, "Total")).toBe(name);
  });
});
