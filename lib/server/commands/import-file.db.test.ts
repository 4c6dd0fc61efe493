import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { realFile } from "@/lib/exchange/import/testing";
import type { ImportAnswer } from "@/lib/schemas/imports/import-resolution";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { readJobs } from "@/lib/server/jobs/read-jobs";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { auditOf } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { importFile } from "./import-file";
import { previewFile } from "./preview-file";
import { recordValue } from "./values/record-value";

const now = new Date("2017-02-01T04:00:00Z");
const asked = { locale: "en", now };

let database: Database;
let plan: Reporting;
let plans = 0;
const data = mkdtempSync(path.join(tmpdir(), "spaiv-files-"));
beforeAll(async () => {
  process.env.SPAIV_DATA_DIR = data;
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(data, { recursive: true });
  delete process.env.SPAIV_DATA_DIR;
});
beforeEach(async () => {
  plans++;
  plan = await makeReporting(database.prisma, `plan${plans}`);
});

const refusal = (code: string, more = {}) => expect.objectContaining({ code, ...more });
const here = () => plan.address("THA", "2016");

/** A file in GLOTIP's shape; a row is what it is about and its value. */
const csv = (...rows: string[]) =>
  Buffer.from(
    ["Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE", ...rows]
      .map((row) => row.replace("@", "THA,Thailand,Detected trafficking victims"))
      .join("\n"),
  );
const total = "@,Total,Total,Total,Total,2016,850";
const female = "@,Total,Total,Female,Total,2016,460";
const preview = (bytes: Uint8Array, actor = plan.actors.thailand, address = here(), gone?: AbortSignal) =>
  previewFile(actor, address, { fileName: "C:\\data\\glotip.csv", bytes }, asked, { stop: gone });
const importIt = (sha256: string, answers: ImportAnswer[] = [], actor = plan.actors.thailand, address = here()) =>
  importFile(actor, address, { sha256, fileName: "glotip 081-234-5678.csv", resolution: { answers } }, now);
const save = (number: string, expectedRevision = 0, cell = "total") =>
  recordValue(
    plan.actors.thailand,
    here(),
    { indicator: "G1.1-a", cell, expectedRevision, entered: { kind: "number", number, missingReason: "" } },
    now,
  );
async function cells() {
  const view = await reportForEntry(plan.actors.thailand, here(), asked);
  const entries = Object.entries(view?.indicators[0]?.cells ?? {});
  return Object.fromEntries(entries.map(([cell, { value, revision }]) => [cell, [value, revision]]));
}
const number = (number: string) => ({ kind: "number", number });

