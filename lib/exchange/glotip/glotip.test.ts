import { describe, expect, it } from "vitest";
import { previewImport } from "../import/preview-import";

import { datasetOf, findingsOf, imported, linesOf, realFile, reportOf, sumOf } from "../import/testing";

const real = realFile ? datasetOf(realFile) : [];

describe.skipIf(!realFile)("UNODC's file of the six countries", () => {
  it("imported Thailand's 2016 report", () => {
    const preview = previewImport(real, reportOf("THA", 2016));
    expect(preview.counts).toEqual({ imported: 43, same: 0, conflicts: 0, ignored: 1552, unmatched: 0 });
    expect(imported(preview)).toMatchObject({
      "detected total": "850",
      "detected sex=female;age=0-17": "324",
      "detected form=forced-labour": "460",
      "detected form=sexual-exploitation": "346",
      "detected form=other-forms": "44",
      "detected sex=male;age=18+;form=other-forms": "<5",
      "convicted total": "211",
      "prosecuted total": "600",
      "offences total": "333",
    });
    expect(findingsOf(preview, "detected")).toMatchObject([
      { code: "partsShort", level: "note", by: ["citizenship"], difference: { from: "6", to: "18" } },
      { code: "partsShort", level: "note", by: ["repatriation"], difference: { from: "570", to: "582" } },
    ]);
    expect(findingsOf(preview, "convicted")).toEqual([
      {
        code: "partsExceed",
        level: "warning",
        table: "form",
        cell: "total",
        by: ["form"],
        measure: "number",
        total: { from: "211", to: "211" },
        sum: { from: "1062", to: "1062" },
        difference: { from: "851", to: "851" },
      },
    ]);
  });

  it("shows the conflicts of Myanmar's 2017 report", () => {
    const { conflicts } = previewImport(real, reportOf("MMR", 2017));
    expect(conflicts.map(({ indicator: code, cell, choices }) => [code, cell, choices])).toEqual([
      [
        "detected",
        "form=other-forms",
        [
          { value: { kind: "number", number: "13" }, lines: [1441] },
          { value: { kind: "censored", below: 5 }, lines: [1442] },
        ],
      ],
      [
        "convicted",
        "form=other-forms",
        [
          { value: { kind: "number", number: "8" }, lines: [1443] },
          { value: { kind: "censored", below: 5 }, lines: [1444] },
        ],
      ],
    ]);
  });

  it("knows every category of every report but the one that is blank, and loses no row", () => {
    const unmatched: [number, string][] = [];
    for (const country of ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"])
      for (let year = 2003; year <= 2022; year++) {
        const preview = previewImport(real, reportOf(country, year));
        expect(sumOf(preview.counts)).toBe(1595);
        expect(linesOf(preview)).toEqual(real.map(({ line }) => line));
        for (const { row, reason } of preview.unmatched) unmatched.push([row.line, reason.code]);
      }
    expect(unmatched).toEqual([[509, "categoryBlank"]]);
  });
});
