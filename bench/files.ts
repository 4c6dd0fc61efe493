// npm run bench:files: what files take that people send, in the thread that reads them: UNODC's own workbook, a report's with
// 10,000 filled cells, and workbooks that mean harm. It fails where one takes longer than the product promises.

import { countOfPersons, indicator, noReport, reportOf, seededDimensions } from "@/lib/exchange/import/testing";
import { goalColumns } from "@/lib/exchange/report/columns";
import type { ReportFile } from "@/lib/exchange/report/report-file";
import type { ReportTarget } from "@/lib/exchange/report/report-target";
import { fillWorkbook } from "@/lib/exchange/report/testing/fill-workbook";
import { writeReportWorkbook } from "@/lib/exchange/report/write-report-workbook";
import { glotipWorkbook } from "@/lib/exchange/xlsx/testing/glotip-workbook";
import { hostileWorkbooks } from "@/lib/exchange/xlsx/testing/hostile-workbooks";
import { matchInThread } from "@/lib/server/imports/match-in-thread";
import { megabytes } from "./measured";

const targets = { glotip: reportOf("THA", 2016, [indicator("convicted", "Persons convicted", ["citizenship"])]) };
const longest = { glotip: 5_000, report: 3_000, hostile: 1_000 };

let isSlow = false;

async function timed(name: string, most: number, work: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  const outcome = await work();
  const took = performance.now() - begun;
  if (took > most) isSlow = true;
  const memory = megabytes(process.memoryUsage.rss());
  console.log(
    `${Math.round(took).toString().padStart(6)} ms, ${memory} MB  ${name}: ${outcome}${took > most ? "  TOO SLOW" : ""}`,
  );
}

const read = async (bytes: Uint8Array, report = noReport) => {
  try {
    const { preview } = await matchInThread({ name: "file.xlsx", bytes, targets, report });
    return `${preview.rows} rows, ${preview.imported.length} to import`;
  } catch (error) {
    return (error as { code?: string }).code ?? error;
  }
};

const codes = Array.from({ length: 110 }, (_, index) => `G1.1-${index}`);
const categories = seededDimensions.find(({ code }) => code === "citizenship")!.categories.slice(0, 92);
const keys = codes.flatMap((indicator) =>
  ["total", ...categories.map(({ code }) => `citizenship=${code}`)].map((cell) => ({ indicator, cell })),
);
const file: ReportFile = {
  stamp: noReport.stamp,
  language: "en",
  title: "Report",
  author: "Bench",
  createdOn: "2017-01-01",
  font: "Calibri",
  lead: "",
  notice: "",
  heads: {},
  words: { yes: "Yes", no: "No", reasons: ["None"], notAllowed: "", choose: "" },
  sheets: [
    {
      name: "G1",
      title: "G1",
      columns: goalColumns,
      heads: {},
      rows: keys.map((key) => ({
        ...key,
        revision: 0,
        rules: countOfPersons,
        steps: [],
        note: "",
        mayEnter: true,
        shown: { code: key.indicator, title: "An indicator" },
        fields: {},
      })),
    },
  ],
};
const report: ReportTarget = {
  ...noReport,
  indicators: codes.map((code) => ({
    code,
    rules: countOfPersons,
    tables: ["citizenship"],
    mayImport: true,
    maySee: true,
    cells: new Map(),
    steps: [],
  })),
};
const filled = await fillWorkbook(
  await writeReportWorkbook(file),
  Object.fromEntries(keys.map(({ indicator, cell }, index) => [`${indicator}|${cell}`, { value: index }])),
);

const glotipBytes = glotipWorkbook(60_000);

// The thread's own beginning is nobody's file.
await read(new Uint8Array());
await timed("UNODC's shape, 60,000 rows", longest.glotip, () => read(glotipBytes));
await timed(`a report's workbook, ${keys.length} cells`, longest.report, () => read(filled, report));
for (const { name, bytes } of hostileWorkbooks()) await timed(name, longest.hostile, () => read(bytes));
process.exit(isSlow ? 1 : 0);
