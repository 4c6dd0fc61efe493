import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { type Filled, fillWorkbook } from "@/lib/exchange/report/testing/fill-workbook";
import { reportAsFile } from "@/lib/server/queries/report-as-file";
import { reportForEntry } from "@/lib/server/queries/report-for-entry";
import { makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { importFile } from "./import-file";
import { previewFile } from "./preview-file";
import { carryValues } from "./values/carry-values";
import { recordValue } from "./values/record-value";

const now = new Date("2017-02-01T04:00:00Z");
const on = reportingTests();
const data = mkdtempSync(path.join(tmpdir(), "spaiv-part-"));
beforeAll(() => {
  process.env.SPAIV_DATA_DIR = data;
});
afterAll(() => {
  rmSync(data, { recursive: true });
  delete process.env.SPAIV_DATA_DIR;
});

const here = (period = "2016") => on.plan.address("THA", period);
const thai = () => on.plan.actors.thailand;
const contributor = () => on.plan.actors.contributor;
const number = (number: string) => ({ kind: "number", number }) as const;
const save = (indicator: string, value: string) =>
  recordValue(
    thai(),
    here(),
    { indicator, cell: "total", expectedRevision: 0, entered: { ...number(value), missingReason: "" } },
    now,
  );

async function filledBy(actor: Actor, entries: Filled) {
  const { bytes } = (await reportAsFile(actor, here(), { format: "xlsx", locale: "en", now }))!;
  return fillWorkbook(bytes, entries);
}
const preview = (actor: Actor, bytes: Uint8Array) =>
  previewFile(actor, here(), { fileName: "part.xlsx", bytes }, { locale: "en", now });
const apply = (actor: Actor, sha256: string) =>
  importFile(actor, here(), { sha256, fileName: "part.xlsx", resolution: { answers: [] } }, now);
async function totals() {
  const { indicators } = (await reportForEntry(thai(), here(), { locale: "en", now }))!;
  return Object.fromEntries(indicators.flatMap(({ code, cells }) => (cells.total ? [[code, cells.total.value]] : [])));
}

describe("a contributor's part of a workbook", () => {
  it("is downloaded, filled in and imported by them", async () => {
    const view = await preview(contributor(), await filledBy(contributor(), { "G2.1-a|total": { value: 7 } }));
    expect(view).toMatchObject({ problems: [], conflicts: [] });
    expect(await apply(contributor(), view.sha256)).toEqual({ imported: 1, had: 0 });
    expect(await totals()).toEqual({ "G2.1-a": number("7") });
  });

  it("of everybody's workbook is all that is theirs; the rest is left out and counted, whatever the report has", async () => {
    await save("G1.1-a", "5");
    await save("G1.2-b", "40");
    // One entry is as it stands in the report, one another: neither tells them which.
    const whole = await filledBy(thai(), {
      "G2.1-a|total": { value: 7 },
      "G1.2-b|total": { value: 41 },
    });
    const view = await preview(contributor(), whole);
    expect(view.imported.map(({ indicator }) => indicator)).toEqual(["G2.1-a"]);
    expect(view).toMatchObject({
      notYours: 2,
      problems: [],
      counts: { same: 0, unmatched: 0 },
      overtaken: 0,
      same: [],
    });
    expect(JSON.stringify(view)).not.toMatch(/G1\./);
    await apply(contributor(), view.sha256);
    expect(await totals()).toEqual({ "G1.1-a": number("5"), "G1.2-b": number("40"), "G2.1-a": number("7") });
  });

  it("isn't imported once it is taken from them, though it was previewed, and never by who has no part", async () => {
    const bytes = await filledBy(contributor(), { "G2.1-a|total": { value: 7 } });
    const { sha256 } = await preview(contributor(), bytes);
    await on.database.prisma.indicatorAssignment.deleteMany({ where: { userId: contributor().id } });
    await expect(apply(contributor(), sha256)).rejects.toMatchObject({ code: "notAssigned" });
    expect(await totals()).toEqual({});
    await expect(preview({ ...contributor(), assignments: [] }, bytes)).rejects.toMatchObject({ code: "notAllowed" });
    await expect(preview(on.plan.actors.cso, bytes)).rejects.toMatchObject({ code: "notFound" });
  });
});

it("the very value that was carried over is confirmed by whoever imports it, and by nobody who left it alone", async () => {
  const values = { "G1.2-b": { total: number("50") } };
  await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2015", state: "approved", values });
  const before = await filledBy(thai(), { "G1.2-b|total": { value: 50 } });
  await carryValues(thai(), here(), { wanted: ["G1.2-b"] }, now);
  const cell = async () => {
    const { indicators } = (await reportForEntry(thai(), here(), { locale: "en", now }))!;
    return indicators.find(({ code }) => code === "G1.2-b")!.cells.total;
  };
  expect(await cell()).toMatchObject({ carried: true, revision: 1 });
  const untouched = await preview(thai(), await filledBy(thai(), {}));
  expect(untouched).toMatchObject({ imported: [], conflicts: [] });
  const view = await preview(thai(), before);
  expect(view.imported).toMatchObject([{ indicator: "G1.2-b", revision: 1, value: number("50") }]);
  await apply(thai(), view.sha256);
  expect(await cell()).toMatchObject({ value: number("50"), revision: 2 });
  expect(await cell()).not.toHaveProperty("carried");
});
