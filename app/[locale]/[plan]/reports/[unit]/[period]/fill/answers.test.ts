import { describe, expect, it } from "vitest";
import type { FillView } from "@/lib/schemas/fill-view";
import { answersOf, openConflicts } from "./answers";

const view: FillView = {
  sha256: "0".repeat(64),
  fileName: "figures.csv",
  format: "glotip",
  rows: 4,
  counts: { fills: 1, same: 0, conflicts: 3, ignored: 0, unmatched: 0 },
  fills: [{ indicator: "G5.1-a", cell: "total", revision: 2, value: { kind: "number", number: "211" }, lines: [7, 9] }],
  same: [],
  conflicts: [
    {
      ...{ indicator: "G7.1-a", cell: "form=other-forms", revision: 0, present: null },
      choices: [
        { value: { kind: "number", number: "13" }, lines: [12] },
        { value: { kind: "censored", below: 5 }, lines: [13] },
      ],
    },
    {
      ...{ indicator: "G7.1-a", cell: "total", revision: 4, present: { kind: "number", number: "40" } },
      choices: [{ value: { kind: "number", number: "44" }, lines: [14] }],
    },
  ],
  unmatched: [],
  ignored: [],
  findings: [],
  indicators: [],
  dimensions: [],
};

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe("answers to a preview", () => {
  it("leaves a conflict open until somebody chooses", () => {
    expect(openConflicts(view, form({}))).toEqual([0, 1]);
    expect(openConflicts(view, form({ "conflict-1": "keep" }))).toEqual([0]);
    expect(openConflicts(view, form({ "conflict-0": "13", "conflict-1": "14" }))).toEqual([]);
  });

  it("sends what was chosen and what was seen, over the revisions that were seen", () => {
    expect(answersOf(view, form({ "conflict-0": "13", "conflict-1": "keep" })).answers).toEqual([
      { indicator: "G5.1-a", cell: "total", revision: 2, choice: { line: 7 } },
      { indicator: "G7.1-a", cell: "form=other-forms", revision: 0, choice: { line: 13 } },
      { indicator: "G7.1-a", cell: "total", revision: 4, choice: "keep" },
    ]);
  });

  it("answers nothing that wasn't chosen", () => {
    expect(answersOf(view, form({})).answers).toHaveLength(1);
  });
});
