// Long, for every way that a file of a report comes back is told on the same report and its download.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { sentAsOne } from "@/lib/exchange/import/file-bundle";
import { madeUpFile } from "@/lib/exchange/import/testing";
import { type Filled, fillWorkbook } from "@/lib/exchange/report/testing/fill-workbook";
import type { ImportAnswer } from "@/lib/schemas/imports/import-resolution";
import { reportAsFile } from "@/lib/server/queries/report-as-file";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { auditOf } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { importFile } from "./import-file";
import { previewFile } from "./preview-file";
import { recordValue } from "./values/record-value";

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

const here = (unit = "THA", period = "2016") => tests.plan.address(unit, period);
const thai = () => tests.plan.actors.thailand;

async function download(
  more: { actor?: Actor; locale?: "en" | "th"; goal?: string; format?: "xlsx" | "csv"; unit?: string } = {},
): Promise<Uint8Array> {
  const { actor = thai(), locale = "en", format = "xlsx", goal, unit } = more;
  const file = await reportAsFile(actor, here(unit), { format, locale, now, ...(goal && { goal }) });
  return file!.bytes;
}
const preview = (bytes: Uint8Array, name = "report.xlsx") =>
  previewFile(thai(), here(), { fileName: name, bytes }, { locale: "en", now });
const apply = (sha256: string, answers: ImportAnswer[] = []) =>
  importFile(thai(), here(), { sha256, fileName: "report.xlsx", resolution: { answers } }, now);
const save = (indicator: string, number: string, expectedRevision = 0, cell = "total") =>
  recordValue(
    thai(),
    here(),
    { indicator, cell, expectedRevision, entered: { kind: "number", number, missingReason: "" } },
    now,
  );

async function values() {
  const view = await reportForEntry(thai(), here(), { locale: "en", now });
  return Object.fromEntries(
    view!.indicators.flatMap(({ code, cells }) =>
      Object.entries(cells).map(([cell, { value, revision }]) => [`${code} ${cell}`, [value, revision]]),
    ),
  );
}
const number = (number: string) => ({ kind: "number", number });

/** One cell of each kind. */
const everyKind: Filled = {
  "G1.1-a|total": { value: 850 },
  "G1.1-a|sex=female": { value: "<5" },
  "G1.1-b|total": { numerator: 61, denominator: "140" },
  "G1.1-c|total": { value: "Yes" },
  "G1.1-d|total": { value: "In force" },
  "G1.2-a|total": { value: "Much changed.\nAnd more." },
  "G1.2-b|total": { reason: "Not yet available" },
  "G1.2-c|total": { value: 3.25 },
};
const everyValue = {
  "G1.1-a total": [number("850"), 1],
  "G1.1-a sex=female": [{ kind: "censored", below: 5 }, 1],
  "G1.1-b total": [{ kind: "ratio", numerator: { exact: "61" }, denominator: { exact: "140" } }, 1],
  "G1.1-c total": [{ kind: "yesNo", yes: true }, 1],
  "G1.1-d total": [{ kind: "step", step: 2 }, 1],
  "G1.2-a total": [{ kind: "narrative", text: "Much changed.\nAnd more." }, 1],
  "G1.2-b total": [{ kind: "missing", reason: "notYetAvailable" }, 1],
  "G1.2-c total": [number("3.25"), 1],
};

