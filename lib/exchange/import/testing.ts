import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import type { ReportTarget } from "../report/report-target";
import type { ImportPreview } from "./import-preview";
import type { ImportDimension, ImportIndicator, ImportTarget, PresentValue } from "./import-target";
import { readImportFile } from "./read-import-file";
import type { SeriesRow } from "./series-row";

// For tests alone: the dimensions as they are seeded, a report to import into, and the two files to import.

const root = path.resolve(import.meta.dirname, "../../..");

const category = z.object({ code: z.string(), name: z.string(), aliases: z.array(z.string()).default([]) });
const file = z.object({
  dimensions: z.array(z.object({ code: z.string(), open: z.boolean().default(false), categories: z.array(category) })),
});

export const seededDimensions: ImportDimension[] = file
  .parse(parse(readFileSync(path.join(root, "prisma/seed/framework/dimensions.yaml"), "utf8")))
  .dimensions.map(({ code, open, categories }) => ({
    code,
    open,
    categories: categories.map((known) => ({ code: known.code, spellings: [known.name, ...known.aliases] })),
  }));

/** Values invented for tests, in the shape of UNODC's dataset. */
export const madeUpFile = readFileSync(path.join(root, "e2e/files/glotip-made-up.csv"));

const realPath = path.resolve(root, process.env.SPAIV_GLOTIP_FILE ?? "../shared/data/unodc-glotip-2025-gms.csv");
/** UNODC's own rows; undefined where the file isn't at hand. */
export const realFile = existsSync(realPath) ? readFileSync(realPath) : undefined;
if (!realFile) console.warn(`Skipping what needs UNODC's file: there is none at ${realPath} (SPAIV_GLOTIP_FILE)`);

export const countOfPersons: EntryRules = {
  type: "number",
  direction: "neutral",
  accumulation: "perPeriod",
  aggregation: "sum",
  aggregationStep: null,
  countsPersons: true,
  decimals: 0,
  stepCount: 0,
  lowest: "0",
  highest: null,
  mayExceedHundred: false,
  unit: "persons",
};

export function indicator(
  code: string,
  series: string,
  tables: string[],
  more: Partial<ImportIndicator> = {},
): ImportIndicator {
  return { code, series: [series], tables, rules: countOfPersons, mayImport: true, cells: new Map(), ...more };
}

/** Cells that have values already, each at revision 1. */
export const cellsOf = (values: Record<CellKey, number>): Map<CellKey, PresentValue> =>
  new Map(
    Object.entries(values).map(([key, value]) => [
      key,
      { value: { kind: "number" as const, number: String(value) }, revision: 1 },
    ]),
  );

const names: Record<string, string[]> = {
  KHM: ["Cambodia"],
  CHN: ["China"],
  LAO: ["Lao PDR", "Lao People's Democratic Republic"],
  MMR: ["Myanmar"],
  THA: ["Thailand"],
  VNM: ["Viet Nam"],
};

/** The report of a country and year, with indicators as the reference framework has them. */
export function reportOf(code: string, year: number, indicators?: ImportIndicator[]): ImportTarget {
  return {
    country: { code, names: names[code] ?? [] },
    year,
    dimensions: seededDimensions,
    indicators: indicators ?? [
      indicator("detected", "Detected trafficking victims", ["sex*age", "form*sex*age", "citizenship", "repatriation"]),
      indicator("contact", "Persons brought into formal contact", ["sex*age", "form", "citizenship"]),
      indicator("prosecuted", "Persons prosecuted", ["sex*age", "form", "citizenship"]),
      indicator("convicted", "Persons convicted", ["sex*age", "form", "citizenship"]),
      indicator("offences", "Offences of trafficking in persons", []),
    ],
  };
}

/** Every cell that would be imported, as it would be written. */
export const imported = ({ imported }: ImportPreview) =>
  Object.fromEntries(
    imported.map(({ indicator: code, cell, value }) => [
      `${code} ${cell}`,
      value.kind === "censored" ? `<${value.below}` : value.kind === "number" ? value.number : value.kind,
    ]),
  );
export const findingsOf = (preview: ImportPreview, code: string) =>
  preview.findings.find((found) => found.indicator === code)?.findings ?? [];
/** The lines of all groups; a line stands twice only where two indicators draw on it. */
export const linesOf = ({ imported, same, conflicts, ignored, unmatched }: ImportPreview) =>
  [
    ...[...imported, ...same, ...conflicts.flatMap(({ choices }) => choices)].flatMap(({ lines }) => lines),
    ...[...ignored, ...unmatched].map(({ row }) => row.line),
  ].sort((a, b) => a - b);
export const sumOf = (counts: ImportPreview["counts"]) => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** The rows of a dataset's file. */
export function datasetOf(bytes: Uint8Array): SeriesRow[] {
  const read = readImportFile(bytes);
  if (!("rows" in read)) throw new Error("This is a report's own file");
  return read.rows;
}

/** A report without any indicator, for files that aren't its own. */
export const noReport: ReportTarget = {
  stamp: { plan: "spaiv", unit: "THA", period: "2016", edition: 1 },
  units: { THA: "Thailand", KHM: "Cambodia" },
  dimensions: seededDimensions,
  indicators: [],
  words: { yes: ["Yes"], no: ["No"], reasons: [["notCollected", "Not collected"]] },
};
