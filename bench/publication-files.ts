// One file of a publication made and measured for bench/publications.mjs, which bundles this so that nothing but the work
// itself takes memory. The last line says what came of it, in JSON.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { PublicationFormat } from "@/lib/domain/publication";
import type { ShownRow } from "@/lib/exchange/csv/shown-row";
import { streamCsv } from "@/lib/exchange/csv/write-csv";
import { unpackContent } from "@/lib/publication/content";
import type { DataBook } from "@/lib/publication/data-book";
import { makeFile } from "@/lib/publication/make-file";
import { sampleBook } from "@/lib/publication/testing/sample-book";
import { sampleDocument } from "@/lib/publication/testing/sample-document";
import { sampleWords } from "@/lib/publication/testing/sample-words";
import { csvPackageOf } from "@/lib/publication/workbook/csv-package";
import { workbookOf } from "@/lib/publication/workbook/workbook-of";
import { measured, megabytes } from "./measured";

const VALUES = 100_000;

/** The sample's values over and over, each time of another period. */
const longBook = (values: number): DataBook => ({
  ...sampleBook,
  rows: Array.from({ length: values }, (_, index): ShownRow => {
    const row = sampleBook.rows[index % sampleBook.rows.length]!;
    return { ...row, period: String(2015 + Math.floor(index / sampleBook.rows.length)) };
  }),
});

const contentOf = async (file: string) => unpackContent(readFileSync(file));

const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;

const tasks: Record<string, (...args: string[]) => Promise<object>> = {
  async file(file = "", format = "") {
    let pages = 0;
    const content = await contentOf(file);
    const result = await measured(async () => {
      const bytes = await makeFile(format as PublicationFormat, content, process.cwd());
      if (format === "pdf") pages = pagesOf(bytes);
      return bytes.length;
    });
    return { ...result, ...(pages > 0 && { pages }) };
  },
  async row(file = "", format = "") {
    const content = await contentOf(file);
    const hashes = new Set<string>();
    const memory: number[] = [];
    const result = await measured(async () => {
      for (let each = 0; each < 30; each++) {
        const bytes = await makeFile(format as PublicationFormat, content, process.cwd());
        hashes.add(createHash("sha256").update(bytes).digest("hex"));
        memory.push(megabytes(process.memoryUsage.rss()));
        await new Promise(setImmediate);
      }
      return 0;
    });
    return {
      ...result,
      "MB after 1, 10, 20, 30": [0, 9, 19, 29].map((each) => memory[each]).join(" "),
      different: hashes.size,
    };
  },
  async values(format = "") {
    const book = longBook(VALUES);
    return measured(async () => {
      if (format === "xlsx") return (await workbookOf(sampleDocument, book, sampleWords)).length;
      if (format === "package") return (await csvPackageOf(sampleDocument, book, sampleWords)).length;
      let bytes = 0;
      for await (const chunk of streamCsv(book.rows)) bytes += Buffer.byteLength(chunk);
      return bytes;
    });
  },
};

const [name = "", ...args] = process.argv.slice(2);
console.log(JSON.stringify(await tasks[name]!(...args)));
process.exit(0);
