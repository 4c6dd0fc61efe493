import { beforeAll, describe, expect, it } from "vitest";
import { squeezed } from "@/lib/publication/testing/read-tables";
import { reportedUnits } from "./testing/agreeing-plan";
import { agreement, compared, period } from "./testing/agreement";
import { compareDataSheet, compareGoalSheets, compareRows } from "./testing/compare-rows";
import { compareBreakdowns, compareCountry, compareValues, compareWholeTables } from "./testing/compare-tables";
import type { Said } from "./testing/said";

const { agreeing, make, inTables } = agreement();
let screen: Said;
beforeAll(() => {
  ({ screen } = agreeing());
});

describe("a public goal report agrees with the pages", () => {
  it("in the countries' tables of a goal report: values, targets and statuses", { tags: ["long"] }, async () => {
    const files = await make({ kind: "goal", goal: "G1" });
    const ofGoal: Said = { ...screen, values: screen.values.filter(({ goal }) => goal === "G1") };
    const number = inTables(files, (file, result) => {
      for (const code of reportedUnits) compareCountry(files.content.document, file, ofGoal, code, result);
    });
    expect(number).toBe(5 * 7 * 3);
    // Viet Nam hasn't reported: a sentence says so, and its targets stand there all the same.
    inTables(files, (file, result) => {
      const table = file.tables.find(
        ({ caption }) => squeezed(caption) === squeezed("G1: indicators of Viet Nam, 2016"),
      );
      const targets = table?.rows.map(([, target = ""]) => target);
      const expected = ["no target", "58.5", "Yes", "In force", "no target", "1,500", "10"];
      result.same(`${file.format}: targets`, expected.join(), targets?.join());
    });
  });
});

describe("a public country report agrees with the pages", () => {
  it("in tables, CSV and workbook", { tags: ["long"] }, async () => {
    const files = await make({ kind: "country", unit: "THA", countries: ["THA"] });
    const { document, book } = files.content;
    const own: Said = { ...screen, values: screen.values.filter(({ unit }) => unit === "THA") };
    const cells = screen.cells.filter(({ unit }) => unit === "THA");
    expect(inTables(files, (file, result) => compareCountry(document, file, own, "THA", result))).toBe(8 * 3);
    expect(inTables(files, (file, result) => compareBreakdowns(document, file, { ...own, cells }, result))).toBe(18);
    inTables(files, (file, result) => compareWholeTables(document, file, result));
    expect(compared((result) => compareRows(files.csv.rows, period, { ...own, cells }, result))).toBe(10 * 8 + 18);
    expect(new Set(files.csv.rows.map(({ unit }) => unit))).toEqual(new Set(["THA"]));
    compared((result) => compareDataSheet(files.xlsx, files.csv.rows, result));
    expect(compared((result) => compareGoalSheets(files.xlsx, book.units, own, result))).toBe(16);
  });
});

describe("a publication of the region with some of its countries", () => {
  const chosen = ["KHM", "THA"];
  const isShown = ({ unit }: { unit: string }) => unit === "REGION" || chosen.includes(unit);

  for (const kind of ["dataBook", "goal"] as const)
    it(`has their lines and the region's alone, in every format: ${kind}`, {
      tags: kind === "goal" ? ["long"] : [],
    }, async () => {
      const goal = kind === "goal" ? "G1" : null;
      const files = await make({ kind, goal, countries: chosen });
      const { document, book } = files.content;
      const ofGoal = (each: { indicator: string }) => goal === null || each.indicator.startsWith(`${goal}.`);
      // The region's values are those of the pages, which rest on all countries.
      const said: Said = {
        values: screen.values.filter((each) => isShown(each) && ofGoal(each)),
        cells: screen.cells.filter((each) => isShown(each) && ofGoal(each)),
        points: [],
      };
      expect(book.units.map(({ code }) => code)).toEqual([...chosen, "REGION"]);
      expect(new Set(files.csv.rows.map(({ unit }) => unit))).toEqual(new Set([...chosen, "REGION"]));
      expect(compared((result) => compareRows(files.csv.rows, period, said, result))).toBeGreaterThan(100);
      compared((result) => compareDataSheet(files.xlsx, files.csv.rows, result));
      const number = said.values.length;
      expect(compared((result) => compareGoalSheets(files.xlsx, book.units, said, result))).toBe(2 * number);
      expect(inTables(files, (file, result) => compareBreakdowns(document, file, said, result))).toBe(
        said.cells.length,
      );
      if (kind !== "goal") {
        expect(inTables(files, (file, result) => compareValues(document, file, said, result))).toBe(number);
      }
      const tables = document.chapters.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "table" ? [b] : [])));
      const across = (id: RegExp) => tables.filter((table) => id.test(table.id)).map(({ columns }) => columns.slice(1));
      for (const columns of across(/^values-g\d/)) {
        expect(columns.map(({ name }) => name)).toEqual(["Cambodia", "Thailand", "Region"]);
      }
      // What isn't added up by category has no column for the region.
      for (const columns of across(/^table-/)) {
        expect(columns.slice(0, 2).map(({ name }) => name)).toEqual(["Cambodia", "Thailand"]);
        expect(["The region", undefined]).toContain(columns[2]?.name);
      }
      const head = files.xlsx.sheet("G1").rows.find((row) => row.includes("Thailand: status")) ?? [];
      expect(head.filter((text) => String(text).endsWith(": status"))).toEqual(
        book.units.map(({ name }) => `${name}: status`),
      );
    });
});
