import { beforeAll, describe, expect, it } from "vitest";
import { formulaLine } from "@/lib/charts/formula";
import { explainRegion } from "@/lib/charts/prepare/prepare-explanation";
import { publicationWords } from "@/lib/i18n/publication-words";
import { plainText } from "@/lib/publication/document";
import { Comparison } from "@/lib/publication/testing/comparison";
import { squeezed } from "@/lib/publication/testing/read-tables";
import { indicatorProgress } from "@/lib/server/queries/results/public-progress";
import { reportedUnits } from "./testing/agreeing-plan";
import { agreement, compared, period, tablesOf } from "./testing/agreement";
import {
  compareBreakdowns,
  compareMissing,
  compareStatuses,
  compareValues,
  compareWholeTables,
} from "./testing/compare-tables";
import type { ReadFiles } from "./testing/read-files";
import type { Said } from "./testing/said";

const { agreeing, make, inTables } = agreement();
let screen: Said;
let regional: ReadFiles;
beforeAll(async () => {
  ({ screen } = agreeing());
  regional = await make({});
});

describe("a public regional report agrees with the pages number for number", () => {
  it("in its goals' tables", () => {
    const number = inTables(regional, (file, result) => compareValues(regional.content.document, file, screen, result));
    expect(number).toBe(57);
  });

  it("in what its countries' chapters say is missing, and why", () => {
    const number = inTables(regional, (file, result) => {
      for (const code of reportedUnits) compareMissing(regional.content.document, file, screen, code, result);
    });
    // How many each of the five countries misses, and the seven that are.
    expect(number).toBe(5 + 7);
  });

  it("in its tables by category", () => {
    const number = inTables(regional, (file, result) =>
      compareBreakdowns(regional.content.document, file, screen, result),
    );
    expect(number).toBe(126);
  });

  it("in its heat map's words", () => {
    const written = tablesOf(regional).filter(({ hasWordsInSquares }) => hasWordsInSquares);
    for (const file of written) {
      expect(compared((result) => compareStatuses(regional.content.document, file, screen, result))).toBe(57);
    }
    // What stands for a square in the PDF: "Cambodia, Achieved".
    const left = [...regional.pdf.alternatives];
    const missing = screen.values.flatMap(({ unitName, status, of, isUnreported }) => {
      if (isUnreported) return [];
      const said = [unitName, status.word, ...(of ? [of] : [])].join(", ");
      const at = left.indexOf(said);
      if (at < 0) return [said];
      left.splice(at, 1);
      return [];
    });
    expect(missing).toEqual([]);
  });

  it("in what its charts say in words, in every format", () => {
    const { document } = regional.content;
    const charts = document.chapters.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "chart" ? [b] : [])));
    const said = (texts: readonly string[]) => texts.map(squeezed);
    const [inHtml, inDocx, inPdf] = [regional.html, regional.docx, regional.pdf].map((file) => said(file.alternatives));
    for (const { alt } of charts) {
      for (const alternatives of [inHtml, inDocx, inPdf]) expect(alternatives).toContain(squeezed(alt));
    }
    expect(charts).toHaveLength(20);
    const result = new Comparison();
    for (const { indicator, unitName, year, value } of screen.points) {
      const id = `i-${indicator.toLowerCase().replace(".", "-")}-countries`;
      const alt = charts.find((each) => each.id === id)?.alt ?? "";
      const sentence = alt.split(". ").find((each) => each.startsWith(`${unitName}: `)) ?? "";
      const points = sentence
        .replace(/\.$/, "")
        .slice(unitName.length + 2)
        .split(/, (?=\d{4} |baseline|target)/);
      result.check(points.includes(`${year} ${value}`), `${indicator} ${unitName}`, `${year} ${value}`, points);
    }
    expect(result.wrong).toEqual([]);
    expect(result.compared).toBe(7 * 6 * 2);
  });

  it("in how the region's statuses are worked out, line by line as the pages explain them", async () => {
    const { wording } = await publicationWords("en");
    const lines: string[] = [];
    for (const code of new Set(screen.values.map(({ indicator }) => indicator))) {
      const view = (await indicatorProgress(agreeing().plan.code, code, period, "en"))!;
      if (!view.region) continue;
      const { formula } = explainRegion(view.region, view, wording);
      if (formula) lines.push(formulaLine(formula));
    }
    expect(lines.length).toBeGreaterThan(1);
    const texts = [
      regional.html.text,
      regional.docx.text,
      ...(regional.pdf.pages ? [regional.pdf.pages.join("")] : []),
    ];
    for (const line of lines) for (const text of texts) expect(squeezed(text)).toContain(squeezed(line));
  });

  it("in the titles of its charts, which count the countries assessed and name the others, in every format", () => {
    const { document } = regional.content;
    const charts = document.chapters.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "chart" ? [b] : [])));
    const numbers = ["no", "one", "two", "three", "four", "five", "six"];
    const texts = [
      regional.html.text,
      regional.docx.text,
      ...(regional.pdf.pages ? [regional.pdf.pages.join("")] : []),
    ];
    const counted = charts.filter(({ id, title }) => id.endsWith("-countries") && / have | has /.test(title));
    expect(counted.length).toBeGreaterThan(2);
    for (const { id, title } of counted) {
      const own = screen.values.filter(
        ({ indicator, unit }) => id === `i-${indicator.toLowerCase().replace(".", "-")}-countries` && unit !== "REGION",
      );
      const having = (...codes: string[]) =>
        own.filter(({ status }) => codes.includes(status.code)).map(({ unitName }) => unitName);
      const [unassessed, without, unreported, notApplicable] = [
        having("notAssessed", "suppressed"),
        having("noValue"),
        having("noReport"),
        having("notApplicable"),
      ];
      const among = own.length - [unassessed, without, unreported, notApplicable].flat().length;
      const counted =
        among > 0 ? `${numbers[among]} countr(y|ies) assessed` : `of ${numbers[unassessed.length]} countr`;
      expect(title.toLowerCase().replace("both", "two"), id).toMatch(new RegExp(counted));
      const namedAfter = (words: string) =>
        (title.split(`${words}: `)[1]?.split(/; | \(/)[0] ?? "").split(/, | and /).filter(Boolean);
      expect([id, namedAfter("not assessed")]).toEqual([id, among > 0 ? unassessed : []]);
      expect([id, namedAfter("no value")]).toEqual([id, without]);
      expect([id, namedAfter("no approved report")]).toEqual([id, unreported]);
      expect([id, namedAfter("not applicable")]).toEqual([id, notApplicable]);
      for (const text of texts) expect(squeezed(text)).toContain(squeezed(title));
    }
  });

  it("in the PDF's text, every cell of every table in its row", ({ skip }) => {
    skip(!agreeing().hasPoppler, "poppler-utils isn't installed, so that nothing reads the PDF's text");
    const { document } = regional.content;
    const number = inTables(regional, (file, result) => compareWholeTables(document, file, result));
    expect(number).toBe(511);
    const pages = squeezed(regional.pdf.pages!.join(""));
    for (const { value } of [...screen.values, ...screen.cells]) expect(pages).toContain(squeezed(value));
  });

  it("in who publishes it, on what terms and how to cite it", () => {
    const { document } = regional.content;
    const files = {
      HTML: regional.html.text,
      DOCX: regional.docx.text,
      XLSX: regional.xlsx.sheet("Notes").rows.flat().join(" "),
      CSV: regional.csv.texts["README.txt"] ?? "",
      ...(regional.pdf.pages && { PDF: regional.pdf.pages.join("") }),
    };
    const terms = ["Publisher", "Contact", "Address", "Licence", "How to cite"];
    expect(document.imprint.rows.map(({ term }) => term)).toEqual(terms);
    const missing = Object.entries(files).flatMap(([format, text]) =>
      document.imprint.rows.flatMap(({ term, text: said }) =>
        [term, plainText(said)]
          .filter((each) => !squeezed(text).includes(squeezed(each)))
          .map((each) => [format, each]),
      ),
    );
    expect(missing).toEqual([]);
    expect(document.imprint.publisher).toMatch(/^SPAIV Monitor/);
  });

  it("and says nowhere that it is internal", () => {
    for (const { text } of [regional.html, regional.docx]) expect(text).not.toMatch(/unsuppressed/i);
    expect(Object.values(regional.csv.texts).join()).not.toMatch(/unsuppressed/i);
    expect(Object.values(regional.xlsx.parts).join()).not.toMatch(/unsuppressed/i);
    expect(regional.pdf.pages?.join() ?? "").not.toMatch(/unsuppressed/i);
  });
});
