import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillWorkbook } from "@/lib/exchange/report/testing/fill-workbook";
import { savedByOffice } from "@/lib/exchange/report/testing/saved-by-office";
import { findSpreadsheetProgram } from "@/lib/publication/testing/office";
import { reportAsFile } from "@/lib/server/queries/report-as-file";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { reportingTests } from "@/test/factories/reporting-plan";
import { importFile } from "./import-file";
import { previewFile } from "./preview-file";

const program = await findSpreadsheetProgram();
if (!program) console.warn("SKIPPED: LibreOffice is not on the PATH, so no other program saves the report's workbook");

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

describe.skipIf(!program)("a report's workbook that LibreOffice opened and saved", () => {
  it("comes back as it was filled in, and nothing else changed", { timeout: 180_000 }, async () => {
    const address = tests.plan.address("THA", "2016");
    const { thailand } = tests.plan.actors;
    const file = await reportAsFile(thailand, address, { format: "xlsx", locale: "en", now });
    const opened = savedByOffice(program!, file!.bytes);
    // Nothing that isn't to be filled in looks as if somebody had changed it.
    const ask = (bytes: Uint8Array) =>
      previewFile(thailand, address, { fileName: "report.xlsx", bytes }, { locale: "en", now });
    expect(await ask(opened)).toMatchObject({ format: "report", imported: [], touched: [], problems: [] });
    const validated = (await readXlsx(opened)).sheets[0]!.dataValidations ?? [];
    expect(validated.map(({ type }) => type).sort()).toEqual([...Array(5).fill("custom"), ...Array(3).fill("list")]);
    const filled = await fillWorkbook(opened, {
      "G1.1-a|total": { value: 850 },
      "G1.1-a|sex=female;age=0-17": { value: "<5" },
      "G1.1-b|total": { numerator: 61, denominator: "140" },
      "G1.1-c|total": { value: "Yes" },
      "G1.1-d|total": { value: "Drafted" },
      "G1.2-a|total": { value: "“Much” changed: ก้าวหน้า & <more>" },
      "G1.2-b|total": { reason: "Confidential" },
      "G1.2-c|total": { value: 3.25 },
    });
    const bytes = savedByOffice(program!, filled);
    const view = await ask(bytes);
    expect(view).toMatchObject({ problems: [], conflicts: [], cleared: [], touched: [], overtaken: 0 });
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
