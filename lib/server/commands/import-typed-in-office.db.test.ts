import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { typedInOffice } from "@/lib/exchange/report/testing/typed-in-office";
import { findOfficePython, findSpreadsheetProgram } from "@/lib/publication/testing/office";
import { reportAsFile } from "@/lib/server/queries/report-as-file";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { reportingTests } from "@/test/factories/reporting-plan";
import { importFile } from "./import-file";
import { previewFile } from "./preview-file";

const program = await findSpreadsheetProgram();
const python = await findOfficePython();
if (!program) console.warn("SKIPPED: LibreOffice is not on the PATH, so nobody types into the report's workbook");
else if (!python) console.warn("SKIPPED: python3-uno is not installed, so nobody types into the report's workbook");

/** `kept` is what the cell shows afterwards, where it isn't what was typed. */
type Typed = readonly [key: string, column: string, text: string, kept?: string];

const now = new Date("2017-02-01T04:00:00Z");
const tests = reportingTests();
const data = mkdtempSync(path.join(tmpdir(), "spaiv-files-"));
beforeAll(() => {
  process.env.SPAIV_DATA_DIR = data;
});
afterAll(() => {
  rmSync(data, { recursive: true });
  delete process.env.SPAIV_DATA_DIR;
});

describe.skipIf(!program || !python)("a report's workbook that somebody opens in LibreOffice", () => {
  it("takes what is typed within its limits, nothing else, and comes back as it was filled in", {
    timeout: 180_000,
    tags: ["long"],
  }, async () => {
    const address = tests.plan.address("THA", "2016");
    const { thailand } = tests.plan.actors;
    const file = await reportAsFile(thailand, address, { format: "xlsx", locale: "en", now });
    const typed = (lines: readonly Typed[], workbook: Uint8Array) => {
      const { shown, bytes } = typedInOffice(
        { program: program!, python: python! },
        workbook,
        lines.map(([key, column, text]) => [key, column, text]),
      );
      expect(shown).toEqual(lines.map(([, , text, kept = text]) => kept));
      return bytes;
    };
    const first = typed(
      [
        ["G1.1-a|total", "value", "many", ""],
        ["G1.1-a|total", "value", "850"],
        ["G1.1-a|total", "title", "Persons identified", "Victims identified"],
        ["G1.1-b|total", "numerator", "61"],
        ["G1.1-b|total", "denominator", "60", ""],
        ["G1.1-c|total", "value", "Perhaps", ""],
        ["G1.1-c|total", "value", "Yes"],
        ["G1.2-a|total", "value", "“Much” changed: ก้าวหน้า & <more>"],
        ["G1.2-b|total", "reason", "Because", ""],
      ],
      file!.bytes,
    );
    // Who opens it after somebody else finds the same limits and locks.
    const bytes = typed(
      [
        ["G1.1-a|total", "value", "-1", "850"],
        ["G1.1-a|sex=female;age=0-17", "value", "<5"],
        ["G1.1-b|total", "denominator", "60", ""],
        ["G1.1-b|total", "denominator", "140"],
        ["G1.1-b|total", "numerator", "141", "61"],
        ["G1.1-b|total", "numerator", "140"],
        ["G1.1-b|total", "denominator", "139", "140"],
        ["G1.1-b|total", "numerator", "<5"],
        ["G1.1-b|total", "numerator", "61"],
        ["G1.1-d|total", "title", "Another", "Guideline"],
        ["G1.1-d|total", "value", "Drafted"],
        ["G1.2-b|total", "reason", "Confidential"],
        ["G1.2-c|total", "value", "3.25"],
      ],
      first,
    );
    // Nothing that isn't to be filled in looks as if somebody had changed it.
    const view = await previewFile(thailand, address, { fileName: "report.xlsx", bytes }, { locale: "en", now });
    expect(view).toMatchObject({
      format: "report",
      problems: [],
      conflicts: [],
      cleared: [],
      touched: [],
      overtaken: 0,
    });
    await importFile(
      thailand,
      address,
      { sha256: view.sha256, fileName: "report.xlsx", resolution: { answers: [] } },
      now,
    );
    const entry = await reportForEntry(thailand, address, { locale: "en", now });
    const values = entry!.indicators.flatMap(({ code, cells }) =>
      Object.entries(cells).map(([cell, { value }]) => [`${code} ${cell}`, value]),
    );
    expect(Object.fromEntries(values)).toEqual({
      "G1.1-a total": { kind: "number", number: "850" },
      "G1.1-a sex=female;age=0-17": { kind: "censored", below: 5 },
      "G1.1-b total": { kind: "ratio", numerator: { exact: "61" }, denominator: { exact: "140" } },
      "G1.1-c total": { kind: "yesNo", yes: true },
      "G1.1-d total": { kind: "step", step: 1 },
      "G1.2-a total": { kind: "narrative", text: "“Much” changed: ก้าวหน้า & <more>" },
      "G1.2-b total": { kind: "missing", reason: "confidential" },
      "G1.2-c total": { kind: "number", number: "3.25" },
    });
  });
});
