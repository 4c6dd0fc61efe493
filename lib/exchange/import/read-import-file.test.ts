import { describe, expect, it } from "vitest";
import { maximumBytes, maximumLineLength } from "./decode-text";
import { FileRefusal } from "./file-refusal";
import { maximumRows, readImportFile } from "./read-import-file";
import { datasetOf, madeUpFile, realFile } from "./testing";

const bytes = (text: string) => new TextEncoder().encode(text);
const header = "Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,txtVALUE";
const row = 'THA,Thailand,Persons convicted,Total,Total,Total,Total,2016,Counts,"1,127"';
const read = (...lines: string[]) => datasetOf(bytes(lines.join("\n")));

function refusal(content: Uint8Array): unknown {
  try {
    readImportFile(content);
  } catch (error) {
    if (error instanceof FileRefusal) return { code: error.code, args: error.args };
    throw error;
  }
  return undefined;
}

describe("a file in UNODC's shape", () => {
  const plain = read(header, row);

  it("gives its rows with the lines they stand on", () => {
    expect(plain).toEqual([
      {
        line: 2,
        countryCode: "THA",
        countryName: "Thailand",
        year: "2016",
        series: "Persons convicted",
        unit: "Counts",
        categories: [],
        value: "1,127",
      },
    ]);
  });

  it.each([
    ["a byte order mark", `\ufeff${header}\n${row}`],
    ["line ends of Windows", `${header}\r\n${row}\r\n`],
    ["line ends of old Macs", `${header}\r${row}\r`],
    ["quoted column names", `${header.replace(/([^,]+)/g, '"$1"')}\n${row}`],
    [
      "column names in another spelling",
      `${header.replace("Iso3_code", "ISO3 code").replace("txtVALUE", "TxtValue")}\n${row}`,
    ],
    ["blank cells at the end", `${header},,\n${row},,\n,,,,,,,,,,,\n`],
  ])("reads the same with %s", (_, text) => {
    expect(datasetOf(bytes(text))).toEqual(plain);
  });

  it("reads semicolons and tabs between cells", () => {
    for (const delimiter of [";", "\t"]) {
      const changed = (line: string) => line.replace('"1,127"', "1127").replaceAll(",", delimiter);
      expect(read(changed(header), changed(row))).toEqual([{ ...plain[0], value: "1127" }]);
    }
    expect(
      read(header.replaceAll(",", ";"), 'THA;Thailand;Persons convicted;Total;Total;Total;Total;2016;Counts;"1,127"'),
    ).toEqual(plain);
  });

  it("passes over what stands above the header, and counts its lines", () => {
    expect(read("UNODC", "14 April 2025", header, row)).toEqual([{ ...plain[0], line: 4 }]);
    expect(read('"UNODC" said "so"', "14 April 2025,,,", "", header, "", row)).toEqual([{ ...plain[0], line: 6 }]);
    expect(read("sep=,", header, row)).toEqual([{ ...plain[0], line: 3 }]);
  });

  it("knows where a row starts though cells have several lines", () => {
    const twoLines = row.replace("Thailand", '"Thai\nland"');
    expect(read(header, twoLines, "", twoLines, row).map(({ line }) => line)).toEqual([2, 5, 7]);
  });

  it("takes columns in any order, and doesn't need those that say nothing more", () => {
    const [found] = read(
      "txtVALUE,Year,Age,Sex,Category,Dimension,Indicator,Iso3_code",
      "<5,2016,0 to 17 years,Female,Thai,by citizenship,Persons convicted,THA",
    );
    expect(found).toMatchObject({
      countryName: "",
      unit: "",
      value: "<5",
      categories: [
        { dimension: "sex", text: "Female" },
        { dimension: "age", text: "0 to 17 years" },
        { dimension: "citizenship", text: "Thai" },
      ],
    });
  });

  it("marks a row whose cells are shifted instead of trusting it", () => {
    const [short, long] = read(header, row.replace("Total,", ""), row.replace("Thailand", "Thai,land"));
    expect(short?.problem).toEqual({ code: "rowIncomplete" });
    expect(long?.problem).toEqual({ code: "rowIncomplete" });
  });

  it("marks a dimension that it doesn't know, and a category of no dimension", () => {
    const [means, contradiction, blank] = read(
      header,
      row.replace("Total,Total", "by means of control,Debt"),
      row.replace("Total,Total", "Total,Debt"),
      row.replace("Total,Total", ",Total"),
    );
    expect(means?.problem).toEqual({ code: "dimensionUnknown", text: "by means of control" });
    expect(contradiction?.problem).toEqual({ code: "dimensionUnknown", text: "Debt" });
    expect(blank?.problem).toEqual({ code: "dimensionUnknown", text: "" });
  });
});