describe("importing a file", () => {
  it("previews without changing anything, then imports into blank cells with revisions that name the file", async () => {
    const view = await preview(csv(total, female, "@,Total,Total,Female,Total,2015,1", "KHM,Cambodia,x,,,,,2016,1"));
    expect(view).toMatchObject({
      fileName: "glotip.csv",
      format: "glotip",
      rows: 4,
      counts: { imported: 2, same: 0, conflicts: 0, ignored: 2, unmatched: 0 },
      imported: [
        { indicator: "G1.1-a", cell: "total", revision: 0, value: number("850"), lines: [2] },
        { indicator: "G1.1-a", cell: "sex=female", value: number("460") },
      ],
      indicators: [{ code: "G1.1-a", title: "Victims identified", unit: "persons" }],
    });
    expect(view.ignored).toEqual([
      { reason: { key: "otherYear", args: { year: "2015" } }, rows: 1 },
      { reason: { key: "otherCountry", args: { country: "Cambodia" } }, rows: 1 },
    ]);
    expect(await database.prisma.report.count({ where: { planId: plan.planId } })).toBe(0);

    expect(await importIt(view.sha256)).toEqual({ imported: 2, had: 0 });
    expect(await cells()).toEqual({ total: [number("850"), 1], "sex=female": [number("460"), 1] });
    const [stored] = await database.prisma.fileImport.findMany({
      where: { sha256: view.sha256 },
      include: { revisions: true },
    });
    expect(stored).toMatchObject({ fileName: "glotip ….csv", rows: 4, imported: 2 });
    expect(stored?.revisions).toHaveLength(2);
    expect(await auditOf(database.prisma, plan)).toMatchObject([
      { action: "opened" },
      {
        action: "fileImported",
        after: {
          sha256: view.sha256,
          revisions: [
            { cell: "total", revision: 1 },
            { cell: "sex=female", revision: 1 },
          ],
        },
      },
    ]);
  });

  it("reads the file as a job of that report and person, also where it can't be read or nobody waits", async () => {
    const of = { unit: plan.unitIds.THA!, period: plan.periodIds["2016"]!, person: plan.actors.thailand.id };
    await preview(csv(total));
    await expect(preview(Buffer.from("a,b\n1,2"))).rejects.toEqual(refusal("unknownFormat"));
    const gone = AbortSignal.abort(new Error("planted"));
    await expect(preview(csv(total), undefined, undefined, gone)).rejects.toThrow("planted");
    const jobs = await readJobs({ kind: "readFile", payload: { equals: of } });
    expect(jobs.map(({ state }) => state)).toEqual(["done", "done"]);
  });

  it("tells what it can't place, row by row", async () => {
    const view = await preview(csv(total, "@,Total,Total,Martian,Total,2016,3", "@,Total,Total,Male,Total,2016,many"));
    expect(view.unmatched).toEqual([
      {
        line: 3,
        series: "Detected trafficking victims",
        categories: ["Martian"],
        value: "3",
        reason: { key: "categoryUnknown", args: { dimension: "sex", text: "Martian", open: "no" } },
        problem: null,
      },
      expect.objectContaining({
        line: 4,
        reason: { key: "valueUnreadable", args: { text: "many" } },
        problem: expect.objectContaining({ key: "valueNotNumber" }),
      }),
    ]);
  });

  it("replaces a value only where that was chosen, and keeps it where it was not", async () => {
    await save("800");
    await save("400", 0, "sex=female");
    const view = await preview(
      csv(total, female, "@,Total,Total,Male,Total,2016,13", "@,Total,Total,Male,Total,2016,<5"),
    );
    expect(view.conflicts).toMatchObject([
      { cell: "total", revision: 1, present: number("800"), choices: [{ value: number("850"), lines: [2] }] },
      { cell: "sex=female", present: number("400") },
      { cell: "sex=male", revision: 0, present: null, choices: [{ lines: [4] }, { value: { below: 5 }, lines: [5] }] },
    ]);
    await expect(importIt(view.sha256)).rejects.toThrow(refusal("conflictsUnresolved", { args: { conflicts: 3 } }));
    const answer = (cell: string, revision: number, choice: ImportAnswer["choice"]) =>
      ({ indicator: "G1.1-a", cell, revision, choice }) as const;
    const answers = [
      answer("total", 1, { line: 2 }),
      answer("sex=female", 1, "keep"),
      answer("sex=male", 0, { line: 5 }),
    ];
    expect(await importIt(view.sha256, answers)).toEqual({ imported: 2, had: 0 });
    expect(await cells()).toEqual({
      total: [number("850"), 2],
      "sex=female": [number("400"), 1],
      "sex=male": [{ kind: "censored", below: 5 }, 1],
    });
  });

  it("says how many cells have their values already, where the same is asked once more", async () => {
    await save("400", 0, "sex=female");
    const view = await preview(csv(total, female, "@,Total,Total,Male,Total,2016,390"));
    const answers: ImportAnswer[] = [
      { indicator: "G1.1-a", cell: "total", revision: 0, choice: { line: 2 } },
      { indicator: "G1.1-a", cell: "sex=female", revision: 1, choice: "keep" },
      { indicator: "G1.1-a", cell: "sex=male", revision: 0, choice: { line: 4 } },
    ];
    expect(await importIt(view.sha256, answers)).toEqual({ imported: 2, had: 0 });
    expect(await importIt(view.sha256, answers)).toEqual({ imported: 0, had: 2 });
  });

  it("is refused when a cell changed after the preview, and imports nothing then", async () => {
    await save("800");
    const view = await preview(csv(total, female));
    await save("801", 1);
    const answers: ImportAnswer[] = [{ indicator: "G1.1-a", cell: "total", revision: 1, choice: { line: 2 } }];
    const problem = { code: "changedMeanwhile", indicator: "G1.1-a", cell: "total" };
    await expect(importIt(view.sha256, answers)).rejects.toThrow(
      refusal("conflictsUnresolved", { problems: [problem] }),
    );
    await save("5", 0, "sex=female");
    await expect(importIt(view.sha256, [{ ...answers[0]!, revision: 2 }])).rejects.toThrow(
      refusal("conflictsUnresolved"),
    );
    expect(await cells()).toEqual({ total: [number("801"), 2], "sex=female": [number("5"), 1] });
    expect(await database.prisma.fileImport.count({ where: { report: { planId: plan.planId } } })).toBe(0);
  });

  it("imports into a cell that was cleared, after its last revision", async () => {
    await save("800");
    await save("", 1);
    const view = await preview(csv(total));
    expect(view.imported).toMatchObject([{ cell: "total", revision: 2 }]);
    await importIt(view.sha256);
    expect(await cells()).toEqual({ total: [number("850"), 3] });
  });

  it("is for whoever enters something of the report, from a file that was shown for it, while it can be changed", async () => {
    const bytes = csv(total);
    const { cambodia, contributor, secretariat, cso } = plan.actors;
    for (const actor of [cambodia, cso]) await expect(preview(bytes, actor)).rejects.toThrow(refusal("notFound"));
    for (const actor of [{ ...contributor, assignments: [] }, secretariat])
      await expect(preview(bytes, actor)).rejects.toThrow(refusal("notAllowed"));
    const { sha256 } = await preview(bytes);
    await expect(importIt(sha256, [], cambodia)).rejects.toThrow(refusal("notFound"));
    await expect(importIt(sha256, [], cambodia, plan.address("KHM", "2016"))).rejects.toThrow(refusal("fileChanged"));
    await expect(importIt("../../../etc/passwd")).rejects.toThrow(refusal("fileChanged"));
    await database.prisma.reportingPeriod.update({ where: { id: plan.periodIds["2016"]! }, data: { state: "locked" } });
    await expect(importIt(sha256)).rejects.toThrow(refusal("locked", { args: { lock: "periodLocked" } }));
    await expect(preview(bytes)).rejects.toThrow(refusal("locked"));
    expect(await auditOf(database.prisma, plan)).toEqual([]);
  });

  it("says what is wrong with a file that can't be read, and keeps nothing of it", async () => {
    const before = readdirSync(data, { recursive: true }).length;
    await expect(preview(Buffer.from("a,b\n1,2"))).rejects.toThrow(refusal("unknownFormat"));
    await expect(preview(Buffer.from(""))).rejects.toThrow(refusal("empty"));
    expect(readdirSync(data, { recursive: true }).length).toBe(before);
  });

  it("happens once for two who import at once", async () => {
    const { sha256 } = await preview(csv(total, female));
    const outcomes = await Promise.allSettled([importIt(sha256), importIt(sha256)]);
    const won = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value.imported] : []));
    // The slower one is told, or comes so late that it finds every value there.
    expect(won.filter((imported) => imported === 2)).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason.code).toBe("changedMeanwhile");
    expect(await cells()).toEqual({ total: [number("850"), 1], "sex=female": [number("460"), 1] });
    expect((await auditOf(database.prisma, plan)).map(({ action }) => action)).toEqual(["opened", "fileImported"]);
  });
});

describe.skipIf(!realFile)("UNODC's own file", () => {
  it("imports the small framework's one series for Thailand 2016: 850 victims, 324 of them girls", async () => {
    const view = await preview(realFile!);
    expect(view.rows).toBe(1595);
    await importIt(view.sha256);
    const imported = await cells();
    expect(imported.total).toEqual([number("850"), 1]);
    expect(imported["sex=female;age=0-17"]).toEqual([number("324"), 1]);
  });
});
