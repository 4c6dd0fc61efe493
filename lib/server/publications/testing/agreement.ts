import "server-only";
import { afterAll, beforeAll, expect } from "vitest";
import { type PublicationSettings, publicationFormats, sectionsOfKind } from "@/lib/domain/publication";
import { Comparison } from "@/lib/publication/testing/comparison";
import { hasPoppler } from "@/lib/publication/typst/testing/read-pdf";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import type { Reporting } from "@/test/factories/make-reporting";
import { readContent } from "../read-content";
import { countries, makeAgreeingPlan } from "./agreeing-plan";
import type { TablesOfFile } from "./compare-tables";
import { makeAndRead, type ReadFiles, type ReadValues, readValues } from "./read-files";
import type { Said } from "./said";
import { screenOf } from "./screen";

// One plan with every kind of value, its files read back by programs that know nothing of how they were made, and each
// number held against what the pages say. Making the plan takes seconds, reading a report's PDF back ten times as long: what
// compares the same files stands in one file of tests.

export const period = "2016";

interface Agreeing {
  database: Database;
  plan: Reporting;
  /** What the pages say. */
  screen: Said;
  hasPoppler: boolean;
}

/** For a file of tests: the plan, made before the first of them, and how its publications are made and read. */
export function agreement() {
  let held: Agreeing | null = null;
  const agreeing = (): Agreeing => {
    if (held === null) throw new Error("The plan is made before the first test.");
    return held;
  };

  beforeAll(async () => {
    const database = await testDatabase();
    const plan = await makeAgreeingPlan(database.prisma, "agreeing");
    held = { database, plan, screen: await screenOf(plan.code, period), hasPoppler: await hasPoppler() };
  });
  afterAll(() => held?.database.close());

  /** Public and of the whole region, where nothing else is said. */
  function contentOf(more: Partial<PublicationSettings>) {
    const kind = more.kind ?? "regional";
    return readContent(agreeing().plan.code, {
      kind,
      unit: "REGION",
      period,
      goal: null,
      release: null,
      countries,
      sections: [...sectionsOfKind[kind]],
      language: "en",
      isInternal: false,
      formats: [...publicationFormats],
      ...more,
    });
  }

  async function make(more: Partial<PublicationSettings>): Promise<ReadFiles> {
    const { hasPoppler: poppler } = agreeing();
    return makeAndRead(await contentOf(more), { pages: poppler, tables: poppler });
  }

  /** The files of values alone, which are quick to make. */
  const makeValues = async (more: Partial<PublicationSettings>): Promise<ReadValues> =>
    readValues(await contentOf(more));

  /** Runs a comparison over each format that has tables; `counts` are of one of them. */
  function inTables(files: ReadFiles, compare: (file: TablesOfFile, result: Comparison) => void): number {
    const counts = tablesOf(files).map((file) => compared((result) => compare(file, result)));
    expect(counts).toHaveLength(agreeing().hasPoppler ? 3 : 2);
    expect(new Set(counts).size).toBe(1);
    return counts[0]!;
  }

  return { agreeing, make, makeValues, inTables };
}

export const tablesOf = ({ docx, html, pdf }: ReadFiles): TablesOfFile[] => [
  { format: "DOCX", tables: docx.tables, hasWordsInSquares: true },
  { format: "HTML", tables: html.tables, hasWordsInSquares: true },
  ...(pdf.tables ? [{ format: "PDF", tables: pdf.tables, hasWordsInSquares: false }] : []),
];

/** How much was compared; nothing differed. */
export function compared(compare: (result: Comparison) => void): number {
  const result = new Comparison();
  compare(result);
  expect(result.wrong).toEqual([]);
  return result.compared;
}
