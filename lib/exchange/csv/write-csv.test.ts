import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ShownRow, ShownValue } from "./shown-row";
import { streamCsv, writeCsv } from "./write-csv";

const row: ShownRow = {
  plan: "SPAIV",
  indicator: "G5.1-a",
  indicatorTitle: "Victims identified",
  definitionVersion: 1,
  unit: "THA",
  unitName: "Thailand",
  period: "2016",
  periodStartsOn: "2016-01-01",
  periodEndsOn: "2016-12-31",
  cell: "sex=female;age=0-17",
  cellName: "Female, 0 to 17 years",
  measure: "persons",
  value: { state: "shown", value: "324" },
  target: null,
  targetPeriod: null,
  status: null,
  statusReason: null,
  approvedOn: "2017-05-12",
  countries: null,
  statusCountries: null,
  notice: "Reference framework",
};
const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });
const written = (change: Partial<ShownRow>) => read(writeCsv([{ ...row, ...change }]))[0] ?? {};

describe("CSV of what is shown", () => {
  it("has its columns in the order that was promised", () => {
    expect(writeCsv([]).slice(1)).toBe(
      "plan,indicator,indicator_title,definition_version,unit,unit_name,period,cell,cell_name,measure,value,numerator," +
        "denominator,mark,missing_reason,target,status,status_reason,approved_on,notice,countries_in,countries_of," +
        "target_period,period_starts_on,period_ends_on,status_countries_in,carried_forward,rests_on,status_after_end\r\n",
    );
  });

  it("begins with a byte order mark and ends its lines as RFC 4180 does", () => {
    const text = writeCsv([row, row]);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.match(/\r\n/g)).toHaveLength(3);
  });

  it.each<[string, ShownValue, string, string]>([
    ["a number", { state: "shown", value: "324" }, "324", "shown"],
    ["zero", { state: "shown", value: "0" }, "0", "shown"],
    ["a small count", { state: "small", below: 5 }, "<5", "small"],
    ["a suppressed value", { state: "suppressed" }, "suppressed", "suppressed"],
    ["a missing value", { state: "missing", reason: "notCollected" }, "", "missing"],
  ])("tells %s from the others", (_, shown, value, mark) => {
    expect(written({ value: shown })).toMatchObject({ value, mark });
  });

  it("says why a value is missing, if anyone said so", () => {
    expect(written({ value: { state: "missing", reason: "confidential" } }).missing_reason).toBe("confidential");
    expect(written({ value: { state: "missing", reason: null } }).missing_reason).toBe("");
  });

  it("gives a percentage with what it is made of, 0 included", () => {
    const value: ShownValue = { state: "shown", value: "0", numerator: "0", denominator: "140" };
    expect(written({ value })).toMatchObject({ value: "0", numerator: "0", denominator: "140" });
  });

  it("says of a value of the region over which countries it stands, none included, and of no other", () => {
    expect(written({ countries: { in: ["KHM", "THA"], of: 6 } })).toMatchObject({
      countries_in: "2",
      countries_of: "6",
      rests_on: "KHM; THA",
    });
    expect(written({ countries: { in: [], of: 6 } })).toMatchObject({ countries_in: "0", rests_on: "" });
    expect(written({})).toMatchObject({ countries_in: "", countries_of: "", rests_on: "" });
  });

  it("says over how many of them its status stands, 0 included", () => {
    const countries = { in: ["CHN", "KHM", "LAO", "MMR", "THA"], of: 6 };
    expect(written({ countries, statusCountries: 4 })).toMatchObject({ countries_in: "5", status_countries_in: "4" });
    expect(written({ countries, statusCountries: 0 }).status_countries_in).toBe("0");
    expect(written({ countries }).status_countries_in).toBe("");
  });

  it("says which countries stand in it with an earlier value, and with which", () => {
    const carried = [
      { unit: "KHM", from: "2015" },
      { unit: "THA", from: "2016" },
    ];
    expect(written({ carried }).carried_forward).toBe("KHM 2015; THA 2016");
    expect(written({}).carried_forward).toBe("");
  });

  it("keeps a count of countries as a number, whatever it is of", () => {
    const value: ShownValue = { state: "shown", value: "3", ofCountries: 5 };
    expect(written({ value, measure: "countries" })).toMatchObject({ value: "3", measure: "countries" });
  });

  it("keeps every script, and commas, quotes and line breaks", () => {
    for (const text of ["ประเทศไทย", "កម្ពុជា", "ສປປ ລາວ", "မြန်မာ", 'a "quoted", word', "two\nlines"])
      expect(written({ unitName: text }).unit_name).toBe(text);
  });
});

describe("formulas", () => {
  it.each([
    "=1+1",
    "@SUM(A1)",
    "+1+1",
    "-1+1",
    "-cmd|' /C calc'!A0",
    "＝1+1",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    "\u0000=1+1",
  ])("never begin a cell: %j", (text) => {
    expect(written({ indicatorTitle: text }).indicator_title).toBe(`'${text.replace("\u0000", "").trim()}`);
  });

  it("are not what a negative number is", () => {
    expect(written({ value: { state: "shown", value: "-3.5" } }).value).toBe("-3.5");
  });

  it("never come out of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const cell = written({ indicatorTitle: text }).indicator_title ?? "";
        expect(cell).not.toMatch(/^\s*[=+@\uff1d\uff0b\uff0d\uff20]/);
        expect(cell.startsWith("-") && !/^-\d+(\.\d+)?$/.test(cell)).toBe(false);
      }),
    );
  });
});

describe("in pieces", () => {
  it("is the same file", async () => {
    const rows = Array.from({ length: 2_345 }, (_, index) => ({ ...row, cellName: `${index}, "quoted"` }));
    async function* later() {
      yield* rows;
    }
    for (const source of [rows, later(), []]) {
      let text = "";
      for await (const piece of streamCsv(source)) text += piece;
      expect(text).toBe(writeCsv(Array.isArray(source) ? source : rows));
    }
  });

  it("quotes a line break of any kind, with which a row would end for many readers", () => {
    for (const text of ["a\nb", "a\rb", "a\r\nb"]) expect(writeCsv([{ ...row, unitName: text }])).toContain('"a\nb"');
  });
});
