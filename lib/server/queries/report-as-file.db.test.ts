import { readXlsx, type Sheet } from "hucre";
import { expect, it } from "vitest";
import type { Actor } from "@/lib/domain/permissions";
import { makeApprovedTotal, makeReport } from "@/test/factories/make-report";
import { reportingTests } from "@/test/factories/reporting-plan";
import { reportAsFile } from "./report-as-file";

const now = new Date("2017-02-01T04:00:00Z");
const tests = reportingTests();

/** What a library of its own reads of the workbook. */
async function workbookOf(actor: Actor, period: string) {
  const address = tests.plan.address("THA", period);
  const file = await reportAsFile(actor, address, { format: "xlsx", locale: "en", now });
  const { sheets, properties, workbookProtection } = await readXlsx(file!.bytes, { readStyles: true });
  return { sheets, properties, workbookProtection, stamp: sheets.find(({ name }) => name === "spaiv")! };
}

/** The names of a sheet's columns, as its hidden row has them. */
const columnsOf = ({ rows }: Sheet) =>
  rows.find((row) => row.includes("spaiv:key"))?.map((name) => String(name).replace("spaiv:", "")) ?? [];

/** Row and column of each cell of the report, by its row's key and its column's name. */
function cellsOf(sheet: Sheet): [place: string, at: string][] {
  const columns = columnsOf(sheet);
  return sheet.rows.flatMap((row, number) => {
    const key = String(row[columns.indexOf("key")] ?? "");
    return key.includes("|")
      ? columns.map((name, column): [string, string] => [`${key} ${name}`, `${number},${column}`])
      : [];
  });
}

/** What stands in the row of an indicator's total, by column. */
function rowOf({ sheets }: { sheets: Sheet[] }, indicator: string): Record<string, unknown> {
  const sheet = sheets.find(({ rows }) => rows.some((row) => row.includes(`${indicator}|total`)))!;
  const row = sheet.rows.find((row) => row.includes(`${indicator}|total`))!;
  return Object.fromEntries(columnsOf(sheet).map((name, column) => [name, row[column]]));
}

/** The places where something may be typed, although their sheet is protected. */
const openIn = (sheets: Sheet[]) =>
  sheets.flatMap((sheet) => {
    const places = new Map(cellsOf(sheet).map(([place, at]) => [at, place]));
    const open = [...(sheet.cells ?? [])].filter(([, { style }]) => style?.protection?.locked === false);
    return open.map(([at]) => places.get(at) ?? `${sheet.name} ${at}`);
  });

/** `B`, and 5 for the sixth row. */
function placeOf(reference: string): [column: number, row: number] {
  const [, letter = "", row] = /^\$?([A-Z])\$?(\d+)$/.exec(reference) ?? [];
  return [letter.charCodeAt(0) - 65, Number(row) - 1];
}

/** The answers to choose from, by the place where they are offered. */
function offeredIn({ sheets, stamp }: { sheets: Sheet[]; stamp: Sheet }): Record<string, unknown[]> {
  const offered: Record<string, unknown[]> = {};
  for (const sheet of sheets) {
    const places = new Map(cellsOf(sheet).map(([place, at]) => [at, place]));
    for (const { type, range, formula1 = "" } of sheet.dataValidations ?? []) {
      if (type !== "list") continue;
      const [from = "", to = ""] = formula1.replace("'spaiv'!", "").split(":");
      const [[column, first], [, last]] = [placeOf(from), placeOf(to)];
      const answers = stamp.rows.slice(first, last + 1).map((row) => row[column]);
      for (const each of range.split(" ")) {
        const [start = "", end = start] = each.split(":");
        const [[left, top], [, bottom]] = [placeOf(start), placeOf(end)];
        for (let row = top; row <= bottom; row++) offered[places.get(`${row},${left}`)!] = answers;
      }
    }
  }
  return offered;
}

const keysOfParts = [
  "citizenship=khm",
  "citizenship=tha",
  "citizenship=vnm",
  "sex=female",
  "sex=male",
  "age=0-17",
  "age=18+",
  "sex=female;age=0-17",
  "sex=female;age=18+",
  "sex=male;age=0-17",
  "sex=male;age=18+",
].map((cell) => `G1.1-a|${cell}`);
const keysOfTotals = ["G1.1-a", "G1.1-c", "G1.1-d", "G1.2-a", "G1.2-b", "G1.2-c", "G2.1-a"].map(
  (code) => `${code}|total`,
);
const share = "G1.1-b|total";