describe("a file that can't be read", () => {
  const pad = (start: number[]) => new Uint8Array([...start, ...bytes(`${header}\n${row}`)]);
  it.each<[string, Uint8Array, unknown]>([
    ["nothing", new Uint8Array(), { code: "empty", args: {} }],
    ["blanks", bytes("\ufeff \n\n"), { code: "empty", args: {} }],
    ["a broken .xlsx", pad([0x50, 0x4b, 3, 4]), { code: "workbookDamaged", args: {} }],
    ["an .xls", pad([0xd0, 0xcf, 0x11, 0xe0]), { code: "workbookProtected", args: {} }],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x49, 0, 0x73, 0]), { code: "notUtf8", args: {} }],
    ["a Windows code page", pad([0x43, 0xf4, 0x74, 0x65, 0x0a]), { code: "notUtf8", args: {} }],
    ["a picture", pad([0x89, 0x50, 0x4e, 0x47, 0]), { code: "notText", args: {} }],
    ["a PDF's start", bytes("%PDF-1.7\n\u0001"), { code: "notText", args: {} }],
    ["too many bytes", new Uint8Array(maximumBytes + 1).fill(0x61), { code: "tooLarge", args: { megabytes: 15 } }],
    [
      "an endless line",
      bytes(`${header}\n${",".repeat(maximumLineLength + 1)}`),
      { code: "lineTooLong", args: { line: 2 } },
    ],
    ["only a header", bytes(`${header}\n,,,\n`), { code: "noRows", args: { format: "glotip" } }],
    [
      "a quote left open",
      bytes(`UNODC\n${header}\n${row}\n${row.replace('7"', "7")}`),
      { code: "quoteBroken", args: { line: 4 } },
    ],
    [
      "a quote inside a cell",
      bytes(`${header}\n${row.replace("Thailand", 'Thai"land')}`),
      { code: "quoteBroken", args: { line: 2 } },
    ],
    ["other columns", bytes("\nname,phone\nSomchai,1\n"), { code: "unknownFormat", args: { found: "name,phone" } }],
    ["prose", bytes("Dear colleague, please find the country, the year and the sex below."), { code: "unknownFormat" }],
  ])("%s", (_, content, expected) => {
    expect(refusal(content)).toMatchObject(expected as object);
  });

  it("names the columns that are missing and those that were found", () => {
    const renamed = header.replace("txtVALUE", "Value").replace("Age,", "Age group,");
    expect(refusal(bytes(`UNODC\n${renamed}\n${row}`))).toEqual({
      code: "columnsMissing",
      args: {
        format: "glotip",
        missing: "Age, txtVALUE",
        found: "Iso3_code, Country, Indicator, Dimension, Category, Sex, Age group, Year, Unit of measurement, Value",
      },
    });
  });

  it("names a column that stands twice", () => {
    expect(refusal(bytes(`${header},Year\n${row},2017`))).toEqual({
      code: "columnsTwice",
      args: { format: "glotip", columns: "Year" },
    });
  });

  it("stops at too many rows", () => {
    const full = `${header}\n${"THA,,,,,,,,,\n".repeat(maximumRows)}`;
    expect(datasetOf(bytes(full))).toHaveLength(maximumRows);
    expect(refusal(bytes(`${full}THA,,,,,,,,,\n`))).toEqual({ code: "tooManyRows", args: { rows: maximumRows } });
  });
});

describe("whole files", () => {
  it("reads every row of the made-up file", () => {
    const rows = datasetOf(madeUpFile);
    expect(readImportFile(madeUpFile).format).toBe("glotip");
    expect(rows).toHaveLength(49);
    expect(rows.filter(({ problem }) => problem).map(({ line }) => line)).toEqual([28, 53, 54]);
  });

  it.skipIf(!realFile)("reads every row of UNODC's file", () => {
    const rows = datasetOf(realFile ?? new Uint8Array());
    expect(rows).toHaveLength(1595);
    expect(rows.filter(({ problem }) => problem)).toEqual([]);
    expect(rows.at(-1)?.line).toBe(1596);
  });
});
