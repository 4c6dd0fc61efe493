import { describe, expect, it } from "vitest";
import { sheetXml, workbookOfSheets } from "../testing/made-workbook";
import { openWorkbook } from "./open-workbook";
import { plainNumber, type SheetRow } from "./read-sheet";

function rowsOf(rows: string, parts: Record<string, string> = {}): SheetRow[] {
  const found: SheetRow[] = [];
  openWorkbook(workbookOfSheets({ Data: sheetXml(rows) }, parts)).sheets[0]!.read((row) => found.push(row));
  return found;
}
const cellsOf = (rows: string, parts: Record<string, string> = {}) => rowsOf(rows, parts)[0]!.cells;

describe("a cell's number", () => {
  it.each([
    ["1127", "1127"],
    ["-3.5", "-3.5"],
    ["0.1", "0.1"],
    ["0.30000000000000004", "0.3"],
    ["1.2E-3", "0.0012"],
    ["4.0", "4"],
    ["1E+3", "1000"],
    ["123456789012345", "123456789012345"],
    ["1.5e17", "150000000000000000"],
    ["-0", "-0"],
    ["-0.0", "0"],
  ])("%s is %s", (written, number) => {
    expect(plainNumber(written)).toBe(number);
  });

  it("is no number in any other way", () => {
    for (const written of ["NaN", "Infinity", "0x10", "1,5", "1 2", "--1", ""]) expect(plainNumber(written)).toBeNull();
  });
});

describe("a cell", () => {
  it("says what was typed and what was worked out", () => {
    const cells = cellsOf(
      `<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="str"><f>A1&amp;"x"</f><v>ax</v></c><c r="D3"><f>1+1</f><v>2</v></c>` +
        `<c r="E3"><f>NOW()</f></c><c r="F3" t="b"><v>1</v></c><c r="G3" t="e"><v>#REF!</v></c><c r="H3" s="1"><v>42736</v></c></row>`,
      {
        "xl/sharedStrings.xml": "<sst><si><r><t>a_x000D_</t></r><r><t>b</t></r><rPh><t>no</t></rPh></si></sst>",
        "xl/styles.xml":
          '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d/m/yy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>',
      },
    );
    expect(cells).toEqual([
      { text: "a\rb", kind: "text", formula: null },
      undefined,
      { text: "ax", kind: "text", formula: 'A1&"x"' },
      { text: "2", kind: "number", formula: "1+1" },
      { text: "", kind: "error", formula: "NOW()" },
      { text: "TRUE", kind: "boolean", formula: null },
      { text: "#REF!", kind: "error", formula: null },
      { text: "42736", kind: "date", formula: null },
    ]);
  });

  it("is read in any way that XML may be written", () => {
    const rows = rowsOf(
      `<!-- > --><x:row  r = '2' ><x:c t='inlineStr' r='B2'><x:is><x:t a=">">&lt;&#65;&#x42;&amp;<![CDATA[<c>]]></x:t></x:is></x:c></x:row><row/>`,
    );
    expect(rows).toMatchObject([{ number: 2, cells: [undefined, { text: "<AB&<c>" }] }]);
  });
});
