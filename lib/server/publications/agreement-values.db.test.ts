import { beforeAll, describe, expect, it } from "vitest";
import { writeCsv } from "@/lib/exchange/csv/write-csv";
import { longColumns } from "@/lib/exchange/long-form";
import { publicationWords } from "@/lib/i18n/publication-words";
import { readCsv } from "@/lib/publication/testing/read-csv";
import { agreement, compared, period } from "@/lib/server/publications/testing/agreement";
import {
  compareDataSheet,
  compareGoalSheets,
  compareRows,
  compareRowsAlone,
} from "@/lib/server/publications/testing/compare-rows";
import type { ReadValues } from "@/lib/server/publications/testing/read-files";
import type { Said } from "@/lib/server/publications/testing/said";
import { resultsFile } from "@/lib/server/queries/results/results-file";
import type { Reporting } from "@/test/factories/make-reporting";

const { agreeing, makeValues } = agreement();
let plan: Reporting;
let screen: Said;
let regional: ReadValues;
beforeAll(async () => {
  ({ plan, screen } = agreeing());
  regional = await makeValues({});
});

describe("the files of values of a public regional report agree with the pages", () => {
  it("in its CSV, which is the pages' own CSV row for row", async () => {
    const { rows } = regional.csv;
    expect(compared((result) => compareRows(rows, period, screen, result))).toBe(687);
    const { wording, t } = await publicationWords("en");
    const words = () => ({
      total: t("public.breakdown.total"),
      unit: String,
      ...wording,
      notice: regional.content.document.notices.join(" "),
    });
    const ofPage = async (subject: { indicator?: string }) =>
      readCsv(writeCsv((await resultsFile({ plan: plan.code, period, ...subject }, words, "en")) ?? []));
    const totals = await ofPage({});
    expect(rows.filter(({ cell }) => cell === "total")).toEqual(totals);
    const codes = [...new Set(totals.map(({ indicator }) => indicator))];
    const ofIndicators = [];
    for (const indicator of codes) ofIndicators.push(...(await ofPage({ indicator })));
    expect(rows).toEqual(ofIndicators.filter((row) => row.period === period));
    expect([totals.length, rows.length]).toEqual([57, 107]);
  });

  it("in its CSV, where only what is missing is blank, and each cell is named with its dimensions", () => {
    const { rows } = regional.csv;
    expect(compared((result) => compareRowsAlone(rows, result))).toBe(2 * rows.length);
    const of = (indicator: string, unit: string, cell: string) =>
      rows.find((row) => row.indicator === indicator && row.unit === unit && row.cell === cell);
    expect(of("G1.1-b", "MMR", "total")).toMatchObject({ value: "0 of 0", numerator: "0", denominator: "0" });
    expect(rows.map(({ cell_name: name }) => name)).toContain("Sex: Female");
  });

  it("in its CSV, which says what the region's values count and over how many countries", () => {
    const of = (code: string) =>
      regional.csv.rows.find(
        ({ indicator, unit, cell }) => indicator === code && unit === "REGION" && cell === "total",
      );
    const said = ["G1.1-c", "G1.1-d", "G1.2-b", "G2.1-r"].map((code) => {
      const { value, measure, countries_in, countries_of, status_countries_in } = of(code)!;
      return [code, value, measure, countries_in, countries_of, status_countries_in];
    });
    // Viet Nam hasn't reported, one other has no value; a value of the secretariat's own stands over no countries.
    expect(said).toEqual([
      ["G1.1-c", "3", "countries", "4", "6", "4"],
      ["G1.1-d", "2", "countries", "4", "6", "4"],
      ["G1.2-b", "15322", "officials", "4", "5", "4"],
      ["G2.1-r", "6", "cases", "", "", ""],
    ]);
    expect(regional.csv.texts["README.txt"]).toContain("status_countries_in: Of a value of the region with a status");
  });

  it("in its CSV and workbook, which call a value that the region can't have neither unreported nor a gap", () => {
    const { csv, xlsx } = regional;
    const row = csv.rows.find(({ indicator, unit }) => indicator === "G1.2-a" && unit === "REGION");
    expect(row).toMatchObject({ value: "", mark: "missing", missing_reason: "notComputable" });
    const { rows } = xlsx.sheet("G1");
    const { name } = regional.content.book.units.at(-1)!;
    const head = rows.find((each) => each.includes(`${name}: status`)) ?? [];
    const inBook = rows.find(([first]) => first === "G1.2-a") ?? [];
    expect([name, `${name}: status`].map((each) => inBook[head.indexOf(each)])).toEqual(["–", "Not assessed"]);
    const meaning = "A value for the region can’t be worked out from the countries’ values.";
    expect(xlsx.sheet("Notes").rows.find(([term]) => term === "–")).toEqual(["–", meaning]);
    expect(csv.texts["README.txt"]).toContain(`notComputable: ${meaning}`);
    expect(csv.texts["datapackage.json"]).toContain(`notComputable: ${meaning}`);
  });

  it("in its CSV, in which a country without a report has a row for each indicator due, with its target", () => {
    const rows = regional.csv.rows.filter(({ unit }) => unit === "VNM");
    const said = rows.map((row) => [row.indicator, row.value, row.missing_reason, row.target, row.target_period]);
    const row = (indicator: string, target = "", by = period) => [
      indicator,
      "",
      "noApprovedReport",
      target,
      target && by,
    ];
    expect(said).toEqual([
      row("G1.1-a"),
      row("G1.1-b", "58.5"),
      row("G1.1-c", "Yes"),
      row("G1.1-d", "In force"),
      row("G1.2-a"),
      row("G1.2-b", "1500"),
      row("G1.2-c", "10"),
      row("G2.1-a"),
    ]);
    expect(new Set(rows.map(({ status, approved_on: on }) => `${status} ${on}`))).toEqual(new Set(["notAssessed "]));
  });

  it("in its workbook: the data as the CSV, the goals' sheets as the pages", () => {
    const { xlsx, csv, content } = regional;
    expect(compared((result) => compareDataSheet(xlsx, csv.rows, result))).toBe(
      1 + csv.rows.length * longColumns.length,
    );
    expect(compared((result) => compareGoalSheets(xlsx, content.book.units, screen, result))).toBe(2 * 57);
  });

  it("in its tables and workbook, which tell what isn't due from a gap, and both from what isn't a country's to report", () => {
    const { rows } = regional.xlsx.sheet("G1");
    const head = rows.find((row) => row.includes("Myanmar: status")) ?? [];
    const inBook = (code: string, unit: string) => rows.find(([first]) => first === code)?.[head.indexOf(unit)];
    expect([inBook("G1.2-b", "Myanmar"), inBook("G1.2-b", "Viet Nam")]).toEqual([
      "not applicable",
      "no approved report",
    ]);
    expect(inBook("G1.2-b", "Viet Nam: status")).toBe("No approved report");
    const own = regional.xlsx.sheet("G2").rows.find(([first]) => first === "G2.1-r") ?? [];
    expect(own.slice(3, 9)).toEqual(Array(6).fill(null));
    const blocks = regional.content.document.chapters.flatMap((chapter) => chapter.blocks);
    const table = blocks.flatMap((block) => (block.kind === "table" && block.id === "values-g1" ? [block] : []))[0]!;
    const row = table.rows
      .flatMap((each) => (each.kind === "cells" ? [each.cells] : []))
      .find(([name]) => JSON.stringify(name).includes("G1.2-b"))!;
    expect([row[4]?.text, row[6]?.text]).toEqual(["not applicable", "–"]);
    expect(table.columns.map(({ name, detail }) => [name, detail]).slice(4)).toEqual([
      ["Myanmar", undefined],
      ["Thailand", undefined],
      ["Viet Nam", "no approved report"],
      ["Region", undefined],
    ]);
  });
});
