import type { FileRefusalCode } from "../../import/file-refusal";
import { rowsXml, sheetXml, workbookOfSheets, workbookParts, zipOf } from "./made-workbook";

// For tests alone, and for measuring: workbooks that mean harm, or that somebody broke. Made by script, kept nowhere.

export interface Hostile {
  name: string;
  bytes: Uint8Array;
  /** What it is refused as. */
  refused: FileRefusalCode;
}

const header = ["Iso3_code", "Indicator", "Dimension", "Category", "Sex", "Age", "Year", "txtVALUE"];
const values = ["THA", "Persons convicted", "Total", "Total", "Total", "Total", "2016", "1"];
const good = sheetXml(rowsXml([header, values]));
const one = (sheet: string, parts = {}) => workbookOfSheets({ Data: sheet }, parts);
const sheet1 = "xl/worksheets/sheet1.xml";
/** So much of nothing packs to a thousandth. */
const emptiness = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, " ");
const mark = (text: string) => Buffer.from(text, "latin1");

function* entries(): Generator<[string, FileRefusalCode, () => Uint8Array]> {
  yield ["a bomb that says its size", "tooDemanding", () => one(good, { "xl/sharedStrings.xml": emptiness(60) })];
  yield [
    "a bomb that says it is small",
    "workbookDamaged",
    () => one(good, { "xl/sharedStrings.xml": { content: emptiness(60), size: 1000 } }),
  ];
  yield [
    "a part that says it is larger than it is",
    "workbookDamaged",
    () => one(good, { [sheet1]: { content: good, size: good.length + 1 } }),
  ];
  yield [
    "more in all than fits, each part by itself as it should be",
    "tooDemanding",
    () => one(good, Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`xl/media/${n}`, emptiness(0.95)]))),
  ];
  yield [
    "thousands of parts",
    "tooDemanding",
    () => one(good, Object.fromEntries(Array.from({ length: 2500 }, (_, n) => [`xl/media/${n}`, ""]))),
  ];
  yield ["entities in entities", "workbookDamaged", () => one(good, { "xl/sharedStrings.xml": laughs })];
  yield [
    "a document type that names a file",
    "workbookDamaged",
    () => one(good.replace("<worksheet", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet')),
  ];
  yield ["an entity that nobody declared", "workbookDamaged", () => one(good.replace("THA", "&e;"))];
  const cellAt = (reference: string) => sheetXml(`<row r="1"><c r="${reference}"><v>1</v></c></row>`);
  yield ["a million columns", "workbookTooWide", () => one(cellAt("BDWGN1"))];
  yield ["the last column there is", "workbookTooWide", () => one(cellAt("XFD1"))];
  yield ["a column of a thousand letters", "workbookTooWide", () => one(cellAt(`${"A".repeat(1000)}1`))];
  yield ["a row beyond all rows", "workbookDamaged", () => one(sheetXml('<row r="99999999"><c><v>1</v></c></row>'))];
  yield [
    "rows that go back",
    "workbookDamaged",
    () => one(sheetXml('<row r="5"><c><v>1</v></c></row><row r="5"><c><v>2</v></c></row>')),
  ];
  yield [
    "a cell with a book in it",
    "workbookDamaged",
    () => one(sheetXml(rowsXml([header, ["x".repeat(40_000), ...values.slice(1)]]))),
  ];
  yield [
    "a formula with a book in it",
    "workbookDamaged",
    () => one(sheetXml(`<row r="1"><c><f>${"1+".repeat(20_000)}1</f><v>1</v></c></row>`)),
  ];
  yield [
    "a shared text that there isn't",
    "workbookDamaged",
    () => one(good.replace(/<c t="inlineStr">.*?<\/c>/, '<c t="s"><v>7</v></c>')),
  ];
  yield ["a number that is none", "workbookDamaged", () => one(sheetXml('<row r="1"><c><v>0x1F</v></c></row>'))];
  yield [
    "links to other workbooks",
    "workbookLinks",
    () => one(good, { "xl/externalLinks/externalLink1.xml": "<externalLink/>" }),
  ];
  yield [
    "a sheet that is elsewhere",
    "workbookLinks",
    () =>
      one(good, {
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="rId1" Target="http://example.org/x" TargetMode="External"/></Relationships>',
      }),
  ];
  yield ["macros", "workbookMacros", () => one(good, { "xl/vbaProject.bin": "Sub Auto_Open()" })];
  yield ["macros of long ago", "workbookMacros", () => one(good, { "xl/macrosheets/sheet1.xml": "<x/>" })];
  yield [
    "more sheets than anybody opens",
    "workbookSheets",
    () => workbookOfSheets(Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`Sheet ${n}`, good]))),
  ];
  for (const name of ["../../evil.xml", "/etc/passwd", "xl\\evil.xml", "xl/./a.xml"])
    yield [`a part called ${name}`, "workbookDamaged", () => one(good, { [name]: "<x/>" })];
  yield [
    "two parts of one name",
    "workbookDamaged",
    () => zipOf([...Object.entries(workbookParts({ Data: good })), [sheet1, good]]),
  ];
  yield ["one that was cut off", "workbookDamaged", () => one(good).subarray(0, 700)];
  yield ["one without a directory", "workbookDamaged", () => mark("PK\u0003\u0004 and nothing else")];
  yield [
    "a sheet that is cut off in a tag",
    "workbookDamaged",
    () => one(sheetXml(rowsXml([header])).slice(0, -60) + "<c ".repeat(200_000)),
  ];
  yield ["one without its sheet", "workbookDamaged", () => zipOf(without(workbookParts({ Data: good }), sheet1))];
  yield ["a part with a password", "workbookProtected", () => one(good, { [sheet1]: { content: good, flags: 1 } })];
  yield [
    "an old one, or a container with a password",
    "workbookProtected",
    () => Buffer.concat([mark("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), emptiness(1)]),
  ];
  yield [
    "another program's spreadsheet",
    "spreadsheet",
    () =>
      zipOf([
        ["mimetype", "application/vnd.oasis.opendocument.spreadsheet"],
        ["content.xml", "<x/>"],
      ]),
  ];
}

function* without(parts: ReturnType<typeof workbookParts>, name: string) {
  for (const entry of Object.entries(parts)) if (entry[0] !== name) yield entry;
}

/** Ten of ten of ten: a billion in all, if anybody expanded them. */
const laughs = `<!DOCTYPE l [<!ENTITY a0 "ha">${Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`,
).join("")}]><sst><si><t>&a9;</t></si></sst>`;

/** Each is made when its turn comes. */
export function* hostileWorkbooks(): Generator<Hostile> {
  for (const [name, refused, make] of entries()) yield { name, bytes: make(), refused };
}