it("is open where its reader may enter something, offers answers there, and is locked everywhere else", async () => {
  const { thailand, contributor } = tests.plan.actors;
  await makeReport(tests.database.prisma, tests.plan, { unit: "THA", period: "2015", state: "submitted" });
  const own = await workbookOf(thailand, "2016");
  for (const { protection } of own.sheets) expect(protection).toMatchObject({ sheet: true });
  expect(own.workbookProtection).toMatchObject({ lockStructure: true });
  const withReason = [...keysOfTotals, ...keysOfParts, share];
  expect(openIn(own.sheets).sort()).toEqual(
    [
      ...[...keysOfTotals, ...keysOfParts].map((key) => `${key} value`),
      `${share} numerator`,
      `${share} denominator`,
      ...withReason.map((key) => `${key} reason`),
    ].sort(),
  );
  const reasons = ["Not collected", "Not applicable", "Not yet available", "Confidential", "Not reported"];
  expect(offeredIn(own)).toEqual({
    "G1.1-c|total value": ["Yes", "No"],
    "G1.1-d|total value": ["None", "Drafted", "In force"],
    ...Object.fromEntries(withReason.map((key) => [`${key} reason`, reasons])),
  });
  expect(openIn((await workbookOf(contributor, "2016")).sheets)).toEqual(["G2.1-a|total value", "G2.1-a|total reason"]);
  const submitted = await workbookOf(thailand, "2015");
  expect(openIn(submitted.sheets)).toEqual([]);
  expect(submitted.sheets.flatMap(({ dataValidations }) => dataValidations ?? [])).toEqual([]);
  for (const { protection } of submitted.sheets) expect(protection).toMatchObject({ sheet: true });
});

it("has definitions as notes, last values and targets beside, and says out of sight what it is", async () => {
  await tests.anew((framework) => {
    for (const { indicators } of framework.pillars
      .flatMap(({ children }) => children)
      .flatMap(({ children }) => children))
      for (const { code, versions } of indicators)
        for (const { version, texts } of versions) texts.en!.definition = `What ${code}, version ${version}, counts.`;
  });
  const { thailand } = tests.plan.actors;
  const number = (number: string) => ({ total: { kind: "number" as const, number } });
  const ratio = { kind: "ratio" as const, numerator: { exact: "50" }, denominator: { exact: "100" } };
  const approved = { unit: "THA", period: "2015" };
  for (const [indicator, { total }] of Object.entries({
    "G1.1-a": number("1595"),
    "G1.1-b": { total: ratio },
    "G1.1-c": { total: { kind: "yesNo" as const, yes: false } },
  }))
    await makeApprovedTotal(tests.database.prisma, tests.plan, { ...approved, indicator, value: total });
  await makeReport(tests.database.prisma, tests.plan, {
    unit: "THA",
    period: "2016",
    values: { "G1.1-a": number("850") },
  });
  const workbook = await workbookOf(thailand, "2016");
  const notes = workbook.sheets.flatMap((sheet) => {
    const places = new Map(cellsOf(sheet).map(([place, at]) => [at, place]));
    return [...(sheet.cells ?? [])].flatMap(([at, { comment }]) => (comment ? [[places.get(at), comment.text]] : []));
  });
  expect(Object.fromEntries(notes)).toEqual({
    ...Object.fromEntries(
      ["G1.1-a", "G1.1-b", "G1.1-c", "G1.1-d", "G1.2-a", "G1.2-b", "G1.2-c"].map((code) => [
        `${code}|total title`,
        `What ${code}, version 1, counts.`,
      ]),
    ),
    "G2.1-a|total title": "What G2.1-a, version 2, counts.",
  });
  expect(rowOf(workbook, "G1.1-a")).toMatchObject({ earlier1: "1,595", target: null, value: 850 });
  expect(rowOf(workbook, "G1.1-b")).toMatchObject({ earlier1: "50 of 100 (50.0%)", target: "58.5%", numerator: null });
  expect(rowOf(workbook, "G1.1-c")).toMatchObject({ earlier1: "No", target: "Yes", value: null });

  const stamp = JSON.stringify({ version: 1, plan: tests.plan.code, unit: "THA", period: "2016", edition: 1 });
  expect(workbook.stamp.veryHidden).toBe(true);
  expect(workbook.stamp.rows[0]).toEqual(expect.arrayContaining(["spaiv", stamp]));
  expect(workbook.properties?.custom).toEqual({ spaiv: stamp });
  const revisions = workbook.stamp.rows.filter(([key]) => String(key).includes("|total"));
  expect(revisions.map(([key, revision]) => `${key} ${revision}`)).toEqual([
    "G1.1-a|total 1",
    ...["b", "c", "d"].map((code) => `G1.1-${code}|total 0`),
    ...["a", "b", "c"].map((code) => `G1.2-${code}|total 0`),
    "G2.1-a|total 0",
  ]);
});
