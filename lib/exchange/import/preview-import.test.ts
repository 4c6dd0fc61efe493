import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { previewImport } from "./preview-import";
import type { SeriesRow } from "./series-row";
import {
  cellsOf,
  countOfPersons,
  datasetOf,
  findingsOf,
  imported,
  indicator,
  linesOf,
  madeUpFile,
  reportOf,
  sumOf,
} from "./testing";

const madeUp = datasetOf(madeUpFile);

describe("the made-up file", () => {
  const preview = previewImport(madeUp, reportOf("THA", 2016));

  it("imports cells, totals and marginals, and keeps <5 censored", () => {
    expect(imported(preview)).toMatchObject({
      "detected total": "1612",
      "detected sex=female": "944",
      "detected age=0-17": "501",
      "detected sex=female;age=0-17": "331",
      "detected form=forced-labour": "802",
      "detected sex=female;age=0-17;form=other-forms": "<5",
      "detected citizenship=mmr": "450",
      "detected citizenship=lao": "161",
      "detected citizenship=khm": "<5",
      "detected citizenship=unknown": "12",
      "detected repatriation=vnm": "23",
      "contact sex=female": "<5",
      "offences total": "140",
    });
  });

  it("tells of each row that imports nothing why", () => {
    expect(preview.unmatched.map(({ row, reason }) => [row.line, reason.code, reason.args])).toEqual([
      [22, "categoryUnknown", { dimension: "citizenship", text: "Atlantean", open: "yes" }],
      [23, "categoryBlank", { dimension: "citizenship" }],
      [27, "categoryUnknown", { dimension: "form", text: "Removal of organs", open: "no" }],
      [28, "dimensionUnknown", { text: "by means of control" }],
      [37, "tableNotKept", { indicator: "convicted", dimensions: "repatriation" }],
      [39, "valueBlank", {}],
      [40, "valueUnreadable", { text: "n/a", problem: { key: "valueNotNumber", args: { example: "1127" } } }],
      [41, "valueUnreadable", { text: "3.5", problem: { key: "valueDecimals", args: { decimals: 0 } } }],
      [42, "otherUnit", { unit: "Rate per 100,000 population" }],
      [45, "seriesUnknown", { series: "Victims who received support" }],
      [46, "yearUnreadable", { text: "2016/17" }],
      [53, "rowIncomplete", {}],
      [54, "rowIncomplete", {}],
    ]);
    expect(preview.ignored.map(({ row, reason }) => [row.line, reason.code])).toEqual([
      [47, "otherYear"],
      [48, "otherCountry"],
      [49, "otherCountry"],
      [50, "otherCountry"],
      [51, "otherCountry"],
    ]);
  });

  it("takes a year of the Buddhist era, in any digits, for the one that it is", () => {
    const text = madeUpFile.toString("utf8");
    const in2559 = (year: string) =>
      previewImport(datasetOf(Buffer.from(text.replaceAll(",2016,", `,${year},`))), reportOf("THA", 2016));
    for (const year of ["2559", "๒๕๕๙"]) expect(imported(in2559(year)), year).toEqual(imported(preview));
    expect(imported(in2559("2560"))).toEqual({});
  });

  it("takes the same value twice for one, and two values for a conflict", () => {
    expect(preview.imported.find(({ cell }) => cell === "citizenship=nationals")?.lines).toEqual([34, 35]);
    expect(preview.conflicts).toEqual([
      {
        indicator: "convicted",
        cell: "form=other-forms",
        revision: 0,
        present: undefined,
        choices: [
          { value: { kind: "number", number: "11" }, lines: [32] },
          { value: { kind: "censored", below: 5 }, lines: [33] },
        ],
      },
    ]);
  });

  it("accounts for every row", () => {
    expect(preview.rows).toBe(49);
    expect(sumOf(preview.counts)).toBe(49);
    expect(linesOf(preview)).toEqual(madeUp.map(({ line }) => line));
  });

  it("warns that parts exceed their total", () => {
    expect(findingsOf(preview, "convicted")).toContainEqual(
      expect.objectContaining({
        code: "partsExceed",
        cell: "total",
        by: ["form"],
        total: { from: "120", to: "120" },
        sum: { from: "165", to: "165" },
        difference: { from: "45", to: "45" },
      }),
    );
  });
});

