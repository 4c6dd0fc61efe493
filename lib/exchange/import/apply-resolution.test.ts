import { describe, expect, it } from "vitest";
import { type ImportAnswer, importResolution } from "@/lib/schemas/imports/import-resolution";
import { applyResolution } from "./apply-resolution";
import { previewImport } from "./preview-import";
import { cellsOf, datasetOf, indicator, madeUpFile, reportOf } from "./testing";

const rows = datasetOf(madeUpFile);
const tables = ["form", "citizenship"];
const previewOf = (values: Record<string, number>) =>
  previewImport(
    rows,
    reportOf("THA", 2016, [indicator("convicted", "Persons convicted", tables, { cells: cellsOf(values) })]),
  );

/** Lines 29 to 35: total 120, forced labour 95, sexual exploitation 70, other forms 11 and <5, nationals 101 twice. */
const preview = previewOf({ total: 118 });
const answer = (cell: string, choice: ImportAnswer["choice"], revision = 0): ImportAnswer => ({
  indicator: "convicted",
  cell,
  revision,
  choice,
});
const both = [answer("total", { line: 29 }, 1), answer("form=other-forms", { line: 33 })];
const apply = (...answers: ImportAnswer[]) => applyResolution(preview, { answers });
const problem = (code: string, cell: string) => ({ ok: false, problems: [{ code, indicator: "convicted", cell }] });

describe("answers to a preview", () => {
  it("write what was chosen, and every cell about which there was no question", () => {
    const resolved = apply(...both);
    expect(resolved.ok && resolved.cells).toEqual([
      {
        indicator: "convicted",
        cell: "form=forced-labour",
        value: { kind: "number", number: "95" },
        expectedRevision: 0,
      },
      {
        indicator: "convicted",
        cell: "form=sexual-exploitation",
        value: { kind: "number", number: "70" },
        expectedRevision: 0,
      },
      {
        indicator: "convicted",
        cell: "citizenship=nationals",
        value: { kind: "number", number: "101" },
        expectedRevision: 0,
      },
      { indicator: "convicted", cell: "total", value: { kind: "number", number: "120" }, expectedRevision: 1 },
      { indicator: "convicted", cell: "form=other-forms", value: { kind: "censored", below: 5 }, expectedRevision: 0 },
    ]);
  });

  it("leave a cell alone where told to keep it", () => {
    const resolved = apply(
      answer("total", "keep", 1),
      answer("form=other-forms", "keep"),
      answer("form=forced-labour", "keep"),
    );
    expect(resolved.ok && resolved.cells.map(({ cell }) => cell)).toEqual([
      "form=sexual-exploitation",
      "citizenship=nationals",
    ]);
  });

  it("are refused while a conflict has none, and nothing is written", () => {
    expect(apply(answer("total", { line: 29 }, 1))).toEqual(problem("unanswered", "form=other-forms"));
    expect(apply()).toMatchObject({ ok: false, problems: [{ code: "unanswered" }, { code: "unanswered" }] });
  });

  it("are refused with a line that isn't a choice for that cell", () => {
    expect(apply(answer("total", { line: 30 }, 1), answer("form=other-forms", "keep"))).toEqual(
      problem("choiceUnknown", "total"),
    );
    // No file has cleared it.
    expect(apply(answer("total", "clear", 1), answer("form=other-forms", "keep"))).toEqual(
      problem("choiceUnknown", "total"),
    );
    expect(apply(...both, answer("form=forced-labour", { line: 29 }))).toEqual(
      problem("choiceUnknown", "form=forced-labour"),
    );
  });

  it("are refused for cells that nobody asked about, and given twice", () => {
    expect(apply(...both, answer("citizenship=mmr", { line: 29 }))).toEqual(problem("notAsked", "citizenship=mmr"));
    expect(apply(...both, answer("total", "keep", 1))).toMatchObject(problem("answeredTwice", "total"));
  });
});

describe("a report that changed after the preview was shown", () => {
  it("isn't overwritten by an answer to what stood there before", () => {
    const later = previewOf({ total: 119 });
    for (const conflict of later.conflicts) if (conflict.cell === "total") conflict.revision = 2;
    expect(applyResolution(later, { answers: both })).toEqual(problem("changedMeanwhile", "total"));
  });

  it("isn't imported where a blank cell has got a value meanwhile", () => {
    const later = previewOf({ total: 118, "form=forced-labour": 90 });
    expect(applyResolution(later, { answers: both })).toEqual(problem("unanswered", "form=forced-labour"));
  });

  it("needs no more answer where someone typed the very value", () => {
    const resolved = applyResolution(previewOf({ total: 120 }), { answers: both });
    expect(resolved.ok && resolved.cells.map(({ cell }) => cell)).not.toContain("total");
  });
});

describe("the shape of answers", () => {
  it("takes what a person chose", () => {
    expect(importResolution.parse({ answers: both }).answers).toEqual(both);
  });

  it.each([
    { choice: "replace" },
    { choice: { line: 0 } },
    { choice: { value: "7" } },
    { revision: -1 },
    { cell: "x" },
  ])("refuses %j", (change) => {
    expect(importResolution.safeParse({ answers: [{ ...both[0], ...change }] }).success).toBe(false);
  });
});
