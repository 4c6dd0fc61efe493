import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { shownMissingReasons } from "@/lib/domain/values/value";
import type { ShownRow } from "@/lib/exchange/csv/shown-row";
import { writeCsv } from "@/lib/exchange/csv/write-csv";
import { longColumnNames } from "@/lib/exchange/long-form";
import type { Imprint } from "../document";
import { sampleBook } from "../testing/sample-book";
import { sampleDocument } from "../testing/sample-document";
import { sampleWords } from "../testing/sample-words";
import { csvPackageOf } from "./csv-package";
import { type DataPackage, dataPackageOf } from "./data-package";

const csvName = "spaiv-2017-regional-en.csv";
let files: Record<string, Uint8Array>;
let description: DataPackage;
beforeAll(async () => {
  files = unzipSync(await csvPackageOf(sampleDocument, sampleBook, sampleWords));
  description = JSON.parse(strFromU8(files["datapackage.json"]!));
});
const text = (name: string) => strFromU8(files[name]!);

describe("the CSV package", () => {
  it("holds the CSV file as it is elsewhere, its description and a text", () => {
    expect(Object.keys(files)).toEqual([csvName, "datapackage.json", "README.txt"]);
    // With its byte order mark, which reading as text would take away.
    expect(Buffer.from(files[csvName]!).equals(Buffer.from(writeCsv(sampleBook.rows)))).toBe(true);
  });

  it("is the same each time", async () => {
    const [one, two] = [1, 2].map(() => csvPackageOf(sampleDocument, sampleBook, sampleWords));
    expect(Buffer.from(await one!).equals(await two!)).toBe(true);
  });

  it("says to people what it is, and that it is internal", async () => {
    for (const part of [
      sampleDocument.title,
      ...sampleDocument.notices,
      `${csvName} holds`,
      "5 of 6",
      "periods in the file: 2015, 2016, 2017.",
      "Publisher: Sample Secretariat",
      "How to cite: ",
    ])
      expect(text("README.txt")).toContain(part);
    const internal = await csvPackageOf({ ...sampleDocument, isInternal: true }, sampleBook, sampleWords);
    expect(strFromU8(unzipSync(internal)["README.txt"]!)).toContain("internal, unsuppressed");
  });
});

// Validated once against the standard's own profile (frictionlessdata's package `datapackage` 1.1.10), which nothing of the
// product needs otherwise; these are its rules that this description could break.
describe("its description", () => {
  const resource = () => description.resources[0];

  it("is a tabular data package with names and dates as the standard wants them", () => {
    expect(description).toMatchObject({
      profile: "tabular-data-package",
      version: "2018.6.14",
      created: "2018-06-14T00:00:00Z",
      homepage: sampleDocument.imprint.web,
      contributors: [{ title: "Sample Secretariat", role: "publisher", email: "data@example.org" }],
      licenses: [{ name: "CC-BY-4.0", path: "https://creativecommons.org/licenses/by/4.0/", title: "CC-BY-4.0" }],
      sources: [{ title: "Approved country reports" }],
    });
    for (const { name } of [description, resource()]) expect(name).toMatch(/^[-a-z0-9._/]+$/);
    expect(resource()).toMatchObject({ profile: "tabular-data-resource", path: csvName, encoding: "utf-8" });
  });

  it("knows the file's length and hash", () => {
    const csv = files[csvName]!;
    expect(resource().bytes).toBe(csv.length);
    expect(resource().hash).toBe(`sha256:${createHash("sha256").update(csv).digest("hex")}`);
  });

  it("describes each column in its order", () => {
    const { fields } = resource().schema;
    expect(fields.map(({ name }) => name)).toEqual(longColumnNames);
    for (const { name, description } of fields) expect(description).toBe(sampleWords.columns[name]);
  });

  it("is true of every row, whatever its mark and for whatever reason it is missing", async () => {
    const [first] = sampleBook.rows;
    const missing = shownMissingReasons.map(
      (reason): ShownRow => ({
        ...first!,
        cell: `sex=${reason}` as ShownRow["cell"],
        value: { state: "missing", reason },
      }),
    );
    const book = { ...sampleBook, rows: [...sampleBook.rows, ...missing] };
    const parts = unzipSync(await csvPackageOf(sampleDocument, book, sampleWords));
    const { fields, primaryKey } = (JSON.parse(strFromU8(parts["datapackage.json"]!)) as DataPackage).resources[0]
      .schema;
    const rows: Record<string, string>[] = parse(strFromU8(parts[csvName]!), { bom: true, columns: true });
    expect(rows).toHaveLength(book.rows.length);
    const fits = { string: /^/, integer: /^\d+$/, number: /^-?\d+(\.\d+)?$/, date: /^\d{4}-\d\d-\d\d$/ };
    for (const row of rows) {
      for (const { name, type, constraints } of fields) {
        const cell = row[name]!;
        if (cell === "") expect(constraints?.required).toBeUndefined();
        else expect(cell).toMatch(fits[type]);
        if (cell !== "" && constraints?.enum) expect(constraints.enum).toContain(cell);
      }
    }
    expect(new Set(rows.map((row) => primaryKey.map((name) => row[name]).join("\n"))).size).toBe(rows.length);
  });

  it("takes parts of a percentage for texts only where one of them is known as small", () => {
    const [first, ...others] = sampleBook.rows;
    const small = { state: "shown", value: "<5 of 140", numerator: "<5", denominator: "140" } as const;
    const types = (rows: typeof sampleBook.rows) =>
      dataPackageOf(sampleDocument, { ...sampleBook, rows }, sampleWords, new Uint8Array())
        .resources[0].schema.fields.filter(({ name }) => /nominator|numerator/.test(name))
        .map(({ type }) => type);
    expect(types(sampleBook.rows)).toEqual(["number", "number"]);
    expect(types([{ ...first!, value: small }, ...others])).toEqual(["string", "string"]);
  });

  it("leaves out a licence that nobody chose", () => {
    const of = (licence: Imprint["licence"]) =>
      dataPackageOf(
        { ...sampleDocument, imprint: { ...sampleDocument.imprint, licence } },
        sampleBook,
        sampleWords,
        new Uint8Array(),
      );
    expect(of(null)).not.toHaveProperty("licenses");
    expect(of({ title: "Ask the publisher", url: null })).not.toHaveProperty("licenses");
  });
});
