import { beforeAll, describe, expect, it } from "vitest";
import { squeezed } from "@/lib/publication/testing/read-tables";
import { publishedPlan } from "@/lib/server/results/read/plan";
import { exactReader } from "@/lib/server/results/read/result-reader";
import type { Reporting } from "@/test/factories/make-reporting";
import { below, count } from "@/test/factories/results-framework";
import { reports2016 } from "./testing/agreeing-reports";
import { agreement, compared, period } from "./testing/agreement";
import { compareDataSheet, compareGoalSheets, compareRows } from "./testing/compare-rows";
import { compareBreakdowns, compareValues, compareWholeTables } from "./testing/compare-tables";
import type { ReadFiles } from "./testing/read-files";
import { reportedIn } from "./testing/reported";
import type { Said } from "./testing/said";

/** Over the number of values that a country's sources give no more exactly. */
const knownOnly = "Known only as “less than”";

const { agreeing, make, inTables } = agreement();
let plan: Reporting;
let screen: Said;
beforeAll(() => {
  ({ plan, screen } = agreeing());
});

describe("an internal report", () => {
  let files: ReadFiles;
  let exact: Said;
  beforeAll(async () => {
    files = await make({ isInternal: true, sections: ["goals", "countries", "tables", "notes"] });
    // What the countries' reports come to, added up by hand; with an imported "<5" in it, a sum is below a number.
    const sums = {
      "G1.1-a": { total: below(68 + 12_382 + 46 + 5) },
      "G1.1-b": {
        total: { kind: "ratio", numerator: { below: 337 + 1_234 + 2 + 5 }, denominator: { exact: "6520" } },
      },
      "G1.2-b": { total: count(15_322) },
      "G2.1-a": { total: count(4_402) },
    } as const;
    const reports = { ...reports2016, REGION: { ...reports2016.REGION, ...sums } };
    exact = await reportedIn(agreeing().database.prisma, plan, period, reports, screen);
  });

  it("has the exact values in all formats", () => {
    const { document, book } = files.content;
    expect(exact.values).toHaveLength(50);
    expect([...exact.values, ...exact.cells].map(({ value }) => value)).not.toContain("suppressed");
    const values = inTables(files, (file, result) => compareValues(document, file, exact, result));
    const cells = inTables(files, (file, result) => compareBreakdowns(document, file, exact, result));
    expect([values, cells]).toEqual([50, 126]);
    expect(compared((result) => compareRows(files.csv.rows, period, exact, result))).toBe(621);
    compared((result) => compareDataSheet(files.xlsx, files.csv.rows, result));
    expect(compared((result) => compareGoalSheets(files.xlsx, book.units, exact, result))).toBe(100);
    inTables(files, (file, result) => compareWholeTables(document, file, result));
  });

  it("marks what its source gives only as <5 the same in all formats, and says that it does", async () => {
    const { document, book } = files.content;
    const said = exact.values.filter(({ indicator, value }) => indicator === "G1.1-a" && value.startsWith("<"));
    expect(said.map(({ unit, value }) => [unit, value])).toEqual([
      ["LAO", "<5"],
      ["REGION", "<12,501"],
    ]);
    const small = files.csv.rows.filter(({ mark }) => mark === "small");
    expect(small.map(({ indicator, unit, cell, value }) => [indicator, unit, cell, value])).toEqual([
      ["G1.1-a", "REGION", "total", "<12501"],
      ["G1.1-a", "LAO", "total", "<5"],
    ]);
    expect(book.rows.filter(({ value }) => value.state === "small")).toHaveLength(small.length);
    // Lao PDR has six values, one of them imported; Thailand's percentage has a numerator of "<5".
    inTables(files, ({ tables }, result) => {
      const counts = tables.find(({ head }) => head.some((name) => squeezed(name) === squeezed(knownOnly)))!;
      for (const [country, expected] of Object.entries({ "Lao PDR": ["5", "1", "0"], Thailand: ["6", "1", "0"] })) {
        const row = counts.rows.find(([name = ""]) => name === country)!;
        result.same(country, expected.join(), row.slice(1, 4).join());
      }
    });
    const alt = (format: "html" | "docx" | "pdf") => squeezed(files[format].alternatives.join());
    const sentence = squeezed("Internal: values are exact and none is suppressed, but for those that");
    for (const text of [files.html.text, files.docx.text, files.xlsx.sheet("Notes").rows.flat().join()]) {
      expect(squeezed(text)).toContain(sentence);
    }
    for (const format of ["html", "docx", "pdf"] as const) {
      expect(alt(format)).toContain(squeezed("Lao PDR: 2015 no approved report, 2016 <5"));
    }
    if (files.pdf.pages) expect(squeezed(files.pdf.pages.join(""))).toContain(sentence);
    const markers = document.chapters.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === "chart" && block.id === "i-g1-1-a-countries" && block.chart.type === "trend"
          ? block.chart.model.panels.flatMap((panel) => (panel.code === "LAO" ? panel.markers : []))
          : [],
      ),
    );
    expect(markers).toMatchObject([{ kind: "censored", y: 2.5, text: "<5" }]);
  });

  it("draws a region's sum with an imported <5 in it between the least and the most that it can be", async () => {
    const published = (await publishedPlan(plan.code, "en", null))!;
    const region = published.region!;
    const [total] = await exactReader(published, new Set([region.id])).results({
      periodId: plan.periodIds[period]!,
      unitId: region.id,
      cell: { key: "total" },
      indicatorVersion: { indicatorId: plan.indicatorIds["G1.1-a"]! },
    });
    expect(total?.value).toEqual({ state: "small", below: 12_501, from: 12_496 });
  });

  it("says on each part that it is internal", () => {
    expect(files.html.text).toMatch(/internal, unsuppressed/i);
    expect(files.docx.heads).toMatch(/internal, unsuppressed/i);
    expect(files.csv.texts["README.txt"]).toMatch(/internal, unsuppressed/i);
    for (const { notice } of files.csv.rows) expect(notice).toMatch(/internal/i);
    for (const name of files.xlsx.names) {
      const { rows, headerFooter } = files.xlsx.sheet(name);
      expect(`${rows.flat().join()} ${headerFooter?.oddFooter}`).toMatch(/internal, unsuppressed/i);
      expect(headerFooter?.oddFooter).toMatch(/internal/i);
    }
    for (const page of files.pdf.pages ?? []) expect(page).toMatch(/internal, unsuppressed/i);
  });
});
