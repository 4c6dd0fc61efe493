import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import type { FileRefusalArgs } from "@/lib/exchange/import/file-refusal";
import type { RowReason } from "@/lib/exchange/import/row-reason";
import type { ResolutionProblem } from "@/lib/views/import-view";
import words from "./messages/en/import.json";

const t = createTranslator<Record<"refusal" | "reason" | "problem" | "done", Record<string, string>>>({
  locale: "en",
  messages: words,
  onError: (error) => {
    throw error;
  },
});
type Args = Record<string, string | number>;

// One example of each code; a code without one doesn't compile.
const refusals: FileRefusalArgs = {
  empty: {},
  tooLarge: { megabytes: 15 },
  tooManyRows: { rows: 150_000 },
  spreadsheet: {},
  notText: {},
  notUtf8: {},
  lineTooLong: { line: 2 },
  quoteBroken: { line: 2 },
  unknownFormat: { found: "name, phone" },
  columnsMissing: { format: "glotip", missing: "Year", found: "Iso3_code, Sex" },
  columnsTwice: { format: "glotip", columns: "Year" },
  noRows: { format: "glotip" },
  tooManyValues: { indicator: "G5.1-a", values: 60_000, line: 2 },
  workbookDamaged: {},
  workbookProtected: {},
  workbookMacros: {},
  workbookLinks: {},
  workbookSheets: { sheets: 100 },
  workbookTooWide: { sheet: "G5", columns: 200 },
  reportStampBroken: {},
  reportHeadsMoved: { sheet: "G5", at: "I4", head: "Denominator" },
  otherReport: { plan: "none", unit: "Cambodia", period: "2016" },
  otherEdition: { edition: 1, present: 2 },
  filesMixed: { file: "glotip.csv" },
  tooManyFiles: { files: 20 },
  tooDemanding: {},
  busy: {},
};
type ReasonArgs = { [R in RowReason as R["code"]]: R["args"] };
const reasons: Omit<ReasonArgs, "valueUnreadable"> & { valueUnreadable: { text: string } } = {
  otherCountry: { country: "Myanmar" },
  otherYear: { year: "2017" },
  rowIncomplete: {},
  countryBlank: {},
  yearUnreadable: { text: "2016/17" },
  otherUnit: { unit: "Rate per 100,000" },
  seriesUnknown: { series: "Victims who received support" },
  dimensionUnknown: { text: "by means of control" },
  categoryBlank: { dimension: "citizenship" },
  categoryUnknown: { dimension: "citizenship", text: "Atlantean", open: "yes" },
  tableNotKept: { indicator: "G7.1-a", dimensions: "form" },
  notNumeric: { indicator: "G7.1-a" },
  notAssigned: { indicator: "G7.1-a" },
  valueBlank: {},
  valueUnreadable: { text: "n/a" },
};
const problems: Record<ResolutionProblem["code"], Args> = {
  unanswered: {},
  changedMeanwhile: {},
  choiceUnknown: {},
  answeredTwice: {},
  notAsked: {},
};

describe("importing a file has words for", () => {
  it.each([
    ...Object.entries(refusals).map(([code, args]) => [`refusal.${code}` as const, args] as const),
    ...Object.entries(reasons).map(([code, args]) => [`reason.${code}` as const, args] as const),
    ...Object.entries(problems).map(([code, args]) => [`problem.${code}` as const, args] as const),
  ])("%s", (key, args: Args) => {
    const sentence = t(key, args);
    expect(sentence).toMatch(/^[A-Z“].+[^.]$/);
    expect(sentence).not.toMatch(/undefined|\{/);
  });

  it("the hint that an alias can be added, where a list is open and only there", () => {
    const say = (open: string) => t("reason.categoryUnknown", { dimension: "form", text: "Atlantean", open });
    expect(say("yes")).toMatch(/secretariat/);
    expect(say("no")).not.toMatch(/secretariat/);
  });

  it("the columns that are missing and those that were found", () => {
    expect(t("refusal.columnsMissing", refusals.columnsMissing)).toMatch(/missing: Year.*has: Iso3_code, Sex.*UNODC/);
    expect(t("refusal.columnsMissing", { ...refusals.columnsMissing, format: "report" })).toMatch(/Download the CSV/);
  });

  it("what was done, kept or there already", () => {
    const say = (imported: number, had: number) => t("done.title", { imported, had, file: "made-up.csv" });
    expect(say(0, 0)).toMatch(/^Nothing was imported/);
    expect(say(0, 3)).toBe("3 cells have the values of made-up.csv already");
    expect(say(0, 1)).toBe("The cell has the value of made-up.csv already");
    expect(say(2, 0)).toBe("2 cells are imported from made-up.csv");
  });
});
