import { describe, expect, it } from "vitest";
import { FileRefusal } from "../../import/file-refusal";
import { readImportFile } from "../../import/read-import-file";
import { rowsXml, sheetXml, workbookOfSheets } from "../testing/made-workbook";
import { openWorkbook } from "./open-workbook";

function refusalOf(bytes: Uint8Array): string {
  try {
    readImportFile(bytes);
  } catch (error) {
    if (error instanceof FileRefusal) return error.code;
    throw error;
  }
  return "read";
}

describe("words that mean something to the language", () => {
  it("are words in names of sheets, texts, columns and properties", () => {
    const words = ["__proto__", "constructor", "hasOwnProperty", "toString"];
    const bytes = workbookOfSheets(
      { __proto__x: sheetXml(rowsXml([words, words])), constructor: sheetXml(rowsXml([words])) },
      {
        "docProps/custom.xml": `<Properties><property name="__proto__"><vt:lpwstr>{"polluted":1}</vt:lpwstr></property></Properties>`,
      },
    );
    const { sheets, properties } = openWorkbook(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(["__proto__x", "constructor"]);
    expect([...properties]).toEqual([["__proto__", '{"polluted":1}']]);
    const texts: string[] = [];
    sheets[0]!.read(({ cells }) => texts.push(...cells.map((cell) => cell!.text)));
    expect(texts).toEqual([...words, ...words]);
    expect(refusalOf(bytes)).toBe("unknownFormat");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