describe("a report that has values already", () => {
  const rows = madeUp.filter(({ series }) => series === "Detected trafficking victims");
  const tables = ["sex*age", "form", "citizenship", "repatriation"];
  const detected = (values: Record<string, number>, more = {}) =>
    previewImport(
      rows,
      reportOf("THA", 2016, [
        indicator("detected", "Detected trafficking victims", tables, { cells: cellsOf(values), ...more }),
      ]),
    );

  it("knows what it has, and asks before anything else is written", () => {
    const preview = detected({ total: 1612, "sex=female": 943 });
    expect(preview.same).toEqual([
      { indicator: "detected", cell: "total", revision: 1, value: { kind: "number", number: "1612" }, lines: [4] },
    ]);
    expect(preview.conflicts).toEqual([
      {
        indicator: "detected",
        cell: "sex=female",
        revision: 1,
        present: { kind: "number", number: "943" },
        choices: [{ value: { kind: "number", number: "944" }, lines: [5] }],
      },
    ]);
    expect(imported(preview)).not.toHaveProperty("detected total");
    expect(imported(preview)).not.toHaveProperty("detected sex=female");
  });

  it.each([
    ["a missing reason", { kind: "missing", reason: "confidential" }],
    ["a censored value", { kind: "censored", below: 11 }],
  ] as const)("counts %s as a value that isn't overwritten unasked", (_, value) => {
    expect(detected({}, { cells: new Map([["total", { value, revision: 3 }]]) }).conflicts).toMatchObject([
      { cell: "total", revision: 3, present: value },
    ]);
  });

  it("imports into a cell that was cleared, over the revision that cleared it", () => {
    const preview = detected({}, { cells: new Map([["total", { value: undefined, revision: 2 }]]) });
    expect(preview.imported).toContainEqual(expect.objectContaining({ cell: "total", revision: 2 }));
  });

  it("checks parts and totals of the report as it would be, not of the file alone", () => {
    const preview = detected({ "age=unknown": 7 });
    expect(findingsOf(preview, "detected")).toContainEqual(
      expect.objectContaining({ code: "partsDiffer", cell: "total", by: ["age"], difference: { from: "7", to: "7" } }),
    );
  });

  it("says which table an indicator doesn't keep, and which indicator isn't assigned", () => {
    const bare = indicator("detected", "Detected trafficking victims", []);
    const codes = (target: Partial<typeof bare>) =>
      new Set(
        previewImport(rows, reportOf("THA", 2016, [{ ...bare, ...target }])).unmatched.map(({ reason }) => reason.code),
      );
    expect(codes({})).toContain("tableNotKept");
    expect(codes({ mayImport: false })).toContain("notAssigned");
    expect(codes({ rules: { ...countOfPersons, type: "narrative" } })).toContain("notNumeric");
  });

  it("imports one series into two indicators, and counts the row once", () => {
    const two = ["a", "b"].map((code) =>
      indicator(code, "Detected trafficking victims", code === "a" ? [] : ["sex*age"]),
    );
    const preview = previewImport(rows, reportOf("THA", 2016, two));
    expect(imported(preview)).toMatchObject({ "a total": "1612", "b total": "1612", "b sex=female": "944" });
    expect(sumOf(preview.counts)).toBe(rows.length);
  });
});

it("loses no row, whatever stands in it", () => {
  const word = fc.constantFrom("", "Total", "Female", "Thai", "0 to 17 years", "nonsense");
  const anyRow: fc.Arbitrary<Omit<SeriesRow, "line">> = fc.record({
    countryCode: fc.constantFrom("THA", "tha", "MMR", ""),
    countryName: fc.constantFrom("Thailand", "Myanmar", ""),
    year: fc.constantFrom("2016", "2017", "year", ""),
    series: fc.constantFrom("Detected trafficking victims", "Persons convicted", "else"),
    unit: fc.constantFrom("Counts", "", "Rate"),
    categories: fc.array(fc.record({ dimension: fc.constantFrom("sex", "age", "form", "citizenship"), text: word }), {
      maxLength: 3,
    }),
    value: fc.constantFrom("", "<5", "7", "1,127", "x", "-1"),
  });
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
      const numbered = rows.map((row, index) => ({ ...row, line: index + 2 }));
      const preview = previewImport(numbered, reportOf("THA", 2016));
      expect(sumOf(preview.counts)).toBe(rows.length);
      expect(linesOf(preview)).toEqual(numbered.map(({ line }) => line));
    }),
  );
});

it("takes no longer for thousands of values for one cell than for thousands of rows", () => {
  const row = madeUp.find(({ line }) => line === 4)!;
  const rows = Array.from({ length: 60_000 }, (_, index) => ({ ...row, line: index + 2, value: String(index) }));
  // Compared pair by pair, they would outlast the limit of a test.
  expect(previewImport(rows, reportOf("THA", 2016)).conflicts[0]?.choices).toHaveLength(60_000);
});