describe("a report's workbook", () => {
  it("comes back with a value of every kind, in one transaction with one event", async () => {
    const view = await preview(await fillWorkbook(await download(), everyKind));
    expect(view).toMatchObject({ format: "report", conflicts: [], problems: [], touched: [], cleared: [] });
    expect(view.imported).toHaveLength(8);
    expect(view.imported[0]).toMatchObject({
      indicator: "G1.1-a",
      places: [{ file: null, sheet: "G1 Title of G1", at: "G6" }],
    });
    expect(await apply(view.sha256)).toEqual({ imported: 8, had: 0 });
    expect(await values()).toEqual(everyValue);
    expect((await auditOf(tests.database.prisma, tests.plan)).map(({ action }) => action)).toEqual([
      "opened",
      "fileImported",
    ]);
  });

  it("tells new, changed, same and overtaken cells apart, and asks about what both sides changed", async () => {
    for (const [indicator, value] of [
      ["G1.1-a", "800"],
      ["G1.2-b", "40"],
      ["G1.2-c", "2"],
      ["G2.1-a", "7"],
    ] as const)
      await save(indicator, value);
    const bytes = await download();
    await save("G1.2-b", "41", 1);
    await save("G1.2-c", "2.5", 1);
    const view = await preview(
      await fillWorkbook(bytes, {
        "G1.1-a|total": { value: 801 },
        "G1.1-a|sex=male": { value: 3 },
        "G1.2-c|total": { value: 3 },
      }),
    );
    expect(view.imported).toMatchObject([
      { indicator: "G1.1-a", cell: "total", revision: 1, present: number("800"), value: number("801") },
      { indicator: "G1.1-a", cell: "sex=male", revision: 0, value: number("3") },
    ]);
    expect(view.conflicts).toMatchObject([
      { indicator: "G1.2-c", revision: 2, present: number("2.5"), choices: [{ value: number("3") }] },
    ]);
    expect(view).toMatchObject({ overtaken: 1, counts: { same: 1 } });
    await expect(apply(view.sha256)).rejects.toMatchObject({ code: "conflictsUnresolved" });
    const [{ choices }] = view.conflicts as [(typeof view.conflicts)[0]];
    const answers = [
      { indicator: "G1.2-c", cell: "total", revision: 2, choice: { line: choices[0]!.lines[0]! } },
    ] satisfies ImportAnswer[];
    expect(await apply(view.sha256, answers)).toEqual({ imported: 3, had: 0 });
    expect(await values()).toEqual({
      "G1.1-a total": [number("801"), 2],
      "G1.1-a sex=male": [number("3"), 1],
      "G1.2-b total": [number("41"), 2],
      "G1.2-c total": [number("3"), 3],
      "G2.1-a total": [number("7"), 1],
    });
  });

  it("clears a cell only where that is chosen", async () => {
    await save("G1.1-a", "800");
    await save("G1.2-b", "40");
    const blank = { "G1.1-a|total": { value: null }, "G1.2-b|total": { value: null } };
    const view = await preview(await fillWorkbook(await download(), blank));
    expect(view).toMatchObject({
      imported: [],
      cleared: [
        { indicator: "G1.1-a", present: number("800") },
        { indicator: "G1.2-b", present: number("40") },
      ],
    });
    expect(await apply(view.sha256)).toEqual({ imported: 0, had: 0 });
    const clear: ImportAnswer = { indicator: "G1.2-b", cell: "total", revision: 1, choice: "clear" };
    await expect(apply(view.sha256, [{ ...clear, indicator: "G1.2-c" }])).rejects.toMatchObject({
      code: "conflictsUnresolved",
    });
    expect(await apply(view.sha256, [clear])).toEqual({ imported: 1, had: 0 });
    expect(await values()).toEqual({ "G1.1-a total": [number("800"), 1] });
  });

  it("asks where one of several files clears a cell that another one changes", async () => {
    await save("G1.1-a", "68");
    await save("G1.2-b", "40");
    const bytes = await download();
    await save("G1.2-b", "41", 1);
    const sent = sentAsOne(
      await Promise.all(
        [
          { "G1.1-a|total": { value: null }, "G1.2-b|total": { value: null } },
          { "G1.1-a|total": { value: 70 }, "G1.2-b|total": { value: 41 } },
        ].map(async (filled, index) => ({
          name: `part ${index + 1}.xlsx`,
          bytes: await fillWorkbook(bytes, filled),
        })),
      ),
    );
    const view = await preview(sent.bytes, sent.fileName);
    expect(view).toMatchObject({
      imported: [],
      same: [],
      conflicts: [
        {
          indicator: "G1.1-a",
          present: number("68"),
          choices: [{ value: number("70") }],
          cleared: { file: "part 1.xlsx" },
        },
      ],
      // The other file has what is there: nothing is left to choose but whether it stays.
      cleared: [{ indicator: "G1.2-b", present: number("41"), place: { file: "part 1.xlsx" } }],
    });
    await expect(apply(view.sha256)).rejects.toMatchObject({ problems: [{ code: "unanswered", indicator: "G1.1-a" }] });
    const clear: ImportAnswer = { indicator: "G1.1-a", cell: "total", revision: 1, choice: "clear" };
    expect(await apply(view.sha256, [clear])).toEqual({ imported: 1, had: 0 });
    expect(await values()).toEqual({ "G1.2-b total": [number("41"), 2] });
  });

  it("says of each cell that can't be used where it is and what to do", async () => {
    const view = await preview(
      await fillWorkbook(await download(), {
        "G1.1-a|total": { value: "many" },
        "G1.1-b|total": { value: 84 },
        "G1.1-c|total": { value: "perhaps" },
        "G1.2-b|total": { value: 3, reason: "Not collected" },
        "G1.2-c|total": { reason: "No idea" },
        "G1.2-a|total": { value: "Call 081-234-5678" },
        "G2.1-a|total": { title: "Another title", value: -1 },
      }),
    );
    expect(view.imported).toEqual([]);
    expect(view.problems.map(({ indicator, place, message }) => [indicator, place.at, message.key])).toEqual([
      ["G1.1-a", "G6", "valueNotNumber"],
      ["G1.1-c", "G8", "answerUnknown"],
      ["G1.2-a", "G10", "unsafeWords"],
      ["G1.2-b", "J11", "valueOrReason"],
      ["G1.2-c", "J12", "reasonUnknown"],
      ["G2.1-a", "G6", "valueOutsideLimits"],
    ]);
    expect(view.touched.map(({ sheet, at }) => [sheet, at])).toEqual([
      ["G1 Title of G1", "G7"],
      ["G2 Title of G2", "B6"],
    ]);
    await expect(apply(view.sha256)).resolves.toEqual({ imported: 0, had: 0 });
  });

  it("of another report or another edition is refused in a sentence", async () => {
    const other = await download({ actor: tests.plan.actors.cambodia, unit: "KHM" });
    await expect(preview(other)).rejects.toMatchObject({
      code: "otherReport",
      args: { unit: "Cambodia", period: "2016" },
    });
    const of = (edition: number) => JSON.stringify({ version: 1, ...here(), edition });
    const stamped = async (edition: number, property = edition) =>
      fillWorkbook(
        await download(),
        {},
        (sheets) => {
          sheets.find(({ name }) => name === "spaiv")!.rows[0]![1] = of(edition);
        },
        { spaiv: of(property) },
      );
    await expect(preview(await stamped(1))).resolves.toMatchObject({ imported: [] });
    await expect(preview(await stamped(7))).rejects.toMatchObject({
      code: "otherEdition",
      args: { edition: 7, present: 1 },
    });
    await expect(preview(await stamped(1, 7))).rejects.toMatchObject({ code: "reportStampBroken" });
  });

  it("of several people is one import, with a question where they differ", async () => {
    const bytes = await download();
    const parts: Filled[] = [
      { "G1.1-a|total": { value: 850 }, "G1.2-b|total": { value: 40 } },
      { "G1.1-a|total": { value: 851 }, "G1.2-c|total": { value: 2 } },
    ];
    const files = await Promise.all(
      parts.map(async (filled, index) => ({
        name: `part ${index + 1}.xlsx`,
        bytes: await fillWorkbook(bytes, filled),
      })),
    );
    const sent = sentAsOne(files);
    const view = await preview(sent.bytes, sent.fileName);
    expect(view.imported.map(({ indicator, places }) => [indicator, places?.[0]?.file])).toEqual([
      ["G1.2-b", "part 1.xlsx"],
      ["G1.2-c", "part 2.xlsx"],
    ]);
    expect(view.conflicts).toMatchObject([
      { indicator: "G1.1-a", present: null, choices: [{ value: number("850") }, { value: number("851") }] },
    ]);
    const line = view.conflicts[0]!.choices[1]!.lines[0]!;
    await apply(view.sha256, [{ indicator: "G1.1-a", cell: "total", revision: 0, choice: { line } }]);
    expect(Object.keys(await values())).toEqual(["G1.1-a total", "G1.2-b total", "G1.2-c total"]);
    const broken = sentAsOne([...files, { name: "part 3.xlsx", bytes: Buffer.from("PK\u0003\u0004 broken") }]);
    await expect(preview(broken.bytes)).rejects.toMatchObject({ code: "workbookDamaged", file: "part 3.xlsx" });
    const mixed = sentAsOne([...files, { name: "glotip.csv", bytes: madeUpFile }]);
    await expect(preview(mixed.bytes)).rejects.toMatchObject({ code: "filesMixed", args: { file: "glotip.csv" } });
  });

  it("speaks the language of the page, and comes back from it on any page", async () => {
    const thai = { "G1.1-c|total": { value: "ใช่" }, "G1.2-b|total": { reason: "ไม่ได้จัดเก็บ" } };
    const file = await download({ locale: "th" });
    const view = await preview(await fillWorkbook(file, thai));
    expect(view.problems).toEqual([]);
    // In the calendar of its pages too.
    const head = JSON.stringify((await readXlsx(file)).sheets[0]?.rows.slice(0, 4));
    expect([head.includes("2559"), head.includes("2016"), head.includes("2015")]).toEqual([true, false, false]);
    expect(view.imported.map(({ value }) => value)).toEqual([
      { kind: "yesNo", yes: true },
      { kind: "missing", reason: "notCollected" },
    ]);
  });

  it("opens only what its reader may enter, and is for whoever sees the entry form", async () => {
    const { contributor, cso, secretariat } = tests.plan.actors;
    const own = await readXlsx(await download({ actor: contributor }));
    expect(own.sheets.map(({ name }) => name)).toEqual(["G2 Title of G2", "spaiv"]);
    const ask = (actor: Actor, goal?: string) =>
      reportAsFile(actor, here(), { format: "xlsx", locale: "en", now, ...(goal && { goal }) });
    expect(await ask(cso)).toBeNull();
    expect(await ask(thai(), "G9")).toBeNull();
    const locked = (await ask(secretariat))!.bytes;
    const filled = await preview(await fillWorkbook(locked, { "G1.1-a|total": { value: 5 } }));
    expect(filled).toMatchObject({ imported: [], rows: 0 });
    expect(filled.touched).toMatchObject([{ sheet: "G1 Title of G1", at: "G6" }]);
  });
});

