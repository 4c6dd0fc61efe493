import { describe, expect, it } from "vitest";
import { cellName, fullCellName } from "./cell-name";

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

  it.each([
    ["total", "Total"],
    ["sex=female", "Sex: Female"],
    ["sex=unknown", "Sex: Unknown"],
    ["age=unknown", "Age: Unknown"],
    ["sex=unknown;age=0-17", "Sex: Unknown, Age: 0–17"],
    ["form=other", "form: other"],
  ])("names each dimension where the cell stands alone: %s", (cell, name) => {
    expect(fullCellName(cell, dimensions, "Total")).toBe(name);
  });
});
