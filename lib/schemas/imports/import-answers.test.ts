import { describe, expect, it } from "vitest";
import { type ImportView, seenOf } from "@/lib/views/import-view";
import { answersOf, conflictField, openConflicts } from "./import-answers";

const view: ImportView = {
  sha256: "0".repeat(64),
  fileName: "values.csv",
  format: "glotip",
  rows: 4,
  counts: { imported: 1, same: 0, conflicts: 3, ignored: 0, unmatched: 0 },
  imported: [
    {
      indicator: "G5.1-a",
      cell: "total",
      revision: 2,
      value: { kind: "number", number: "211" },
      lines: [7, 9],
      moreLines: 0,
    },
  ],
  same: [],
  conflicts: [
    {
      indicator: "G7.1-a",
      cell: "form=other-forms",
      revision: 0,
      present: null,
      choices: [
        { value: { kind: "number", number: "13" }, lines: [12], moreLines: 0 },
        { value: { kind: "censored", below: 5 }, lines: [13], moreLines: 0 },
      ],
    },
    {
      indicator: "G7.1-a",
      cell: "total",
      revision: 4,
      present: { kind: "number", number: "40" },
      choices: [{ value: { kind: "number", number: "44" }, lines: [14], moreLines: 0 }],
    },
  ],
  unmatched: [],
  ignored: [],
  cleared: [],
  problems: [],
  notYours: 0,
  overtaken: 0,
  formulas: [],
  touched: [],
  findings: [],
  indicators: [],
  dimensions: [],
};

const [others, total] = view.conflicts.map(conflictField) as [string, string];
const chosen = (fields: Record<string, string>) => (name: string) => fields[name];
const open = (fields: Record<string, string>) => openConflicts(view.conflicts, chosen(fields)).map(conflictField);
const answers = (fields: Record<string, string>) => answersOf(seenOf(view), chosen(fields)).answers;

describe("answers to a preview", () => {
  it("leaves a conflict open until somebody chooses", () => {
    expect(open({})).toEqual([others, total]);
    expect(open({ [total]: "keep" })).toEqual([others]);
    expect(open({ [others]: "13", [total]: "14" })).toEqual([]);
  });

  it("sends what was chosen and what was seen, over the revisions that were seen", () => {
    expect(answers({ [others]: "13", [total]: "keep" })).toEqual([
      { indicator: "G5.1-a", cell: "total", revision: 2, choice: { line: 7 } },
      { indicator: "G7.1-a", cell: "form=other-forms", revision: 0, choice: { line: 13 } },
      { indicator: "G7.1-a", cell: "total", revision: 4, choice: "keep" },
    ]);
    expect(answers({ [total]: "clear" }).at(-1)?.choice).toBe("clear");
  });

  it("answers nothing that wasn't chosen", () => {
    expect(answers({})).toHaveLength(1);
  });
});