describe("a report's CSV", () => {
  it("comes back with what was entered in it, formulas in words unharmed", async () => {
    await recordValue(
      thai(),
      here(),
      {
        indicator: "G1.2-a",
        cell: "total",
        expectedRevision: 0,
        entered: { kind: "narrative", text: "=1+1", missingReason: "" },
      },
      now,
    );
    const text = new TextDecoder().decode(await download({ format: "csv" }));
    expect(text).toContain(",'=1+1,");
    const lines = text.split("\r\n");
    const filled = lines.map((line) =>
      line.includes(",G1.1-a,sex=female,") ? line.replace(/,,,,,(\d+)$/, ",<5,,,,$1") : line,
    );
    const view = await preview(new TextEncoder().encode(filled.join("\n")), "report.csv");
    expect(view).toMatchObject({ problems: [], conflicts: [], cleared: [], counts: { same: 1 } });
    expect(view.imported).toMatchObject([
      { indicator: "G1.1-a", cell: "sex=female", value: { kind: "censored", below: 5 }, places: [{ sheet: null }] },
    ]);

    // Sorted otherwise, each row still says what it is of.
    const [head = "", ...rows] = filled.filter((line) => line !== "");
    const answered = rows.map((line) =>
      line.includes(",G1.1-a,sex=male,") ? line.replace(/,,,,,(\d+)$/, ",7,,,,$1") : line,
    );
    const read = async (lines: readonly string[]) => {
      const {
        imported,
        sha256: _,
        ...rest
      } = await preview(new TextEncoder().encode([head, ...lines].join("\n")), "report.csv");
      const values = imported.map(({ indicator, cell, value }) => JSON.stringify([indicator, cell, value])).sort();
      return { values, ...rest };
    };
    const inOrder = await read(answered);
    expect(inOrder.values).toHaveLength(2);
    expect(await read(answered.toReversed())).toEqual(inOrder);
  });
});
